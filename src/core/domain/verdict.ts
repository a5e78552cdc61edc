/**
 * The four verdicts, mildest first.
 *
 * ```
 * pass  <  inconclusive  <  regression  <  invalid
 * ```
 *
 * `invalid` is worst because nothing at all is known: the data were missing, unreadable or not comparable.
 */
export const VERDICTS = ['pass', 'inconclusive', 'regression', 'invalid'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * The worst of several verdicts. Commutative, associative and idempotent.
 *
 * Nothing judged is nothing known, so `join([])` is `invalid`: an empty set must never become a green check.
 */
export function join(verdicts: Iterable<Verdict>): Verdict {
  let worst = -1;
  for (const verdict of verdicts) worst = Math.max(worst, VERDICTS.indexOf(verdict));
  return VERDICTS[worst] ?? 'invalid';
}

/** Whether a merge rests on proof: `pass` is the only verdict that is one. */
export const isProven = (verdict: Verdict): boolean => verdict === 'pass';

/** Exit codes of the command line and of the action's last step. */
export const EXIT_CODES = {
  notBlocked: 0,
  regression: 1,
  inconclusiveAndBlocked: 2,
  invalid: 3,
  wrongUsage: 4,
  ourFault: 5,
} as const;

/** The one place where a verdict becomes an exit code. What is invalid blocks, whatever was said of it. */
export function verdictExitCode(verdict: Verdict, blocked: boolean): number {
  if (verdict === 'invalid') return EXIT_CODES.invalid;
  if (!blocked) return EXIT_CODES.notBlocked;
  return verdict === 'regression' ? EXIT_CODES.regression : EXIT_CODES.inconclusiveAndBlocked;
}
