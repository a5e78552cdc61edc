import { type Fixture, jsonLinesOf, questions } from '../fixture.ts';

export const fixture: Fixture = {
  path: 'log.jsonl',
  files: (change) => ({
    'log.jsonl': jsonLinesOf([
      { spec: { completion_fns: ['m'], eval_name: 'facts', run_config: { seed: 1 }, run_id: 'r' } },
      ...questions(change).map(({ id, score, extra }) => ({
        ...{ run_id: 'r', sample_id: `q${id}`, type: 'metrics', data: { score }, ...extra },
      })),
      { final_report: { score: 0.5 }, run_id: 'r' },
    ]),
  }),
};
