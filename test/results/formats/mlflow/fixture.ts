import { type Fixture, json, questions } from '../fixture.ts';

const table = (folder: string, change = {}) => {
  const names = Object.keys(questions(change)[1]?.extra ?? {});
  return {
    [`${folder}/eval.json`]: json({
      columns: ['id', 'inputs', 'exact_match/v1/score', ...names],
      data: questions(change).map(({ id, score, extra }) => [
        ...[id, `q${id}`, score],
        ...names.map((name) => extra[name] ?? null),
      ]),
    }),
  };
};

export const fixture: Fixture = {
  path: '.',
  files: (change) => table('a', change),
  twin: () => table('b'),
};
