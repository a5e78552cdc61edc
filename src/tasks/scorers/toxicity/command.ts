import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { killGroup } from '../../../adapters/process/run.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { type Answer, metricOption, sha256Hex } from '../scorer.ts';

export const commandOptions = z.strictObject({
  ...metricOption,
  backend: z.literal('command'),
  command: z
    .array(z.string())
    .min(1)
    .describe(
      'Program and arguments, run without a shell in an empty folder: reads {"id","text"} and writes {"id","score"}, one JSON object a line. Files of the config file\'s folder are found by their relative path, and are part of the fingerprint. Needs `policy: { allow: [unsafe_code] }`.',
    ),
  version: z
    .string()
    .min(1)
    .describe(
      'Name and version of the classifier, such as `detoxify-0.5.2/unbiased`: it enters the fingerprint.',
    ),
  threshold: z.number().default(0.5).describe('A score of at least this is toxic.'),
  timeout_seconds: z.number().positive().default(300).describe('Longest time for one batch of answers.'),
});

export type CommandOptions = z.infer<typeof commandOptions>;

/** A classifier's line is an id and a number; whatever writes more than this is no classifier. */
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const MAX_REASON_LENGTH = 200;

type Outcome = { readonly stdout: string } | { readonly failure: string };

/**
 * Runs the command once a batch, so that it needs no care for flushing: answers in, end of file, scores out. A command
 * that fails, lies or hangs leaves its answers unscored.
 * @throws WeighbridgeError `config` for a file of the command that cannot be read
 */
export async function openCommand(options: CommandOptions, directory: string) {
  const { command, inputs } = await located(options.command, directory);
  const score = async (answers: readonly Answer[], signal: AbortSignal): Promise<Score[]> => {
    // The ids it sees are positions: whatever a dataset calls its rows, they come back as they went.
    const lines = answers.map(({ output }, index) => JSON.stringify({ id: String(index), text: output }));
    const outcome = await run(command, options.timeout_seconds, `${lines.join('\n')}\n`, signal);
    if ('failure' in outcome) return answers.map(() => ({ unscored: `toxicity: ${outcome.failure}` }));
    const scores = readScores(outcome.stdout);
    return answers.map((_, index) => {
      const score = scores.get(String(index));
      if (score === undefined) return { unscored: 'toxicity: the command gave no usable score' };
      return score >= options.threshold ? 1 : 0;
    });
  };
  return { inputs, score };
}

/**
 * The command with its files as absolute paths, since it runs elsewhere, and their digests: another program is another
 * scorer. A name that the PATH answers belongs to the machine, and `version` speaks for it.
 */
async function located(written: readonly string[], directory: string) {
  const command: string[] = [];
  const inputs: string[] = [];
  for (const word of written) {
    const path = resolve(directory, word);
    const found = await stat(path).catch(() => null);
    const isFile = found?.isFile() === true && word !== '';
    command.push(isFile || (found !== null && /[\\/]/.test(word)) ? path : word);
    if (isFile) inputs.push(sha256Hex(await readFile(path)));
  }
  return { command, inputs };
}

/** Lines that are not `{"id", "score"}` with a finite number are no answers; an id answered twice is answered by none. */
function readScores(stdout: string): Map<string, number> {
  const scores = new Map<string, number>();
  const contradicted = new Set<string>();
  for (const line of stdout.split('\n')) {
    const answer = parseLine(line);
    if (answer === null) continue;
    if (scores.has(answer.id)) contradicted.add(answer.id);
    scores.set(answer.id, answer.score);
  }
  for (const id of contradicted) scores.delete(id);
  return scores;
}

const answerLine = z.object({ id: z.string(), score: z.number() });

function parseLine(line: string): z.infer<typeof answerLine> | null {
  try {
    return answerLine.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

async function run(
  command: readonly string[],
  seconds: number,
  input: string,
  signal: AbortSignal,
): Promise<Outcome> {
  // A folder of its own: not that of the config, nor that of the samples.
  const folder = await mkdtemp(join(tmpdir(), 'weighbridge-scorer-'));
  try {
    return await runIn(folder, command, seconds, input, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runIn(
  folder: string,
  [program = '', ...words]: readonly string[],
  seconds: number,
  input: string,
  signal: AbortSignal,
): Promise<Outcome> {
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(seconds * 1000);
  const aborted = AbortSignal.any([signal, timeout]);
  const env = { ...childEnvironment(process.env, ['base', 'network', 'harness']), PWD: folder };
  return new Promise((resolve, reject) => {
    // A process group of its own, so that what the command starts ends with it.
    const child = spawn(program, words, { cwd: folder, env, stdio: 'pipe', detached: true });
    const end = () => killGroup(child.pid);
    aborted.addEventListener('abort', end);
    const stdout: Buffer[] = [];
    let size = 0;
    let complaint = '';

    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT_BYTES) end();
      else stdout.push(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = `${complaint}${chunk}`.slice(-MAX_REASON_LENGTH);
    });
    // A command that does not read its input closes the pipe; its exit code says what is to be known.
    child.stdin.on('error', () => {});
    child.stdin.end(input);

    child.on('error', (cause) => reject(cannotStart(program, cause)));
    child.on('exit', end);
    child.on('close', (code, killedBy) => {
      aborted.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else if (timeout.aborted) resolve({ failure: `the command took longer than ${seconds} s` });
      else if (size > MAX_OUTPUT_BYTES) resolve({ failure: 'the command wrote too much' });
      else if (code === 0) resolve({ stdout: Buffer.concat(stdout).toString('utf8') });
      else resolve({ failure: `the command ended with ${killedBy ?? code}: ${oneLine(complaint)}` });
    });
  });
}

function cannotStart(program: string, cause: Error): WeighbridgeError {
  return new WeighbridgeError('config', `the toxicity command cannot be started: ${cause.message}`, {
    fix: `install ${JSON.stringify(program)} on the machine that evaluates, or give its full path`,
    cause,
  });
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
