import { type Change, type Fixture, json, questions } from '../fixture.ts';
import { header, sample, score } from './build.ts';

const run = (name: string, change?: Change) => ({
  [name]: json({
    ...header({
      results: { total_samples: 4, completed_samples: 4, scores: [score({ accuracy: 0.5 })] },
    }),
    samples: questions(change).map((each) => ({ ...sample(each.id, each.score), ...each.extra })),
  }),
});

export const fixture: Fixture = {
  path: '.',
  files: (change) => run('a.json', change),
  twin: () => run('b.json'),
};
