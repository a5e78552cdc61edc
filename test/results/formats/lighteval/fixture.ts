import { type Change, type Fixture, json, questions } from '../fixture.ts';
import { parquet } from './build.ts';

const METRIC = 'extractive_match';

const run = (time: string, change: Change = {}) => ({
  [`results/org/m/results_${time}.json`]: json({
    config_general: { model_name: 'org/m' },
    results: { 'facts|0': { [METRIC]: 0.5 } },
  }),
  [`details/org/m/${time}/details_facts|0_${time}.parquet`]: parquet(
    questions(change).map(({ number }) =>
      number === 1 && change.score !== undefined ? Number(change.score) : number % 2,
    ),
    METRIC,
    questions(change).map(({ id }) => `q${id}`),
  ),
});

const none = {
  answer: 'none',
  because: 'a column of Parquet has one type, and no members but its own',
} as const;

export const fixture: Fixture = {
  path: '.',
  files: (change) => run('2025-11-21T02-02-49.864881', change),
  twin: () => run('2025-11-22T02-02-49.864881'),
  exceptions: {
    ...{ type: none, member: none, deep: none },
    'a score of null': {
      answer: 'none',
      because: 'it is a value that Parquet leaves out, as the format’s own test has it',
    },
  },
};
