import { basename } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Side } from '../../../core/domain/run.ts';
import { attempt } from '../attempt.ts';
import { foreignRun, unidentifiedModel } from '../foreign-run.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { checkChoices, chooseOne, parseSelection, type Selection } from '../selection.ts';
import { declare } from './metrics.ts';
import { formatOf, type PlainFormat } from './read.ts';
import { samplesOf } from './samples.ts';
import { type TaskTally, tally } from './tally.ts';

export const plain: Importer = {
  name: 'a plain table',
  summary: 'JSONL or CSV with task, id, metric and score in each line',

  async detect(path) {
    return (await formatOf(parseSelection(path).file)) !== null;
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const selection = parseSelection(path);
    const format = await formatOf(selection.file);
    const runs = await attempt(faults, () => loadFile(selection, format ?? 'jsonl', side, faults));
    return { runs: runs ?? [], faults };
  },
};

async function loadFile(
  selection: Selection,
  format: PlainFormat,
  side: Side,
  faults: WeighbridgeError[],
): Promise<ForeignRun[]> {
  const { file } = selection;
  checkChoices(selection, ['model']);
  const { models, digest } = await tally(file, format);
  const model = models.has(null)
    ? null
    : chooseOne(
        selection,
        'model',
        [...models.keys()].flatMap((name) => name ?? []),
      );
  if (model === null && models.size > 1) {
    throw new WeighbridgeError('data', 'some lines name a model, and some do not', { at: { file } });
  }
  const tasks = [...(models.get(model) ?? [])].sort(([left], [right]) => (left < right ? -1 : 1));
  const prompts = tasks.every(([, { inputs }]) => inputs) ? '' : ', inputs not recorded';
  const identity = unidentifiedModel(`${model ?? basename(file)}${prompts}`, { file: digest, model });
  const runs: ForeignRun[] = [];
  for (const [task, found] of tasks) {
    await attempt(faults, async () =>
      runs.push(toRun({ file, format, model, task }, found, { side, model: identity })),
    );
  }
  return runs;
}

function toRun(
  source: { file: string; format: PlainFormat; model: string | null; task: string },
  found: TaskTally,
  known: Pick<Parameters<typeof foreignRun>[1], 'side' | 'model'>,
): ForeignRun {
  const { task, file } = source;
  const metrics = new Map(
    [...found.metrics].map(([name, claims]) => [name, declare(task, name, claims)] as const),
  );
  const described = {
    ...known,
    task,
    // In an order of their own, since the order of lines means nothing.
    metrics: [...metrics.values()]
      .map(({ declaration }) => declaration)
      .sort((a, b) => Number(b.unit === 'rate') - Number(a.unit === 'rate') || (a.name < b.name ? -1 : 1)),
    fingerprint: { harness: 'plain table' },
    planned: found.ids.size,
  };
  return foreignRun(file, described, () => samplesOf({ ...source, metrics }, found));
}
