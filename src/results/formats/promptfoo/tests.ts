import { parse } from 'yaml';
import { z } from 'zod';
import { askedOf } from '../../../core/domain/asked.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { NOT_RECORDED } from '../../../core/domain/sample.ts';
import { MOST_REPEATS } from '../../../core/metrics/repeats.ts';
import type { FetchedAnswer } from '../answers.ts';
import { digest, inputDigest } from '../digest.ts';
import { choicesIn, errorReason, idFrom, numberedId } from '../format.ts';
import { groupBy } from '../group-by.ts';

const values = z.record(z.string(), z.unknown());

export const testCase = z.object({
  vars: values.nullish(),
  assert: z.array(z.unknown()).nullish(),
  threshold: z.number().nullish(),
  options: z.unknown().optional(),
});

/** One test of one provider with one prompt. */
export const promptfooRow = z.object({
  provider: z.union([
    z.object({ id: z.string().nullish(), label: z.string().nullish() }),
    z.string().transform((id) => ({ id, label: undefined })),
  ]),
  prompt: z.object({
    raw: z.unknown().optional(),
    label: z.string().nullish(),
    display: z.string().nullish(),
  }),
  promptId: z.string().nullish(),
  testIdx: z.int().nullish(),
  vars: values.default({}),
  testCase: testCase.optional(),
  success: z.boolean(),
  score: z.number().nullish(),
  namedScores: z.record(z.string(), z.number().nullable()).nullish(),
  gradingResult: z
    .object({ componentResults: z.array(z.unknown()).nullish(), namedScoreWeights: values.nullish() })
    .nullish(),
  failureReason: z.int().nullish(),
  error: z.unknown().optional(),
  response: z.object({ output: z.unknown().optional(), cached: z.unknown().optional() }).nullish(),
  latencyMs: z.number().nullish().catch(null),
  tokenUsage: z
    .object({ prompt: z.number().nullish(), completion: z.number().nullish(), cached: z.number().nullish() })
    .nullish()
    .catch(null),
});
export type PromptfooRow = z.output<typeof promptfooRow>;

/** What it took; nothing of one out of a cache, or that a provider did not count, of which it writes 0. */
export function fetchedOf({ latencyMs, tokenUsage, response }: PromptfooRow): FetchedAnswer {
  const { prompt = null, completion = null, cached } = tokenUsage ?? {};
  const isCached = response?.cached === true || (cached ?? 0) > 0;
  const isCounted = !isCached && prompt !== null && prompt > 0;
  return {
    promptTokens: isCounted ? prompt : null,
    outputTokens: isCounted ? completion : null,
    seconds: isCached || latencyMs == null ? null : latencyMs / 1000,
  };
}

/** `ResultFailureReason.ERROR` (promptfoo src/types/index.ts). */
const FAILED_BY_ERROR = 2;

/** Why the test says nothing of the model; null where it was judged. */
function whyUnscored(row: PromptfooRow): string | null {
  const { failureReason, error, success, gradingResult } = row;
  // Older files do not say why. A failed assertion has a text in `error` too, but also a grade.
  const failed = failureReason === FAILED_BY_ERROR || (!success && failureReason !== 1 && !gradingResult);
  if (failed) return errorReason(typeof error === 'string' ? error : 'no reason given');
  const asserted = (gradingResult?.componentResults ?? []).length + assertionsOf(row).length;
  // promptfoo gives such a test a pass and a score of 1.
  return asserted === 0 ? 'no assertions' : null;
}

export const passOf = (row: PromptfooRow): Score => unscoredOr(row, Number(row.success));

export const testScoreOf = (row: PromptfooRow): Score => unscoredOr(row, row.score);

export const namedScoreOf = (row: PromptfooRow, name: string): Score => {
  const named = row.namedScores ?? {};
  const measured = weightlessScores(row, name);
  if (measured.length > 0)
    return unscoredOr(row, measured.reduce((sum, each) => sum + each, 0) / measured.length);
  return unscoredOr(row, Object.hasOwn(named, name) ? named[name] : null);
};

/** What only measures has `weight: 0`, and promptfoo makes its named score the product of both: 0, whatever was measured. */
function weightlessScores({ gradingResult }: PromptfooRow, name: string): readonly number[] {
  const own = (gradingResult?.componentResults ?? [])
    .filter(isObject)
    .filter(({ assertion }) => isObject(assertion) && assertion.metric === name);
  const isWeightless = own.every(({ assertion }) => isObject(assertion) && assertion.weight === 0);
  return isWeightless ? own.map(({ score }) => (typeof score === 'number' ? score : NaN)) : [];
}

function unscoredOr(row: PromptfooRow, score: number | null | undefined): Score {
  const why = whyUnscored(row);
  if (why !== null) return { unscored: why };
  if (score === null || score === undefined) return { unscored: 'no such score in the file' };
  return Number.isFinite(score) ? score : { unscored: String(score) };
}

/** Those of `assert-set` included. */
const assertionsOf = ({ testCase: test }: PromptfooRow): Members[] => assertionsIn(test?.assert);

const assertionsIn = (list: unknown): Members[] =>
  (Array.isArray(list) ? list : []).filter(isObject).flatMap((each) => [each, ...assertionsIn(each.assert)]);

/** The named scores that a test has, or should have had: an error leaves none. */
export function namedMetricsOf(row: PromptfooRow): ReadonlySet<string> {
  const declared = assertionsOf(row).flatMap(({ metric }) =>
    // A template is filled in for each test.
    typeof metric === 'string' && !metric.includes('{{') ? [metric] : [],
  );
  return new Set([...Object.keys(row.namedScores ?? {}), ...declared]);
}

/**
 * How promptfoo made one named score of several assertions: since the spring of 2026 it is their weighted mean, before it was their sum
 * (promptfoo#8206). Null where no test has several, so that both are the same.
 */
export function namedScoreRule(rows: readonly PromptfooRow[], name: string): string | null {
  const isOfSeveral = rows.some((row) => {
    const asserted = assertionsOf(row);
    const own = asserted.filter(({ metric }) => metric === name);
    // One that no assertion names is what scripts returned, or has a template for a name.
    return own.length > 1 || (own.length === 0 && asserted.length > 1);
  });
  if (!isOfSeveral) return null;
  const isMean = rows.some(({ gradingResult }) =>
    Object.hasOwn(gradingResult?.namedScoreWeights ?? {}, name),
  );
  return `named score: ${isMean ? 'weighted mean' : 'sum'}`;
}

/** A test as a sample that has no scores yet. */
export interface PromptfooTest {
  /** One for each answer, in the order in which they were given. */
  readonly rows: readonly [PromptfooRow, ...PromptfooRow[]];
  readonly sample: Omit<SampleRecord, 'scores' | 'repeats'>;
}

export const promptLabel = ({ prompt }: PromptfooRow): string =>
  idFrom(
    prompt.label ?? prompt.display ?? (typeof prompt.raw === 'string' ? prompt.raw : digest(prompt.raw)),
  );

/**
 * Tests are told by their variables, and with several prompts by the prompt too. Rows that ask the same and count the same as
 * right (`repeat`) are the answers to one test where every test has as many; where not, they are tests of their own. Tests that
 * differ in what they assert are numbered; they, the prompts of one test and such rows are a cluster, since they are not
 * independent.
 */
export function testsOf(rows: readonly PromptfooRow[]): {
  readonly tests: readonly PromptfooTest[];
  /** Answers to each. */
  readonly repeats: number;
} {
  const prompts = new Set(rows.map(promptLabel)).size;
  const keyed = rows
    .map((row, position) => {
      const variables = digest(row.testCase?.vars ?? row.vars).slice('sha256:'.length, 23);
      const group = prompts > 1 ? { group: promptLabel(row) } : {};
      const key = prompts > 1 ? `${variables}-${digest(group).slice('sha256:'.length, 15)}` : variables;
      const [input, target] = [inputOf(row), targetOf(row)];
      return { row, variables, key, group, input, target, index: row.testIdx ?? position };
    })
    .sort((a, b) => (a.target < b.target ? -1 : a.target > b.target ? 1 : a.index - b.index));
  const alike = [...groupBy(keyed, ({ key, input, target }) => [key, input, target].join()).values()];
  const [{ length: repeats = 1 } = {}] = alike;
  const isEven = repeats <= MOST_REPEATS && alike.every(({ length }) => length === repeats);
  const asked = isEven ? alike : keyed.map((each) => [each]);
  const sizes = groupBy(asked, ([first]) => first?.variables);
  const seen = new Map<string, number>();
  const tests = asked.flatMap(([first, ...others]): PromptfooTest[] => {
    if (first === undefined) return [];
    const { row, variables, key, group, input, target, index } = first;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    const output = outputOf(row);
    const sample = {
      ...{ id: numberedId(key, occurrence), index, input_digest: input, target_digest: target, ...group },
      ...((sizes.get(variables) ?? []).length > 1 ? { cluster: variables } : {}),
      ...(output === null ? {} : { output }),
      ...choicesOf(row),
      ...askedIn(row),
    };
    return [{ rows: [row, ...others.map((other) => other.row)], sample }];
  });
  return { tests: tests.sort((a, b) => a.sample.index - b.sample.index), repeats: isEven ? repeats : 1 };
}

/** What the model answered with; null for what is no text. */
export function outputOf({ response }: PromptfooRow): string | null {
  return typeof response?.output === 'string' ? response.output : null;
}

/** A chat may be written as YAML, which promptfoo reads where a prompt begins so; null for anything else. */
function messagesIn(raw: unknown): unknown {
  if (typeof raw !== 'string' || !raw.startsWith('- role:')) return null;
  try {
    return parse(raw);
  } catch {
    return null;
  }
}

/** What is right is what was asserted. */
function askedIn({ prompt: { raw }, testCase, vars }: PromptfooRow): Pick<SampleRecord, 'asked'> {
  const asserted = assertionsIn(testCase?.assert).flatMap(({ type, value }) =>
    typeof value === 'string' ? `${String(type)}: ${value}` : [],
  );
  const { choices, options } = { ...testCase?.vars, ...vars };
  return askedOf(messagesIn(raw) ?? raw, choices ?? options, asserted.length > 0 ? asserted : undefined);
}

function choicesOf({ testCase, vars }: PromptfooRow): { readonly choices?: number } {
  const { choices, options } = { ...testCase?.vars, ...vars };
  const count = choicesIn(choices) ?? choicesIn(options);
  return count === null ? {} : { choices: count };
}

/** A conversation holds what the model said before, which differs from model to model by nature. */
function inputOf(row: PromptfooRow): string {
  return Object.hasOwn(row.vars, '_conversation')
    ? digest({ prompt: row.promptId, vars: row.testCase?.vars })
    : inputDigest(row.prompt.raw);
}

function targetOf({ testCase: test }: PromptfooRow): string {
  if (test === undefined) return NOT_RECORDED;
  const { assert, threshold } = test;
  // How often it is asked is not what counts as right.
  const options = isObject(test.options) ? { ...test.options, repeat: undefined } : test.options;
  return digest({ assert, threshold, options });
}
