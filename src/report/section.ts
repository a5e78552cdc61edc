import type { LockedSplitUse } from '../core/compare/locked-split.ts';
import type { VerdictFile } from '../core/domain/decision.ts';
import type { ShownSamples } from '../core/domain/shown-samples.ts';
import type { AnswerSpeed } from '../core/domain/speed.ts';
import type { Block } from './blocks.ts';

/** Where a report is read: a comment or job summary, the HTML page, a terminal. */
export type Medium = 'comment' | 'page' | 'terminal';

/** Of which commit a report speaks. */
export interface JudgedCommit {
  readonly sha: string;
  /** What the head of the pull request is by now, where it is another. */
  readonly newerHead: string | null;
}

/** Whoever may try often enough gets what he wants by luck: readers are told how often it was tried. */
export interface CountedEvaluation {
  /** Of this pull request, the first is 1. */
  readonly number: number;
  /** For how many the policy promises its error. */
  readonly tries: number;
}

/** What the report may say beside the verdict file; nothing of it changes the verdict. */
export interface ReportContext {
  /** Where the stored samples and the full report can be downloaded; ours, never from data. */
  readonly artifactUrl: string | null;
  /** Where the report opens as a page; ours as well. */
  readonly pageUrl?: string | null;
  readonly runUrl: string | null;
  /** Folder of the repository that paths are relative to; absent, empty or `.` for its root. */
  readonly directory?: string;
  readonly elapsedSeconds: number | null;
  /** How fast both sides answered; absent where nobody measured. */
  readonly speeds?: readonly AnswerSpeed[];
  /** Names of variables that the evaluation was let see by `env-allow`. */
  readonly envAllow?: readonly string[];
  readonly commit?: JudgedCommit | null;
  /** Whether no base branch's policy had a say. */
  readonly ownPolicy?: boolean;
  readonly evaluation?: CountedEvaluation | null;
  /** Of each locked split that decided, how often it did. */
  readonly lockedSplits?: readonly LockedSplitUse[];
  /** ISO 8601, for the age of the baseline; without it no age is told. */
  readonly now?: string | null;
}

/** An address as it may stand in a report; null for none, and for any other. */
export const checkedUrl = (url: string | null | undefined): string | null =>
  url != null && /^https?:\/\/[\w.:-]+\/[\w./-]*$/.test(url) ? url : null;

/** How much is told, fullest first. What decides is never left out: only what explains. */
export interface Rung {
  readonly name: RungName;
  /** Gates in the table. */
  readonly gates: number;
  /** Samples shown a task and direction. */
  readonly samples: number;
  readonly improved: boolean;
  /** Groups shown a task, worst first. */
  readonly groups: number;
  /** Code points kept of each output. */
  readonly outputLength: number;
}

const ALL = Number.POSITIVE_INFINITY;

const FULL = { gates: ALL, samples: 10, improved: true, groups: 20, outputLength: 1000 };

/** What a comment says where it would be too long; each section names the last rung that it stands on. */
export const LADDER = [
  { name: 'full', ...FULL },
  { name: 'regressed flips only', ...FULL, improved: false },
  { name: 'fewer flips', gates: ALL, samples: 3, improved: false, groups: 5, outputLength: 300 },
  { name: 'no flips', ...FULL },
  { name: 'worst gates', ...FULL, gates: 25 },
  { name: 'verdict and link', ...FULL },
] as const;

export type RungName = (typeof LADDER)[number]['name'];

/** Where nothing has to fit. */
export const EVERYTHING: Rung = { ...LADDER[0], samples: ALL, groups: ALL, outputLength: ALL };

export interface SectionOptions {
  readonly medium: Medium;
  readonly context: ReportContext;
  readonly rung: Rung;
  /** Of a page, where there are any. */
  readonly samples?: ShownSamples;
}

/** A part of the report. Without a title it stands in the open; with one, a comment folds it. */
export interface Section {
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

/** A section without blocks is left out. */
export type SectionBuilder = (file: VerdictFile, options: SectionOptions) => Section;
