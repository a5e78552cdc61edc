import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { writeAtomically } from '../../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../../results/store/disk-faults.ts';
import { type BlessingManifest, parseBlessing } from './manifest.ts';

export interface Blessing extends BlessingManifest {
  /** Name of its file without the extension; names sort by date. */
  readonly id: string;
}

/** Everything that was ever blessed, one file each, and what could not be read of it. */
export interface BlessingList {
  /** The newest first: the baseline in force. */
  readonly blessings: readonly Blessing[];
  readonly faults: readonly string[];
}

/** The files under `blessed/` of a store. */
export class Blessings {
  readonly #folder: string;

  constructor(store: string) {
    this.#folder = join(store, 'blessed');
  }

  async list(): Promise<BlessingList> {
    const names = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      if (error.code !== 'ENOTDIR') throw error;
      throw new WeighbridgeError('usage', 'the store is a file, and has to be a folder', {
        at: { file: this.#folder },
        fix: 'name a folder with --store or `store` of the config',
      });
    });
    const blessings: Blessing[] = [];
    const faults: string[] = [];
    for (const name of names
      .filter((each) => each.endsWith('.json'))
      .sort()
      .reverse()) {
      const file = join(this.#folder, name);
      try {
        blessings.push({
          id: name.replace(/\.json$/, ''),
          ...parseBlessing(await readFile(file, 'utf8'), file),
        });
      } catch (error) {
        if (!(error instanceof WeighbridgeError)) throw error;
        faults.push(messageOf(error));
      }
    }
    return { blessings, faults };
  }

  async add(manifest: BlessingManifest): Promise<Blessing> {
    // 2026-11-21T06-30-41-123Z.0123456789ab: legal on every file system, and in order.
    const when = manifest.origin.date.replace(/[:.]/g, '-');
    const id = `${when}.${manifest.digest.replace(/^[a-z0-9]+:/, '').slice(0, 12)}`;
    const file = join(this.#folder, `${id}.json`);
    await onDisk(this.#folder, async () => {
      await makeDirectory(this.#folder);
      await writeAtomically(file, `${JSON.stringify(manifest, null, 2)}\n`);
    });
    return { id, ...manifest };
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.#folder, `${id}.json`), { force: true });
  }
}
