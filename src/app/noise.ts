import { join } from 'node:path';
import { readConfig } from '../config/load.ts';
import { requireSide } from '../config/models.ts';
import type { Overrides } from '../config/overrides.ts';
import { ASSUMED_DISCORDANCE } from '../config/plan/feasibility.ts';
import { compareRuns } from '../core/compare/compare.ts';
import { IssueList, WeighbridgeError } from '../core/domain/errors.ts';
import type { Noise } from '../core/domain/noise.ts';
import { verdictJson } from '../report/json.ts';
import { writeAtomically } from '../results/store/atomic-file.ts';
import { readPartially } from '../results/store/results.ts';
import { evaluateCheckpoints } from './evaluate.ts';
import type { Log } from './log.ts';
import { noiseOf } from './noise/policy-noise.ts';

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
 * Evaluates the baseline twice, each time in a folder of its own and with an engine of its own, and says what differs.
 * Goes on where an earlier measurement stopped; null when the signal came before the end. Writes `noise.json`.
 * @throws WeighbridgeError `config` when the baseline is results, which cannot be run again
 */
export async function measureNoise(options: NoiseOptions): Promise<Noise | null> {
  const { configPath, overrides, out, log, signal } = options;
  const loaded = await readConfig(configPath, overrides);
  const { config } = loaded;
  if (requireSide(config, 'baseline').kind === 'results') {
    throw new WeighbridgeError('config', 'the baseline is results of an earlier run, which shows no noise', {
      at: { file: configPath },
      fix: 'name the checkpoint: --baseline path/to/baseline.gguf',
    });
  }
  for (const run of RUNS) {
    // What a store remembers of the first run is no second one.
    if (signal.aborted) return null;
    await evaluateCheckpoints(loaded, {
      out: join(out, run),
      log,
      signal,
      sides: ['baseline'],
      noCache: true,
    });
  }
  if (signal.aborted) return null;
  const [first, second] = await Promise.all(RUNS.map((run) => readPartially(join(out, run), 'baseline')));
  if (first === undefined || second === undefined) throw new Error('two runs in, fewer out');
  const faults = [...first.faults, ...second.faults];
  if (faults.length > 0) throw new IssueList('data', faults);
  const { policy, seed, tasks } = config;
  const gates = loaded.withResults(config, first.runs).gates.filter(({ against }) => against === undefined);
  const expected = tasks.map(({ name }) => name);
  const comparisons = compareRuns(first.runs, second.runs, expected, policy.alpha.value);
  const noise = noiseOf({ comparisons, gates, policy, assumedDiscordance: ASSUMED_DISCORDANCE, seed });
  await writeAtomically(join(out, NOISE_FILE), verdictJson(noise));
  return noise;
}
