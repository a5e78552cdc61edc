import { type Change, type Fixture, json, jsonLinesOf, questions } from '../fixture.ts';
import { RESULTS, results, row, samplesName } from './build.ts';

const run = (time: string, change?: Change) => ({
  [RESULTS.replace('11-21', time)]: json(results()),
  [samplesName('facts').replace('11-21', time)]: jsonLinesOf(
    questions(change).map(({ number, id, score, extra }) => ({
      ...row(id, { doc_id: number }),
      ...{ acc: score, ...extra },
    })),
  ),
});

export const fixture: Fixture = {
  path: '.',
  files: (change) => run('11-21', change),
  twin: () => run('11-22'),
};
