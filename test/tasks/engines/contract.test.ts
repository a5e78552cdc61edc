import { expect, test } from 'vitest';
import { WeighbridgeError } from '../../../src/core/domain/errors.ts';
import type { ModelSource } from '../../../src/core/domain/model.ts';
import type { Engine } from '../../../src/tasks/engines/engine.ts';
import { DEFAULT_ENGINE, ENGINES, engineConfig } from '../../../src/tasks/engines/registry.ts';
import { documentedOptions } from '../../support/documented-options.ts';

/** What every engine is held to: a row of the registry is all that a new one needs to be here. */
const ROWS = Object.entries(ENGINES).map(([name, row]) => ({ name, row }));

const SOURCES: readonly ModelSource[] = [
  { kind: 'file', path: '/nowhere/model.gguf' },
  { kind: 'folder', path: '/nowhere' },
  { kind: 'adapter', base: '/nowhere/base', adapter: '/nowhere/adapter' },
  { kind: 'results', path: '/nowhere' },
];

test('a config that names no engine has one, with all of its defaults', () => {
  expect(engineConfig.parse(DEFAULT_ENGINE)).toEqual(DEFAULT_ENGINE);
  expect(engineConfig.parse({ type: DEFAULT_ENGINE.type })).toEqual(DEFAULT_ENGINE);
});

test.each(ROWS)('$name is strict, and documents every option', ({ row }) => {
  const { names, isStrict, undocumented } = documentedOptions(row.options);
  expect(isStrict).toBe(true);
  expect(undocumented).toEqual([]);
  expect(names).not.toContain('type');
  expect(row.takes).not.toBe('');
});

test.each(ROWS)('$name is what its type names, and no other option makes it so', ({ name, row }) => {
  const issues = engineConfig.safeParse({ type: name, no_such_option: 1 }).error?.issues ?? [];
  expect(issues).toContainEqual(expect.objectContaining({ keys: ['no_such_option'] }));
  expect(issues).toHaveLength(1 + (row.options.safeParse({}).error?.issues.length ?? 0));
});

test.each(ROWS)('$name opens models, and says in words what it cannot open', async ({ row }) => {
  const engine: Engine<unknown> = (await row.load()) as never;
  const options = row.options.parse({});
  expect(engine.open).toBeTypeOf('function');
  for (const source of engine.inspect === undefined ? [] : SOURCES) {
    await expect(engine.inspect?.(source, options)).rejects.toBeInstanceOf(WeighbridgeError);
  }
});
