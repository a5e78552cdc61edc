import { existsSync } from 'node:fs';
import { readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { VerdictFile } from '../core/domain/decision.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { isObject, parseJson } from '../core/domain/json.ts';
import type { ShownSamples } from '../core/domain/shown-samples.ts';
import type { AnswerSpeed } from '../core/domain/speed.ts';
import { buildVerdictFile } from '../report/build.ts';
import { verdictJson } from '../report/json.ts';
import { COMMENT_BYTES, renderMarkdown } from '../report/markdown.ts';
import { writeAtomically } from '../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../results/store/disk-faults.ts';
import { readSpeeds, recordSpeeds } from '../results/store/timing.ts';
import { renderPage } from './page.ts';

export const VERDICT_FILE = 'verdict.json';
export const COMMENT_FILE = 'comment.md';
export const HTML_FILE = 'report.html';
export const SHOWN_SAMPLES_FILE = 'shown-samples.json';

const VERDICT_VERSION: VerdictFile['schemaVersion'] = 1;

/** What the name of a file gets that says what no longer holds. */
const WITHDRAWN = '.withdrawn';

/**
 * Takes back the verdict of an earlier run: whoever is about to judge, or to change what was judged, may not come to an end.
 * Nothing is lost by it, be it that a name was mistyped: the files are kept under a name that no program reads.
 * @throws WeighbridgeError `engine` when the disk refuses
 */
export async function withdrawVerdict(out: string): Promise<void> {
  await onDisk(out, async () => {
    for (const name of [VERDICT_FILE, COMMENT_FILE, HTML_FILE, SHOWN_SAMPLES_FILE]) {
      const file = join(out, name);
      await rename(file, `${file}${WITHDRAWN}`).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      });
    }
  });
}

/** Keeps the verdict for machines and for people. */
export async function writeVerdict(
  out: string,
  verdict: VerdictFile,
  samples: ShownSamples | null = null,
  speeds: readonly AnswerSpeed[] = [],
): Promise<void> {
  const now = new Date().toISOString();
  const context = { artifactUrl: null, runUrl: null, elapsedSeconds: null, speeds, now };
  const { markdown } = renderMarkdown(verdict, context, COMMENT_BYTES);
  await onDisk(out, async () => {
    await makeDirectory(out);
    await writeAtomically(join(out, VERDICT_FILE), verdictJson(verdict));
    await writeAtomically(join(out, COMMENT_FILE), markdown);
    await recordSpeeds(out, speeds);
    if (samples !== null) await writeAtomically(join(out, SHOWN_SAMPLES_FILE), JSON.stringify(samples));
    await writeAtomically(join(out, HTML_FILE), renderPage(verdict, context, samples));
  });
}

/** Renders an earlier verdict again. @throws WeighbridgeError `data` when the file is not a verdict */
export async function renderAgain(out: string): Promise<VerdictFile> {
  const verdict = await readVerdict(join(out, VERDICT_FILE));
  const samples = await readShownSamples(join(out, SHOWN_SAMPLES_FILE));
  await writeVerdict(out, verdict, samples, await readSpeeds(out));
  return verdict;
}

/** Null where there are none: the verdict stands without them. @throws WeighbridgeError `data` when the file is not what it should be */
export async function readShownSamples(file: string): Promise<ShownSamples | null> {
  if (!existsSync(file)) return null;
  try {
    if ((await stat(file)).size > MAX_VERDICT_BYTES) throw new Error('too large');
    // Schemas of what is read again are made where something is.
    const { shownSamplesSchema } = await import('../config/shown-samples-schema.ts');
    return shownSamplesSchema.parse(parseJson(await readFile(file, 'utf8'), { file }));
  } catch (cause) {
    throw new WeighbridgeError('data', 'these are not the samples of a verdict', {
      ...{ at: { file }, cause },
      fix: 'judge again, or take the file away: the report is then without them',
    });
  }
}

/** Far above what a verdict with every flip of a large suite takes. */
const MAX_VERDICT_BYTES = 64 * 1024 * 1024;

/** @throws WeighbridgeError `data` when there is no verdict file, or it is none that this version wrote */
export async function readVerdict(file: string): Promise<VerdictFile> {
  try {
    if ((await stat(file)).size > MAX_VERDICT_BYTES) throw new Error('too large');
    const { verdictFileSchema } = await import('../config/verdict-schema.ts');
    const read = parseJson(await readFile(file, 'utf8'), { file });
    if (isObject(read) && Number(read.schemaVersion) > VERDICT_VERSION) {
      const message = `this verdict file is of version ${read.schemaVersion}, and this program reads ${VERDICT_VERSION}`;
      throw new WeighbridgeError('data', message, { at: { file }, fix: 'use a newer version of it' });
    }
    const verdict = verdictFileSchema.parse(read);
    const { schemaVersion: _, exitCode, summary: __, ...facts } = verdict;
    if (buildVerdictFile(facts).exitCode !== exitCode)
      throw new Error('its exit code is that of another verdict');
    return verdict;
  } catch (cause) {
    throw noVerdict(file, cause);
  }
}

function noVerdict(file: string, cause: unknown): WeighbridgeError {
  const { code } = cause as NodeJS.ErrnoException;
  const at = { file };
  if (code === 'ENOTDIR') {
    return new WeighbridgeError('data', 'this is a file, not a folder', {
      ...{ at: { file: dirname(file) }, cause },
      fix: 'name the folder that it lies in',
    });
  }
  if (code === 'ENOENT' && existsSync(`${file}${WITHDRAWN}`)) {
    return new WeighbridgeError('data', 'there is no verdict file: the last run came to none', {
      ...{ at, cause },
      fix: `run it to its end; the verdict before it is in ${file}${WITHDRAWN}`,
    });
  }
  const fix = 'name a folder in which `weighbridge run` or `gate` left one';
  if (code === 'ENOENT') return new WeighbridgeError('data', 'there is no verdict file', { at, fix, cause });
  if (cause instanceof WeighbridgeError && cause.fix !== undefined) return cause;
  const why = cause instanceof WeighbridgeError ? `: ${cause.message}` : '';
  return new WeighbridgeError('data', `this is not a verdict file${why}`, { at, fix, cause });
}
