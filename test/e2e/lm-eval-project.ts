import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lmEvalEnvironment } from '../../scripts/lm-eval-environment.ts';
import {
  checkpoint,
  type Finished,
  ROOT,
  type RunOptions,
  SUITE,
  temporaryFolder,
  weighbridge,
} from './support.ts';

/** As in `fixtures/suite/weighbridge.yml`, asked by lm_eval; float32, since its float16 rounds log-likelihoods to sixteenths. */
export const SETTINGS =
  'runner: lm-eval, batch_size: 16, device: cpu, model_args: { dtype: float32 }, include_path: tasks';
export const FACTS = `facts: { ${SETTINGS}, task: weighbridge_facts, role: general, alias: mmlu }`;

/** Of the facts; the first ones are a task of their own, and the others another. */
export const LARGE = 300;

/** A project: the suite's data, the tasks in the harness's own form, checkpoints in both forms. */
export function project(checkpoints: readonly string[], config = '') {
  const folder = temporaryFolder();
  cpSync(dirname(SUITE), join(folder.path, 'suite'), { recursive: true });
  cpSync(join(ROOT, 'fixtures/lm-eval/tasks'), join(folder.path, 'tasks'), { recursive: true });
  const facts = readFileSync(join(folder.path, 'suite/facts.jsonl'), 'utf8').split(/(?<=\n)/);
  writeFileSync(join(folder.path, 'suite/large.jsonl'), facts.slice(0, LARGE).join(''));
  writeFileSync(join(folder.path, 'suite/small.jsonl'), facts.slice(LARGE).join(''));
  for (const name of checkpoints) {
    cpSync(join(ROOT, 'fixtures/checkpoints/hf', name), join(folder.path, name), { recursive: true });
    cpSync(checkpoint(name), join(folder.path, name, `${name}.gguf`));
  }
  configure(folder.path, config);
  return folder;
}

export function configure(folder: string, config: string): void {
  writeFileSync(join(folder, 'weighbridge.yml'), `version: 1\n${config}`);
}

/** Runs weighbridge with the lm_eval of this test, offline, one core a program. */
export const run = (
  cwd: string,
  args: readonly string[] = ['run'],
  { env, ...options }: Omit<RunOptions, 'cwd'> = {},
): Promise<Finished> =>
  weighbridge([...args, '--out', 'out'], {
    ...{ cwd, ...options },
    env: {
      ...{ HF_HUB_OFFLINE: '1', HF_DATASETS_OFFLINE: '1', OMP_NUM_THREADS: '1' },
      ...{ WEIGHBRIDGE_LM_EVAL: lmEvalEnvironment(), ...env },
    },
  });

export const calls = (folder: string, side: string) =>
  readdirSync(join(folder, 'out/lm-eval', side)).filter((name) => name.startsWith('call-'));

/** Processes of lm_eval that still work on files of this folder. */
export const running = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const isZombie = /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
        return command.includes(folder) && command.includes('--tasks') && !isZombie ? [Number(pid)] : [];
      } catch {
        return [];
      }
    });

/** Log-likelihoods of a task's choices by document, as the harness wrote them. */
export function likelihoods(folder: string, side: string, task: string): Map<number, number[]> {
  const [call = ''] = calls(folder, side);
  const output = join(folder, 'out/lm-eval', side, call);
  const file = readdirSync(output, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.includes(`samples_${task}_`),
  );
  const lines = readFileSync(join(output, file ?? ''), 'utf8')
    .trimEnd()
    .split('\n');
  return new Map(
    lines.map((line) => {
      const { doc_id, filtered_resps } = JSON.parse(line) as { doc_id: number; filtered_resps: string[][] };
      return [doc_id, filtered_resps.map(([value]) => Number(value))];
    }),
  );
}
