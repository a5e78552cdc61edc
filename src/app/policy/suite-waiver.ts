import type { VerdictFile } from '../../core/domain/decision.ts';
import { SUITE_WAIVER, type SuiteReview, type Waiver, type WaiverRecord } from '../../core/domain/policy.ts';
import { buildVerdictFile, invalidateVerdict } from '../../report/build.ts';
import { termFault } from './waive.ts';

/** Whether a review needs a person's word before anything can pass. */
export const mustBeAccepted = (review: SuiteReview | null): boolean =>
  review !== null && waiting(review).length > 0;

/** Where the base branch's suite is asked, what cannot be had from it waits all the same. */
const waiting = ({ mode, changes }: SuiteReview): SuiteReview['changes'] =>
  mode === 'warn'
    ? []
    : changes.filter(
        ({ subject, counts }) =>
          counts && (mode === 'block' || /^(anchor|store|baseline\.prompt)\b|\.labels$/.test(subject)),
      );

/**
 * The verdict beside what the pull request changes of the suite. Where that needs to be accepted and nobody has, nothing is known
 * of what the base branch asks: `invalid`.
 * @param waivers all that there are; of gates they say nothing here
 */
export function judgeSuite(
  file: VerdictFile,
  review: SuiteReview | null,
  waivers: readonly Waiver[],
  today: string,
  maxDays: number,
): VerdictFile {
  const origin = file.policyOrigin;
  if (review === null || origin === undefined) return file;
  const isAsked = mustBeAccepted(review);
  const records: WaiverRecord[] = waivers.filter(isOfSuite).map(({ refused, ...waiver }) => {
    const because = refused ?? (isAsked ? obstacle(waiver, review, today, maxDays) : 'nothing waits for it');
    return { ...waiver, applied: because === null, because };
  });
  const { by, reason, expires } = records.find(({ applied }) => applied) ?? {};
  const accepted =
    by === undefined || reason === undefined || expires === undefined ? null : { by, reason, expires };
  const told = {
    ...file,
    policyOrigin: { ...origin, suite: { ...review, accepted } },
    ...(records.length === 0 ? {} : { waivers: [...(file.waivers ?? []), ...records] }),
  };
  if (!isAsked || accepted !== null) return buildVerdictFile(told);
  return invalidateVerdict(told, notAccepted(review));
}

export const isOfSuite = ({ gate }: Pick<Waiver, 'gate'>): boolean =>
  gate === SUITE_WAIVER || gate.startsWith(`${SUITE_WAIVER}:`);

function obstacle(
  { gate, expires, source }: Omit<Waiver, 'refused'>,
  { digest }: SuiteReview,
  today: string,
  maxDays: number,
): string | null {
  // A label holds for one commit, whose changes are these.
  if (gate === SUITE_WAIVER && source !== 'label') return `it names no change: write \`suite:${digest}\``;
  if (gate !== SUITE_WAIVER && gate !== `${SUITE_WAIVER}:${digest}`) return 'it accepts another change';
  return termFault(expires, today, maxDays);
}

const NAMED = 3;

function notAccepted(review: SuiteReview): string {
  const changes = waiting(review);
  const subjects = changes.map(({ subject }) => subject);
  const more = subjects.length > NAMED ? ` and ${subjects.length - NAMED} more` : '';
  const named = `${subjects.slice(0, NAMED).join(', ')}${more}`;
  const isOld = changes.every(({ kind }) => kind === 'outdated');
  return isOld
    ? `this branch does not have what the base branch has by now of ${named}: bring it up to date`
    : `this pull request changes what decides about it: ${named}. Nobody has accepted that yet, by the label weighbridge:waive suite or in the waivers of the base branch`;
}
