import { createHash } from 'node:crypto';
import { type Change, type Fixture, json, jsonLinesOf, questions } from '../fixture.ts';

const known = { evaluation_id: 'e', evaluation_name: 'facts', evaluation_result_id: 'r' };

function run(name: string, change?: Change) {
  const rows = jsonLinesOf(
    questions(change).map(({ id, score, extra }) => ({
      ...{ ...known, model_id: 'org/m', sample_id: `q${id}`, input: { raw: `q${id}`, reference: ['A'] } },
      ...{ evaluation: { score }, ...extra },
    })),
  );
  return {
    [`${name}.json`]: json({
      ...{ schema_version: '0.3.0', evaluation_id: 'e', model_info: { id: 'org/m' } },
      evaluation_results: [
        {
          ...{ evaluation_name: 'facts', evaluation_result_id: 'r' },
          metric_config: { metric_id: 'acc', lower_is_better: false, min_score: 0, max_score: 1 },
          score_details: { score: 0.5 },
        },
      ],
      detailed_evaluation_results: {
        ...{ format: 'jsonl', file_path: `data/${name}_samples.jsonl`, total_rows: 4 },
        checksum: createHash('sha256').update(rows).digest('hex'),
      },
    }),
    [`${name}_samples.jsonl`]: rows,
  };
}

export const fixture: Fixture = {
  path: '.',
  files: (change) => run('a', change),
  twin: () => run('b'),
  exceptions: {
    'a byte order mark before a_samples.jsonl': {
      answer: 'none',
      because: 'it is another file by its checksum',
    },
  },
};
