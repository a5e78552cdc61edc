import { type Fixture, json, questions } from '../fixture.ts';

export const fixture: Fixture = {
  path: 'results.json',
  files: (change) => ({
    'results.json': json({
      evalId: 'e',
      results: {
        ...{ version: 3, timestamp: '2026-11-21T02:16:37.700Z' },
        results: questions(change).map(({ number, id, score, extra }) => ({
          provider: { id: 'openai:m' },
          ...{ prompt: { raw: `q${id}` }, vars: { question: `q${id}` }, testIdx: number },
          testCase: { vars: { question: `q${id}` }, assert: [{ type: 'equals' }] },
          ...{ success: number % 2 === 1, failureReason: 1 - (number % 2), score, ...extra },
        })),
        stats: { successes: 2, failures: 2, errors: 0 },
      },
    }),
  }),
  exceptions: {
    'a score of null': { answer: 'none', because: 'beside the score it says whether the test passed' },
  },
};
