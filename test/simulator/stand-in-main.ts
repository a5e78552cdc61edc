import { spawn } from 'node:child_process';
import { appendFile, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Judged } from '../../src/app/judge/shown.ts';
import type { EvaluatePlanOptions, JudgePlanOptions } from '../../src/app/main.ts';
import { WeighbridgeError } from '../../src/core/domain/errors.ts';
import { HOSTILE_OUTPUT, INCONCLUSIVE, INVALID, PASS, REGRESSION } from '../report/examples.ts';

/** In place of `src/app/main.ts` where no model runs: the config's first line names what is to happen. */

const VERDICTS = { pass: PASS, regression: REGRESSION, inconclusive: INCONCLUSIVE, invalid: INVALID };

async function scenarioOf(configPath: string): Promise<string> {
  const text = await readFile(configPath, 'utf8');
  return /^# (\S+)/.exec(text)?.[1] ?? '';
}

export async function evaluatePlan({ configPath, out, log, signal }: EvaluatePlanOptions): Promise<void> {
  const scenario = await scenarioOf(configPath);
  await writeFile(join(out, 'samples.jsonl'), '{"id":"1"}\n');
  await writeFile(join(out, 'environment.json'), JSON.stringify(process.env));
  await writeFile(
    join(out, 'parent.txt'),
    await readFile(`/proc/${process.ppid}/environ`, 'utf8').catch(() => ''),
  );
  log.info(HOSTILE_OUTPUT);
  switch (scenario) {
    case 'evaluate-fails':
      throw new WeighbridgeError('engine', 'out of memory');
    case 'evaluate-crashes':
      return process.kill(process.pid, 'SIGKILL') ? delay(5000) : undefined;
    case 'evaluate-links':
      return symlink('/etc/passwd', join(out, 'link.json'));
    case 'evaluate-changes-config':
      return appendFile(configPath, 'limits: none\n');
    case 'evaluate-changes-plan':
      return appendFile(join(out, '..', 'plan.json'), ' ');
    case 'evaluate-tampers':
      return tamper();
    case 'evaluate-leaves-children':
      spawn('sh', ['-c', 'sleep 2; echo late > "$0"', join(out, 'late.txt')], {
        stdio: 'ignore',
        detached: true,
      });
      return;
    case 'evaluate-takes-long':
      return delay(600_000, undefined, { signal });
    case 'evaluate-never-settles':
      return new Promise(() => {});
    default:
      return;
  }
}

/** As an attacker would: finds the runner's files by looking, and speaks for the steps to come. */
async function tamper(): Promise<void> {
  const folder = join(process.env.RUNNER_TEMP ?? '', '_runner_file_commands');
  for (const name of await readdir(folder)) {
    const said = name.startsWith('set_env')
      ? 'LD_PRELOAD=/tmp/evil.so\nBASH_ENV=/tmp/evil.sh\n'
      : 'verdict=pass\nending=finished\n';
    await appendFile(join(folder, name), said);
  }
  await writeFile(join(folder, 'set_env_0-of-mine'), 'NODE_OPTIONS=--require=/tmp/evil.js\n');
}

export async function decidePlan({ configPath }: JudgePlanOptions): Promise<Judged> {
  const scenario = await scenarioOf(configPath);
  if (scenario === 'judge-fails')
    throw new WeighbridgeError('data', `run.json is not JSON: ${HOSTILE_OUTPUT}`);
  if (scenario === 'report-crashes') process.kill(process.pid, 'SIGKILL');
  const verdict = scenario in VERDICTS ? VERDICTS[scenario as keyof typeof VERDICTS] : PASS;
  return { verdict, samples: () => null, speeds: () => [] };
}
