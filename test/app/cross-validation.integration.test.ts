import { readFile, writeFile } from 'node:fs/promises';
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

/** Results where the baseline has 100 right, and a checkpoint all that it was trained on; of its fold it loses so many of the first. */
async function results(
  lost: readonly number[],
): Promise<{ folder: string; paths: { fold: string; path: string }[] }> {
  const folder = await temporaryFolder();
  const write = async (name: string, score: (index: number) => number) => {
    const path = join(folder, `${name}.csv`);
    const rows = ids.map((id, index) => `facts,${id},acc,${score(index)}`);
    await writeFile(path, `task,id,metric,score\n${rows.join('\n')}\n`);
    return path;
  };
  await write('base', (index) => Number(index < 100));
  const paths = [];
  for (const [at, fold] of FOLDS.entries()) {
    const first = (lost[at] ?? 0) * FOLDS.length;
    const score = (index: number) => (foldOf(index) === fold ? Number(index >= first && index < 100) : 1);
    paths.push({ fold, path: await write(fold, score) });
  }
  const rows = ids.map((id, index) => JSON.stringify({ id, fold: Number(foldOf(index)) }));
  await writeFile(join(folder, 'folds.jsonl'), `${rows.join('\n')}\n`);
  return { folder, paths };
}

async function judged(folder: string, paths: Awaited<ReturnType<typeof results>>['paths']) {
  const source = { kind: 'flag', name: '--max-drop' } as const;
  const candidate = await joinFoldResults(join(folder, 'folds.jsonl'), paths, join(folder, 'joined'));
  return judgeResults({
    ...{ configPath: null, out: join(folder, 'out') },
    overrides: { gates: [{ rule: 'max_drop', value: 'facts/acc=5pp', source }] },
    folders: { baseline: join(folder, 'base.csv'), candidate },
    given: { baseline: 'base.csv', folds: { file: 'folds.jsonl', results: paths } },
  });
}

test.each([
  ['nothing', [0, 0, 0, 0, 0], 'pass', 0],
  ['a fifth of each fold or so', [6, 2, 4, 4, 4], 'regression', -20 / 150],
] as const)('k checkpoints that lose %s have one verdict', async (_, lost, verdict, change) => {
  const { folder, paths } = await results(lost);
  const file = await judged(folder, paths);
  const [gate] = file.gates;
  expect([file.verdict, gate?.pairs, gate?.delta?.value]).toEqual([verdict, 150, expect.closeTo(change, 12)]);
  const [found] = file.crossValidation ?? [];
  expect(found?.folds.map(({ fold, samples }) => [fold, samples])).toEqual(FOLDS.map((fold) => [fold, 30]));
  const { markdown } = renderMarkdown(file, CONTEXT, 60_000);
  expect(markdown).toContain('about these 5 checkpoints, each judged on the fold that was held out from it');
  // What was joined lies in a folder of this run: nobody else has it.
  expect(markdown).toContain('--folds folds.jsonl --fold ');
  expect(markdown).not.toContain('joined');
  // Folds that all say the same tell of no spread.
  const { value = null } = found?.changes[0]?.recipe ?? {};
  expect(value).toEqual(change === 0 ? null : expect.closeTo(change, 12));
  expect(/by fold: .*of another checkpoint of this recipe .* decides nothing/.test(markdown)).toBe(
    change !== 0,
  );
});

test('where no other checkpoint answered a fold, the report says that nothing tells of it', async () => {
  const { folder, paths } = await results([0, 0, 0, 0, 0]);
  for (const { fold, path } of paths.slice(1)) {
    const [head, ...rows] = (await readFile(path, 'utf8')).trimEnd().split('\n');
    const own = rows.filter((_, index) => foldOf(index) === fold);
    await writeFile(path, `${[head, ...own].join('\n')}\n`);
  }
  const file = await judged(folder, paths);
  const unchecked = file.crossValidation?.[0]?.folds.map((each) => each.unchecked);
  expect(unchecked).toEqual([true, undefined, undefined, undefined, undefined]);
  const { markdown } = renderMarkdown(file, CONTEXT, 60_000);
  expect(markdown).toContain('no results of other checkpoints tell of <code>1</code>');
});

test('folds that do not fit the results judge nothing', async () => {
  const { folder, paths } = await results([]);
  const joined = (file: string, own = paths) =>
    faultOf(() => joinFoldResults(join(folder, file), own, join(folder, 'x')));
  expect(await joined('folds.jsonl', paths.slice(1))).toMatchObject({
    kind: 'data',
    text: expect.stringContaining('fold 1 has no results'),
  });
  const [one, other, ...others] = paths.map(({ path }) => path);
  const swapped = paths.map(({ fold }, at) => ({ fold, path: [other, one, ...others][at] ?? '' }));
  expect(await joined('folds.jsonl', swapped)).toMatchObject({
    kind: 'data',
    text: expect.stringContaining('named for fold 1 do better on it than those of fold 2'),
  });
  await writeFile(join(folder, 'odd.jsonl'), '{"id": "q0", "fold": "1"}\n{"id": "q1"}\n');
  expect(await joined('odd.jsonl')).toMatchObject({
    kind: 'data',
    text: expect.stringContaining('this is no row of folds'),
  });
});
