import { appendFile, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import {
  HISTORY_VERSION,
  type History,
  type HistoryLine,
  READABLE_HISTORIES,
} from '../../core/domain/history.ts';
import { parseJson } from '../../core/domain/json.ts';
import { STOP_REASONS, TASK_ROLES } from '../../core/domain/run.ts';
import { VERDICTS } from '../../core/domain/verdict.ts';
import { writeAtomically } from './atomic-file.ts';
import { diskFault, makeDirectory, onDisk } from './disk-faults.ts';
import {
  countSchema,
  deltaSchema,
  directionSchema,
  flipsSchema,
  metricBasisSchema,
  modelSchema,
  taskBasisSchema,
  unitSchema,
} from './measured-schema.ts';

const text = z.string().max(4096);
const number = z.number().nullable();

const value = z.strictObject({ value: z.number(), stderr: number, n: countSchema.nullable() }).nullable();
const measured = { unit: unitSchema, baseline: value, candidate: value, delta: deltaSchema.nullable() };
const model = modelSchema.nullable();
const flips = flipsSchema.nullable();

const run = z.strictObject({
  kind: z.literal('run').describe('A round: one verdict on one candidate.'),
  schemaVersion: z.literal([...READABLE_HISTORIES]),
  run: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe('Names the run in notes.'),
  date: z.iso.datetime(),
  commit: text.nullable(),
  branch: text.nullable(),
  pullRequest: countSchema.nullable(),
  weighbridge: text.describe('Version that judged.'),
  verdict: z.enum(VERDICTS),
  ...{ blocked: z.boolean(), proven: z.boolean(), summary: text },
  policy: z.strictObject({
    ...{ alpha: z.number(), leanAlpha: z.number(), onInconclusive: text },
    ...{ target: text.exactOptional(), minCoverage: z.number().exactOptional() },
  }),
  ...{ candidate: model, baseline: model, anchor: model },
  training: z
    .record(text, z.union([text, z.number(), z.boolean()]))
    .describe("What the config's `record` says and the checkpoint's own files tell."),
  gates: z.array(
    z.strictObject({
      ...{ id: text, task: text, metric: text, rule: text, limit: text, margin: number },
      ...{
        tier: z.enum(['blocking', 'advisory']),
        against: z.enum(['baseline', 'anchor']),
        pairs: countSchema,
      },
      ...measured,
      direction: directionSchema.nullable(),
      verdict: z.enum(VERDICTS),
      leaning: z.enum(['pass', 'regression', 'none']).nullable(),
      ...{ blocks: z.boolean(), waived: z.boolean() },
      flips,
    }),
  ),
  tasks: z.array(
    z.strictObject({
      ...{ task: text, role: z.enum(TASK_ROLES), primaryMetric: text, pairs: countSchema },
      metrics: z.array(
        z.strictObject({
          ...{ metric: text, ...measured, direction: directionSchema },
          evidence: z.literal('weak').exactOptional(),
          basis: metricBasisSchema.exactOptional(),
        }),
      ),
      flips,
      ...{ worse: z.array(text), better: z.array(text), dataset: text.nullable() },
      stopped: z.enum(STOP_REASONS).exactOptional(),
      basis: taskBasisSchema.exactOptional(),
    }),
  ),
  identicalAnswers: countSchema.exactOptional(),
  waivers: z.array(z.strictObject({ gate: text, by: text, reason: text })),
  cost: z.strictObject({
    samples: z.strictObject({
      planned: countSchema,
      evaluated: countSchema,
      reused: countSchema.exactOptional(),
    }),
    tokens: z.strictObject({
      prompt: countSchema,
      output: countSchema,
      thinking: countSchema.exactOptional(),
    }),
    seconds: number,
  }),
});

const note = z.strictObject({
  kind: z.literal('note').describe('What a person says of a run.'),
  schemaVersion: z.literal([...READABLE_HISTORIES]),
  ...{ run: text, date: z.iso.datetime(), by: text.nullable(), text },
});

/** One line of a history. */
export const historyLineSchema = z.discriminatedUnion('kind', [run, note]);

/** Line by line, so that a history of years is one string and nothing more. */
const MAX_BYTES = 256 * 1024 * 1024;

export interface StoredHistory extends History {
  /** Each line that is none of ours, with its place: it is told and counts for nothing. */
  readonly faults: readonly WeighbridgeError[];
  /** Those lines as they are: a later version may have written them. */
  readonly unread: readonly string[];
}

/** @throws WeighbridgeError `data` when there is no such file, or it is too large */
export async function readHistory(file: string): Promise<StoredHistory> {
  const content = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const said = cause.code === 'ENOENT' ? 'there is no history' : (diskFault(cause) ?? cause.message);
    throw new WeighbridgeError('data', said, {
      ...{ at: { file }, cause },
      fix: 'keep one with `record:` in the config, or `weighbridge history add`',
    });
  });
  return parseHistory(content, file);
}

/**
 * Oldest first, whatever order the lines of merged branches came in; what is there twice counts once.
 * @throws WeighbridgeError `data` when it is too large
 */
export function parseHistory(content: string, file: string): StoredHistory {
  if (content.length > MAX_BYTES)
    throw new WeighbridgeError('data', 'the history is too large', {
      at: { file },
      fix: 'keep its last lines alone: tail -n 1000',
    });
  const faults: WeighbridgeError[] = [];
  const unread: string[] = [];
  const lines = new Map<string, HistoryLine>();
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = { file, line: index + 1 };
    try {
      // The schema is as wide as the types but for rules, whose names may be of a later version.
      const parsed = historyLineSchema.parse(parseJson(line, at)) as HistoryLine;
      lines.set(parsed.kind === 'run' ? parsed.run : line, parsed);
    } catch (cause) {
      unread.push(line);
      faults.push(noRecord(line, at, cause));
    }
  }
  const byDate = (a: HistoryLine, b: HistoryLine) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
  const sorted = [...lines.values()].sort(byDate);
  return {
    runs: sorted.filter((line) => line.kind === 'run'),
    notes: sorted.filter((line) => line.kind === 'note'),
    faults,
    unread: [...new Set(unread)],
  };
}

function noRecord(line: string, at: Location, cause: unknown): WeighbridgeError {
  const version = Number(/"schemaVersion": ?(\d+)/.exec(line)?.[1]);
  if (version > HISTORY_VERSION) {
    const message = `this line is of version ${version}, and this program reads ${READABLE_HISTORIES.join(', ')}`;
    return new WeighbridgeError('data', message, { at, cause, fix: 'use a newer version of it' });
  }
  const [issue] = cause instanceof z.ZodError ? cause.issues : [];
  const what = issue === undefined ? 'it is no JSON' : [issue.path.join('.'), issue.message].join(': ');
  return new WeighbridgeError('data', `this line is no record of a run: ${what}`, {
    ...{ at, cause },
    fix: 'take the line away, or read it with the version that wrote it',
  });
}

export const historyLine = (line: HistoryLine): string =>
  `${JSON.stringify(historyLineSchema.parse(line))}\n`;

/**
 * Adds a line: one write to the end, so that two programs do not tear each other's.
 * @throws WeighbridgeError `engine` when the disk refuses
 */
export async function appendHistory(file: string, line: HistoryLine): Promise<void> {
  await onDisk(dirname(file), async () => {
    await makeDirectory(dirname(file));
    const before = await readFile(file, 'utf8').catch(() => '');
    // A line that a crash has torn stays what it is, and does not spoil ours.
    await appendFile(file, `${before === '' || before.endsWith('\n') ? '' : '\n'}${historyLine(line)}`);
  });
}

/** Leaves the newest runs with their notes, and what it cannot read. @returns how many runs went */
export async function pruneHistory(file: string, keep: number): Promise<number> {
  const { text, gone } = pruned(await readHistory(file), keep);
  await onDisk(dirname(file), () => writeAtomically(file, text));
  return gone;
}

/** The text of a history without all but the newest runs and with what cannot be read, and how many went. */
export function pruned(
  { runs, notes, unread }: StoredHistory,
  keep: number,
): { readonly text: string; readonly gone: number } {
  const gone = new Set(runs.slice(0, Math.max(0, runs.length - keep)).map((each) => each.run));
  const kept = [...runs, ...notes].filter((line) => !gone.has(line.run)).map(historyLine);
  return { text: [...unread.map((line) => `${line}\n`), ...kept].join(''), gone: gone.size };
}
