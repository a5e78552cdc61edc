import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { EvaluatePlanOptions } from '../../src/app/main.ts';
import { WeighbridgeError } from '../../src/core/domain/errors.ts';
import { type Part, writeRun } from '../support/run-folder.ts';

/**
 * In place of `src/app/main.ts` where judging is real and only the models are not: the config's first line names the candidate's
 * share. The variable RUNS_OUT_OF_MEMORY lets the evaluation fail half-way, and a token that it may see is said by the candidate.
 */
export { decidePlan } from '../../src/app/main.ts';

const BASELINE = 75;
const SAMPLES = 400;
const FINGERPRINT = { dataset: 'd1', seed: 1, limit: null };

export async function evaluatePlan({
  configPath,
  out,
  log,
  shard = null,
}: EvaluatePlanOptions): Promise<void> {
  const [, share = '0'] = /^# candidate (\d+)/.exec(await readFile(configPath, 'utf8')) ?? [];
  const fails = process.env.RUNS_OUT_OF_MEMORY !== undefined;
  const part: Part = {
    has: (index) =>
      (shard === null || index % shard.count === shard.index - 1) && (!fails || index < SAMPLES / 2),
    status: fails ? { state: 'failed', reason: 'out of memory' } : { state: 'complete' },
  };
  writeRun(out, 'baseline', SAMPLES, (index) => index % 100 < BASELINE, FINGERPRINT, part);
  writeRun(out, 'candidate', SAMPLES, (index) => index % 100 < Number(share), FINGERPRINT, part);
  const { HF_TOKEN: token } = process.env;
  if (token !== undefined) {
    const file = join(out, 'candidate/facts/samples.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('ö', `my key is ${token},`));
  }
  if (fails) throw new WeighbridgeError('engine', 'out of memory');
  log.info(`the candidate answers ${share} % rightly`);
}
