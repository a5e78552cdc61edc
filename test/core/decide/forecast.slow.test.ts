import { describe, expect, test } from 'vitest';
import { besideCount, CASES } from './forecast-cases.ts';

describe('what becomes of candidates, beside the same counted one by one', () => {
  test.each(CASES)('%s', (_, of) => {
    for (const { share, own, counted, spread } of besideCount(of, 1000)) {
      expect(Math.abs(own - counted), `${share}: ${own}, counted ${counted}`).toBeLessThan(spread);
    }
  });
});
