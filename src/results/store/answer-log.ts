import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { isObject, parseJson } from '../../core/domain/json.ts';
import { writeAtomically } from './atomic-file.ts';
import { onDisk } from './disk-faults.ts';
import { ANSWERS_FILE } from './layout.ts';
import { readLines } from './lines.ts';
import { Seal } from './seal.ts';

const MAX_LINE_BYTES = 64 * 1024 * 1024;

interface Opened {
  readonly file: FileHandle;
  readonly seal: Seal;
}

/**
 * Answers of a run that have no scores yet, beside its samples, so that a kill before the next scoring costs no answer that the
 * model has given. Lines are on the way to the disk when `keep` returns: a killed process loses none, a machine that loses its
 * power may lose the last. It is removed when the run is over.
 */
export class AnswerLog {
  /** What an earlier evaluation kept, by id of the sample; read without being believed. */
  readonly kept: ReadonlyMap<string, unknown>;
  readonly #folder: string;
  #opened: Opened | null = null;

  private constructor(folder: string, kept: ReadonlyMap<string, unknown>) {
    this.#folder = folder;
    this.kept = kept;
  }

  /** @param isWanted whether a sample is still without scores */
  static async open(folder: string, isWanted: (id: string) => boolean): Promise<AnswerLog> {
    const kept = new Map<string, unknown>();
    const file = join(folder, ANSWERS_FILE);
    try {
      for await (const { text, whole, number } of readLines(file, MAX_LINE_BYTES)) {
        const line = whole ? parseJson(text, { file, line: number }) : null;
        if (isObject(line) && typeof line.id === 'string' && isWanted(line.id))
          kept.set(line.id, line.answers);
      }
    } catch (error) {
      // What cannot be read is asked again: nothing rests on it.
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isMissing && !(error instanceof WeighbridgeError)) throw error;
      if (!isMissing) kept.clear();
    }
    return new AnswerLog(folder, kept);
  }

  /** @throws WeighbridgeError `engine` when the disk refuses */
  async keep(id: string, answers: unknown): Promise<void> {
    await onDisk(this.#folder, async () => {
      this.#opened ??= await this.#begin();
      const { file, seal } = this.#opened;
      const line = lineOf(id, answers);
      await file.appendFile(line);
      await seal.append(line);
    });
  }

  /** Only what was kept before and is still wanted: a torn end would swallow the next line. */
  async #begin(): Promise<Opened> {
    const path = join(this.#folder, ANSWERS_FILE);
    await writeAtomically(path, [...this.kept].map(([id, answers]) => lineOf(id, answers)).join(''));
    return { file: await open(path, 'a'), seal: await Seal.of(path) };
  }

  /** What another hand has touched meanwhile is removed: nothing may go on from it. */
  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await opened?.file.close();
    if (opened !== null && !(await opened.seal.holds({ byContent: true }))) await this.remove();
  }

  /** Nothing goes on from here. */
  async remove(): Promise<void> {
    await rm(join(this.#folder, ANSWERS_FILE), { force: true });
  }
}

const lineOf = (id: string, answers: unknown): string => `${JSON.stringify({ id, answers })}\n`;
