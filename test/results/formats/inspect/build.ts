import { type Method, zipOf } from '../../../support/zip.ts';
import { python } from '../lm-eval/build.ts';
import { load as loadAny } from '../load.ts';

type Members = Readonly<Record<string, unknown>>;

export const sample = (id: number | string, value: unknown, overrides: Members = {}) => ({
  id,
  epoch: 1,
  input: `question ${id}`,
  target: 'A',
  scores: { match: { value } },
  output: { choices: [{ message: { content: `answer ${id}` } }] },
  ...overrides,
});

/** Four questions, of which two are right. */
export const SAMPLES = [sample(1, 'C'), sample(2, 'I'), sample(3, 'C'), sample(4, 'N')];

export const score = (metrics: Readonly<Record<string, unknown>>, overrides: Members = {}) => ({
  name: 'match',
  scorer: 'match',
  params: {},
  metrics: Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, { name, value }])),
  ...overrides,
});

export const header = (overrides: Members = {}, own: Members = {}) => ({
  version: 2,
  status: 'success',
  eval: {
    task: 'facts',
    task_version: 1,
    created: '2026-11-21T02:24:31+00:00',
    model: 'hf/ckpt',
    model_args: { api_key: 'sk-secret' },
    dataset: { name: 'facts', samples: 4, sample_ids: [1, 2, 3, 4], shuffled: false },
    config: { epochs: 1, epochs_reducer: ['mean'] },
    packages: { inspect_ai: '0.3.208' },
    ...own,
  },
  plan: { steps: [{ solver: 'generate', params: {} }], config: { max_connections: 8 } },
  results: {
    total_samples: 4,
    completed_samples: 4,
    scores: [score({ accuracy: 0.5, stderr: 0.28 })],
  },
  ...overrides,
});

export const results = (scores: readonly unknown[], total = 4, completed = total) => ({
  results: { total_samples: total, completed_samples: completed, scores },
});

/** An archive as Inspect writes it. */
export const evalLog = (
  samples: readonly { id: unknown; epoch: number }[] = SAMPLES,
  top: unknown = header(),
  method: Method = 'zstd',
) =>
  zipOf([
    ['_journal/start.json', '{}', method],
    ...samples.map((each) => [`samples/${each.id}_epoch_${each.epoch}.json`, python(each), method] as const),
    ['summaries.json', '[]', method],
    ['header.json', python(top), method],
  ]);

export const jsonLog = (samples: readonly unknown[] = SAMPLES, top: Members = header()) =>
  python({ ...top, samples });

export const load = (files: Readonly<Record<string, string | Uint8Array>>, name = '.') =>
  loadAny(files, name);
