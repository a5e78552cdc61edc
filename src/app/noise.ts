import { join } from 'node:path';
import { requireSide } from '../config/models.ts';
import type { Overrides } from '../config/overrides.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { compareRuns } from '../core/compare/compare.ts';
import { ASSUMED_DISCORDANCE } from '../core/decide/hypothetical.ts';
import { IssueList, WeighbridgeError } from '../core/domain/errors.ts';
import type { Noise } from '../core/domain/noise.ts';
import type { TaskRun } from '../core/domain/run.ts';
import { withAskedMetrics } from '../core/metrics/following.ts';
import { mulberry32 } from '../core/stats/random.ts';
import { verdictJson } from '../report/json.ts';
import { writeAtomically } from '../results/store/atomic-file.ts';
import { readPartially } from '../results/store/results.ts';
import { evaluateCheckpoints } from './evaluate.ts';
import type { Log } from './log.ts';
import { noiseOf } from './noise/policy-noise.ts';
import { answerNoise, isRepeated, redrawn } from './noise/repeats.ts';
import { labelsOf, readLabels } from './sides/labels.ts';
import { readConfigAndFetch } from './sides/mlflow.ts';

export const NOISE_FILE = 'noise.json';

/** A folder a run, so that neither finds the samples of the other. */
const RUNS = ['first', 'second'] as const;

export interface NoiseOptions {
  readonly configPath: string;
  readonly overrides: Overrides;
  readonly out: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Evaluates the baseline twice, each time in a folder of its own and with an engine of its own, and says what differs; of tasks
 * with several answers to each sample once, and says how these differ.
 * Goes on where an earlier measurement stopped; null when the signal came before the end. Writes `noise.json`.
 * @throws WeighbridgeError `config` when the baseline is results, which cannot be run again
 */
export async function measureNoise(options: NoiseOptions): Promise<Noise | null> {
  const { configPath, overrides, out, log, signal } = options;
  const loaded = await readConfigAndFetch(configPath, overrides, log);
  const { config } = loaded;
  if (requireSide(config, 'baseline').kind === 'results') {
    throw new WeighbridgeError('config', 'the baseline is results of an earlier run, which shows no noise', {
      at: { file: configPath },
      fix: 'name the checkpoint: --baseline path/to/baseline.gguf',
    });
  }
  const evaluate = async (run: (typeof RUNS)[number], tasks: ResolvedConfig['tasks']) => {
    const folder = join(out, run);
    // What a store remembers of the first run is no second one.
    const options = { out: folder, log, signal, sides: ['baseline'], noCache: true } as const;
    await evaluateCheckpoints({ ...loaded, config: { ...config, tasks } }, options);
    if (signal.aborted) return null;
    const { runs, faults } = await readPartially(folder, 'baseline');
    if (faults.length > 0) throw new IssueList('data', faults);
    return runs;
  };
  const { policy, seed, tasks } = config;
  if (signal.aborted) return null;
  const first = await evaluate('first', tasks);
  if (first === null) return null;
  // Several answers to each sample show what another run would: it need not be paid for.
  const repeated = first.filter(isRepeated);
  const known = new Set(repeated.map(({ record }) => record.task));
  const others = tasks.filter(({ name }) => !known.has(name));
  const second = others.length === 0 ? [] : await evaluate('second', others);
  if (second === null) return null;
  const random = mulberry32(seed);
  const again = repeated.map((run) => [redrawn(run, random), redrawn(run, random)] as const);
  const gates = loaded.withResults(config, first).gates.filter(({ against }) => against === undefined);
  const side = (index: 0 | 1, runs: readonly TaskRun[]) =>
    withAskedMetrics(
      [...runs.filter(({ record }) => !known.has(record.task)), ...again.map((both) => both[index])],
      gates,
      config.prices,
    );
  const expected = tasks.map(({ name }) => name);
  const sides = [side(0, first), side(1, second)] as const;
  const comparisons = compareRuns(...sides, expected, policy.alpha.value);
  const answers = repeated.flatMap(answerNoise);
  const noise = noiseOf({
    comparisons,
    answers,
    gates,
    labels: labelsOf(config, await readLabels(config), ...sides),
    policy,
    assumedDiscordance: ASSUMED_DISCORDANCE,
    seed,
  });
  await writeAtomically(join(out, NOISE_FILE), verdictJson(noise));
  return noise;
}
