import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { attempt } from '../attempt.ts';
import { directionsOf } from '../directions.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { commonDirection } from '../own-metrics.ts';
import { parseSelection } from '../selection.ts';
import { detailsOf } from './details.ts';
import { isResultsFile, readResultsFile, tasksOf } from './results-file.ts';
import { toRun } from './run.ts';

/** `<output_dir>/results/<organisation>/<model>/results_<time>.json`. */
const MAX_DEPTH = 4;

export const lighteval: Importer = {
  name: 'lighteval',
  summary: 'results and details (--save-details): the folder given as --output-dir, or one results file',

  async detect(path) {
    return (await resultsIn(parseSelection(path).file, MAX_DEPTH)).length > 0;
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const runs = await attempt(faults, async () => {
      const selection = parseSelection(path);
      const directions = directionsOf(selection, commonDirection);
      const source = await readResultsFile(
        theOne(await resultsIn(selection.file, MAX_DEPTH), selection.file),
      );
      const details = await detailsOf(source.file);
      const found: ForeignRun[] = [];
      for (const task of tasksOf(source.results)) {
        await attempt(faults, async () => found.push(await toRun(source, task, details, side, directions)));
      }
      if (found.length === 0 && faults.length === 0) {
        throw new WeighbridgeError('data', 'no task has a metric', { at: { file: source.file } });
      }
      return found.sort((a, b) => (a.record.task < b.record.task ? -1 : 1));
    });
    return { runs: runs ?? [], faults };
  },
};

/** @throws WeighbridgeError `data` when there are several, since the newest need not be the one that is meant */
function theOne(files: readonly string[], path: string): string {
  const [file] = files;
  if (file !== undefined && files.length === 1) return file;
  const list = files.map((each) => `  ${each}`).join('\n');
  throw new WeighbridgeError('data', `${files.length} runs of lighteval lie here:\n${list}`, {
    at: { file: path },
    fix: 'name one of these files instead of the folder',
  });
}

async function resultsIn(path: string, depth: number): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return (await isResultsFile(path)) ? [path] : [];
  const files: string[] = [];
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const inner = join(path, entry.name);
    if (entry.isDirectory() && depth > 0) files.push(...(await resultsIn(inner, depth - 1)));
    else if (entry.isFile() && entry.name.endsWith('.json') && (await isResultsFile(inner)))
      files.push(inner);
  }
  return files;
}
