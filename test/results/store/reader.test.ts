import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../../src/core/domain/run.ts';
import { SEVERITIES } from '../../../src/core/domain/sample.ts';
import { readRun } from '../../../src/results/store/reader.ts';
import { serializeSample } from '../../../src/results/store/sample-codec.ts';
import { faultOf } from '../../support/fault.ts';
import { plan, sample } from '../../support/stored-run.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const record = (overrides: Partial<RunRecord> = {}): RunRecord => ({
  schema_version: 1,
  ...plan({ planned: 2 }),
  status: { state: 'complete' },
  started: '2026-01-01T00:00:00.000Z',
  finished: '2026-01-01T00:00:01.000Z',
  ...overrides,
});
const lines = (...samples: object[]) => samples.map((line) => `${JSON.stringify(line)}\n`).join('');
const run = (task: string, overrides: Partial<RunRecord> = {}) => ({
  [`${task}/run.json`]: JSON.stringify(record({ task, ...overrides })),
  [`${task}/samples.jsonl`]: lines(sample(0), sample(1)),
});

describe('a run that stopped early', () => {
  const stopped = (after: number, overrides: Partial<RunRecord> = {}) =>
    temporaryFolder(
      run('alpha', {
        planned: 9,
        design: 'sequential',
        status: { state: 'complete', stopped: { after, because: 'decided' } },
        ...overrides,
      }),
    );
  const incomplete = async (folder: string) => (await readRun(join(folder, 'alpha'))).incomplete;

  test('for a reason is whole, also with more samples than it stopped at', async () => {
    expect(await incomplete(stopped(2))).toBeNull();
    expect(await incomplete(stopped(1))).toBeNull();
  });
  test('and lost samples since, or never said why, is not', async () => {
    expect(await incomplete(stopped(3))).toBe('says complete with 2 of 9 samples');
    expect(await incomplete(stopped(2, { status: { state: 'complete' } }))).toBe(
      'says complete with 2 of 9 samples',
    );
  });
  test('was sequential from the start', async () => {
    expect((await faultOf(() => incomplete(stopped(2, { design: 'full' })))).text).toMatch(
      /only a sequential run can stop early/,
    );
  });
});

describe('the plan of a draw by weight', () => {
  const draw = { metric: 'acc', rates: [[0.1, 0.2]] as const, bins: '00', rounds: [1] };
  const read = (of: object, overrides: object = {}) => {
    const own = { ...record({ design: 'sequential' }), draw: { ...draw, ...of }, ...overrides };
    const folder = temporaryFolder({
      'run.json': JSON.stringify(own),
      'samples.jsonl': lines(sample(0), sample(1)),
    });
    return readRun(folder);
  };
  test('survives reading', async () => {
    expect((await read({})).record.draw).toEqual(draw);
  });
  test.each<[string, object, object, RegExp]>([
    ['of a run in full', {}, { design: 'full' }, /only a sequential run/],
    ['for another number of samples', { bins: '000' }, {}, /not one bin for each/],
    ['with a bin that has no rates', { bins: '01' }, {}, /a bin without rates/],
    ['with bins that are none', { bins: '0_' }, {}, /draw\.bins/],
    ['with a rate of 0', { rates: [[0, 0.1]] }, {}, /draw\.rates/],
    ['without rates', { rates: [], bins: '' }, {}, /draw\.rates/],
    ['with rounds that go back', { rounds: [2, 1] }, {}, /each round must end after/],
    ['by a metric that is not declared', { metric: 'other' }, {}, /not declared/],
    ['with more than is known', { more: 1 }, {}, /more/],
  ])('%s is refused', async (_, of, overrides, message) => {
    expect((await faultOf(() => read(of, overrides))).text).toMatch(message);
  });
});

describe('readRun', () => {
  test('a sample survives writing and reading', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    const name = fc.stringMatching(/^[\p{L}\p{N} /#-]{1,20}$/u);
    const score = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      text.map((unscored) => ({ unscored })),
    );
    const samples = fc.record(
      {
        id: name,
        index: fc.nat(),
        filter: name,
        input_digest: name,
        target_digest: name,
        scores: fc.record({ acc: score }),
        cluster: name,
        group: name,
        weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
        output: text,
        usage: fc.record({ prompt_tokens: fc.nat(), output_tokens: fc.nat() }),
        case: fc.record({
          severity: fc.constantFrom(...SEVERITIES),
          failed: fc.array(text, { maxLength: 3 }),
        }),
        timing: fc.record(
          {
            seconds: fc.double({ min: 1, max: 9, noNaN: true }),
            first_token_seconds: fc.constant(0.5),
            machine: name,
          },
          { requiredKeys: ['seconds', 'machine'] },
        ),
      },
      { requiredKeys: ['id', 'index', 'input_digest', 'target_digest', 'scores'] },
    );
    await fc.assert(
      fc.asyncProperty(samples, async (value) => {
        const folder = temporaryFolder({
          'run.json': JSON.stringify(record({ planned: 1 })),
          'samples.jsonl': serializeSample(value),
        });
        // JSON knows no negative zero.
        expect((await readRun(folder)).samples).toEqual([JSON.parse(JSON.stringify(value))]);
      }),
      { numRuns: 50 },
    );
  });

  test.each<[string, unknown]>([
    ['no object', 3],
    ['negative', { seconds: -1, machine: 'here' }],
    ['endless', { seconds: null, machine: 'here' }],
    ['a first token after the last', { seconds: 1, first_token_seconds: 2, machine: 'here' }],
    ['nobody’s', { seconds: 1 }],
    ['a name with commands in it', { seconds: 1, machine: 'here\n::error::' }],
    ['one answer of none', { seconds: 1, machine: 'here', answers: 0 }],
    ['more than is known', { seconds: 1, machine: 'here', more: 1 }],
  ])('a timing that is %s is refused', async (_, timing) => {
    const line = `${JSON.stringify({ ...JSON.parse(serializeSample(sample(0))), timing })}\n`;
    const folder = temporaryFolder({
      'run.json': JSON.stringify(record({ planned: 1 })),
      'samples.jsonl': line,
    });
    expect((await faultOf(() => readRun(folder))).text).toMatch(/timing|seconds/);
  });

  test.each<[string, Partial<RunRecord>, string, string | null]>([
    ['complete', {}, lines(sample(0), sample(1)), null],
    ['running', { status: { state: 'running' } }, lines(sample(0)), 'stopped after 1 of 2 samples'],
    [
      'failed',
      { status: { state: 'failed', reason: 'r' } },
      lines(sample(0), sample(1)),
      'failed after 2 of 2 samples: r',
    ],
    ['complete with too few', {}, lines(sample(0)), 'says complete with 1 of 2 samples'],
    [
      'complete with too many',
      {},
      lines(sample(0), sample(1), sample(2)),
      'says complete with 3 of 2 samples',
    ],
    ['complete but torn', { planned: 1 }, `${lines(sample(0))}{"id"`, 'the last line of its samples is torn'],
    ['complete but empty', { planned: 0 }, '', 'has no samples'],
    [
      'filters count once',
      { planned: 1 },
      lines(sample(0, { filter: 'strict' }), sample(0, { filter: 'flexible' })),
      null,
    ],
  ])('says whether a run is whole: %s', async (_, overrides, samples, incomplete) => {
    const folder = temporaryFolder({
      'run.json': JSON.stringify(record(overrides)),
      'samples.jsonl': samples,
    });
    expect((await readRun(folder)).incomplete).toBe(incomplete);
  });

  const score = (value: unknown) =>
    `{"id":"a","index":0,"input_digest":"i","target_digest":"t","scores":${value}}\n`;
  test.each<[string, string, RegExp]>([
    ['not JSON', 'x\n', /:1: not JSON/],
    ['NaN', score('{"acc":NaN}'), /:1: not JSON/],
    ['an infinite number', score('{"acc":1e999}'), /scores\.acc.*finite/],
    ['a number as text', score('{"acc":"1"}'), /scores\.acc.*finite number/],
    ['null for a score', score('{"acc":null}'), /scores\.acc.*finite number/],
    ['a score outside its range', score('{"acc":1.5}'), /scores\.acc.*outside of 0 to 1/],
    ['a ratio for a mean', score('{"acc":{"numerator":1,"denominator":1}}'), /scores\.acc.*finite number/],
    ['a number for a ratio', score('{"bits_per_byte":1}'), /must be a ratio/],
    ['a negative denominator', score('{"bits_per_byte":{"numerator":1,"denominator":-1}}'), /denominator/],
    ['unscored and scored at once', score('{"bits_per_byte":{"unscored":"x","denominator":1}}'), /numerator/],
    ['an unknown metric', score('{"bleu":1}'), /scores\.bleu.*does not declare/],
    ['a prototype as metric', score('{"__proto__":{"unscored":"x"}}'), /scores\.__proto__.*does not declare/],
    ['scores that are a list', score('[1]'), /scores.*must be an object/],
    ['an unknown key', lines({ ...sample(0), extra: 1 }), /\(extra\): this key is not known/],
    ['a prototype as key', '{"__proto__":{}}\n', /__proto__.*not known/],
    ['no id', lines({ ...sample(0), id: undefined }), /\(id\): must be a text/],
    ['an id that is a number', lines({ ...sample(0), id: 5 }), /\(id\): must be a text/],
    ['an id with a NUL', lines({ ...sample(0), id: 'a\u0000b' }), /without control characters/],
    ['an endless group', lines({ ...sample(0), group: 'x'.repeat(2000) }), /must be short/],
    ['a negative index', lines({ ...sample(0), index: -1 }), /\(index\)/],
    ['a weight of zero', lines({ ...sample(0), weight: 0 }), /\(weight\)/],
    ['no choices', lines({ ...sample(0), choices: [] }), /\(choices\): must be of 1 to 256 choices/],
    [
      'endless choices',
      lines({ ...sample(0), choices: new Array(257).fill(-1) }),
      /\(choices\): must be of 1 to/,
    ],
    [
      'a likelihood that is a text',
      lines({ ...sample(0), choices: [-1, '-2'] }),
      /\(choices\): must be finite/,
    ],
    [
      'a likelihood that is missing',
      lines({ ...sample(0), choices: [-1, null] }),
      /\(choices\): must be finite/,
    ],
    ['choices that are a text', lines({ ...sample(0), choices: '4' }), /\(choices\): must be a whole number/],
    ['usage that is a list', lines({ ...sample(0), usage: [] }), /\(usage\): must be an object/],
    ['output that is an object', lines({ ...sample(0), output: {} }), /\(output\)/],
    ['a sample twice', lines(sample(1), sample(0), sample(1)), /:3: the sample "s1" is already on line 1/],
  ])('refuses %s', async (_, samples, message) => {
    const folder = temporaryFolder({ 'run.json': JSON.stringify(record()), 'samples.jsonl': samples });
    const fault = await faultOf(() => readRun(folder));
    expect(fault.kind).toBe('data');
    expect(fault.text).toMatch(message);
    expect(fault.text).toContain(join(folder, 'samples.jsonl'));
  });

  test('refuses bytes that are not UTF-8, and lines without end', async () => {
    const folder = temporaryFolder({ 'run.json': JSON.stringify(record()) });
    writeFileSync(join(folder, 'samples.jsonl'), Buffer.from(`${lines(sample(0))}"\xff"\n`, 'latin1'));
    expect((await faultOf(() => readRun(folder))).text).toMatch(/samples\.jsonl:\d: /);
    writeFileSync(join(folder, 'samples.jsonl'), 'x'.repeat(5000));
    expect((await faultOf(() => readRun(folder, 1000))).text).toMatch(
      /:1: the line is longer than 1000 bytes/,
    );
  });

  test.each<[string, string, RegExp]>([
    ['garbage', '{', /run\.json: not JSON/],
    ['another version', JSON.stringify({ ...record(), schema_version: 2 }), /schema_version/],
    ['an unknown key', JSON.stringify({ ...record(), extra: 1 }), /extra/],
    ['an unknown fingerprint field', JSON.stringify({ ...record(), fingerprint: { x: 1 } }), /fingerprint/],
    ['no metrics', JSON.stringify({ ...record(), metrics: [] }), /metrics/],
    [
      'a metric twice',
      JSON.stringify({ ...record(), metrics: [...plan().metrics, ...plan().metrics] }),
      /declared twice/,
    ],
    [
      'a primary metric that is none',
      JSON.stringify({ ...record(), primary_metric: 'f1' }),
      /not one of the metrics/,
    ],
    [
      'a metric called __proto__',
      JSON.stringify({ ...record(), metrics: [{ ...plan().metrics[0], name: '__proto__' }] }),
      /cannot have this name/,
    ],
    ['a side that is none', JSON.stringify({ ...record(), side: 'main' }), /side/],
  ])('refuses a record with %s', async (_, content, message) => {
    const folder = temporaryFolder({ 'run.json': content, 'samples.jsonl': '' });
    const fault = await faultOf(() => readRun(folder));
    expect(fault.kind).toBe('data');
    expect(fault.text).toMatch(message);
  });

  test.each(['run.json', 'samples.jsonl'])('a missing %s is an error', async (name) => {
    const files = { 'run.json': JSON.stringify(record()), 'samples.jsonl': '' };
    const folder = temporaryFolder(
      Object.fromEntries(Object.entries(files).filter(([file]) => file !== name)),
    );
    const fault = await faultOf(() => readRun(folder));
    expect(fault.text).toContain(`${join(folder, name)}: no such file or folder`);
  });
});
