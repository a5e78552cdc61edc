import { readFile } from 'node:fs/promises';
import type { EvaluateOptions } from '../../src/main.ts';
import { writeRun } from '../support/run-folder.ts';

/** In place of `src/main.ts` where judging is real and only the models are not: the config's first line names the candidate's share. */
export { judge } from '../../src/main.ts';

const BASELINE = 75;

export async function evaluatePlan({ configPath, out, log }: EvaluateOptions): Promise<void> {
  const [, share = '0'] = /^# candidate (\d+)/.exec(await readFile(configPath, 'utf8')) ?? [];
  writeRun(out, 'baseline', 400, (index) => index % 100 < BASELINE);
  writeRun(out, 'candidate', 400, (index) => index % 100 < Number(share));
  log.info(`the candidate answers ${share} % rightly`);
}
