import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isResultsFile, type ResultsFile } from './results-file.ts';

/** `<output_path>/<model>/results_<timestamp>.json`, and two folders above it. */
const MAX_DEPTH = 3;

const TIMESTAMP = /\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}(?:\.\d+)?/.source;
const RESULTS_TIMESTAMP = new RegExp(`_(${TIMESTAMP})\\.json$`);
const SAMPLES = new RegExp(`^samples_.+_${TIMESTAMP}\\.jsonl?(?:\\.gz)?$`);

/** What of the harness lies under a path. */
export interface Found {
  readonly results: readonly string[];
  readonly samples: readonly string[];
}

export async function locate(path: string): Promise<Found> {
  if (!existsSync(path)) return { results: [], samples: [] };
  if ((await stat(path)).isDirectory()) return locateIn(path, MAX_DEPTH);
  if (SAMPLES.test(basename(path))) return { results: [], samples: [path] };
  return { results: (await isResultsFile(path)) ? [path] : [], samples: [] };
}

async function locateIn(folder: string, depth: number): Promise<Found> {
  const results: string[] = [];
  const samples: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth > 0) {
      const inner = await locateIn(path, depth - 1);
      results.push(...inner.results);
      samples.push(...inner.samples);
    } else if (entry.isFile() && SAMPLES.test(entry.name)) samples.push(path);
    else if (entry.isFile() && entry.name.endsWith('.json') && (await isResultsFile(path)))
      results.push(path);
  }
  return { results, samples };
}

/**
 * The results file that a path means.
 * @throws WeighbridgeError `data` when there are several, since the newest need not be the one that is meant
 */
export async function theResultsFile(path: string): Promise<string> {
  const { results, samples } = await locate(path);
  const [file, ...others] = results;
  if (file === undefined) {
    throw new WeighbridgeError(
      'data',
      'samples of lm-evaluation-harness without the results file of their run',
      {
        at: { file: samples[0] ?? path },
        fix: 'keep results_<timestamp>.json beside the samples: without it nobody knows how many there should be',
      },
    );
  }
  if (others.length === 0) return file;
  throw new WeighbridgeError(
    'data',
    `${results.length} runs of lm-evaluation-harness lie here:\n${results.map((each) => `  ${each}`).join('\n')}`,
    { at: { file: path }, fix: 'name one of these files instead of the folder' },
  );
}

/** The samples of one task; null when there are none. */
export function samplesFile(source: ResultsFile, task: string): string | null {
  const stem = samplesStem(source, task);
  return ['.jsonl', '.jsonl.gz', '.json'].map((extension) => stem + extension).find(existsSync) ?? null;
}

export const noSamples = (source: ResultsFile, task: string) =>
  new WeighbridgeError('data', `there are no samples of the task ${JSON.stringify(task)}`, {
    at: { file: `${samplesStem(source, task)}.jsonl` },
    fix: 'keep all samples files that the run wrote beside its results file',
  });

/** Up to 0.4.2 the name has no time but the model's arguments. */
function samplesStem({ file, results }: ResultsFile, task: string): string {
  const timestamp = RESULTS_TIMESTAMP.exec(basename(file))?.[1];
  const name =
    timestamp === undefined
      ? `${String(results.config.model_args).replaceAll(/[/=]/g, '__')}_${task}`
      : `samples_${task}_${timestamp}`;
  return join(dirname(file), name);
}
