import { createHash } from 'node:crypto';
import { collect } from '../../../../src/results/formats/collect.ts';
import { lmEval } from '../../../../src/results/formats/lm-eval/lm-eval.ts';
import type { StoredRun } from '../../../../src/results/store/reader.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

export const TIME = '2026-11-21T02-02-49.864881';
export const RESULTS = `results_${TIME}.json`;
export const samplesName = (task: string, time = TIME) => `samples_${task}_${time}.jsonl`;

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** A line as 0.4.7 and later write it. */
export const row = (document: number, overrides: Readonly<Record<string, unknown>> = {}) => ({
  doc_id: document,
  doc: { question: `q${document}` },
  target: '0',
  arguments: {
    gen_args_0: { arg_0: `q${document}`, arg_1: ' A' },
    gen_args_1: { arg_0: `q${document}`, arg_1: ' B' },
  },
  resps: [[['-2.5', 'False']], [['-0.5', 'True']]],
  filtered_resps: [
    ['-2.5', 'False'],
    ['-0.5', 'True'],
  ],
  filter: 'none',
  metrics: ['acc'],
  doc_hash: sha(`doc ${document}`),
  prompt_hash: sha(`prompt ${document}`),
  target_hash: sha('0'),
  acc: document % 2,
  ...overrides,
});

/** Four documents, of which two are right. */
export const ROWS = [0, 1, 2, 3].map((document) => row(document));

/** Results of the task `facts` with four documents. */
export const results = (overrides: Readonly<Record<string, unknown>> = {}) => ({
  results: {
    facts: { alias: 'facts', sample_len: 4, 'acc,none': 0.5, 'acc_stderr,none': 0.28867513459481287 },
  },
  group_subtasks: {},
  configs: {
    facts: { task: 'facts', metric_list: [{ metric: 'acc', aggregation: 'mean', higher_is_better: true }] },
  },
  versions: { facts: 1 },
  'n-shot': { facts: 0 },
  higher_is_better: { facts: { acc: true } },
  'n-samples': { facts: { original: 4, effective: 4 } },
  config: { model: 'hf', model_args: { pretrained: 'models/ckpt' }, limit: null, random_seed: 7 },
  date: 1795226520.27,
  lm_eval_version: '0.4.13',
  model_name: 'models/ckpt',
  ...overrides,
});

/** As Python writes it: numbers that are not finite stand bare. */
export const python = (value: unknown): string =>
  JSON.stringify(value, (_key, member) =>
    typeof member === 'number' && !Number.isFinite(member) ? `bare ${member}` : member,
  ).replace(/"bare ([^"]+)"/g, '$1');

export const lines = (rows: readonly unknown[]): string => rows.map((each) => `${python(each)}\n`).join('');

export interface Loaded {
  readonly runs: readonly StoredRun[];
  /** What each fault says. */
  readonly faults: readonly string[];
}

/** Loads a folder with these files. */
export async function load(files: Readonly<Record<string, string | Uint8Array>>, name = ''): Promise<Loaded> {
  const { runs, faults } = await collect(await lmEval.load(`${temporaryFolder(files)}/${name}`, 'candidate'));
  return { runs, faults: faults.map((fault) => fault.describe()) };
}

/** Loads one task, `facts`. */
export const loadFacts = (
  rows: readonly unknown[] = ROWS,
  overrides: Readonly<Record<string, unknown>> = {},
) => load({ [RESULTS]: python(results(overrides)), [samplesName('facts')]: lines(rows) });
