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

/**
 * Answers of a run that have no scores yet, beside its samples, so that a kill before the next scoring costs no answer that the
 * model has given. Lines are on the way to the disk when `keep` returns: a killed process loses none, a machine that loses its
 * power may lose the last. It is removed when the run is over.
 */
export class AnswerLog {
  /** What an earlier evaluation kept, by id of the sample; read without being believed. */
  readonly kept: ReadonlyMap<string, unknown>;
  readonly #folder: string;
  #seal: Seal;
  /** Null until something is kept. */
  #file: FileHandle | null = null;

  private constructor(folder: string, kept: ReadonlyMap<string, unknown>, seal: Seal) {
    this.#folder = folder;
    this.kept = kept;
    this.#seal = seal;
  }

  /** @param isWanted whether a sample is still without scores */
  static async open(folder: string, isWanted: (id: string) => boolean): Promise<AnswerLog> {
    const kept = new Map<string, unknown>();
    const file = join(folder, ANSWERS_FILE);
    const seal = await Seal.of(file);
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
    return new AnswerLog(folder, kept, seal);
  }

  /** @throws WeighbridgeError `engine` when the disk refuses */
  async keep(id: string, answers: unknown): Promise<void> {
    await onDisk(this.#folder, async () => {
      this.#file ??= await this.#begin();
      const line = lineOf(id, answers);
      await this.#file.appendFile(line);
      await this.#seal.append(line);
    });
  }

  /** Only what was kept before and is still wanted: a torn end would swallow the next line. */
  async #begin(): Promise<FileHandle> {
    const path = join(this.#folder, ANSWERS_FILE);
    await writeAtomically(path, [...this.kept].map(([id, answers]) => lineOf(id, answers)).join(''));
    this.#seal = await Seal.of(path);
    return open(path, 'a');
  }

  /** What another hand has touched meanwhile is removed: nothing may go on from it. */
  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
    if (!(await this.#seal.holds({ byContent: true }))) await this.remove();
  }

  /** Nothing goes on from here. */
  async remove(): Promise<void> {
    await rm(join(this.#folder, ANSWERS_FILE), { force: true });
  }
}

const lineOf = (id: string, answers: unknown): string => `${JSON.stringify({ id, answers })}\n`;
