import type { z } from 'zod';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import type { ModelSource } from '../../core/domain/model.ts';
import type { Fingerprint, Side, TaskRole } from '../../core/domain/run.ts';
import type { IncludeSamples, SampleRecord, Severity } from '../../core/domain/sample.ts';
import type { StoredRun } from '../../results/store/reader.ts';
import type { LoadedModel } from '../engines/engine.ts';
import type { AskedOfJudge, LabelSource } from '../scorers/scorer.ts';
import type { Monitor } from './monitor.ts';
import type { OrderDraw } from './order.ts';
import type { Progress } from './progress.ts';
import type { TaskOutcome } from './task-outcome.ts';

/** A sample as planned, before any model has seen it. */
export interface PlannedSample {
  readonly id: string;
  readonly index: number;
  readonly group?: string;
  readonly cluster?: string;
  /** What its failure means, of a test case. */
  readonly severity?: Severity;
}

/** Answers whose scores are still to come. */
export interface UnscoredAnswers {
  /** Those that an earlier evaluation left, by id of the sample, as they were kept then. */
  readonly kept: ReadonlyMap<string, unknown>;
  /** Stores what a model answered to a sample. */
  keep(id: string, answers: unknown): Promise<void>;
}

export interface RunContext {
  /** Samples still to be done, in the order in which they are to be done: such as begin alike stand together. */
  readonly pending: readonly PlannedSample[];
  /** By ids, the sample of the task whose prompt begins most like that of a sample; null, or absent, where none is known. */
  readonly alike?: (id: string) => string | null;
  readonly model: LoadedModel;
  readonly seed: number;
  /** Stores one finished sample. */
  readonly write: (sample: SampleRecord) => Promise<void>;
  /** Lets go of the model, which is not asked again: what scores the answers may load one too. */
  readonly release?: () => Promise<void>;
  /** For those that are not scored one by one, so that a kill costs no answer; absent where nobody goes on later. */
  readonly answers?: UnscoredAnswers;
  /** Aborted on Ctrl-C and on timeout: return soon, what was written is kept. */
  readonly signal: AbortSignal;
}

/** A sample as a model is asked it. */
export interface RenderedSample {
  /** Everything before the answer, with examples and, where the task asks so, the chat template. */
  readonly prompt: string;
  /** What a model is to choose from, each as it follows the prompt. Empty where it writes. */
  readonly continuations: readonly string[];
  /** Index of the right continuation; null where there are none. */
  readonly gold: number | null;
  /** Right answers to what it writes. */
  readonly targets: readonly string[];
}

/** A task whose dataset has been read and whose prompts are known to render: nothing about it can be wrong any more but the model. */
export interface PreparedTask {
  readonly samples: readonly PlannedSample[];
  readonly metrics: readonly MetricDeclaration[];
  /** Digest of the dataset's rows; with the seed it decides the order of samples. */
  readonly datasetDigest: string;
  /** Evaluate only this many samples of that order; null for all. */
  readonly limit: number | null;
  /**
   * Asks services that score what they are, which is a part of the fingerprint; absent where there are none.
   * @throws WeighbridgeError where one cannot be asked, so that no model is asked in vain
   */
  readonly ready?: (signal: AbortSignal) => Promise<void>;
  /** The part of the fingerprint that the task decides; the engine's part joins it when a model is loaded. */
  readonly fingerprint: (model: Pick<LoadedModel, 'fingerprint' | 'chatTemplate'>) => Fingerprint;
  /** Code of others that it starts, for people; absent where there is none. */
  readonly code?: string;
  /** Of how many samples or more the scores are worth being asked for; absent where each is scored by itself. */
  readonly together?: number;
  /**
   * One of the samples as it is asked.
   * @param model whose chat template is used; null for the text without one
   * @throws WeighbridgeError `checkpoint` for a model without the template that the task needs
   */
  show(sample: PlannedSample, model: Pick<LoadedModel, 'chatTemplate'> | null): RenderedSample;
  run(context: RunContext): Promise<void>;
}

/** What of a task's options must be known without reading data, so that a gate on a metric that does not exist is an error. */
export interface TaskDescription {
  readonly metrics: readonly MetricDeclaration[];
  /** The metric that is meant when only the task is named. */
  readonly primary: string;
  /** Longest answer in tokens; 0 where nothing is generated. */
  readonly maxOutputTokens: number;
  /** Answers to each sample. */
  readonly repeats: number;
  /** Set where asking again would come to other answers. */
  readonly varies?: true;
  readonly usesChatTemplate: boolean;
  /** Whether it asks how likely given texts are. */
  readonly asksLikelihoods: boolean;
  /** What its scorers ask other models of each answer; absent without any. */
  readonly asks?: readonly AskedOfJudge[];
  /** Grades by people of what its scorers judge; absent without any. */
  readonly labels?: readonly LabelSource[];
  /** Set where its answers are compared whatever they are scored. */
  readonly drifts?: true;
  /** Set where a scorer loads a model on this machine, for which the one that answered gives way. */
  readonly loadsModel?: true;
  /** Code beside the weights that it would run: which option names it, and what has to allow it. */
  readonly code?: { readonly what: string; readonly option: string; readonly needs: Allowance };
}

/** Asks the questions itself, of a model that an engine loaded. */
export interface Runner<Options> {
  /**
   * Reads what the task needs, from `directory` where paths are relative.
   * @throws WeighbridgeError `data` or `config`
   */
  prepare(task: string, options: Options, directory: string): Promise<PreparedTask>;
  /**
   * Reads what the rows of its dataset ask, and nothing else.
   * @throws WeighbridgeError `data` or `config`
   */
  questions(options: Options, directory: string): Promise<RowQuestions>;
}

/** What the rows of a dataset ask. */
export interface RowQuestions {
  /** As that of the task, once it is prepared. */
  readonly datasetDigest: string;
  readonly rows: readonly {
    readonly id: string;
    /** Without description and solved examples. */
    readonly prompt: string;
    /** In the row's own words, without those of the template; empty where that cannot be told. */
    readonly bare: readonly string[];
  }[];
}

/** Code that may run beside the weights, where the policy says so. */
export const ALLOWANCES = ['trust_remote_code', 'unsafe_code'] as const;
export type Allowance = (typeof ALLOWANCES)[number];

/** A task that a harness runs. */
export interface HarnessTask<Options> {
  readonly name: string;
  readonly role: TaskRole;
  /** Null for the one that the results name. */
  readonly primaryMetric: string | null;
  readonly options: Options;
}

export interface HarnessContext {
  /** What relative paths are relative to, and where the harness runs. */
  readonly directory: string;
  readonly allow: readonly Allowance[];
}

export interface HarnessEvaluation<Options> extends HarnessContext {
  readonly side: Side;
  /** With absolute paths. */
  readonly source: ModelSource;
  /** The same as written, for people. */
  readonly described: string;
  /** With absolute paths: whose chat template is asked through in place of the checkpoint's own. */
  readonly template?: ModelSource;
  readonly tasks: readonly HarnessTask<Options>[];
  /** Run directory. */
  readonly out: string;
  readonly seed: number;
  /** Draws the order of runs that may end early; without it the seed does. */
  readonly order?: OrderDraw;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** With one, a run is designed as sequential where the documents are known from the baseline. */
  readonly monitor: Monitor | null;
  /** After how many of so many documents a look is worth another start of the harness. */
  readonly looks: (planned: number) => readonly number[];
  /** The baseline's runs: they tell the documents of a task before the candidate is asked. */
  readonly baseline: readonly StoredRun[];
  readonly includeSamples?: IncludeSamples;
  readonly progress?: (progress: Progress) => void;
  /** A remark of the runner. */
  readonly say: (line: string) => void;
  /** What the harness prints, as it comes: hostile text. */
  readonly output: (piece: string) => void;
}

/** Starts a program that loads the model itself, and reads what it leaves. */
export interface Harness<Options> {
  /** Why the checkpoint cannot be run under these options, and what to do; null when nothing is known against it. */
  refusal(options: Options, source: ModelSource): { readonly says: string; readonly fix: string } | null;
  /**
   * Looks at a checkpoint's files without loading them.
   * @throws WeighbridgeError `checkpoint` when there are no weights, or such as run code when they are loaded
   */
  inspect(source: ModelSource): Promise<void>;
  /**
   * What can be checked before anything runs.
   * @param environment where the program is looked for; null to leave the program out
   * @throws WeighbridgeError `config`, or `engine` when the program is not there
   */
  check(
    tasks: readonly HarnessTask<Options>[],
    context: HarnessContext,
    environment: HarnessEvaluation<Options>['environment'] | null,
  ): Promise<void>;
  /** Runs all tasks of one side. One that fails has its reason in its outcome, and in its run. */
  evaluate(evaluation: HarnessEvaluation<Options>): Promise<readonly TaskOutcome[]>;
}

/** What every row of the registry says of its runner. Nothing outside of a runner's folder and the registry names it. */
interface RunnerRow {
  /** What it does, for documentation. */
  readonly summary: string;
  /** Strict schema of a task's options, or one for each value of `type`. */
  readonly tasks: readonly [z.ZodObject, ...z.ZodObject[]];
  /** The forms of a checkpoint, and of the two parts of an adapter, that it takes: for documentation. */
  readonly takes: Readonly<Record<'checkpoint' | 'base' | 'adapter', string>>;
}

/** A runner of our own, which asks the model that an engine loaded. */
export interface EngineRunner<Options> extends RunnerRow {
  readonly kind: 'engine';
  /** Strict schema of the options that a baseline may have of its own: what stands before the answer, and nothing that scores it. */
  readonly ownPrompt: z.ZodObject;
  /** Whether a task has such options at all. */
  readonly asksQuestions: (options: Options) => boolean;
  describe(options: Options): TaskDescription;
  load(): Promise<Runner<Options>>;
}

/** A file, or a folder with all that lies in it, on which a task's results depend. */
export interface TaskInput {
  /** What leads to it, such as `include_path`. */
  readonly key: string;
  /** Relative to the config's folder, or absolute. */
  readonly path: string;
  /** Of a folder only what has such a name, in it and below. */
  readonly only?: RegExp;
}

/** A runner that starts an external harness. */
export interface HarnessRunner<Options> extends RunnerRow {
  readonly kind: 'harness';
  /**
   * Folders that the options name, and what files lead to. Files that an option names need not be here: those are known of every
   * runner. What is not there, or cannot be read, leads to nothing.
   */
  inputs(name: string, options: Options, directory: string): Promise<readonly TaskInput[]>;
  load(): Promise<Harness<Options>>;
}
