import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { SIDES, type Side } from '../../core/domain/run.ts';
import { isLockFile } from './lock.ts';

/** With `byContent` a file is read again even where the system says that nobody touched it. */
export interface Look {
  readonly byContent?: boolean;
}

/** One file as it was left, so that another hand in it is seen. */
export class Seal {
  readonly #file: string;
  readonly #content: Hash = createHash('sha256');
  #trace = '';

  private constructor(file: string) {
    this.#file = file;
  }

  static async of(file: string): Promise<Seal> {
    const seal = new Seal(file);
    await readInto(seal.#content, file);
    await seal.append('');
    return seal;
  }

  /** Notes what its owner has written at its end. */
  async append(bytes: string | Uint8Array): Promise<void> {
    this.#content.update(bytes);
    this.#trace = await traceOf(this.#file);
  }

  async holds({ byContent = false }: Look = {}): Promise<boolean> {
    const trace = await traceOf(this.#file);
    if (trace === this.#trace && !byContent) return true;
    const content = createHash('sha256');
    await readInto(content, this.#file);
    if (content.digest('hex') !== this.#content.copy().digest('hex')) return false;
    this.#trace = trace;
    return true;
  }
}

export interface RunPlace {
  readonly side: Side;
  readonly folder: string;
}

/** All runs of a run directory beside one that is being written: none may change, appear or go away meanwhile. */
export class SealedRuns {
  readonly #out: string;
  readonly #own: string;
  readonly #files: ReadonlyMap<string, { readonly place: RunPlace; readonly seal: Seal }>;

  private constructor(out: string, own: string, files: Map<string, { place: RunPlace; seal: Seal }>) {
    this.#out = out;
    this.#own = own;
    this.#files = files;
  }

  static async beside(own: string, out: string): Promise<SealedRuns> {
    const files = new Map<string, { place: RunPlace; seal: Seal }>();
    for (const [file, place] of await filesOfRuns(out, own)) {
      files.set(file, { place, seal: await Seal.of(file) });
    }
    return new SealedRuns(out, own, files);
  }

  /** Runs that are not as they were. */
  async broken(look: Look = {}): Promise<readonly RunPlace[]> {
    const found = await filesOfRuns(this.#out, this.#own);
    const broken = new Map<string, RunPlace>();
    for (const [file, place] of found) if (!this.#files.has(file)) broken.set(place.folder, place);
    for (const [file, { place, seal }] of this.#files) {
      if (!found.has(file) || !(await seal.holds(look))) broken.set(place.folder, place);
    }
    return [...broken.values()];
  }
}

/** Every file below the sides' folders, as deep as a reader could look, with the run that it belongs to. */
async function filesOfRuns(out: string, own: string): Promise<Map<string, RunPlace>> {
  const files = new Map<string, RunPlace>();
  for (const side of SIDES) {
    const parent = join(out, side);
    for (const entry of await readdir(parent, { recursive: true, withFileTypes: true }).catch(() => [])) {
      const file = join(entry.parentPath, entry.name);
      const folder = join(parent, relative(parent, file).split(sep)[0] ?? '');
      const isRun = !entry.isDirectory() && !isLockFile(entry.name) && !entry.name.endsWith('.tmp');
      if (isRun && folder !== own) files.set(file, { side, folder });
    }
  }
  return files;
}

/** What changes with every write, and cannot be set back without the clock of the machine; nothing of a file that is not there. */
async function traceOf(file: string): Promise<string> {
  const found = await stat(file, { bigint: true }).catch(() => null);
  return found === null ? '' : [found.dev, found.ino, found.mode, found.size, found.ctimeNs].join(':');
}

/** A file that cannot be read is like none that can. */
async function readInto(content: Hash, file: string): Promise<void> {
  try {
    for await (const bytes of createReadStream(file)) content.update(bytes as Buffer);
  } catch (error) {
    content.update(`unreadable: ${(error as NodeJS.ErrnoException).code ?? ''}`);
  }
}
