import { z } from 'zod';
import { isCorpus, isUnscored, MOST_CHECKS, type Score, type Unscored } from '../../../core/domain/sample.ts';
import { configureScorer } from '../../scorers/registry.ts';
import type { ConfiguredScorer, ScorerIssue } from '../../scorers/scorer.ts';

/** What a test case asks of its answer: a scorer, with what its score has to be. */
export interface CaseCheck {
  /** As people read it: of a dataset, and so foreign text. */
  readonly label: string;
  readonly scorer: ConfiguredScorer;
  /** In place of the case's own; null where those count. */
  readonly targets: readonly string[] | null;
  /** Whether the scores of an answer pass; why nobody can tell, where the one that counts is missing. */
  readonly passes: (scores: Readonly<Record<string, Score>>) => boolean | Unscored;
}

export type ConfiguredCheck =
  | { readonly ok: true; readonly check: CaseCheck }
  | { readonly ok: false; readonly issues: readonly ScorerIssue[] };

/** The one metric of test cases: whether all checks of an answer passed. */
export const PASSED = 'passed';

export type CheckEntry = string | { readonly name: string; readonly [option: string]: unknown };

/** What counts as right of a case or a check. */
export const targetOption = z.union([z.string(), z.array(z.string()).min(1)]);

/** What a check says besides the options of its scorer. */
const conditions = z.object({
  target: targetOption.optional(),
  at_least: z.number().optional(),
  at_most: z.number().optional(),
  not: z.boolean().default(false),
});
const CONDITIONS: readonly string[] = Object.keys(conditions.shape);

/** The parts of an entry: its scorer's, and what stands beside these. */
export function partsOfCheck(entry: CheckEntry) {
  const { name, ...all } = typeof entry === 'string' ? { name: entry } : entry;
  const isCondition = ([key]: [string, unknown]) => CONDITIONS.includes(key);
  const given = Object.entries(all);
  return {
    name,
    options: Object.fromEntries(given.filter((option) => !isCondition(option))),
    conditions: Object.fromEntries(given.filter(isCondition)),
  };
}

/**
 * The check an entry means. Without limits the score has to be the best there is, which of a metric without end has to be said; a metric
 * over all samples has no score of one answer.
 * @param label what people are told failed
 */
export function configureCheck(entry: CheckEntry, label = checkLabel(entry)): ConfiguredCheck {
  const { name, options, conditions: written } = partsOfCheck(entry);
  const configured = configureScorer({ name, ...options });
  if (!configured.ok) return configured;
  const parsed = conditions.safeParse(written);
  if (!parsed.success) return { ok: false, issues: parsed.error.issues };
  const { scorer } = configured;
  const [metric] = scorer.metrics;
  const fault = (message: string): ConfiguredCheck => ({ ok: false, issues: [{ path: ['name'], message }] });
  if (scorer.needsContexts)
    return fault(
      `${name} judges by contexts, which a test case has none of: use it in a task of type generate`,
    );
  if (metric === undefined || metric.kind === 'corpus')
    return fault(`${name} is a function of all samples at once: it cannot check one answer`);
  const { target, not } = parsed.data;
  if (not && 'never' in scorer.options)
    return fault(
      `write \`never: true\` of ${name} in place of \`not: true\`: what cannot be read is no proof of it`,
    );
  let { at_least: least = -Infinity, at_most: most = Infinity } = parsed.data;
  if (least === -Infinity && most === Infinity) {
    const isHigher = metric.direction === 'higher_is_better';
    const best = isHigher ? metric.range.max : metric.range.min;
    if (best === null) return fault(`${name} has no best score: say ${isHigher ? 'at_least' : 'at_most'}`);
    if (isHigher) least = best;
    else most = best;
  }
  return {
    ok: true,
    check: {
      label,
      scorer,
      targets: target === undefined ? null : [target].flat(),
      passes(scores) {
        const value = numberIn(scores[metric.name]);
        return typeof value === 'number' ? (value >= least && value <= most) !== not : value;
      },
    },
  };
}

function numberIn(score: Score | undefined): number | Unscored {
  if (score === undefined || typeof score === 'number') return score ?? { unscored: 'no score' };
  if (isUnscored(score)) return score;
  if (isCorpus(score)) return { unscored: 'a part of a whole' };
  const value = score.numerator / score.denominator;
  return Number.isFinite(value) ? value : { unscored: 'a share of nothing' };
}

/** `not contains_any phrases: ["refund"]`. */
export function checkLabel(entry: CheckEntry): string {
  const { name, options, conditions: given } = partsOfCheck(entry);
  const { not, ...rest } = given;
  const said = Object.entries({ ...options, ...rest }).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  const label = `${not === true ? 'not ' : ''}${[name, said.join(', ')].join(' ').trim()}`;
  return label.length <= MOST_CHECKS.name
    ? label
    : `${label.slice(0, MOST_CHECKS.name - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
