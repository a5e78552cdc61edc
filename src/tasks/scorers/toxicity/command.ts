import { spawn } from 'node:child_process';
import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { type Answer, metricOption } from '../scorer.ts';

export const commandOptions = z.strictObject({
  ...metricOption,
  backend: z.literal('command'),
  command: z
    .array(z.string())
    .min(1)
    .describe(
      'Program and arguments, run without a shell in the folder of the config file: reads {"id","text"} and writes {"id","score"}, one JSON object a line.',
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
 */
export function openCommand(options: CommandOptions, directory: string) {
  return async (answers: readonly Answer[], signal: AbortSignal): Promise<Score[]> => {
    // The ids it sees are positions: whatever a dataset calls its rows, they come back as they went.
    const lines = answers.map(({ output }, index) => JSON.stringify({ id: String(index), text: output }));
    const outcome = await run(options, directory, `${lines.join('\n')}\n`, signal);
    if ('failure' in outcome) return answers.map(() => ({ unscored: `toxicity: ${outcome.failure}` }));
    const scores = readScores(outcome.stdout);
    return answers.map((_, index) => {
      const score = scores.get(String(index));
      if (score === undefined) return { unscored: 'toxicity: the command gave no usable score' };
      return score >= options.threshold ? 1 : 0;
    });
  };
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

function run(
  options: CommandOptions,
  directory: string,
  input: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const [program = '', ...args] = options.command;
  const timeout = AbortSignal.timeout(options.timeout_seconds * 1000);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: directory,
      stdio: ['pipe', 'pipe', 'pipe'],
      signal: AbortSignal.any([signal, timeout]),
      killSignal: 'SIGKILL',
    });
    const stdout: Buffer[] = [];
    let size = 0;
    let complaint = '';

    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT_BYTES) child.kill('SIGKILL');
      else stdout.push(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = `${complaint}${chunk}`.slice(-MAX_REASON_LENGTH);
    });
    // A command that does not read its input closes the pipe; its exit code says what is to be known.
    child.stdin.on('error', () => {});
    child.stdin.end(input);

    child.on('error', (cause) => {
      if (signal.aborted) reject(signal.reason);
      else if (timeout.aborted)
        resolve({ failure: `the command took longer than ${options.timeout_seconds} s` });
      else reject(cannotStart(program, cause));
    });
    child.on('close', (code, killedBy) => {
      if (size > MAX_OUTPUT_BYTES) resolve({ failure: 'the command wrote too much' });
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
