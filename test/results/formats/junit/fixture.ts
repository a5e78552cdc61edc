import { type Fixture, questions } from '../fixture.ts';

const because = 'XML has no numbers, and no members: what a test came to is an element';
const none = { answer: 'none', because } as const;

export const fixture: Fixture = {
  path: 'report.xml',
  files: (change) => ({
    'report.xml': `<testsuite name="facts" tests="4">${questions(change)
      .map(({ id, score }) => `<testcase name="q${id}">${score === 1 ? '' : '<failure/>'}</testcase>`)
      .join('\n')}</testsuite>\n`,
  }),
  exceptions: { score: none, type: none, member: none, deep: none },
};
