import { z } from 'zod';
import { isOverflow, type Timed } from './engine.ts';

/** Seconds that something may take, up to eleven days: a timer holds 24 of them, and ends at once what is given more. */
export const secondsLimit = z.number().positive().max(1_000_000);

/** To the microsecond. @param began as `performance.now()` told it */
export const secondsSince = (began: number): number => Math.round((performance.now() - began) * 1000) / 1e6;

/** The answer with how long it took; a refusal is none, and took nothing of the model. */
export async function timed<Answer extends object>(answer: () => Promise<Answer>): Promise<Answer & Timed> {
  const began = performance.now();
  const given = await answer();
  return isOverflow(given) ? given : { ...given, timing: { seconds: secondsSince(began) } };
}
