import { readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { verdictFileSchema } from '../config/verdict-schema.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { parseJson } from '../core/domain/json.ts';
import { buildVerdictFile } from '../report/build.ts';
import { renderHtml } from '../report/html.ts';
import { verdictJson } from '../report/json.ts';
import { COMMENT_BYTES, renderMarkdown } from '../report/markdown.ts';
import { writeAtomically } from '../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../results/store/disk-faults.ts';

export const VERDICT_FILE = 'verdict.json';
export const COMMENT_FILE = 'comment.md';
export const HTML_FILE = 'report.html';

/** What the name of a file gets that says what no longer holds. */
const WITHDRAWN = '.withdrawn';

/**
 * Takes back the verdict of an earlier run: whoever is about to judge, or to change what was judged, may not come to an end.
 * Nothing is lost by it, be it that a name was mistyped: the files are kept under a name that no program reads.
 * @throws WeighbridgeError `engine` when the disk refuses
 */
export async function withdrawVerdict(out: string): Promise<void> {
  await onDisk(out, async () => {
    for (const name of [VERDICT_FILE, COMMENT_FILE, HTML_FILE]) {
      const file = join(out, name);
      await rename(file, `${file}${WITHDRAWN}`).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      });
    }
  });
}

/** Keeps the verdict for machines and for people. */
export async function writeVerdict(out: string, verdict: VerdictFile): Promise<void> {
  const now = new Date().toISOString();
  const context = { artifactUrl: null, runUrl: null, elapsedSeconds: null, now };
  const { markdown } = renderMarkdown(verdict, context, COMMENT_BYTES);
  await onDisk(out, async () => {
    await makeDirectory(out);
    await writeAtomically(join(out, VERDICT_FILE), verdictJson(verdict));
    await writeAtomically(join(out, COMMENT_FILE), markdown);
    await writeAtomically(join(out, HTML_FILE), renderHtml(verdict, context));
  });
}

/** Renders an earlier verdict again. @throws WeighbridgeError `data` when the file is not a verdict */
export async function renderAgain(out: string): Promise<VerdictFile> {
  const verdict = await readVerdict(join(out, VERDICT_FILE));
  await writeVerdict(out, verdict);
  return verdict;
}

/** Far above what a verdict with every flip of a large suite takes. */
const MAX_VERDICT_BYTES = 64 * 1024 * 1024;

/** @throws WeighbridgeError `data` when there is no verdict file, or it is none that this version wrote */
export async function readVerdict(file: string): Promise<VerdictFile> {
  try {
    if ((await stat(file)).size > MAX_VERDICT_BYTES) throw new Error('too large');
    const verdict = verdictFileSchema.parse(parseJson(await readFile(file, 'utf8'), { file }));
    const { schemaVersion: _, exitCode, summary: __, ...facts } = verdict;
    if (buildVerdictFile(facts).exitCode !== exitCode)
      throw new Error('its exit code is that of another verdict');
    return verdict;
  } catch (cause) {
    const isAbsent = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new WeighbridgeError('data', isAbsent ? 'there is no verdict file' : 'this is not a verdict file', {
      at: { file },
      fix: 'name a folder in which `weighbridge run` or `gate` left one',
      cause,
    });
  }
}
