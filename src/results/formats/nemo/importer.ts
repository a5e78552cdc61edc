import { dirname } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Fingerprint, FingerprintValue, RunRecord, Side } from '../../../core/domain/run.ts';
import { attempt } from '../attempt.ts';
import { foreignRun, meanMetric, unidentifiedModel } from '../foreign-run.ts';
import { groupBy } from '../group-by.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { brief, digest } from '../lm-eval/digest.ts';
import { type Bundle, locate, readBundle } from './bundle.ts';
import { METRIC, samplesOf, tally } from './samples.ts';

export const nemo: Importer = {
  name: 'NeMo Evaluator',
  summary: 'bundles of `nel`, each with its results.jsonl: one eval-….json, or a folder of benchmarks',

  async detect(path) {
    return (await locate(path)).length > 0;
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const runs = await attempt(faults, () => loadAll(path, side, faults));
    return { runs: runs ?? [], faults };
  },
};

async function loadAll(path: string, side: Side, faults: WeighbridgeError[]): Promise<ForeignRun[]> {
  const files = await locate(path);
  checkOnce(path, 'runs in one folder', groupBy(files, dirname));
  const bundles: Bundle[] = [];
  for (const file of files) {
    const bundle = await attempt(faults, () => readBundle(file));
    if (bundle !== null) bundles.push(bundle);
  }
  const byName = groupBy(bundles, ({ content }) => content.benchmark.name);
  checkOnce(
    path,
    'runs of one benchmark',
    new Map([...byName].map(([name, all]) => [name, all.map(({ file }) => file)])),
  );
  // One identity for all: a folder is of one model, or its configs would differ in what they name.
  const names = new Set(
    bundles.map(({ content }) => String(content.config.model ?? 'a model without a name')),
  );
  if (names.size > 1) {
    throw new WeighbridgeError('data', `runs of ${[...names].sort().join(', ')} lie here`, {
      at: { file: path },
      fix: 'name the folder of one model',
    });
  }
  const [name = ''] = names;
  const runs: ForeignRun[] = [];
  for (const bundle of bundles) {
    const by = { model: name, files: bundles.map((each) => each.digest).sort() };
    const model = unidentifiedModel(`${name}, by NeMo Evaluator`, by);
    await attempt(faults, async () => runs.push(await toRun(bundle, side, model)));
  }
  return runs;
}

/** @throws WeighbridgeError `data` where several lie where one should */
function checkOnce(file: string, what: string, groups: ReadonlyMap<string, readonly string[]>): void {
  for (const files of groups.values()) {
    if (files.length === 1) continue;
    const list = files.map((each) => `  ${each}`).join('\n');
    throw new WeighbridgeError('data', `${files.length} ${what} of NeMo Evaluator lie here:\n${list}`, {
      at: { file },
      fix: 'keep every run in a folder of its own: the later one has replaced results.jsonl',
    });
  }
}

async function toRun(bundle: Bundle, side: Side, model: RunRecord['model']): Promise<ForeignRun> {
  const counted = await tally(bundle);
  const { benchmark, config, timestamp } = bundle.content;
  const described = {
    ...{ side, task: benchmark.name, model, planned: counted.rows },
    metrics: [meanMetric(METRIC, 'higher_is_better', 'rate')],
    fingerprint: fingerprintOf(bundle),
    ...(typeof config.seed === 'number' ? { seed: config.seed } : {}),
    ...(timestamp ? { started: timestamp } : {}),
  };
  return foreignRun(bundle.file, described, () => samplesOf(bundle, counted));
}

function fingerprintOf({ content: { config, sdk_version } }: Bundle): Fingerprint {
  const { temperature, max_tokens, top_p, repeats, system_prompt, shuffle_seed, problem_range } = config;
  const known = (value: unknown): FingerprintValue =>
    typeof value === 'number' || typeof value === 'string' ? value : null;
  return {
    prompt: digest({ system_prompt }),
    generation: brief({ temperature, max_tokens, top_p, repeats }),
    dataset: brief({ shuffle_seed, problem_range }),
    limit: known(config.max_problems),
    harness: 'nemo-evaluator',
    harness_version: sdk_version ?? null,
    seed: known(config.seed),
  };
}
