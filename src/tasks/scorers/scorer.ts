import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import type { MetricDeclaration } from '../../core/domain/metric.ts';
import type { Score } from '../../core/domain/sample.ts';
import { shownIdentity } from '../../core/domain/scorer-version.ts';
import type { MetricFacts, MetricTraits } from '../../core/metrics/traits.ts';

/** One answer to score. */
export interface Answer {
  readonly id: string;
  /** What the model said: hostile text. */
  readonly output: string;
  /** What counts as right; empty where the task has no right answer. */
  readonly targets: readonly string[];
  /** What was asked, without examples and system message; absent where nobody kept it. */
  readonly question?: string;
  /** What the answer was to rest on, as retrieved, the first first; absent where the task names none. */
  readonly contexts?: readonly string[];
  /** Absent where the engine does not say. */
  readonly outputTokens?: number;
}

/** Metric name to score. */
export type Scores = Readonly<Record<string, Score>>;

/** A scorer that has read its files and may hold connections. */
export interface OpenScorer {
  /**
   * Name, code version and digest of all options and files: what must agree for two runs to be scored alike. Of one that asks a
   * service who it is, whole only after `ready`.
   */
  readonly version: string;
  /**
   * Asks a service what it is, before a model is asked anything.
   * @throws WeighbridgeError where it cannot be asked
   */
  ready(signal: AbortSignal): Promise<void>;
  /**
   * One entry an answer, in order. What could not be scored is `unscored` with its reason.
   *
   * @throws WeighbridgeError `config` where no answer could ever be scored, such as a command that does not exist
   */
  score(answers: readonly Answer[], signal: AbortSignal): Promise<readonly Scores[]>;
  /** Ends what it holds; it may be asked again, and then begins anew. */
  close(): Promise<void>;
}

/** Grades by people of what a scorer judges. */
export interface LabelSource {
  /** Relative to the config's folder. */
  readonly file: string;
  /** What the file calls a grade, to its metric. */
  readonly metrics: ReadonlyMap<string, string>;
}

/** What a scorer asks another model of each answer. */
export interface AskedOfJudge {
  /** About each answer, at most. */
  readonly requests: number;
  /** Around what is judged. */
  readonly promptBytes: number;
  /** Longest reply. */
  readonly outputTokens: number;
  /** Of a million tokens; null where nobody says. */
  readonly price: { readonly prompt: number; readonly output: number } | null;
}

/** A scorer with its options in force. */
export interface ConfiguredScorer {
  readonly name: string;
  readonly metrics: readonly MetricDeclaration[];
  /** As written, with defaults in place. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether it runs a program that the config names. */
  readonly runsCode: boolean;
  /** Whether many answers are scored for about the price of one: a program is started, or a service asked, once for all. */
  readonly scoresTogether: boolean;
  /** Whether it loads a model on this machine, for which another one gives way. */
  readonly loadsModel: boolean;
  /** Whether it judges by the contexts of a row. */
  readonly needsContexts: boolean;
  /** Null of one that asks no other model. */
  readonly asks: AskedOfJudge | null;
  /** Null where no person's grades are named. */
  readonly labels: LabelSource | null;
  /** What is wrong with a row's targets, known before any model is loaded; null where nothing is. */
  readonly checkTargets: (targets: readonly string[]) => string | null;
  /**
   * Reads what the scorer needs; paths in its options are relative to `directory`.
   * @throws WeighbridgeError `config` or `data`
   */
  open(directory: string): Promise<OpenScorer>;
}

/** A fault in an entry of `scorers:`; the path is inside the entry. */
export interface ScorerIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export type Configuration =
  | { readonly ok: true; readonly scorer: ConfiguredScorer }
  | { readonly ok: false; readonly issues: readonly ScorerIssue[] };

/** How a scorer may be used: for documentation, and what the contract of all scorers is tested with. */
interface ScorerExample<Options> {
  readonly options: Options;
  /** What counts as right under these options; empty where nothing does. */
  readonly targets: readonly string[];
}

/** A row of the registry. */
export interface Scorer {
  readonly name: string;
  readonly summary: string;
  readonly facts: MetricFacts | null;
  /** Strict schema of the options, for documentation. */
  readonly options: z.ZodType;
  /** Names of all metrics that it can give. */
  readonly gives: readonly string[];
  readonly metric: MetricTraits;
  readonly example: ScorerExample<Readonly<Record<string, unknown>>>;
  /** Options of which a greater or a smaller value finds less wrong. */
  readonly looserWhen: Readonly<Record<string, 'greater' | 'smaller'>>;
  configure(options: unknown): Configuration;
}

/** An option that every scorer has. */
export const metricOption = {
  metric: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/)
    .optional()
    .describe('Name of the metric, where a task uses one scorer several times.'),
};

type OptionsSchema = z.ZodType<{ readonly metric?: string | undefined }, Readonly<Record<string, unknown>>>;

interface Definition<Schema extends OptionsSchema> {
  /** Of the scorer, and of its metric unless the task gives it another. */
  readonly name: string;
  readonly summary: string;
  readonly facts?: MetricFacts;
  /** Raised whenever the same options could give another score. */
  readonly codeVersion: number;
  /** Strict, with `metricOption` among them. */
  readonly options: Schema;
  readonly metric: MetricTraits;
  /** Where options say what the metric is like. */
  readonly traits?: (options: z.infer<Schema>, metric: string, all: readonly string[]) => MetricTraits;
  readonly example: ScorerExample<z.input<Schema>>;
  readonly looserWhen?: Scorer['looserWhen'];
  /** More metrics, which it gives after its own: named after it, with the part after a point. */
  readonly parts?: (options: z.infer<Schema>) => readonly string[];
  readonly runsCode?: (options: z.infer<Schema>) => boolean;
  readonly scoresTogether?: true | ((options: z.infer<Schema>) => boolean);
  readonly loadsModel?: (options: z.infer<Schema>) => boolean;
  readonly needsContexts?: true;
  /** Options by which no score can be another one, and which may change without making runs incomparable. */
  readonly unversioned?: (options: z.infer<Schema>) => readonly string[];
  readonly asks?: (options: z.infer<Schema>) => AskedOfJudge | null;
  /** @param all names of its metrics */
  readonly labels?: (options: z.infer<Schema>, all: readonly string[]) => LabelSource | null;
  readonly checkTargets?: (targets: readonly string[], options: z.infer<Schema>) => string | null;
  /** `inputs` are what enters the version beside the options: digests of files, names of lists. */
  readonly open: (
    options: z.infer<Schema>,
    directory: string,
  ) => Promise<{
    readonly inputs: readonly string[];
    /** What else enters it, as a service tells it. */
    readonly identify?: (signal: AbortSignal) => Promise<readonly (string | null)[]>;
    /** Where the scorer has parts a list an answer: its own score, then those of its parts. */
    readonly score: (
      answers: readonly Answer[],
      signal: AbortSignal,
    ) => Promise<readonly (Score | readonly Score[])[]>;
    readonly close?: () => Promise<void>;
  }>;
}

/** Makes a row of a scorer, whose metrics are alike in all but their names. */
export function defineScorer<Schema extends OptionsSchema>(definition: Definition<Schema>): Scorer {
  const { name, codeVersion, summary } = definition;
  return {
    name,
    summary,
    facts: definition.facts ?? null,
    options: definition.options,
    gives: [name],
    metric: definition.metric,
    example: definition.example,
    looserWhen: definition.looserWhen ?? {},
    configure(input) {
      const parsed = definition.options.safeParse(input);
      if (!parsed.success) return { ok: false, issues: parsed.error.issues };
      const options = parsed.data;
      const own = options.metric ?? name;
      const names = [own, ...(definition.parts?.(options) ?? []).map((part) => `${own}.${part}`)];
      const scorer: ConfiguredScorer = {
        name,
        metrics: names.map((each) => ({
          name: each,
          ...(definition.traits?.(options, each, names) ?? definition.metric),
        })),
        options,
        runsCode: definition.runsCode?.(options) ?? false,
        scoresTogether:
          typeof definition.scoresTogether === 'function'
            ? definition.scoresTogether(options)
            : (definition.scoresTogether ?? false),
        loadsModel: definition.loadsModel?.(options) ?? false,
        needsContexts: definition.needsContexts ?? false,
        asks: definition.asks?.(options) ?? null,
        labels: definition.labels?.(options, names) ?? null,
        checkTargets: (targets) => definition.checkTargets?.(targets, options) ?? null,
        async open(directory) {
          const opened = await definition.open(options, directory);
          const unversioned = definition.unversioned?.(options) ?? [];
          const versioned = Object.entries(options).filter(([key]) => !unversioned.includes(key));
          const settings = [withoutUndefined(Object.fromEntries(versioned)), ...opened.inputs];
          const versionOf = (identity: readonly (string | null)[]) =>
            `${name}@${codeVersion}#${sha256Hex(canonicalJson([...settings, ...identity])).slice(0, 16)}`;
          let version = versionOf([]);
          return {
            get version() {
              return version;
            },
            async ready(signal) {
              const identity = await opened.identify?.(signal);
              if (identity !== undefined)
                // For people, who see of a digest only that it differs.
                version = [
                  versionOf(identity),
                  ...identity.filter((text) => text !== null).map(shownIdentity),
                ].join(':');
            },
            async score(answers, signal) {
              const scores = await opened.score(answers, signal);
              return scores.map((score) => named(names, score));
            },
            close: async () => opened.close?.(),
          };
        },
      };
      return { ok: true, scorer };
    },
  };
}

function named(names: readonly string[], given: Score | readonly Score[]): Scores {
  const scores = isList(given) ? given : [given];
  return Object.fromEntries(
    names.map((name, index) => [name, scores[index] ?? { unscored: 'the scorer gave no score' }]),
  );
}

const isList = (given: Score | readonly Score[]): given is readonly Score[] => Array.isArray(given);

/** The scoring of a scorer that looks at one answer at a time, and reads nothing. */
export const oneByOne = <Given extends Score | readonly Score[]>(score: (answer: Answer) => Given) => ({
  inputs: [],
  score: async (answers: readonly Answer[]) => answers.map(score),
});

/** An option of scorers of which models like to put what is asked for between code fences. */
export const fencedOption = (standard: boolean) => ({
  fenced: z
    .boolean()
    .default(standard)
    .describe('Where the answer has exactly one fenced code block, judge what is inside it.'),
});

export function sha256Hex(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function withoutUndefined(options: unknown): unknown {
  return JSON.parse(JSON.stringify(options));
}
