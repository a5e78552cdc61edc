import { z } from 'zod';
import type { Score } from '../../../core/domain/sample.ts';
import { isObject } from '../files.ts';

const values = z.record(z.string(), z.unknown());

export const testCase = z.object({
  vars: values.nullish(),
  assert: z.array(z.unknown()).nullish(),
  threshold: z.number().nullish(),
  options: z.unknown().optional(),
});
export type TestCase = z.output<typeof testCase>;

/** One test of one provider with one prompt. */
export const rowSchema = z.object({
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
  gradingResult: z.object({ componentResults: z.array(z.unknown()).nullish() }).nullish(),
  failureReason: z.int().nullish(),
  error: z.unknown().optional(),
  response: z.object({ output: z.unknown().optional() }).nullish(),
});
export type Row = z.output<typeof rowSchema>;

/** `ResultFailureReason.ERROR` (promptfoo src/types/index.ts). */
const FAILED_BY_ERROR = 2;

/** Why the test says nothing of the model; null where it was judged. */
export function whyUnscored(row: Row): string | null {
  const { failureReason, error, success, gradingResult } = row;
  // Older files do not say why. A failed assertion has a text in `error` too, but also a grade.
  const failed = failureReason === FAILED_BY_ERROR || (!success && failureReason !== 1 && !gradingResult);
  if (failed) return `error: ${shortened(error)}`;
  const asserted = (gradingResult?.componentResults ?? []).length + assertionsOf(row).length;
  // promptfoo gives such a test a pass and a score of 1.
  return asserted === 0 ? 'no assertions' : null;
}

const shortened = (error: unknown): string =>
  (typeof error === 'string' ? error.split('\n', 1)[0] : undefined)?.slice(0, 200) ?? 'no reason given';

export const passOf = (row: Row): Score => unscoredOr(row, Number(row.success));

export const scoreOf = (row: Row): Score => unscoredOr(row, row.score);

export const namedScoreOf = (row: Row, name: string): Score => {
  const named = row.namedScores ?? {};
  return unscoredOr(row, Object.hasOwn(named, name) ? named[name] : null);
};

function unscoredOr(row: Row, score: number | null | undefined): Score {
  const why = whyUnscored(row);
  if (why !== null) return { unscored: why };
  if (score === null || score === undefined) return { unscored: 'no such score in the file' };
  return Number.isFinite(score) ? score : { unscored: String(score) };
}

/** Those of `assert-set` included. */
function assertionsOf({ testCase: test }: Row): Readonly<Record<string, unknown>>[] {
  const flat = (list: unknown): Readonly<Record<string, unknown>>[] =>
    (Array.isArray(list) ? list : []).filter(isObject).flatMap((each) => [each, ...flat(each.assert)]);
  return flat(test?.assert);
}

/** The named scores that a test has, or should have had: an error leaves none. */
export function metricsOf(row: Row): ReadonlySet<string> {
  const declared = assertionsOf(row).flatMap(({ metric }) =>
    // A template is filled in for each test.
    typeof metric === 'string' && !metric.includes('{{') ? [metric] : [],
  );
  return new Set([...Object.keys(row.namedScores ?? {}), ...declared]);
}
