import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { WeighbridgeError } from '../../../src/core/domain/errors.ts';
import { isUnscored } from '../../../src/core/domain/sample.ts';
import { collect } from '../../../src/results/formats/collect.ts';
import { findFormat, RESULT_FORMATS } from '../../../src/results/formats/registry.ts';
import type { StoredRun } from '../../../src/results/store/reader.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { Change, Exception, Fixture } from './fixture.ts';
import type { Files } from './load.ts';

/**
 * What every format must answer to files that no program writes. Each row of the registry is tried with the fixture in its
 * folder of tests; where a format answers otherwise, the fixture says why.
 */
const NAMES = Object.keys(RESULT_FORMATS);

const FIXTURES = new Map<string, Fixture>(
  await Promise.all(
    NAMES.map(async (name) => [name, (await import(`./${name}/fixture.ts`)).fixture] as [string, Fixture]),
  ),
);

interface Answer {
  /** Null where nobody knows what lies there. */
  readonly format: string | null;
  readonly runs: readonly StoredRun[];
  readonly faults: readonly WeighbridgeError[];
  readonly folder: string;
}

async function answerIn(folder: string, path: string): Promise<Answer> {
  const named = path === '.' ? folder : join(folder, path);
  const format = await findFormat(named);
  if (format === null) return { format: null, runs: [], faults: [], folder };
  const { runs, faults } = await collect(await format.load(named, 'candidate'));
  const [name = null] = NAMES.filter((each) => RESULT_FORMATS[each] === format);
  return { format: name, runs, faults, folder };
}

const answer = (files: Files, path: string) => answerIn(temporaryFolder(files), path);

const samplesIn = ({ runs }: Answer) => runs.flatMap(({ samples }) => samples);
const isRefused = ({ format, faults }: Answer) => format === null || faults.length > 0;
const expectRefused = (given: Answer) => {
  expect(isRefused(given), 'neither refused nor unknown').toBe(true);
  expectPlaces(given);
};

/** A fault tells where to look. */
const expectPlaces = ({ faults, folder }: Answer) => {
  for (const { kind, at } of faults) {
    expect(kind).toBe('data');
    expect(at?.file).toContain(folder);
  }
};

/** In a file of many samples: the line, or the key. */
const expectSamplePlaces = (given: Answer) => {
  expectPlaces(given);
  for (const { at } of given.faults) expect(at?.line ?? at?.key).toBeDefined();
};

const scoresOf = (given: Answer) =>
  [...samplesIn(given)].sort((a, b) => a.index - b.index).map(({ scores }) => Object.values(scores)[0]);

const DEEP = `${'['.repeat(200)}${']'.repeat(200)}`;
const NOT_FINITE = ['NaN', 'Infinity', '-Infinity', '1e400', 'null'];
const WRONG_TYPES = ['"good"', '{}', '[]', '[1]', '{"value":{}}'];
const MEMBERS: readonly (readonly [string, string])[] = [
  ['__proto__', '{"polluted":1,"score":1,"toString":1}'],
  ['constructor', '{"prototype":{"polluted":1}}'],
  ['x_huge', '1e400'],
  ['x_long', '1'.repeat(5000)],
];

describe.each(NAMES)('%s', (name) => {
  const fixture = FIXTURES.get(name) as Fixture;
  const { path, files, exceptions = {} } = fixture;
  const exception = (...cases: readonly string[]): Exception | undefined =>
    cases.map((each) => exceptions[each]).find((found) => found !== undefined);
  const whole = () => answer(files(), path);
  const changed = (change: Change) => answer(files(change), path);
  const filesOf = Object.keys(files());

  test('a whole run is read, every sample with its own score', async () => {
    const given = await whole();
    expect(given.faults).toEqual([]);
    expect(given.format).toBe(name);
    expect(scoresOf(given)).toEqual([0, 1, 0, 1]);
    expect(given.runs[0]?.record).toMatchObject({ planned: 4, status: { state: 'complete' } });
  });

  const numbers = NOT_FINITE.filter((score) => !exception('score', `a score of ${score}`));
  test.skipIf(numbers.length === 0).each(numbers)('a score of %s is no number', async (score) => {
    const given = await changed({ score });
    if (given.faults.length > 0) return expectSamplePlaces(given);
    const scores = scoresOf(given);
    expect(scores.filter((each) => typeof each === 'number')).toEqual([0, 0, 1]);
    expect(scores.filter((each) => each !== undefined && isUnscored(each))).toHaveLength(1);
  });

  const types = exception('type') ? [] : WRONG_TYPES;
  test.skipIf(types.length === 0).each(types)('a score of %s is no number either', async (score) => {
    const given = await changed({ score });
    if (given.faults.length > 0) return expectSamplePlaces(given);
    expect(scoresOf(given).filter((each) => typeof each === 'number')).toEqual([0, 0, 1]);
  });

  test.skipIf(exception('deep') !== undefined)('what is nested too deep is refused', async () => {
    const given = await changed({ member: ['x_deep', DEEP] });
    expectRefused(given);
    expect(given.faults.map(({ message }) => message).join()).toContain('nested deeper');
  });

  const members = exception('member') ? [] : MEMBERS;
  test.skipIf(members.length === 0).each(members)('a member %s changes nothing', async (...member) => {
    const given = await changed({ member });
    expect((Object.prototype as Record<string, unknown>).polluted).toBeUndefined();
    if (given.faults.length > 0) return expectPlaces(given);
    expect(scoresOf(given)).toEqual([0, 1, 0, 1]);
  });

  test('an id that is there twice loses no sample, and joins none', async () => {
    const given = await changed({ duplicate: true });
    if (isRefused(given)) return expectRefused(given);
    expect(new Set(samplesIn(given).map(({ id }) => id)).size).toBe(4);
    expect(scoresOf(given)).toEqual([0, 1, 0, 1]);
  });

  test.each(filesOf)('%s cut off is refused', async (file) => {
    const content = Buffer.from(files()[file] ?? '');
    const given = await answer({ ...files(), [file]: content.subarray(0, content.length * 0.6) }, path);
    if (exception(`torn ${file}`)) return expect(scoresOf(given)).toEqual([0, 1, 0, 1]);
    expectRefused(given);
  });

  test.each(filesOf)('%s missing is refused, or what it held not recorded', async (file) => {
    const { [file]: _missing, ...rest } = files();
    const given = await answer(rest, path);
    if (isRefused(given)) return expectRefused(given);
    const hasNone = given.runs.every(
      ({ samples, record }) => samples.length === 0 && record.aggregates !== undefined,
    );
    const isUnasked = samplesIn(given).every(({ input_digest }) => input_digest === 'not recorded');
    expect(hasNone || isUnasked || exception(`missing ${file}`) !== undefined).toBe(true);
  });

  test.each(filesOf)('%s as a link that leads out is not read, unless it is what was named', async (file) => {
    const folder = temporaryFolder(files());
    const outside = join(temporaryFolder(), 'outside');
    renameSync(join(folder, file), outside);
    symlinkSync(outside, join(folder, file));
    const given = await answerIn(folder, path);
    if (file === path) return expect(scoresOf(given)).toEqual([0, 1, 0, 1]);
    expectRefused(given);
  });

  test('a folder that is no file, and a file that is none of its own, are unknown', async () => {
    const [file = ''] = filesOf;
    const folder = temporaryFolder(files());
    rmSync(join(folder, file));
    mkdirSync(join(folder, file));
    expectRefused(await answerIn(folder, path));
    expect((await answer({ 'other.json': '{}' }, 'other.json')).format).toBeNull();
  });

  test('of two runs in one folder none is taken', async () => {
    const { twin } = fixture;
    if (twin === undefined) {
      const both = Object.entries(files()).flatMap(([file, content]) =>
        ['a', 'b'].map((each) => [`${each}/${file}`, content] as const),
      );
      return expect((await answer(Object.fromEntries(both), '.')).format).toBeNull();
    }
    const given = await answer({ ...files(), ...twin() }, '.');
    expectPlaces(given);
    expect(given.format).toBe(name);
    expect(given.runs).toEqual([]);
    expect(given.faults).toHaveLength(1);
  });

  const texts = filesOf.filter((file) => !file.endsWith('.parquet') && !file.endsWith('.csv'));
  test.each(texts)('%s may be packed by gzip', async (file) => {
    const packed = { ...files(), [file]: gzipSync(files()[file] ?? '') };
    expect(scoresOf(await answer(packed, path))).toEqual([0, 1, 0, 1]);
  });

  test.each(texts.filter((file) => !exception(`a byte order mark before ${file}`)))(
    '%s may begin with a byte order mark',
    async (file) => {
      const folder = temporaryFolder(files());
      writeFileSync(join(folder, file), `\ufeff${files()[file]}`);
      const given = await answerIn(folder, path);
      expect(given.faults).toEqual([]);
      expect(scoresOf(given)).toEqual([0, 1, 0, 1]);
    },
  );

  test('every exception is of a case that there is', () => {
    const cases = [
      ...['score', 'type', 'member', 'deep', ...NOT_FINITE.map((score) => `a score of ${score}`)],
      ...filesOf.flatMap((file) => [`torn ${file}`, `missing ${file}`, `a byte order mark before ${file}`]),
    ];
    expect(cases).toEqual(expect.arrayContaining(Object.keys(exceptions)));
    for (const { because } of Object.values(exceptions)) expect(because.length).toBeGreaterThan(20);
  });
});
