import { z } from 'zod';
import { INPUTS, parseInputs } from '../inputs.ts';
import type { RunnerEnvironment } from '../runtime.ts';

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
 * Reads the inputs of a JavaScript action, which the runner hands over in variables.
 * @throws IssueList `usage` with every input that is wrong
 */
export function readReportInputs(env: RunnerEnvironment): ReportInputs {
  const given = Object.keys(REPORT_INPUTS.shape).map((name) => [
    name,
    env[`INPUT_${name.toUpperCase()}`] ?? '',
  ]);
  return parseInputs(REPORT_INPUTS, Object.fromEntries(given));
}
