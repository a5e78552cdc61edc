import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CurveFiles, LogEntry } from '../../core/domain/curves.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { isObject } from '../../core/domain/json.ts';
import { parseLenientJson, parsePythonJson } from '../../results/formats/json.ts';
import { parseCsv, parseTsv } from '../datasets/csv.ts';
import { entryOf } from './entry.ts';
import { isPrinted, printedEntries } from './printed.ts';
import { type TrainerState, trainerStateOf } from './trainer-state.ts';

/** Far above a log of a million steps is another file. */
const MAX_BYTES = 64 * 1024 * 1024;

/** How the event files of TensorBoard begin, behind a length and its checksum. */
const EVENT_FILE = Buffer.from('brain.Event:');

const FORMS =
  "name a trainer_state.json, a log in JSONL or CSV, or what a trainer printed ({'loss': 1.2, …}); see docs/reference/curves.md";

type Read = { readonly entries: readonly LogEntry[]; readonly state?: TrainerState['state'] };

/**
 * What the files say, all of them one log. They are the candidate's, so anything: nothing of them is executed, and of their text no more
 * than names and numbers is kept. What cannot be read is a fault, and no file is passed over.
 * @param directory that their paths are relative to
 */
export async function readCurves(files: readonly string[], directory: string): Promise<CurveFiles> {
  const [read, faults]: [{ file: string; digest: string; found: Read }[], string[]] = [[], []];
  for (const file of files) {
    try {
      const bytes = await bytesOf(resolve(directory, file), file);
      const digest = createHash('sha256').update(bytes).digest('hex');
      read.push({ file, digest, found: parseLog(bytes, file) });
    } catch (error) {
      if (!(error instanceof WeighbridgeError)) throw error;
      faults.push(messageOf(error));
    }
  }
  return {
    ...{ files: read.map(({ file, digest }) => ({ file, digest })), faults },
    entries: read.flatMap(({ found }) => found.entries),
    globalStep: stepOf(read, 'global_step'),
    maxSteps: stepOf(read, 'max_steps'),
  };
}

/** The greatest: of several states, that of the last checkpoint. */
function stepOf(read: readonly { readonly found: Read }[], key: string): number | null {
  const steps = read.flatMap(({ found: { state } }) => {
    const step = state?.[key];
    return typeof step === 'number' && Number.isSafeInteger(step) && step > 0 ? [step] : [];
  });
  return steps.length === 0 ? null : Math.max(...steps);
}

async function bytesOf(path: string, file: string): Promise<Buffer> {
  const fault = (message: string, fix: string) =>
    new WeighbridgeError('data', message, { at: { file }, fix });
  try {
    // A pipe that nobody writes to would be waited for.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (!found.isFile()) throw fault('the training log is not a file', FORMS);
      if (found.size > MAX_BYTES)
        throw fault('the training log is larger than 64 MiB', 'log every tenth step');
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof WeighbridgeError) throw error;
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw fault(
      isAbsent
        ? 'there is no such training log'
        : `the training log cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
      'name the file under `curves.files`, relative to the config, and have it there in the job that judges',
    );
  }
}

/** A log in plain text may well begin with a time in brackets. */
const JSON_BEGINS = /^(?:\{\s*["}]|\[\s*[[{\]])/;

/** By content, never by name. @throws WeighbridgeError `data` */
function parseLog(bytes: Buffer, file: string): Read {
  if (bytes.subarray(0, 64).includes(EVENT_FILE)) {
    throw new WeighbridgeError(
      'data',
      'this is an event file of TensorBoard, which this version does not read',
      {
        at: { file },
        fix: 'name the trainer_state.json beside the checkpoint, or write its scalars as JSONL with the six lines of Python in docs/reference/curves.md',
      },
    );
  }
  if (bytes.includes(0)) throw unknownForm(file);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const start = text.trimStart();
  if (start === '')
    throw new WeighbridgeError('data', 'the training log is empty', { at: { file }, fix: FORMS });
  const read = JSON_BEGINS.test(start) ? json(text, file) : { entries: table(text, file) };
  if (read.entries.length > 0) return read;
  throw new WeighbridgeError('data', 'the training log has no entries', { at: { file }, fix: FORMS });
}

const unknownForm = (file: string): WeighbridgeError =>
  new WeighbridgeError('data', 'this is no training log in a form that is known', {
    at: { file },
    fix: FORMS,
  });

/** A trainer's state, a list, or JSONL. */
function json(text: string, file: string): Read {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines.slice(first + 1).some((line) => line.trim() !== '') && isWholeObject(lines[first] ?? '')) {
    const entries = lines.flatMap((line, index) =>
      line.trim() === '' ? [] : [entryOf(parseLenientJson(line, { file, line: index + 1 }), file, index + 1)],
    );
    return { entries };
  }
  const value = parseLenientJson(text, { file });
  if (Array.isArray(value)) return { entries: value.map((entry) => entryOf(entry, file, null)) };
  return trainerStateOf(value, file) ?? { entries: [entryOf(value, file, 1)] };
}

function isWholeObject(line: string): boolean {
  try {
    return isObject(parsePythonJson(line, { file: '' }));
  } catch {
    return false;
  }
}

/** What was printed, else columns. */
function table(text: string, file: string): readonly LogEntry[] {
  if (isPrinted(text)) return printedEntries(text, file);
  const [header = ''] = text.trimStart().split('\n', 1);
  if (!/[,\t]/.test(header)) throw unknownForm(file);
  const rows = header.includes(',') ? parseCsv(text, file) : parseTsv(text, file);
  return rows.map(({ fields, line }) => entryOf(fields, file, line));
}
