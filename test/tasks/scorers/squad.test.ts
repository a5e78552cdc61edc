import { expect, test } from 'vitest';
import { answer, configured, scoresOf } from '../../support/scoring.ts';

const SCORERS = ['squad_em', 'squad_f1'];

test.each(SCORERS)('%s forgives case, punctuation and articles', async (name) => {
  expect(await scoresOf({ name }, [answer('The Eiffel-Tower.', 'eiffeltower'), answer('', 'Paris')])).toEqual(
    [1, 0],
  );
});

test.each(SCORERS)('%s has an empty answer right where there is none to find', async (name) => {
  expect(configured(name).checkTargets([''])).toBeNull();
  expect(await scoresOf({ name }, [answer('', ''), answer('the', ''), answer('Paris', '')])).toEqual([
    1, 1, 0,
  ]);
});

test.each(SCORERS)(
  '%s passes over a target of which nothing is left, where there is another',
  async (name) => {
    expect(configured(name).checkTargets(['Paris', 'the'])).toBeNull();
    expect(await scoresOf({ name }, [answer('', 'Paris', 'the'), answer('paris', 'Paris', 'the')])).toEqual([
      0, 1,
    ]);
  },
);

test.each(SCORERS)('%s refuses targets of which nothing is left: saying nothing would be right', (name) => {
  for (const target of ['A', 'the', '?!', 'An a.']) {
    expect(configured(name).checkTargets([target])).toMatch(/nothing but articles and punctuation/);
  }
});
