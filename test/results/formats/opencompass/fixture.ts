import { type Change, type Fixture, json, questions } from '../fixture.ts';

const run = (model: string, change?: Change) => ({
  [`work/results/${model}/facts.json`]: json({
    accuracy: 50,
    details: Object.fromEntries(
      questions(change).map(({ id, score, extra }) => [
        id,
        { pred: 'A', correct: typeof score === 'number' ? score === 1 : score, ...extra },
      ]),
    ),
  }),
  [`work/predictions/${model}/facts.json`]: json(
    Object.fromEntries(
      questions().map(({ id }) => [id, { origin_prompt: `q${id}`, prediction: 'A', gold: 'A' }]),
    ),
  ),
  'work/summary/summary_1.csv': `dataset,version,metric,mode,${model}\nfacts,1d7fe4,accuracy,gen,50.00\n`,
});

export const fixture: Fixture = {
  path: '.',
  files: (change) => run('base', change),
  twin: () => run('tuned'),
  exceptions: {
    'torn work/summary/summary_1.csv': {
      answer: 'taken',
      because: 'it holds versions of datasets only, and a side without one is not comparable',
    },
    'missing work/summary/summary_1.csv': {
      answer: 'taken',
      because: 'it holds versions of datasets only, as where it is torn',
    },
    'missing work/predictions/base/facts.json': {
      answer: 'taken',
      because: 'it holds what was asked, which is then not recorded, and such a side is not comparable',
    },
  },
};
