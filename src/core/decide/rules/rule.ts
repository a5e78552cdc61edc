import type { TaskComparison } from '../../compare/compare.ts';
import type { MetricScores } from '../../compare/scores.ts';
import type { Estimate, GateResult } from '../../domain/decision.ts';
import type { Gate, GateRule, GateRuleName, Policy } from '../../domain/gate.ts';
import type { Direction, MetricDeclaration, MetricUnit, WorseSign } from '../../domain/metric.ts';
import type { Ahead, Forecasts } from '../forecast.ts';
import type { Hypothesis, HypothesisOrRefusal } from '../hypothesis.ts';
import type { Parsed, WrittenLimit } from './limits.ts';

/** The text before a limit and after it. */
export type AroundLimit = readonly [before: string, after: string];

type RuleOf<Name extends GateRuleName> = Extract<GateRule, { rule: Name }>;
type GateOf<Name extends GateRuleName> = Extract<Gate, { rule: Name }>;

/** What there is to know of one rule: all that differs between rules is asked here. */
export interface Rule<Name extends GateRuleName = GateRuleName> {
  readonly name: Name;
  /** The candidate's change, or its own value whatever the baseline does. */
  readonly estimand: Hypothesis['estimand'];
  /** What the limit is held against: one number, every group's, a count of samples by name, the answers themselves, or what several metrics come to. */
  readonly scope: 'metric' | 'groups' | 'cases' | 'answers' | 'several metrics' | 'average';
  /** Set where a pass says that no alarm went off, and proves nothing. */
  readonly isAlarm?: true;
  /** 1 where the limit is the largest degradation allowed, so that a higher one is looser; −1 where it is the smallest good asked for. */
  readonly limitSign: 1 | -1;
  /** Turns the estimand of a metric with this direction so that plus is worse. */
  readonly signFor: (direction: Direction) => WorseSign;

  /** Whether the limit is a change, such as 2pp, a value, such as 1%, or how many may be. */
  readonly written: 'change' | 'value' | 'count';
  /** The key of the config that holds the limit. */
  readonly key: string;
  /** For whoever writes the config. */
  readonly description: string;
  /** Help of the command-line flag; null where only the config can set the rule. */
  readonly flag: string | null;
  parse(written: WrittenLimit, unit: MetricUnit): Parsed<RuleOf<Name>['limit']>;
  /** Whether no candidate could break the limit. @param direction null where the metric is not known yet */
  allowsEverything(limit: RuleOf<Name>['limit'], unit: MetricUnit, direction: Direction | null): boolean;
  /** Why the rule would stop improvements of such a metric, and which one is meant; null where it does not. */
  misfit(direction: Direction): { readonly better: 'higher' | 'lower'; readonly use: GateRuleName } | null;

  /**
   * The question with numbers in it; a relative limit is resolved against the baseline.
   * @param baseline its shown value; null when there is none
   */
  hypothesis(
    limit: RuleOf<Name>['limit'],
    metric: MetricDeclaration,
    baseline: Estimate | null,
  ): HypothesisOrRefusal;
  /** Who judges in place of the one test of one hypothesis, on the metric's samples. */
  judgeMetric?(gate: GateOf<Name>, metric: MetricScores, policy: Policy): GateResult;
  /** The same for a rule that needs several metrics. */
  judgeTasks?(gate: GateOf<Name>, comparisons: readonly TaskComparison[], policy: Policy): GateResult;

  /**
   * What becomes of candidates, first of ones that changed nothing, told before any is evaluated: in closed form, or simulated with a
   * fixed seed by the gate's own test.
   */
  forecast(gate: GateOf<Name>, ahead: Ahead, policy: Policy): Forecasts;

  /** The limit as a rule one can read aloud: `may drop` 2pp `since the anchor`. */
  limitPhrase(gate: Pick<GateResult, 'direction' | 'against'>): AroundLimit;
  /** What follows the observed number once it is decided: `within the allowed drop of` 2pp. */
  outcomePhrase(holds: boolean, gate: Pick<GateResult, 'direction' | 'delta'>): AroundLimit;
  /** What an undecided gate cannot tell of its metric: `got worse by more than` 2pp. */
  readonly questionPhrase: string;
}
