import { type Fixture, json, jsonLinesOf, questions } from '../fixture.ts';

const run = (folder: string, change = {}) => ({
  [`${folder}/eval-1.json`]: json({
    ...{ run_id: 'eval-1', config_hash: 'a', config: { model: 'org/m' }, n_results: 4 },
    benchmark: { name: 'facts', samples: 4, scores: { mean_reward: { value: 0.5 } } },
  }),
  [`${folder}/results.jsonl`]: jsonLinesOf(
    questions(change).map(({ id, score, extra }) => ({
      ...{ problem_idx: id, repeat: 0, reward: score, prompt: `q${id}`, expected_answer: 'A', ...extra },
    })),
  ),
});

export const fixture: Fixture = {
  path: '.',
  files: (change) => run('a', change),
  twin: () => run('b'),
};
