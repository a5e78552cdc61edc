import { describe, expect, test } from 'vitest';
import { configJsonSchema } from '../../src/config/json-schema.ts';
import { ENGINES_ELSEWHERE, RUNNERS_ELSEWHERE } from '../../src/config/unsupported.ts';
import { ENGINES } from '../../src/tasks/engines/registry.ts';
import { RUNNERS } from '../../src/tasks/runners/registry.ts';
import { faults } from './support.ts';

const schema = JSON.stringify(configJsonSchema());
const told = (text: string) =>
  faults(text)
    .map((each) => each.describe())
    .join('\n');

describe.each(Object.entries(RUNNERS))('the runner %s', (name, { summary, takes }) => {
  test('is a part of the schema, with its help', () => {
    expect(schema).toContain(`"const":"${name}"`);
    expect(schema).toContain(JSON.stringify(summary));
    for (const forms of Object.values(takes)) expect(schema).toContain(forms);
  });

  test('can be named, and its keys are known', () => {
    const text = `version: 1\ntasks:\n  t: { runner: ${name}, role: general, no_such_key: 1 }\n`;
    expect(told(text)).not.toMatch(/is not a known runner|does not start/);
    expect(told(text)).toMatch(/no_such_key|type is missing/);
  });
});

describe.each(Object.keys(ENGINES))('the engine %s', (name) => {
  test('can be named, and its keys are known', () => {
    expect(schema).toContain(`"const":"${name}"`);
    const text = `version: 1\nengine: { type: ${name}, no_such_key: 1 }\n`;
    expect(told(text)).toMatch(/unknown key no_such_key/);
  });
});

describe('what is known in the field and not here is told of what is', () => {
  const absent = (names: readonly string[], here: object) =>
    names.filter((name) => !Object.hasOwn(here, name));

  test.each(absent(RUNNERS_ELSEWHERE, RUNNERS))('the runner %s', (name) => {
    const said = told(`version: 1\ntasks:\n  t: { runner: ${name}, role: general }\n`);
    for (const runner of Object.keys(RUNNERS)) expect(said).toContain(runner);
  });

  test.each(absent(ENGINES_ELSEWHERE, ENGINES))('the engine %s', (name) => {
    const said = told(`version: 1\nengine: { type: ${name} }\n`);
    for (const engine of Object.keys(ENGINES)) expect(said).toContain(engine);
  });
});
