import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { joinFoldResults } from '../../src/app/cross-validation.ts';
import { judgeResults } from '../../src/app/judge.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { CONTEXT } from '../report/examples.ts';
import { faultOf } from '../support/fault.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FOLDS = ['1', '2', '3', '4', '5'] as const;
const ids = Array.from({ length: 150 }, (_, index) => `q${index}`);
const foldOf = (index: number) => FOLDS[index % FOLDS.length];

/** Results where the baseline has 100 right, and a checkpoint all that it was trained on; of its fold it loses the first. */
async function results(lost: number): Promise<{ folder: string; paths: { fold: string; path: string }[] }> {
  const folder = await temporaryFolder();
  const write = async (name: string, score: (index: number) => number) => {
    const path = join(folder, `${name}.csv`);
    const rows = ids.map((id, index) => `facts,${id},acc,${score(index)}`);
    await writeFile(path, `task,id,metric,score\n${rows.join('\n')}\n`);
    return path;
  };
  await write('base', (index) => Number(index < 100));
  const paths = [];
  for (const fold of FOLDS) {
    const score = (index: number) =>
      foldOf(index) === fold ? Number(index >= lost * FOLDS.length && index < 100) : 1;
    paths.push({ fold, path: await write(fold, score) });
  }
  const rows = ids.map((id, index) => JSON.stringify({ id, fold: Number(foldOf(index)) }));
  await writeFile(join(folder, 'folds.jsonl'), `${rows.join('\n')}\n`);
  return { folder, paths };
}

async function judged(lost: number) {
  const { folder, paths } = await results(lost);
  const source = { kind: 'flag', name: '--max-drop' } as const;
  const candidate = await joinFoldResults(join(folder, 'folds.jsonl'), paths, join(folder, 'joined'));
  return judgeResults({
    ...{ configPath: null, out: join(folder, 'out') },
    overrides: { gates: [{ rule: 'max_drop', value: 'facts/acc=5pp', source }] },
    folders: { baseline: join(folder, 'base.csv'), candidate },
  });
}

test.each([
  [0, 'pass', 0],
  [4, 'regression', -20 / 150],
])('k checkpoints that lose %d of each fold have one verdict: %s', async (lost, verdict, change) => {
  const file = await judged(lost);
  const [gate] = file.gates;
  expect([file.verdict, gate?.pairs, gate?.delta?.value]).toEqual([verdict, 150, expect.closeTo(change, 12)]);
  const [found] = file.crossValidation ?? [];
  expect(found?.folds.map(({ fold, samples }) => [fold, samples])).toEqual(FOLDS.map((fold) => [fold, 30]));
  expect(found?.changes[0]?.recipe).toMatchObject({ value: expect.closeTo(change, 12), level: 0.9 });
  const { markdown } = renderMarkdown(file, CONTEXT, 60_000);
  expect(markdown).toContain('about these 5 checkpoints, each judged on the fold that was held out from it');
  expect(markdown).toMatch(/by fold: .*of another checkpoint of this recipe .* decides nothing/);
});

test('folds that do not fit the results judge nothing', async () => {
  const { folder, paths } = await results(0);
  const joined = (file: string, own = paths) =>
    faultOf(() => joinFoldResults(join(folder, file), own, join(folder, 'x')));
  expect(await joined('folds.jsonl', paths.slice(1))).toMatchObject({
    kind: 'data',
    text: expect.stringContaining('fold 1 has no results'),
  });
  await writeFile(join(folder, 'odd.jsonl'), '{"id": "q0", "fold": "1"}\n{"id": "q1"}\n');
  expect(await joined('odd.jsonl')).toMatchObject({
    kind: 'data',
    text: expect.stringContaining('this is no row of folds'),
  });
});
