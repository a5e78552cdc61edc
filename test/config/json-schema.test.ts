import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { configJsonSchema, keysAt } from '../../src/config/json-schema.ts';
import { FULL } from './support.ts';

const validate = new Ajv2020({ strict: false }).compile(configJsonSchema());
const change = (from: string, to: string) => parse(FULL.replace(from, to));

test('an editor accepts a full config', () => {
  expect(validate(parse(FULL)), JSON.stringify(validate.errors)).toBe(true);
});

test.each([
  ['an unknown key', 'seed:', 'sead:'],
  ['an unknown option', 'alias: mmlu', 'alis: mmlu'],
  ['a type', 'type: perplexity', 'type: perplexitee'],
  ['a role', 'role: target', 'role: goal'],
  ['a unit that means two things', '2pp', '2%'],
  ['two rules in one gate', 'max_drop: 0.02', 'max_drop: 0.02, floor: 1'],
  ['no rule in a gate', ', max_drop: 0.02', ''],
  ['alpha', 'alpha: 0.1', 'alpha: 0.5'],
  ['no version', 'version: 1\n', ''],
  ['a path as a task name', '  prose:', '  ../prose:'],
])('an editor marks %s', (_, from, to) => {
  expect(validate(change(from, to))).toBe(false);
});

describe('the keys that may stand at a place', () => {
  const value = parse(FULL);
  test.each([
    [[], ['version', 'tasks', 'gates'], ['alpha']],
    [['policy'], ['alpha', 'target'], ['version']],
    [
      ['tasks', 'prose'],
      ['dataset', 'role', 'alias'],
      ['num_fewshot', 'scorers'],
    ],
    [['tasks', 'tickets', 'generation_kwargs'], ['max_gen_toks', 'until'], ['dataset']],
    [['gates', 0], ['metric', 'max_drop'], ['alpha']],
    [['baseline'], ['base', 'adapter'], ['version']],
  ])('%j', (path, some, none) => {
    const keys = keysAt(configJsonSchema(), value, path);
    expect(keys).toEqual(expect.arrayContaining(some));
    for (const key of none) expect(keys).not.toContain(key);
  });
});
