import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSides } from '../../../src/app/sides/stored.ts';
import { writeRun } from '../../support/run-folder.ts';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';

test('a side that is not there is a fault of that side', async () => {
  const folder = temporaryFolder();
  const both = await readSides({ baseline: join(folder, 'b'), candidate: join(folder, 'c') });
  expect(both.baseline.faults.map(String)).toEqual([expect.stringContaining('no results of the baseline')]);
  expect(both.candidate.faults.map(String)).toEqual([expect.stringContaining('no results of the candidate')]);
});

test.each([
  ['empty', '', 'the file is empty'],
  ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\n', 'a pointer of Git LFS'],
  ['of no form that is known', 'a letter\n', 'no form that is known'],
])('a side whose file is %s is a fault of that side, as one that is not there', async (_, text, says) => {
  const candidate = join(temporaryFolder({ 'c.jsonl': text }), 'c.jsonl');
  const sides = await readSides({ baseline: candidate, candidate });
  expect(sides.candidate.faults.map(String)).toEqual([expect.stringContaining(says)]);
});

describe('a metric of which nothing is known', () => {
  const table = (...scores: readonly number[]) =>
    join(
      temporaryFolder({
        scores: jsonl(
          ...scores.map((score, id) => ({
            ...{ task: 'facts', id: `q${id}`, metric: 'quality', direction: 'higher', score },
          })),
        ),
      }),
      'scores',
    );
  const unitsOf = async (baseline: string, candidate: string) => {
    const sides = await readSides({ baseline, candidate });
    return [sides.baseline, sides.candidate].flatMap(({ runs }) =>
      runs.flatMap(({ record }) => record.metrics.map(({ unit }) => unit)),
    );
  };

  test('is a rate where every sample of both sides is 0 or 1', async () => {
    expect(await unitsOf(table(0, 1, 1), table(1, 1, 0))).toEqual(['rate', 'rate']);
  });

  test('stays a number where one side has another score', async () => {
    expect(await unitsOf(table(0, 1, 1), table(1, 1, 0.5))).toEqual(['number', 'number']);
  });
});

describe('links to runs of our own', () => {
  test.each([
    ['inside of what is named, are followed', 'runs', true],
    ['elsewhere, are named', '', false],
  ])('%s', async (_what, inside, isFollowed) => {
    const run = join(
      writeRun(temporaryFolder(), 'baseline', 4, () => true),
      'facts',
    );
    const named = temporaryFolder({ 'runs/.keep': '' });
    const target = join(inside === '' ? temporaryFolder() : join(named, inside), 'facts');
    cpSync(run, target, { recursive: true });
    mkdirSync(join(named, 'latest'));
    symlinkSync(target, join(named, 'latest/facts'));
    const read = async (path: string) => (await readSides({ baseline: path, candidate: path })).baseline;
    const { runs, faults } = await read(join(named, 'latest'));
    expect(runs).toHaveLength(0);
    expect(faults.map((fault) => fault.describe()).join()).toContain(`--follow ${dirname(target)}`);
    const whole = isFollowed
      ? await read(named)
      : await read(`${join(named, 'latest')}#follow=${dirname(target)}`);
    expect(whole.faults).toEqual([]);
    expect(whole.runs).toHaveLength(1);
  });
});

test('a folder of links to what was not fetched says so', async () => {
  const folder = temporaryFolder();
  symlinkSync('../.git/annex/objects/x', join(folder, 'results.json'));
  const { candidate } = await readSides({ baseline: folder, candidate: folder });
  expect(candidate.faults[0]?.describe()).toMatch(/results\.json -> \.\.\/\.git\/annex[\s\S]*git annex get/);
});
