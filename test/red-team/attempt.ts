import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Command } from 'commander';
import type { AddCommand } from '../../src/cli/command.ts';
import { exitCodeOf } from '../../src/cli/exit.ts';
import { Terminal } from '../../src/cli/terminal.ts';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import { messageOf } from '../../src/core/domain/errors.ts';
import type { RunRecord, Side } from '../../src/core/domain/run.ts';
import type { SampleRecord } from '../../src/core/domain/sample.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { plan, sample } from '../support/stored-run.ts';

/** What of a run differs from one that is whole and right. */
export interface Tampered {
  readonly record?: Partial<RunRecord>;
  readonly planned?: number;
  readonly isRight?: (index: number) => boolean;
  /** Changes one line; null leaves it out. */
  readonly line?: (line: SampleRecord, index: number) => unknown;
}

/** Nine in ten are right. */
export const MOSTLY = (index: number): boolean => index % 10 > 0;
/** Half are: no limit of a few points lets this pass beside `MOSTLY`. */
export const HALF = (index: number): boolean => index % 2 > 0;

/** Writes a run of `facts` as one side has it, whatever it says of itself. @returns the folder of the side */
export function writeTampered(out: string, side: Side, tampered: Tampered = {}): string {
  const { record, planned = 500, isRight = MOSTLY, line = (same) => same } = tampered;
  const folder = join(out, side, 'facts');
  mkdirSync(folder, { recursive: true });
  const model = { ...plan().model, digest: `sha256:${side}` };
  const whole: RunRecord = {
    ...plan({ side, planned, model, metrics: [declareMetric('acc')] }),
    ...{ schema_version: 1, status: { state: 'complete' }, started: 'x', finished: 'y', ...record },
  };
  writeFileSync(join(folder, 'run.json'), JSON.stringify(whole));
  const lines = Array.from({ length: planned }, (_, index) =>
    line(sample(index, { scores: { acc: isRight(index) ? 1 : 0 } }), index),
  ).filter((each) => each !== null);
  writeFileSync(join(folder, 'samples.jsonl'), lines.map((each) => `${JSON.stringify(each)}\n`).join(''));
  return join(out, side);
}

export interface Attempted {
  readonly exitCode: number;
  readonly text: string;
  /** What the folder holds after it. */
  readonly verdict: VerdictFile | null;
}

/** Runs a command as the command line would. */
export async function command(
  add: AddCommand,
  args: readonly string[],
): Promise<Pick<Attempted, 'exitCode' | 'text'>> {
  let text = '';
  const sink = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  }) as NodeJS.WriteStream;
  let exitCode = 0;
  const exit = (code: number) => {
    exitCode = code;
  };
  const program = new Command().exitOverride();
  add(program, { terminal: new Terminal(sink, sink), signal: new AbortController().signal, exit });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    exitCode = exitCodeOf(error);
    text += messageOf(error);
  }
  return { exitCode, text };
}

/** The same, and reads what it left in `out`. */
export async function attempt(add: AddCommand, args: readonly string[], out: string): Promise<Attempted> {
  const ended = await command(add, [...args, '--out', out]);
  const file = join(out, 'verdict.json');
  const verdict = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VerdictFile) : null;
  return { ...ended, verdict };
}
