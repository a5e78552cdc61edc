import type { Timed } from './engine.ts';

/** To the microsecond. @param began as `performance.now()` told it */
export const secondsSince = (began: number): number => Math.round((performance.now() - began) * 1000) / 1e6;

/** The answer with how long it took. */
export async function timed<Answer extends object>(answer: () => Promise<Answer>): Promise<Answer & Timed> {
  const began = performance.now();
  const given = await answer();
  return { ...given, timing: { seconds: secondsSince(began) } };
}
