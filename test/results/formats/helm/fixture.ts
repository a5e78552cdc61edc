import { type Fixture, json, questions } from '../fixture.ts';

const stat = (name: string, mean: unknown) => ({ name: { name, split: 'test' }, count: 1, mean });

const run = (folder: string, change = {}) => ({
  [`${folder}/run_spec.json`]: json({ name: 'facts:model=org_m', adapter_spec: { model: 'org/m' } }),
  [`${folder}/stats.json`]: json([stat('exact_match', 0.5), stat('num_instances', 4)]),
  [`${folder}/per_instance_stats.json`]: json(
    questions(change).map(({ id, score, extra }) => ({
      ...{ instance_id: `q${id}`, train_trial_index: 0, stats: [stat('exact_match', score)], ...extra },
    })),
  ),
  [`${folder}/scenario_state.json`]: json({
    request_states: questions(change).map(({ id }) => ({
      ...{ instance: { id: `q${id}` }, train_trial_index: 0, request: { prompt: `q${id}` } },
    })),
  }),
});

export const fixture: Fixture = {
  path: '.',
  files: (change) => run('a', change),
  twin: () => run('b'),
};
