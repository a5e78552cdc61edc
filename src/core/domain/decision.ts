import type { BaselineProvenance } from './baseline.ts';
import type { CurvesResult } from './curves.ts';
import type { TaskDrift } from './drift.ts';
import type { CrossValidation } from './folds.ts';
import type { Gate, OnIdentical, Policy, Sourced } from './gate.ts';
import type { KeptEstimate } from './kept-estimate.ts';
import type { MetricDeclaration, MetricUnit, StoredDeclaration } from './metric.ts';
import type { ModelIdentity } from './model.ts';
import type { PolicyOrigin, WaiverRecord } from './policy.ts';
import type { Design, FingerprintField, FingerprintValue, StopReason, TaskRole } from './run.ts';
import type { Severity } from './sample.ts';
import type { Verdict } from './verdict.ts';

/** A value with its standard error; `stderr` is null when n < 2, where no uncertainty can be estimated. */
export interface Estimate {
  readonly value: number;
  readonly stderr: number | null;
  readonly n: number;
}

/** candidate − baseline in the metric's own unit, with a two-sided interval. */
export interface DeltaEstimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided level, 1 − 2α: 0.9 shows exactly the two one-sided hypotheses at α = 0.05. */
  readonly level: number;
  /** Name of the method, such as `tango`. */
  readonly method: string;
}

export interface TestResult {
  readonly method: string;
  readonly statistic: number | null;
  /** One-sided p-value against "worse than the limit": small proves safety. */
  readonly pSafe: number | null;
  /** One-sided p-value against "within the limit": small proves a regression. */
  readonly pWorse: number | null;
  /** What an undecided gate leans by where that is not `pSafe`: the p-value of the fixed test on all samples. */
  readonly pLean?: number;
  /** For one of several looks: the one-sided level at which it tests, so that all together spend α. */
  readonly level?: number;
}

export interface BySide<T> {
  readonly baseline: T;
  readonly candidate: T;
}

/** What a gain leaves of it after the losses that it has to pay for, in the unit of the gain; plus is better. */
export interface NetGain extends DeltaEstimate {
  readonly losses: readonly {
    readonly task: string;
    readonly metric: string;
    readonly weight: number;
    /** candidate − baseline in the metric's own unit, as everywhere. */
    readonly delta: number;
    readonly unit: MetricUnit;
  }[];
}

/** One task's part of an average, in the unit of the average. */
export interface AveragedMetric {
  readonly task: string;
  readonly metric: string;
  readonly share: number;
  /** candidate − baseline; null where nobody knows. */
  readonly delta: number | null;
}

/** A difference with the limits between which it lies at the level of the judge's agreement. */
interface BoundedDifference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a judge likes beside what it is asked for, in the metric's unit; each only where it can be told. It is shown, and decides nothing. */
export interface JudgeLikes {
  /** Share of its comparisons that turned with the order of the answers; null without any. */
  readonly turned?: BySide<number | null>;
  /** Of comparisons between answers of unlike length, how many went to the longer, and what the win rate is at equal length. */
  readonly longer?: BySide<{
    readonly verdicts: number;
    readonly preferred: number;
    readonly winRate: number | null;
    readonly controlled: number | null;
  }>;
  /** How much more than people it gives the longer half of a side's answers than the shorter one. */
  readonly length?: BoundedDifference;
  /** The sides whose model it is itself; and how much more than people it gives that one than the other, null where nobody can tell. */
  readonly itself?: {
    readonly sides: readonly ('baseline' | 'candidate')[];
    readonly excess: BoundedDifference | null;
  };
}

/** What people say of a judge, on the answers of this comparison that they graded. */
export interface JudgeAgreement {
  /** Of several criteria the one in which it agrees least. */
  readonly metric: string;
  /** Answers of each side with a grade by a person and one by the judge. */
  readonly labels: BySide<number>;
  /** Share of them in which both are the same; null without any. */
  readonly exact: number | null;
  /** Cohen's, weighted by squared distance on the scale; null where it is undefined. */
  readonly kappa: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided, as of all intervals here. */
  readonly level: number;
  /** Labels that would show that it may block, should kappa stay what it is; null where none would, or nobody can tell. */
  readonly needed: number | null;
  /** How much higher than people it grades, on average; null without labels. */
  readonly bias: BySide<Estimate | null>;
  /** The change as people would grade it (PPI++), where enough samples have their grades on both sides. */
  readonly corrected?: DeltaEstimate & {
    readonly labels: number;
    /** Whether the judge is proven to favour a side, so that this decides. */
    readonly decides: boolean;
  };
  /** Absent where nothing can be told. */
  readonly likes?: JudgeLikes;
  /** Set where the config has the gate block, and it does not for want of that agreement. */
  readonly demotes?: true;
}

/** One gate, judged. Every number is finite or null with a reason in `reasons`. */
export interface GateResult {
  readonly id: string;
  readonly task: string;
  readonly metric: string;
  readonly rule: Gate['rule'];
  /** The anchor stands wherever a baseline is named: `baseline`, `delta` and `unpaired` are of it. */
  readonly against?: 'anchor';
  /** The limit as written, such as `2pp`. */
  readonly limit: string;
  /** The limit in the metric's unit, after a relative limit was resolved against the baseline; null when it could not be. */
  readonly margin: number | null;
  readonly unit: MetricUnit;
  readonly direction: MetricDeclaration['direction'] | null;
  readonly tier: Gate['tier'];
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  /** Signs that the data are not what they look like, which a reader must see whatever the verdict; absent without any. */
  readonly warnings?: readonly string[];
  readonly baseline: Estimate | null;
  readonly candidate: Estimate | null;
  readonly delta: DeltaEstimate | null;
  /**
   * Only where less was seen than planned: the samples that the answer rests on, those that the candidate was asked by the end,
   * and all. `stopped` says why a gate was left undecided. `baseline` then is the baseline's value on all samples.
   */
  readonly sequence?: {
    readonly used: number;
    readonly evaluated: number;
    readonly planned: number;
    readonly stopped?: StopReason;
    /** How it came to be decided: a few of the looks, the last among them; absent where it was not. */
    readonly progress?: readonly LookEvidence[];
  };
  /** The baseline on the samples of `sequence.used`, from which `delta` is the change; absent where that is `baseline`. */
  readonly pairedBaseline?: Estimate;
  /** Only for `net_gain`, of which `delta` is the gain by itself. */
  readonly net?: NetGain | null;
  /** Only for `average`: what it is the weighted mean of, shares adding up to 1. */
  readonly average?: readonly AveragedMetric[];
  /** Only where a side has no samples, so that sums of another program had to do. */
  readonly evidence?: 'weak';
  /** For a ceiling or floor: the one-sided limit of the candidate's own value on the side that is forbidden. */
  readonly bound: { readonly side: 'upper' | 'lower'; readonly value: number; readonly level: number } | null;
  readonly pairs: number;
  /** What the samples count for, weighed and clustered as they are (Kish); absent where that is nearly their number. */
  readonly effective?: number;
  /** Only where a side answered each sample several times. */
  readonly repeats?: RepeatResult;
  readonly unpaired: BySide<number>;
  readonly unscored: BySide<number>;
  /** Samples that went from right to wrong and from wrong to right; null where scores are not 0 or 1. */
  readonly flips: { readonly regressed: number; readonly improved: number } | null;
  /**
   * For an undecided gate under `lean`: `pass` where the test that would prove safety rejects harm at `lean_alpha`, else
   * `regression`; `none` where there is no such test, so that nothing leans. Null for every other gate.
   */
  readonly leaning: 'pass' | 'regression' | 'none' | null;
  readonly test: TestResult | null;
  /** Smallest true degradation that this many samples would show with 90 % probability; metric's unit. */
  readonly minimumDetectable: number | null;
  /** Samples that would decide the gate if the observed rates hold; only when inconclusive. */
  readonly needed: number | null;
  /** Whether this gate blocks the merge, after tier, `on_inconclusive` and waivers. */
  readonly blocks: boolean;
  /** Why the gate could not fail, so that nothing follows from it; absent of one that could. */
  readonly blind?: string;
  /**
   * Only for gates on groups: those that a regression is proven of, the surest first, with their changes; of a gap the two that are
   * furthest apart, the greater first, with the candidate's own values.
   */
  readonly groups?: readonly { readonly group: string; readonly value: number; readonly pairs: number }[];
  /** Only for `max_new_failures`, the gravest first. */
  readonly cases?: {
    /** Always passed by the baseline, and by the candidate less often than not. */
    readonly failed: readonly CaseResult[];
    /** Answers disagree, of the baseline's or of most of the candidate's: what they come to next time is chance. */
    readonly flaky: readonly CaseResult[];
  };
  /** Only where a model judged the answers. */
  readonly judge?: JudgeAgreement;
  /** Whose waiver keeps the gate from blocking; absent where none does. Its verdict stays what it is. */
  readonly waived?: Pick<WaiverRecord, 'by' | 'reason' | 'expires'>;
}

/** A test case that did not do as before, by its name. */
export interface CaseResult {
  readonly id: string;
  readonly severity: Severity;
  /** Checks that an answer of the candidate failed; empty where nobody kept them. */
  readonly checks: readonly string[];
  /** Share of its answers that passed. */
  readonly passed: BySide<number>;
}

/** What several answers to each sample say beside their mean. */
export interface RepeatResult {
  /** How many there are to each sample. */
  readonly answers: BySide<number>;
  /**
   * Share of the variance of the samples' deltas that is chance between answers to one question; at least that, where a side
   * answered once. Null without any variance, and for metrics that are no mean of the answers.
   */
  readonly noiseShare: number | null;
  /** Samples whose answers do not all score the same. */
  readonly flaky: BySide<number>;
  /** A few of these, those first whose answers differ most: mean score, and from the least to the greatest. */
  readonly worst: readonly ({ readonly id: string } & BySide<{
    readonly mean: number;
    readonly range: number;
  }>)[];
}

/**
 * What one look of a sequential test had for each answer, as a share of what proves it: 1 and more proves. Of bets the logarithm of
 * the e-value over that of 1/alpha, of planned looks that of the p-value over that of the level there.
 */
export interface LookEvidence {
  readonly samples: number;
  readonly pass: number;
  readonly regression: number;
}

/** Another model beside the two: a ceiling to hold the candidate against. It decides nothing. */
export interface ReferenceResult {
  readonly model: ModelIdentity | null;
  /** Of tasks that were asked alike: its value, and the candidate's on the same samples. */
  readonly metrics: readonly {
    readonly task: string;
    readonly metric: string;
    readonly unit: MetricUnit;
    readonly direction: MetricDeclaration['direction'];
    readonly pairs: number;
    readonly value: number;
    readonly candidate: number;
  }[];
  /** Tasks of it that cannot be held beside the candidate's, with the first reason. */
  readonly unlike: readonly { readonly task: string; readonly reason: string }[];
}

/** A field in which two runs differ. */
export interface Mismatch {
  readonly task: string;
  /** The anchor stands in place of the baseline. */
  readonly against?: 'anchor';
  readonly field:
    | FingerprintField
    | 'quantization'
    | 'machine'
    | 'samples'
    | 'inputs'
    | 'targets'
    | 'metrics'
    | 'run';
  /** Which of several that the field holds. */
  readonly setting?: string;
  readonly baseline: FingerprintValue;
  readonly candidate: FingerprintValue;
  readonly severity: 'hard' | 'soft';
}

/** One sample whose score changed, for the reader; `output` texts are hostile. */
export interface Flip {
  readonly id: string;
  readonly group: string | null;
  /** Its last paragraph on one line, which fits into one; absent where it was not kept. */
  readonly question?: string;
  readonly baseline: { readonly score: number; readonly output: string | null };
  readonly candidate: { readonly score: number; readonly output: string | null };
}

/** What a side came to, where nothing is decided by it: of a sum nobody need have said how many samples it is of. */
export interface SideValue extends Pick<Estimate, 'value' | 'stderr'> {
  readonly n: number | null;
}

export interface MetricResult {
  readonly metric: string;
  readonly unit: MetricUnit;
  readonly direction: MetricDeclaration['direction'];
  readonly baseline: SideValue | null;
  readonly candidate: SideValue | null;
  readonly delta: DeltaEstimate | null;
  /** Where a side has no samples, so that nothing is paired. */
  readonly evidence?: 'weak';
  readonly flips: GateResult['flips'];
  /** Delta by group, worst first; empty when samples carry no group. */
  readonly groups: readonly {
    readonly group: string;
    readonly pairs: number;
    readonly delta: number;
    /** Of a group that is proven to have got worse, of as many as there are. */
    readonly proven?: true;
  }[];
  /** Absent in files of versions that kept none. */
  readonly basis?: MetricBasis;
}

/** How many answers of a run look like those of a broken model. */
export interface AnswerHealth {
  /** Answers that were kept. */
  readonly answers: number;
  /** Nothing, or white space. */
  readonly blank: number;
  /** Nothing that can be seen: control characters, punctuation or special tokens alone. */
  readonly invisible: number;
  /** Ending in a stretch that is said over and over. */
  readonly repeating: number;
  /** Saying the same as the commonest answer. */
  readonly identical: number;
  /** Ended by the limit on their length; null where nobody says how they ended. */
  readonly truncated: number | null;
  /** With a block of thoughts, as it came to the scorer. */
  readonly thinking: number;
  /** Of these, with thoughts that come to no end, so that there is no answer. */
  readonly unclosed: number;
}

/** What the answers of one run look like, whatever they were scored. */
export interface Answers extends AnswerHealth {
  /** Samples of the run, with an answer kept or without. */
  readonly samples: number;
  /** Whether the model chose among given choices, so that nothing it wrote was kept. */
  readonly chosen: boolean;
}

/** What somebody gets right who has not read the questions. */
export interface Guessing {
  /** Mean of 1/choices; null where the choices of a sample are not known. */
  readonly chance: number | null;
  /** How often the commonest right answer is the right one; null where there is but one, or hardly any comes twice. */
  readonly majority: number | null;
}

/** What a gate needs to know of a metric besides what it came to, so that another limit can be held to it later. */
export interface MetricBasis {
  readonly declaration: StoredDeclaration;
  /** Null where the task's lines carry none. */
  readonly filter: string | null;
  /** Samples that should have a score; with one of both sides, and with one of the candidate. */
  readonly planned: number;
  readonly scored: { readonly pairs: number; readonly candidate: number };
  /** On all samples that it has. */
  readonly baseline: Estimate | null;
  /** The candidate's own value with its two-sided interval; null where the samples allow none. */
  readonly value: DeltaEstimate | null;
  /** Where an interval is one of counts, these, with missing scores as low and as high as can be: they tell it at any level. */
  readonly counts: {
    readonly delta: Ends<{ readonly rose: number; readonly fell: number; readonly pairs: number }> | null;
    readonly value: Ends<{ readonly events: number; readonly n: number }> | null;
  };
  /** Of other intervals what they were made of, which tells them at any level too; null where that is too much to keep. */
  readonly estimates?: { readonly delta: KeptEstimate | null; readonly value: KeptEstimate | null };
  /** Whether other answers to the same questions would come to another value: a side drew them, or gave several to each. */
  readonly repeated: boolean;
}

interface Ends<T> {
  readonly lowest: T;
  readonly highest: T;
}

/** The same of a task. */
export interface TaskBasis {
  readonly design: Design;
  /** Whether the runs were capped to a part of the task's samples. */
  readonly limited: boolean;
  readonly answers: BySide<Answers | null>;
  /** Whether answers without a text are known to be just that, and none that was not kept. */
  readonly keepsAnswers: boolean;
  readonly guessing: Guessing;
}

/** What one side makes of a class; null where nothing is there to count. */
export interface ClassRates {
  readonly predictions: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** The classes of a task, over the samples that both sides have a score for, in the order of its labels. */
export interface ClassResults {
  /** The metric whose parts they are counted from. */
  readonly metric: string;
  /** Answers that name no class. */
  readonly unlabelled: BySide<number>;
  readonly classes: readonly (BySide<ClassRates> & {
    readonly class: string;
    /** Of which it is the right answer. */
    readonly samples: number;
  })[];
}

export interface TaskResult {
  readonly task: string;
  readonly role: TaskRole;
  readonly primaryMetric: string;
  readonly samples: BySide<{ readonly planned: number; readonly evaluated: number }>;
  /** Why the candidate's evaluation ended before its last sample; absent where it did not. */
  readonly stopped?: StopReason;
  /** What the order of the candidate's samples was drawn by, where the config's seed did not. */
  readonly orderSeed?: number;
  readonly pairs: number;
  /** Rows that ask the same as another, of so many; the first two are named. Absent where none does. */
  readonly askedAgain?: {
    readonly rows: number;
    readonly of: number;
    readonly first: readonly [string, string];
  };
  /** Only where the model wrote its answers, and they were kept; null for a side of which none was. */
  readonly answers?: BySide<AnswerHealth | null>;
  readonly metrics: readonly MetricResult[];
  /** Only of a task whose metric names its classes. */
  readonly byClass?: ClassResults;
  /** Absent in files of versions that kept none. */
  readonly basis?: TaskBasis;
  /** The worst flips of the primary metric, regressed before improved, at most a few dozen. */
  readonly flips: readonly Flip[];
}

export interface ResolvedPolicy {
  readonly alpha: Sourced<number>;
  readonly onInconclusive: Policy['onInconclusive'];
  readonly leanAlpha: Policy['leanAlpha'];
  readonly target: Policy['target'];
  readonly minCoverage: Sourced<number>;
  readonly identical?: Sourced<OnIdentical>;
  /** Gate id to its limit as written and where it came from. */
  readonly limits: Readonly<Record<string, Sourced<string>>>;
}

/** A task of which a part of the rounds is there. */
export interface WaitingTask {
  readonly task: string;
  readonly evaluated: number;
  readonly planned: number;
}

/** Paths as they were named, so that somebody else can ask the same. */
export interface GivenInputs {
  readonly baseline?: string;
  readonly candidate?: string;
  /** Whether these are results, and no model was run. */
  readonly results?: true;
  /** In place of a candidate: which samples were held out from which checkpoint, and the results of each. */
  readonly folds?: {
    readonly file: string;
    readonly results: readonly { readonly fold: string; readonly path: string }[];
  };
  /** Whether every sample was asked for, whatever the config says. */
  readonly full?: true;
}

/** `verdict.json`: a function of the stored samples and the policy, byte for byte, but for `provenance.given`. */
export interface VerdictFile {
  readonly schemaVersion: 1;
  readonly verdict: Verdict;
  readonly exitCode: number;
  readonly blocked: boolean;
  /** Whether every blocking gate is proven to hold; false of a merge that rests on a lean, a warning or a waiver, or on alarms alone that did not go off. */
  readonly proven: boolean;
  /** One sentence: the verdict and the one number that decided it. */
  readonly summary: string;
  readonly reasons: readonly string[];
  readonly candidate: ModelIdentity | null;
  readonly baseline: ModelIdentity | null;
  /** Only where the config names an anchor; null when no run of it could be read. */
  readonly anchor?: ModelIdentity | null;
  /** Only where the config names one. */
  readonly reference?: ReferenceResult;
  readonly policy: ResolvedPolicy;
  /** Blocking first, worst first. */
  readonly gates: readonly GateResult[];
  /** Every waiver there was for this run, those that did not count included; absent where there was none. */
  readonly waivers?: readonly WaiverRecord[];
  /** By which policies it was judged; absent where the event has no base branch. */
  readonly policyOrigin?: PolicyOrigin;
  /** How many samples both sides answer exactly alike, where that is all of them and the weights differ; absent otherwise. */
  readonly identicalAnswers?: number;
  /** Tasks whose rounds so far decide nothing, so that the verdict waits for the next; absent where none does. */
  readonly waits?: readonly WaitingTask[];
  /** Why the samples cannot be trusted, such as that a fork's own job made them; absent where they can. */
  readonly untrusted?: string;
  /** The candidate's training curves; only where the config names some. */
  readonly curves?: CurvesResult;
  /** How far the answers drifted, whatever they were scored; only where the config asks. It decides nothing. */
  readonly drift?: readonly TaskDrift[];
  /** What the folds of a cross-validation say of the recipe; only where the candidate was joined of folds. It decides nothing. */
  readonly crossValidation?: readonly CrossValidation[];
  readonly comparability: readonly Mismatch[];
  /** What of the results of other programs was passed over, or read otherwise than it seems; absent where nothing was. */
  readonly notes?: readonly string[];
  readonly tasks: readonly TaskResult[];
  readonly cost: {
    /** `reused`, of those evaluated, were in a store from an earlier evaluation; absent where none was. */
    readonly samples: { readonly planned: number; readonly evaluated: number; readonly reused?: number };
    /** `thinking`: of thoughts that were told from the answers; absent where there were none. */
    readonly tokens: { readonly prompt: number; readonly output: number; readonly thinking?: number };
  };
  readonly provenance: {
    readonly weighbridge: string;
    readonly config: { readonly file: string | null; readonly digest: string | null };
    /** What the command line or the action's inputs said besides the config and its limits; absent where nothing. */
    readonly given?: GivenInputs;
    /** How the baseline was found; absent where the config names one path and nothing of it was reused. */
    readonly baseline?: BaselineProvenance;
    /** Task to what was run: the fingerprint of each side. */
    readonly fingerprints: Readonly<
      Record<string, BySide<Readonly<Record<string, FingerprintValue>> | null>>
    >;
  };
}
