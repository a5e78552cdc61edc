import { isOverflow, type Timed } from './engine.ts';

/** To the microsecond. @param began as `performance.now()` told it */
export const secondsSince = (began: number): number => Math.round((performance.now() - began) * 1000) / 1e6;

/** The answer with how long it took; a refusal is none, and took nothing of the model. */
export async function timed<Answer extends object>(answer: () => Promise<Answer>): Promise<Answer & Timed> {
  const began = performance.now();
  const given = await answer();
  return isOverflow(given) ? given : { ...given, timing: { seconds: secondsSince(began) } };
}
