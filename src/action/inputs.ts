import { z } from 'zod';
import { COMMENT_MODES } from '../adapters/github/comment.ts';
import { isCommentKey } from '../adapters/github/marker.ts';
import { dashed, OVERRIDE_NAMES, type Overrides } from '../config/overrides.ts';
import { THRESHOLD_NAMES, type ThresholdName } from '../config/thresholds.ts';
import { IssueList, WeighbridgeError } from '../core/domain/errors.ts';
import { suggestion } from '../core/domain/suggest.ts';
import type { Shard } from '../tasks/runners/shards.ts';
import type { RunnerEnvironment } from './runtime.ts';

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');

const part = z.string().transform((text, context): Shard => {
  const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  const read = { index: Number(index), count: Number(count) };
  if (read.index <= read.count) return read;
  context.addIssue({ code: 'custom', message: 'write it as i/n with 1 ≤ i ≤ n, such as 2/4' });
  return z.NEVER;
});

/** Names that carry a token of GitHub or steer the runner: never handed to the evaluation. */
const NEVER_ALLOWED = /^(?:GITHUB_|ACTIONS_|INPUT_|RUNNER_|WEIGHBRIDGE_)/i;

const variableNames = z.string().transform((text, context) => {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  const refuse = (says: string, fix: string) =>
    context.addIssue({ code: 'custom', message: fix, params: { says } });
  // What is no name may be a secret, which is not said again.
  if (names.some((name) => !/^[A-Za-z_]\w*$/.test(name)))
    refuse('names what is no variable', 'write names alone, such as HF_TOKEN, and their values under `env:`');
  for (const name of names.filter((each) => NEVER_ALLOWED.test(each)))
    refuse(`names ${name}, which belongs to the runner and is not handed on`, 'leave it out');
  return names;
});

const thresholds = Object.fromEntries(
  THRESHOLD_NAMES.map((name) => [dashed(name), z.string().optional()]),
) as Record<ReturnType<typeof dashed<ThresholdName>>, z.ZodOptional<z.ZodString>>;

/** Every input of `action.yml` with its default, strict: this table is the only place that knows either. */
export const INPUTS = z.strictObject({
  config: z.string().default('weighbridge.yml'),
  candidate: z.string().optional(),
  baseline: z.string().optional(),
  ...thresholds,
  'on-inconclusive': z.enum(['lean', 'block', 'warn']).optional(),
  phase: z.enum(['all', 'evaluate', 'report']).default('all'),
  shard: part.optional(),
  round: part.optional(),
  comment: z.enum(COMMENT_MODES).default('always'),
  'comment-key': z
    .string()
    .refine(isCommentKey, 'use up to 64 letters, digits, dots, dashes or underscores')
    .optional(),
  check: onOff.default(false),
  artifact: onOff.default(true),
  /** Below the six hours after which GitHub ends a job without a word. */
  'timeout-minutes': z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'use a whole number of minutes from 1 to 9999')
    .transform(Number)
    .default(330),
  'env-allow': variableNames.default([]),
  'working-directory': z.string().default('.'),
  'github-token': z.string().optional(),
});

export type ActionInputs = z.infer<typeof INPUTS>;

/** Every input of `report/action.yml`, strict: those that it shares with the action mean the same. */
export const REPORT_INPUTS = z.strictObject({
  workflow: z.string().optional(),
  config: INPUTS.shape.config,
  'working-directory': INPUTS.shape['working-directory'],
  baseline: INPUTS.shape.baseline,
  'baseline-artifact': z.string().optional(),
  comment: INPUTS.shape.comment,
  'comment-key': INPUTS.shape['comment-key'],
  check: INPUTS.shape.check,
  'github-token': INPUTS.shape['github-token'],
});

export type ReportInputs = z.infer<typeof REPORT_INPUTS>;

/**
 * Reads `toJSON(inputs)`.
 * @throws IssueList `usage` with every input that is wrong, and what it may be
 */
export function readInputs(json: string): ActionInputs {
  const given: unknown = JSON.parse(json);
  const inputs = parseInputs(INPUTS, z.record(z.string(), z.string()).parse(given));
  const { phase } = inputs;
  const misplaced = (['shard', 'round'] as const).flatMap((name) => {
    const { [name]: part } = inputs;
    if (part === undefined || phase === 'evaluate') return [];
    // Hours later the rest would be missing.
    return inputError(
      name,
      `is "${part.index}/${part.count}", and phase is ${phase}`,
      'add `phase: evaluate`, beside a job with `phase: report` that joins the parts, or leave it out',
    );
  });
  if (misplaced.length > 0) throw new IssueList('usage', misplaced);
  return inputs;
}

/**
 * Reads the inputs of a JavaScript action, which the runner hands over in variables.
 * @throws IssueList `usage` with every input that is wrong, and what it may be
 */
export function readReportInputs(env: RunnerEnvironment): ReportInputs {
  const names = Object.keys(REPORT_INPUTS.shape);
  return parseInputs(
    REPORT_INPUTS,
    Object.fromEntries(names.map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? ''])),
  );
}

/** As GitHub takes the inputs of other actions: in letters of either case, without blanks around them, and an empty one was not set. */
function parseInputs<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  given: Readonly<Record<string, string>>,
): z.infer<z.ZodObject<Shape>> {
  const bare = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value.trim()] as const);
  const set = Object.fromEntries(bare.filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.flatMap((issue) => {
    const name = String(issue.path[0] ?? '');
    const value = JSON.stringify(set[name]);
    switch (issue.code) {
      case 'invalid_value':
        return inputError(name, `is ${value}`, `use one of ${issue.values.join(', ')}`);
      case 'unrecognized_keys':
        return issue.keys.map((key) =>
          inputError(key, 'is not an input', suggestion(key, Object.keys(schema.shape), 'inputs')),
        );
      case 'custom':
        return inputError(name, String(issue.params?.says ?? `is ${value}`), issue.message);
      default:
        return inputError(name, `is ${value}`, issue.message);
    }
  });
  throw new IssueList('usage', issues);
}

function inputError(name: string, problem: string, fix: string): WeighbridgeError {
  return new WeighbridgeError('usage', `the input ${name} ${problem}`, { fix });
}

/** The inputs that win over the config file, under the names they have there. */
export function overridesFromInputs(inputs: ActionInputs): Overrides {
  const entries = OVERRIDE_NAMES.flatMap((key) => {
    const name = dashed(key);
    const value = inputs[name];
    return value === undefined ? [] : [[key, { value, source: { kind: 'input', name } }]];
  });
  return Object.fromEntries(entries);
}
