import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { everyEvalEver } from './every-eval-ever/every-eval-ever.ts';
import { namesIn } from './files.ts';
import type { Exporter, Format } from './format.ts';
import { helm } from './helm/helm.ts';
import { inspect } from './inspect/inspect.ts';
import { junit } from './junit/junit.ts';
import { lighteval } from './lighteval/lighteval.ts';
import { lmEval } from './lm-eval/lm-eval.ts';
import { mlflowResults } from './mlflow/mlflow.ts';
import { nemo } from './nemo/nemo.ts';
import { notRead } from './not-read.ts';
import { openaiEvals } from './openai-evals/openai-evals.ts';
import { opencompass } from './opencompass/opencompass.ts';
import { parquetExporter } from './parquet.ts';
import { almostPlain } from './plain/column-names.ts';
import { plain } from './plain/plain.ts';
import { columnsIn } from './plain/table.ts';
import { promptfoo } from './promptfoo/promptfoo.ts';
import { parseSelection } from './selection.ts';

/** One row adds a format. The first that knows a path reads it. */
export const RESULT_FORMATS: Readonly<Record<string, Format>> = {
  'lm-eval': lmEval,
  inspect,
  lighteval,
  helm,
  opencompass,
  'every-eval-ever': everyEvalEver,
  nemo,
  promptfoo,
  'openai-evals': openaiEvals,
  junit,
  mlflow: mlflowResults,
  plain,
};

/** The formats that runs can be written in, by name. */
export const EXPORTERS: ReadonlyMap<string, Exporter> = new Map([
  ...Object.entries(RESULT_FORMATS).flatMap(([name, { exporter }]) =>
    exporter === undefined ? [] : [[name, exporter] as const],
  ),
  // Written alone: databases read it.
  ['parquet', parquetExporter],
]);

/** @throws WeighbridgeError `usage` for a form that nothing is written in */
export function exporterOf(name: string): Exporter {
  const exporter = EXPORTERS.get(name);
  if (exporter !== undefined) return exporter;
  const fix = `choose one of ${[...EXPORTERS.keys()].join(', ')}`;
  throw new WeighbridgeError('usage', `runs cannot be written as ${JSON.stringify(name)}`, { fix });
}

/** Of the files in a folder, those that are looked at: more are no folder of a few reports. */
const MOST_FILES = 50;

/**
 * Who reads the results at a path; null when nobody knows them.
 * @throws WeighbridgeError `data` for a path that may not be read, and for a folder of files that are results by themselves
 */
export async function findFormat(path: string): Promise<Format | null> {
  try {
    const format = await formatAt(path);
    if (format !== null) return format;
    const folder = parseSelection(path).file;
    const other = await notRead(folder);
    if (other !== null) throw other;
    const known: string[] = [];
    for (const name of (await namesIn(folder)).sort().slice(0, MOST_FILES)) {
      const file = join(folder, name);
      // A link, as caches and DVC leave them, is named as the file would be.
      const isFile = (await stat(file).catch(() => null))?.isFile() === true;
      if (isFile && (await formatAt(file)) !== null) known.push(file);
    }
    if (known.length > 0) throw ofFiles(folder, known);
    const almost = almostPlain(await columnsIn(folder), folder);
    if (almost !== null) throw almost;
    return null;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw cause;
    throw new WeighbridgeError('data', 'reading is not permitted', {
      at: { file: path },
      fix: 'let whoever runs Weighbridge read it',
      cause,
    });
  }
}

async function formatAt(path: string): Promise<Format | null> {
  for (const format of Object.values(RESULT_FORMATS)) if (await format.detect(path)) return format;
  return null;
}

/** Reports, tables and their like are named by their file: which of several is meant nobody knows. */
function ofFiles(folder: string, files: readonly string[]): WeighbridgeError {
  const list = files.map((file) => `\n  ${file}`).join('');
  const message = `this is a folder, in which are results that are named by their file:${list}`;
  return new WeighbridgeError('data', message, {
    at: { file: folder },
    fix: 'name the file instead of the folder',
  });
}
