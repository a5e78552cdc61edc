import { spawn } from 'node:child_process';
import { appendFile, open, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
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
    case 'evaluate-shows-progress':
      return showProgress(log, signal);
    case 'evaluate-dies-half-way':
      await showProgress(log, signal);
      return process.kill(process.pid, 'SIGKILL') ? delay(5000) : undefined;
    case 'evaluate-looks-for-the-token':
      return lookForToken(out);
    case 'evaluate-takes-long':
      return delay(600_000, undefined, { signal });
    case 'evaluate-never-settles':
      return new Promise(() => {});
    default:
      return;
  }
}

/** Long enough for an update of the comment, unless it is told to stop. */
async function showProgress(log: EvaluatePlanOptions['log'], signal: AbortSignal): Promise<void> {
  log.expect?.([{ side: 'candidate', task: 'facts', labels: ['facts'], samples: 100 }]);
  for (let done = 20; done < 60; done += 2) {
    const rate = { samplesPerSecond: 2, secondsLeft: (100 - done) / 2 };
    log.progress?.({ side: 'candidate', task: 'facts', done, planned: 100, ...rate });
    await delay(1000, undefined, { signal });
  }
}

/** As an attacker would: reads all that there is of every process, and asks Node's debugger. */
async function lookForToken(out: string): Promise<void> {
  const attempt = (look: () => Promise<unknown>) => look().then(String, (error) => String(error.code));
  const seen: Record<string, unknown>[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const at = (name: string) => `/proc/${pid}/${name}`;
    const command = await attempt(() => readFile(at('cmdline'), 'utf8'));
    if (!command.includes(process.env.RUNNER_TEMP ?? '?')) continue;
    const environment = await attempt(() => readFile(at('environ'), 'utf8'));
    const files = await attempt(() => readdir(at('fd')));
    const memory = await attempt(async () => (await open(at('mem'))).close().then(() => 'open'));
    const isWriter = command.includes('progress-writer');
    if (isWriter) process.kill(Number(pid), 'SIGUSR1');
    seen.push({ command, environment, files, memory, isWriter });
  }
  await delay(2000);
  const debugging = await attempt(() => fetch('http://127.0.0.1:9229/json/version').then(() => 'answered'));
  await writeFile(join(out, 'seen.json'), JSON.stringify({ seen, debugging }));
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

export async function judgePlan({ configPath, log }: JudgePlanOptions & Pick<EvaluatePlanOptions, 'log'>) {
  const scenario = await scenarioOf(configPath);
  log.info(HOSTILE_OUTPUT);
  if (scenario === 'judge-fails')
    throw new WeighbridgeError('data', `run.json is not JSON: ${HOSTILE_OUTPUT}`);
  if (scenario === 'report-crashes') process.kill(process.pid, 'SIGKILL');
  return { verdict: scenario in VERDICTS ? VERDICTS[scenario as keyof typeof VERDICTS] : PASS };
}
