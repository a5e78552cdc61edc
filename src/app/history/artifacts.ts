import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { artifactName } from '../../adapters/github/artifact.ts';
import type { RemoteFiles } from '../../adapters/github/contents.ts';
import { artifactsOfBranch, attemptsOf, downloadArtifact } from '../../adapters/github/run-artifacts.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { parseJson } from '../../core/domain/json.ts';
import { writeAtomically } from '../../results/store/atomic-file.ts';
import { makeDirectory } from '../../results/store/disk-faults.ts';
import { unpack } from '../../results/unpack.ts';

/** A history of which every run of a branch leaves an artifact: all that it knew of, and its own round. */
export interface ArtifactHistory {
  readonly name: string;
  readonly branch: string;
}

/** What artifacts come to together. */
interface MergedHistory {
  readonly text: string;
  /** The artifacts whose lines are in it, by their ids. */
  readonly artifacts: readonly number[];
}

const LINES_FILE = 'history.jsonl';
/** Beside the lines: the artifacts that they were merged from. */
const MERGED_FILE = 'merged.json';
const mergedSchema = z.strictObject({ artifacts: z.array(z.int().min(0)).max(1_000_000) });

const LIMITS = { files: 2, fileBytes: 2 ** 28, totalBytes: 2 ** 28, depth: 1 };
/** As many as ran beside each other without knowing of each other; far above any real number. */
const MOST_HEADS = 200;

/** One of a run and attempt, since an artifact is never written twice. */
export const historyArtifactName = (name: string, attempt: number): string =>
  artifactName(name, 'history', attempt);

/**
 * The lines of all artifacts. Of one that a newer one was made with, nothing has to be fetched; those of runs beside each other are
 * all read, so that none of them is lost.
 * @throws WeighbridgeError `data` for an artifact that is none of ours, or what GitHub answered
 */
export async function readArtifactHistory(
  remote: RemoteFiles,
  { name, branch }: ArtifactHistory,
): Promise<MergedHistory> {
  const names = attemptsOf((attempt) => historyArtifactName(name, attempt));
  const known = new Set<number>();
  const texts: string[] = [];
  const scratch = await mkdtemp(join(tmpdir(), 'weighbridge-history-'));
  try {
    for (const artifact of await artifactsOfBranch(remote, names, branch)) {
      if (known.has(artifact.id)) continue;
      if (texts.length === MOST_HEADS) {
        throw new WeighbridgeError(
          'data',
          `more than ${MOST_HEADS} runs have kept ${name} beside each other`,
          {
            fix: 'let one run of the branch end, which joins them, and begin a history by another name if none does',
          },
        );
      }
      const folder = join(scratch, String(artifact.id));
      await downloadArtifact(remote, artifact, `${folder}.zip`, LIMITS.totalBytes);
      await unpack(
        `${folder}.zip`,
        folder,
        (file) => ([LINES_FILE, MERGED_FILE].includes(file) ? file : null),
        LIMITS,
      );
      const merged = await readFile(join(folder, MERGED_FILE), 'utf8');
      const at = { file: `${artifact.name}/${MERGED_FILE}` };
      for (const id of [artifact.id, ...mergedSchema.parse(parseJson(merged, at)).artifacts]) known.add(id);
      texts.push(await readFile(join(folder, LINES_FILE), 'utf8'));
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return { text: texts.join('\n'), artifacts: [...known].sort((a, b) => a - b) };
}

/** @returns the files of the next artifact, in the folder */
export async function writeArtifactHistory(
  folder: string,
  { text, artifacts }: MergedHistory,
): Promise<readonly string[]> {
  const [lines, merged] = [join(folder, LINES_FILE), join(folder, MERGED_FILE)];
  await makeDirectory(folder);
  await writeAtomically(lines, text);
  await writeAtomically(merged, `${JSON.stringify({ artifacts })}\n`);
  return [lines, merged];
}
