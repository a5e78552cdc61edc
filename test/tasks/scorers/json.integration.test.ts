import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultOf } from '../../support/fault.ts';
import { answer, configured, issuesOf, scoresOf, versionOf } from '../../support/scoring.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// Pins json_valid, json_equal.

const DRAFT_07 = { type: 'object', properties: { age: { type: 'integer' } }, required: ['age'] };
/** A list that holds at most one of its own kind: checking it recurses. */
const NESTED = { type: 'array', items: { $ref: '#' } };
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const DRAFT_2020 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'array',
  prefixItems: [{ type: 'integer' }],
};

describe('json_valid', () => {
  test.each<[string, object | null, string, number]>([
    ['an object', null, '{"a": 1}', 1],
    ['white space around', null, ' [1]\n', 1],
    ['a code fence', null, '```json\n{}\n```', 0],
    ['a cut-off object', null, '{"a": ', 0],
    ['nothing', null, '', 0],
    ['meets the schema', DRAFT_07, '{"age": 3}', 1],
    ['misses the schema', DRAFT_07, '{"age": "3"}', 0],
    ['is not JSON at all', DRAFT_07, 'age: 3', 0],
    ['meets a schema of 2020-12', DRAFT_2020, '[1]', 1],
    ['misses a schema of 2020-12', DRAFT_2020, '["1"]', 0],
    ['meets a pattern', { type: 'string', pattern: '^a+$' }, '"aaa"', 1],
    ['misses a pattern', { type: 'string', pattern: '^a+$' }, '"aab"', 0],
    ['as deep as any answer', NESTED, nested(100), 1],
    ['deeper than any answer', NESTED, nested(200_000), 0],
  ])('%s', async (_, schema, output, expected) => {
    const folder = temporaryFolder({ 'schema.json': JSON.stringify(schema) });
    const entry = { name: 'json_valid', ...(schema === null ? {} : { schema: 'schema.json' }) };
    expect(await scoresOf(entry, [answer(output)], folder)).toEqual([expected]);
    const inline = { name: 'json_valid', ...(schema === null ? {} : { schema }) };
    expect(await scoresOf(inline, [answer(output)])).toEqual([expected]);
  });

  test.each([
    ['a schema that is not JSON', '{', /schema\.json: not a usable JSON Schema/],
    ['a key that is there twice', '{"type": "object", "type": "array"}', /the key "type" is there twice/],
    ['an unknown keyword', '{"tipe": "object"}', /unknown keyword: "tipe"/],
    ['a format that would not be checked', '{"type": "string", "format": "email"}', /unknown format "email"/],
    ['a pattern that only backtracking can decide', '{"pattern": "(a)\\\\1"}', /invalid escape sequence/],
    ['a reference into the void', '{"$ref": "other.json"}', /can't resolve reference/],
  ])('%s is refused', async (_, schema, message) => {
    const folder = temporaryFolder({ 'schema.json': schema });
    const fault = await faultOf(() => configured({ name: 'json_valid', schema: 'schema.json' }).open(folder));
    expect(fault.kind).toBe('config');
    expect(fault.text).toMatch(message);
  });

  test('a schema in place of a file is checked with the options', () => {
    expect(issuesOf({ name: 'json_valid', schema: { tipe: 'object' } })).toMatch(
      /not a usable JSON Schema: .*unknown keyword: "tipe"/,
    );
    expect(issuesOf({ name: 'json_valid', schema: 3 })).not.toBe('');
  });

  test('a pattern of a schema takes time in proportion to the answer', async () => {
    const schema = { type: 'string', pattern: '^(a+)+$' };
    const folder = temporaryFolder({ 'schema.json': JSON.stringify(schema) });
    const hanging = JSON.stringify(`${'a'.repeat(5_000)}!`);
    expect(await scoresOf({ name: 'json_valid', schema: 'schema.json' }, [answer(hanging)], folder)).toEqual([
      0,
    ]);
  });

  test('a missing schema names the file', async () => {
    const folder = temporaryFolder();
    const fault = await faultOf(() => configured({ name: 'json_valid', schema: 'x.json' }).open(folder));
    expect(fault.text).toContain(join(folder, 'x.json'));
  });

  test('the version changes with the content of the schema', async () => {
    const first = temporaryFolder({ 'schema.json': JSON.stringify(DRAFT_07) });
    const second = temporaryFolder({ 'schema.json': JSON.stringify(DRAFT_2020) });
    const entry = { name: 'json_valid', schema: 'schema.json' };
    expect(await versionOf(entry, first)).not.toBe(await versionOf(entry, second));
  });
});

describe('json_equal', () => {
  test.each<[string, string, string, number]>([
    ['order of keys and spaces', '{"b": [1, 2], "a": null}', '{"a":null,"b":[1,2]}', 1],
    ['order of a list counts', '[2,1]', '[1,2]', 0],
    ['1.0 is 1', '1.0', '1', 1],
    ['a text is no number', '"1"', '1', 0],
    ['not JSON', '{a:1}', '{"a":1}', 0],
    ['too large a number equals nothing', '1e999', '1e999', 0],
    ['deeper than any answer', nested(200_000), '[]', 0],
  ])('%s', async (_, output, target, expected) => {
    expect(await scoresOf('json_equal', [answer(output, target)])).toEqual([expected]);
  });

  test('a target that is not JSON is a fault of the data', () => {
    expect(configured('json_equal').checkTargets(['{'])).toMatch(/not JSON/);
    expect(configured('json_equal').checkTargets([])).toMatch(/needs a target/);
    expect(configured('json_equal').checkTargets(['{}'])).toBeNull();
  });
});
