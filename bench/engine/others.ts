import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { lmEvalEnvironment } from '../../scripts/lm-eval-environment.ts';
import { installed } from '../../scripts/python-environment.ts';
import { isOverflow, type LoadedModel } from '../../src/tasks/engines/engine.ts';
import { openAi } from '../../src/tasks/engines/openai/engine.ts';
import { openAiOptions } from '../../src/tasks/engines/openai/options.ts';
import type { Items, Row } from './items.ts';
import type { Taken } from './timing.ts';

/** Reads and writes GGUF files in Python; transformers asks for it too. */
const GGUF = 'gguf==0.19.0';

const python = (): string => join(dirname(lmEvalEnvironment()), 'python3');

interface Unpacked {
  /** A folder for transformers. */
  readonly hf: string;
  readonly f32: string;
  readonly q8: string;
}

/** The same weights as numbers of 32 bits, and in blocks that llama.cpp has its fastest programs for; made once and kept. */
export function unpacked(model: string): Unpacked {
  const folder = installed(`unpacked-${basename(model)}`, (into) => {
    const packages = join(into, 'packages');
    const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', packages, GGUF];
    execFileSync(python(), pip, { stdio: 'inherit' });
    const env = { ...process.env, PYTHONPATH: packages, HF_HUB_OFFLINE: '1' };
    const script = join(import.meta.dirname, 'weights.py');
    execFileSync(python(), [script, model, into], { stdio: 'inherit', env });
  });
  return { hf: join(folder, 'hf'), f32: join(folder, 'f32.gguf'), q8: join(folder, 'q8_0.gguf') };
}

const TASK = `task: bench
dataset_path: json
dataset_kwargs: { data_files: { test: rows.jsonl } }
test_split: test
output_type: multiple_choice
doc_to_text: "{{prompt}}"
doc_to_choice: choices
doc_to_target: answer
target_delimiter: " "
metric_list: [{ metric: acc }]
`;

/**
 * lm_eval's command with `hf` in F32, one question at a time, without loading.
 * @returns with the log-likelihoods of all choices, by the items' order; the engine's share is what is spent in the model's own call
 */
export function byLmEval(folder: string, items: Items, threads: number) {
  const work = mkdtempSync(join(tmpdir(), 'weighbridge-bench-'));
  try {
    writeFileSync(join(work, 'rows.jsonl'), items.rows.map((row) => JSON.stringify(row)).join('\n'));
    writeFileSync(join(work, 'bench.yaml'), TASK);
    const weights = `pretrained=${folder},dtype=float32,max_length=2048`;
    const args = ['run', '--model', 'hf', '--model_args', weights, '--device', 'cpu', '--batch_size', '1'];
    const out = ['--tasks', 'bench', '--include_path', '.', '--log_samples', '--output_path', 'out'];
    const number = `${threads}`;
    const script = join(import.meta.dirname, 'timed_lm_eval.py');
    const printed = execFileSync(python(), [script, ...args, ...out], {
      ...{ cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 },
      env: { ...process.env, HF_HUB_OFFLINE: '1', OMP_NUM_THREADS: number, MKL_NUM_THREADS: number },
    });
    const { seconds, cpuSeconds, model: inModel } = JSON.parse(printed.trim().split('\n').at(-1) ?? '');
    const questions = items.rows.length;
    const taken: Taken = { questions, seconds, cpuSeconds, engineShare: inModel / seconds };
    return { taken, likelihoods: logged(join(work, 'out')) };
  } finally {
    rmSync(work, { recursive: true });
  }
}

function logged(folder: string): number[][] {
  const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jsonl'),
  );
  const samples = readFileSync(join(folder, file ?? ''), 'utf8')
    .trim()
    .split('\n');
  return samples
    .map((line): { doc_id: number; filtered_resps: [number | string, unknown][] } => JSON.parse(line))
    .sort((one, other) => one.doc_id - other.doc_id)
    .map(({ filtered_resps: choices }) => choices.map(([likelihood]) => Number(likelihood)));
}

/** llama.cpp's server on the same file, as the engine over HTTP starts it. */
export function openServer(server: string, path: string, threads: number): Promise<LoadedModel> {
  const command = [server, '-m', '{checkpoint}', '--port', '{port}', '--alias', '{model}', '-c', '2048'];
  const settings = [
    '--threads',
    `${threads}`,
    '--threads-batch',
    `${threads}`,
    '-np',
    '1',
    '--flash-attn',
    'off',
  ];
  const options = openAiOptions.parse({ serve: { command: [...command, ...settings] } });
  const events = { status: () => undefined };
  return openAi.open({ kind: 'file', path }, options, events, new AbortController().signal);
}

/** Log-likelihoods of all choices, by the rows' order. */
export async function likelihoods(model: LoadedModel, rows: readonly Row[]): Promise<number[][]> {
  const scores: number[][] = [];
  for (const { prompt, choices } of rows) {
    const continuations = choices.map((choice) => ` ${choice}`);
    const answer = await model.scoreChoices({ context: prompt, continuations, truncation: 'refuse' });
    if (isOverflow(answer)) throw new Error('a question does not fit');
    scores.push(answer.scores.map(({ logLikelihood }) => logLikelihood));
  }
  return scores;
}

/** By how many nats two models differ most about a choice. */
export const furthest = (
  ones: readonly (readonly number[])[],
  others: readonly (readonly number[])[],
): number =>
  Math.max(
    ...ones.flatMap((one, row) =>
      one.map((value, at) => Math.abs(value - (others[row]?.[at] ?? Number.NaN))),
    ),
  );
