import { isOfSuite, mustBeAccepted } from '../../app/policy/suite-waiver.ts';
import { applyWaivers } from '../../app/policy/waive.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import { messageOf } from '../../core/domain/errors.ts';
import type { Waiver } from '../../core/domain/policy.ts';
import type { ShownSamples } from '../../core/domain/shown-samples.ts';
import type { AnswerSpeed } from '../../core/domain/speed.ts';
import { type Verdict, verdictExitCode } from '../../core/domain/verdict.ts';
import { invalidateVerdict } from '../../report/build.ts';
import { describeFault, renderMarkdown } from '../../report/markdown.ts';
import { redact, redactAll } from '../../report/redact.ts';
import type { ReportContext } from '../../report/section.ts';
import { assertSameConfig, type PlanFile } from '../plan-file.ts';
import { listRegularFiles } from '../regular-files.ts';

/** What the report step found: always something, and `invalid` where anything went wrong. */
export interface JudgedRun {
  readonly verdict: Verdict;
  readonly blocked: boolean;
  readonly exitCode: number;
  readonly summary: string;
  /** Null where the samples could not be judged at all. */
  readonly file: VerdictFile | null;
  /** What the report shows of the samples; null for nothing. */
  readonly samples: ShownSamples | null;
  readonly speeds: readonly AnswerSpeed[];
  /** Files of the run that may be published. */
  readonly runFiles: readonly string[];
  render(context: ReportContext, bytes: number): string;
}

/** The phase that judges; a parameter, so that the step can be tested where nothing was evaluated. */
export type DecidePlan = typeof import('../../app/main.ts').decidePlan;

export interface JudgementOptions {
  readonly plan: PlanFile;
  readonly decide: DecidePlan;
  /** `steps.evaluate.outcome`: success, failure, cancelled or skipped. */
  readonly evaluation: string;
  /** Asks for waivers that were in no file when the plan was made. */
  readonly labels?: () => Promise<readonly Waiver[]>;
  /** How the evaluation ended in its own words; null where it said nothing. */
  readonly ending?: string | null;
  /** Takes out of the run's files what may not be published. @returns those that may */
  readonly clean?: (files: readonly string[]) => Promise<readonly string[]>;
}

/** How the evaluation step says it ended, other than well. */
const ENDINGS: ReadonlyMap<string, (plan: PlanFile) => string> = new Map(
  Object.entries({
    'timed-out': ({ inputs }: PlanFile) =>
      `it was stopped after ${inputs['timeout-minutes']} minutes, the limit of timeout-minutes; what was finished is shown`,
    interrupted: () => 'it was told to stop; what was finished is shown',
    tampered: () =>
      'something of it wrote to files by which the runner takes commands, which were restored; nothing of this run can be trusted',
  }),
);

/** Judges what is stored. Whatever fails on the way is a verdict of `invalid`, never an exception. */
export async function judgeRun(options: JudgementOptions): Promise<JudgedRun> {
  const { plan, decide, labels = async () => [], clean = async (files) => files } = options;
  let runFiles: readonly string[] = [];
  try {
    runFiles = await clean(await listRegularFiles(plan.out));
    await assertSameConfig(plan);
    const { config, overrides, baselines, out, suite: asked = null } = plan;
    const { base, suite = null } = plan.policy;
    const today = new Date().toISOString().slice(0, 10);
    const isAsked = mustBeAccepted(suite);
    const waivers = [...plan.policy.waivers, ...(isAsked ? await labels() : [])];
    const policies = { base, suite, waivers, untrusted: null, today };
    const decided = await decide({
      configPath: config.path,
      overrides,
      baselines,
      out,
      suite: asked,
      policies,
    });
    const file = withDraw(withEvaluation(decided.verdict, options), plan);
    const more = canBeWaived(file) && !isAsked ? await labels() : [];
    const ofGates = more.filter((waiver) => !isOfSuite(waiver));
    return judgedRun(applyWaivers(file, ofGates, today), decided.samples(), runFiles, decided.speeds());
  } catch (error) {
    return unjudgedRun(error, runFiles);
  }
}

/** Whether a waiver could change anything: what is not known cannot be waived, and what does not block need not be. */
const canBeWaived = ({ verdict, gates }: VerdictFile): boolean =>
  verdict !== 'invalid' && gates.some((gate) => gate.blocks && gate.verdict !== 'invalid');

/** An evaluation that did not end well proves nothing, whatever samples it left. */
function withEvaluation(
  file: VerdictFile,
  { plan, evaluation, ending = null }: JudgementOptions,
): VerdictFile {
  if (
    plan.inputs.phase === 'report'
      ? evaluation === 'skipped'
      : evaluation === 'success' && ending === 'finished'
  )
    return file;
  const outcome = evaluation === '' ? 'nothing is known of it' : `its outcome is ${evaluation}`;
  const why = ENDINGS.get(ending ?? '')?.(plan) ?? `${outcome}, see the log of the step evaluate`;
  return invalidateVerdict(file, `the evaluation did not come to its end: ${why}`);
}

/** What ran could have chosen another order, and said so. */
function withDraw(file: VerdictFile, { draw: { order } }: PlanFile): VerdictFile {
  const drawn = [order.fresh, ...Object.values(order.earlier)];
  const other = file.tasks.find(({ orderSeed }) => orderSeed !== undefined && !drawn.includes(orderSeed));
  return other === undefined
    ? file
    : invalidateVerdict(
        file,
        `the samples of ${other.task} are in an order that this run did not draw (order_seed ${other.orderSeed}): evaluate again`,
      );
}

/** A verdict as the publishers take it. */
export function judgedRun(
  file: VerdictFile,
  samples: ShownSamples | null,
  runFiles: readonly string[],
  speeds: readonly AnswerSpeed[] = [],
): JudgedRun {
  const { verdict, blocked, exitCode, summary } = file;
  const render = (context: ReportContext, bytes: number) => renderMarkdown(file, context, bytes).markdown;
  return { verdict, blocked, exitCode, summary, file, samples, speeds, runFiles, render };
}

/** The verdict of `invalid` where nothing could be judged. */
export function unjudgedRun(error: unknown, runFiles: readonly string[]): JudgedRun {
  const message = messageOf(error);
  const { summary } = describeFault(message);
  const render = (context: ReportContext) => describeFault(message, context).markdown;
  const exitCode = verdictExitCode('invalid', true);
  return {
    verdict: 'invalid',
    blocked: true,
    exitCode,
    summary,
    file: null,
    samples: null,
    speeds: [],
    runFiles,
    render,
  };
}

/** Without secrets that a model, or a message of another program, has given away; what was decided stays. */
export function withoutSecrets(judgement: JudgedRun, secrets: readonly string[]): JudgedRun {
  const { file, samples, render } = judgement;
  if (file !== null) {
    const { verdict, blocked, exitCode } = file;
    const clean = { ...redactAll(file, secrets), verdict, blocked, exitCode };
    const speeds = redactAll(judgement.speeds, secrets);
    return judgedRun(clean, redactAll(samples, secrets), judgement.runFiles, speeds);
  }
  return {
    ...judgement,
    summary: redact(judgement.summary, secrets),
    render: (context, bytes) => redact(render(context, bytes), secrets),
  };
}
