import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lmEvalEnvironment } from '../../../../scripts/lm-eval-environment.ts';
import { run } from '../../../../src/adapters/process/run.ts';
import { KeptHarness } from '../../../../src/tasks/runners/lm-eval/kept-harness.ts';
import { findProgram } from '../../../../src/tasks/runners/lm-eval/program.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures');
const never = new AbortController().signal;

/** One look each: choices twice, then text that is drawn by chance. */
const LOOKS = [
  { task: 'weighbridge_facts', documents: [0, 1, 2, 3, 4, 5, 6, 7] },
  { task: 'weighbridge_facts', documents: [8, 9, 40, 41, 42, 43, 99] },
  { task: 'weighbridge_tickets', documents: [0, 1, 2] },
];

/** What a call left: samples line by line, and results without what time and place say. */
function leftIn(output: string) {
  const names = readdirSync(output, { recursive: true, encoding: 'utf8' });
  const read = (part: string) =>
    readFileSync(join(output, names.find((name) => name.includes(part)) ?? ''), 'utf8');
  const { results, configs, config, versions } = JSON.parse(read('results_'));
  return {
    samples: read('samples_')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    results,
    configs,
    config,
    versions,
  };
}

test('one process for all looks answers as the command does, to the last bit', async () => {
  const folder = temporaryFolder({});
  cpSync(join(FIXTURES, 'suite'), join(folder, 'suite'), { recursive: true });
  cpSync(join(FIXTURES, 'lm-eval/tasks'), join(folder, 'tasks'), { recursive: true });
  cpSync(join(FIXTURES, 'checkpoints/hf/base'), join(folder, 'base'), { recursive: true });
  // Found by Python before its own, were the folder with the checkpoint a place for modules.
  writeFileSync(join(folder, 'random.py'), 'raise SystemExit("taken from where the checkpoint lies")');
  const program = await findProgram({ PATH: dirname(lmEvalEnvironment()) });
  const kept = new KeptHarness(program);
  onTestFinished(() => kept.close());
  const env = {
    ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', OMP_NUM_THREADS: '1' },
    ...{ HF_HUB_OFFLINE: '1', HF_DATASETS_OFFLINE: '1' },
  };
  const seconds = { command: [] as number[], kept: [] as number[] };
  for (const [look, { task, documents }] of LOOKS.entries()) {
    const list = join(folder, `${look}.json`);
    writeFileSync(list, JSON.stringify({ [task]: documents }));
    const outputs = { command: join(folder, `command-${look}`), kept: join(folder, `kept-${look}`) };
    for (const way of ['command', 'kept'] as const) {
      const args = [
        ...['--model=hf', '--model_args=pretrained=base,dtype=float32', '--batch_size=4', '--device=cpu'],
        ...['--include_path=tasks', `--tasks=${task}`, `--samples=${list}`, '--log_samples', '--seed=7'],
        ...['--gen_kwargs=do_sample=True,temperature=1.0', `--output_path=${outputs[way]}`],
      ];
      const command = { file: program.file, args, cwd: folder, env };
      const start = performance.now();
      const end =
        way === 'kept' ? await kept.call(command, never, () => undefined) : await run(command, never);
      seconds[way].push((performance.now() - start) / 1000);
      expect(end?.code, end?.output).toBe(0);
    }
    expect(leftIn(outputs.kept), `look ${look}`).toEqual(leftIn(outputs.command));
  }
  console.log(`seconds of the looks: ${JSON.stringify(seconds)}`);
});
