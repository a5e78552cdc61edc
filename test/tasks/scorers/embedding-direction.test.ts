import { expect, test } from 'vitest';
import { moderationServer, type Reply } from '../../support/moderation-server.ts';
import { answer, scoresOf } from '../../support/scoring.ts';

// Pins embedding_direction.

const entry = (url: string) => ({
  ...{ name: 'embedding_direction', url, model: 'bge', version: '1', attempts: 1 },
});

/** Embeds each text by its letters a and b. */
const byLetters = ({ body }: { body: { input: readonly string[] } }): Reply => ({
  status: 200,
  body: {
    data: body.input.map((text, index) => ({
      ...{ index, embedding: ['a', 'b'].map((letter) => text.split(letter).length - 1) },
    })),
  },
});

test('each answer has its direction, a unit vector', async () => {
  const { url } = await moderationServer([byLetters]);
  expect(await scoresOf(entry(url), [answer('aaa'), answer('abb'), answer('abbb')])).toEqual([
    { parts: [1, 0] },
    { parts: [0.44721, 0.89443] },
    { parts: [0.31623, 0.94868] },
  ]);
});

test('what has no direction is unscored, and so is everything that a service does not answer', async () => {
  const { url } = await moderationServer([byLetters, { status: 500 }]);
  expect(await scoresOf(entry(url), [answer(' '), answer('x')])).toEqual([
    { unscored: 'an empty text has no embedding' },
    { unscored: expect.stringMatching(/a vector without a direction/) },
  ]);
  const [score] = await scoresOf(entry(url), [answer('a')]);
  expect(score).toEqual({ unscored: expect.stringMatching(/answered 500/) });
});
