import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { nearest } from '../../../core/domain/suggest.ts';
import { METRICS } from '../../../core/metrics/registry.ts';
import { nameHere } from '../../../core/metrics/synonyms.ts';

export const REQUIRED_COLUMNS = ['task', 'id', 'metric', 'score'] as const;

/** What is said of a sample. */
export const SAMPLE_COLUMNS = [
  'group',
  'cluster',
  'weight',
  'choices',
  'input',
  'prompt',
  'target',
  'output',
] as const;

const OPTIONAL = ['filter', ...SAMPLE_COLUMNS, 'direction', 'unit', 'min', 'max', 'model'] as const;

/** All that such a table may have, besides columns of one's own. */
export const KNOWN_COLUMNS: readonly string[] = [...REQUIRED_COLUMNS, ...OPTIONAL];

/** What else people call the columns of a table of results. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  task: ['dataset', 'benchmark', 'suite', 'eval', 'taskname', 'evalname'],
  id: [
    'qid',
    'uid',
    'uuid',
    'idx',
    'index',
    'key',
    'sampleid',
    'exampleid',
    'questionid',
    'docid',
    'itemid',
    'caseid',
  ],
  metric: ['metricname', 'measure', 'scorer'],
  score: ['value', 'result', 'correct', 'iscorrect', 'passed', 'metricvalue'],
  group: ['category', 'subject', 'subset', 'domain'],
  prompt: ['question', 'query', 'instruction'],
  target: ['expected', 'expectedoutput', 'gold', 'label', 'reference', 'groundtruth'],
  output: ['prediction', 'predicted', 'pred', 'response', 'completion', 'generation', 'modeloutput'],
  model: ['modelname', 'checkpoint'],
};

/** The column that was probably meant, or undefined where none is near. */
export function columnMeant(written: string): string | undefined {
  const bare = written.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.keys(CALLED).find((name) => CALLED[name]?.includes(bare)) ?? nearest(written, KNOWN_COLUMNS);
}

/** A line as it would have to be. */
const LINE = '{"task": "facts", "id": "q1", "metric": "acc", "score": 1}';

/**
 * Of a table that nobody knows, and that was meant as one of results: what it takes to become it. Null for any other.
 * @param columns as its first line has them
 */
export function almostPlain(columns: readonly string[], file: string): WeighbridgeError | null {
  const missing = REQUIRED_COLUMNS.filter((name) => !columns.includes(name));
  const renamed = missing.flatMap((name) => {
    const from = columns.find((column) => columnMeant(column) === name && !KNOWN_COLUMNS.includes(column));
    return from === undefined ? [] : [{ name, from }];
  });
  const wide = columns.filter((column) => Object.hasOwn(METRICS, nameHere(column)));
  const found = REQUIRED_COLUMNS.length - missing.length + renamed.length;
  if (missing.length === 0 || found + Math.min(1, wide.length) < 2) return null;
  const added = missing.filter((name) => !renamed.some((each) => each.name === name));
  const steps = [
    ...(renamed.length === 0
      ? []
      : [`rename ${renamed.map(({ name, from }) => `${from} to ${name}`).join(', ')}`]),
    ...(added.length === 0 ? [] : [`add ${added.join(', ')}`]),
  ];
  const lines =
    wide.length > 0 && missing.includes('metric') ? `, with a line for each of ${wide.join(', ')}` : '';
  return new WeighbridgeError('data', `no table of results: it lacks ${missing.join(', ')}`, {
    at: { file },
    fix: `${steps.join(', ')}${lines}, as in ${LINE}`,
  });
}
