import { type Fixture, jsonLinesOf, questions } from '../fixture.ts';

export const fixture: Fixture = {
  path: 'scores.jsonl',
  files: (change) => ({
    'scores.jsonl': jsonLinesOf(
      questions(change).map(({ id, score, extra }) => ({
        task: 'facts',
        id: `q${id}`,
        metric: 'acc',
        score,
        ...extra,
      })),
    ),
  }),
};
