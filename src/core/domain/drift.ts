/** One value for each side; the same as in a verdict. */
interface Sides<T> {
  readonly baseline: T;
  readonly candidate: T;
}

/** What is looked at of two answers to one prompt, whatever is right. */
export const DRIFT_FEATURES = [
  'length',
  'refusal',
  'format',
  'language',
  'repetition',
  'vocabulary',
  'meaning',
  'judge',
] as const;
export type DriftFeatureName = (typeof DRIFT_FEATURES)[number];

/** The unit of a limit on it, where that is no part of the baseline's, and what no drift can exceed. */
export const DRIFT_LIMITS: Readonly<
  Record<DriftFeatureName, { readonly unit: 'rate' | 'number'; readonly most: number | null }>
> = {
  length: { unit: 'number', most: null },
  refusal: { unit: 'rate', most: 1 },
  format: { unit: 'rate', most: 1 },
  language: { unit: 'rate', most: 1 },
  repetition: { unit: 'rate', most: 1 },
  vocabulary: { unit: 'number', most: 1 },
  meaning: { unit: 'number', most: 2 },
  judge: { unit: 'number', most: null },
};

export const isDriftFeature = (name: string): name is DriftFeatureName => Object.hasOwn(DRIFT_LIMITS, name);

/** What reads in an answer that which takes rules or tables of its own; null where it cannot tell. */
export interface AnswerReader {
  readonly refuses: (text: string) => boolean | null;
  /** ISO 639-1. */
  readonly language: (text: string) => string | null;
}

/** A share of the answers, of those that are of one kind. */
export interface DriftShare extends Sides<number> {
  readonly name: string;
}

/** How far the answers of two models to the same prompts differ in one feature. */
export interface MeasuredDrift {
  readonly feature: DriftFeatureName;
  /** Only of a judge's score. */
  readonly metric?: string;
  /**
   * `moved`: proven, and large enough to matter. `slight`: proven, and smaller. `none`: no difference is proven, which is no proof that
   * there is none.
   */
  readonly status: 'moved' | 'slight' | 'none';
  /** With what is looked at on both sides. */
  readonly prompts: number;
  /** Mean words, a share of the answers, or a mean; null of what is a distance between the sides. */
  readonly baseline: number | null;
  readonly candidate: number | null;
  /**
   * A typical change: of the length as a part of the baseline's; of shares and scores the difference; of format and language the share of
   * answers that changed; of vocabulary and meaning the distance beyond what chance gives. `low` and `high` are those of an interval
   * of 90 %; null where it has no end.
   */
  readonly effect: { readonly value: number; readonly low: number | null; readonly high: number | null };
  /** An effect that is smaller is not told. */
  readonly matters: number;
  /** Allowing for all features of all tasks (Holm). */
  readonly p: number;
  /** Only of format and language, what moved most first. */
  readonly shares?: readonly DriftShare[];
  /** Only of vocabulary: what one side says more often, of the answers. Foreign text. */
  readonly words?: Sides<readonly string[]>;
}

/** Why nothing can be said of a feature, which is never "no drift". */
export interface UnmeasuredDrift {
  readonly feature: DriftFeatureName;
  readonly metric?: string;
  readonly status: 'not measured';
  readonly reason: string;
}

export interface TaskDrift {
  readonly task: string;
  /** Prompts of the task. */
  readonly planned: number;
  /** With an answer of both sides that was kept. */
  readonly answered: number;
  /** Why nothing is measured; absent where something is. */
  readonly unmeasured?: string;
  readonly features: readonly (MeasuredDrift | UnmeasuredDrift)[];
}
