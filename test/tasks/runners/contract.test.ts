import { describe, expect, test } from 'vitest';
import { DEFAULT_RUNNER, RUNNERS } from '../../../src/tasks/runners/registry.ts';
import { documentedOptions } from '../../support/documented-options.ts';

/** What every runner is held to: a row of the registry is all that a new one needs to be here. */
const ROWS = Object.entries(RUNNERS).map(([name, row]) => ({ name, row }));
const TYPES = ROWS.flatMap(({ name, row }) =>
  row.tasks.map((schema, index) => ({ name, schema, type: index + 1, of: row.tasks.length })),
);

/** Keys of a task that are the config's own, whatever runs it. */
const TAKEN = ['role', 'primary_metric', 'alias', 'runner'];

const METHODS = { engine: ['prepare'], harness: ['refusal', 'inspect', 'check', 'evaluate'] } as const;

test('a task that names no runner has one', () => {
  expect(RUNNERS[DEFAULT_RUNNER]).toBeDefined();
});

test.each(ROWS)('$name says what it does and which checkpoints it takes', ({ row }) => {
  expect(row.summary).toMatch(/^[A-Z].*\.$/);
  for (const forms of Object.values(row.takes)) expect(forms).toMatch(/^an? /);
});

test.each(ROWS)('$name is loaded when it is needed, and does what its kind does', async ({ row }) => {
  const loaded: object = await row.load();
  for (const method of METHODS[row.kind]) expect(loaded).toHaveProperty(method, expect.any(Function));
});

describe.each(TYPES)('$name, task $type of $of', ({ schema, of }) => {
  const { names, isStrict, undocumented } = documentedOptions(schema);
  test('is strict, and documents every option', () => {
    expect(isStrict).toBe(true);
    expect(undocumented).toEqual([]);
  });

  test('leaves the keys of the config alone', () => {
    expect(names.filter((name) => TAKEN.includes(name))).toEqual([]);
  });

  test('has a type where there are others', () => {
    expect(names.includes('type')).toBe(of > 1);
  });
});
