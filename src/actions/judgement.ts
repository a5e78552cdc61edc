import type { VerdictFile } from '../domain/decision.ts';
import { messageOf } from '../domain/errors.ts';
import { EXIT_CODES, type Verdict } from '../domain/verdict.ts';
import { invalidateVerdict } from '../report/build.ts';
import { describeFault } from '../report/fault.ts';
import { type ReportContext, renderMarkdown } from '../report/markdown.ts';
import { confinedFiles } from './confine.ts';
import type { Log, Pipeline } from './pipeline.ts';
import { assertSameConfig, type Plan } from './plan-file.ts';

/** What the report step found: always something, and `invalid` where anything went wrong. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly blocked: boolean;
  readonly exitCode: number;
  readonly summary: string;
  /** Null where the samples could not be judged at all. */
  readonly file: VerdictFile | null;
  /** Files of the run that may be published. */
  readonly runFiles: readonly string[];
  render(context: ReportContext, bytes: number): string;
}

export interface JudgementOptions {
  readonly plan: Plan;
  readonly pipeline: Pick<Pipeline, 'judge'>;
  /** `steps.evaluate.outcome`: success, failure, cancelled or skipped. */
  readonly evaluation: string;
  readonly log: Log;
}

/** Judges what is stored. Whatever fails on the way is a verdict of `invalid`, never an exception. */
export async function judgeRun({ plan, pipeline, evaluation, log }: JudgementOptions): Promise<Judgement> {
  let runFiles: readonly string[] = [];
  try {
    runFiles = await confinedFiles(plan.out);
    await assertSameConfig(plan);
    const { overrides, baselines = null, out } = plan;
    const judged = await pipeline.judge({ configPath: plan.config.path, overrides, baselines, out, log });
    return found(withEvaluation(judged.verdict, plan, evaluation), runFiles);
  } catch (error) {
    return fault(error, runFiles);
  }
}

/** An evaluation that did not end well proves nothing, whatever samples it left. */
function withEvaluation(file: VerdictFile, { phase }: Plan, evaluation: string): VerdictFile {
  const expected = phase === 'report' ? 'skipped' : 'success';
  if (evaluation === expected) return file;
  const outcome = evaluation === '' ? 'nothing is known of it' : `its outcome is ${evaluation}`;
  return invalidateVerdict(
    file,
    `the evaluation did not come to its end: ${outcome}, see the log of the step evaluate`,
  );
}

function found(file: VerdictFile, runFiles: readonly string[]): Judgement {
  const { verdict, blocked, exitCode, summary } = file;
  const render = (context: ReportContext, bytes: number) => renderMarkdown(file, context, bytes).markdown;
  return { verdict, blocked, exitCode, summary, file, runFiles, render };
}

function fault(error: unknown, runFiles: readonly string[]): Judgement {
  const { summary, markdown } = describeFault(messageOf(error));
  const base = { verdict: 'invalid', blocked: true, exitCode: EXIT_CODES.invalid } as const;
  return { ...base, summary, file: null, runFiles, render: () => markdown };
}
