import type { CurveFiles, CurvePoint, CurvesConfig, CurvesResult, TrainingLog } from '../domain/curves.ts';
import { earlyPlateau, scheduleOf, spikes } from '../stats/training-curves.ts';

/** The lower of the two limits that people use; the gate has the higher. */
const NOTED_GAP = 0.1;
/** What evaluation losses differ by from one evaluation to the next without meaning. */
const NOTED_RISE = 0.01;
const LEAST_FALL = 0.01;
const LOSS_SPIKE = 0.1;
const NORM_SPIKE = 1;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const shown = (value: number): string => String(Number(value.toPrecision(4)));

/** What looks wrong with a training. Remarks: nothing is decided by them. */
export function signsOf(
  { axis, curves }: TrainingLog,
  { gap, rising, fell, gated }: CurvesResult,
  { maxSteps }: Pick<CurveFiles, 'maxSteps'>,
  schedule: CurvesConfig['schedule'],
): readonly string[] {
  const where = (at: number) => `${axis} ${shown(at)}`;
  const { loss, eval_loss: evaluation, grad_norm: norm, learning_rate: rate } = curves;
  const broken = [...loss, ...evaluation, ...norm].find(({ value }) => !Number.isFinite(value));
  const [plateau, ran] = [earlyPlateau(loss), scheduleOf(rate)];
  const signs: (string | false)[] = [
    broken !== undefined &&
      `Training diverged: a loss or gradient norm is not finite at ${where(broken.at)}.`,
    gap !== null &&
      gap.value > NOTED_GAP &&
      `The evaluation loss (${shown(gap.evaluation)}) is ${percent(gap.value)} above the training loss (${shown(gap.train)}); 10 to 20 % are the usual limits.`,
    rising !== null &&
      rising.value > NOTED_RISE &&
      `The evaluation loss has risen by ${percent(rising.value)} from its best (${shown(rising.best.value)} at ${where(rising.best.at)}), over ${rising.since === 1 ? 'one evaluation' : `${rising.since} evaluations`}.`,
    axis === 'step' &&
      rising !== null &&
      gated !== null &&
      gated !== rising.best.at &&
      rising.value > NOTED_RISE &&
      `The checkpoint is that of step ${shown(gated)}, and the evaluation loss was best at step ${shown(rising.best.at)}: gate that one too.`,
    fell !== null &&
      fell < LEAST_FALL &&
      `The training loss did not fall: ${percent(fell)} from its first entries to its last.`,
    plateau !== null &&
      (fell ?? 0) >= LEAST_FALL &&
      `The training loss had made 95 % of its fall at ${where(plateau)}, in the first 30 % of the training.`,
    spikesIn('training loss', spikes(loss, LOSS_SPIKE), where),
    spikesIn('gradient norm', spikes(norm, NORM_SPIKE), where),
    ran !== null &&
      schedule.decay &&
      !ran.decayed &&
      `The learning rate was to decay, and ended ${ran.isConstant ? 'where it began: it was constant' : 'at its highest'}.`,
    ran !== null &&
      schedule.warmup &&
      !ran.warmedUp &&
      'The learning rate was to warm up, and began at its highest.',
    ran === null &&
      (schedule.decay || schedule.warmup) &&
      'Whether the learning rate was what it was to be is not known: fewer than three of them are logged.',
    gated !== null &&
      maxSteps !== null &&
      gated < maxSteps &&
      `The checkpoint is that of step ${shown(gated)} of ${shown(maxSteps)} that were planned, so that a schedule over all of them did not come to its end.`,
  ];
  return signs.filter((sign) => sign !== false);
}

function spikesIn(what: string, found: readonly CurvePoint[], where: (at: number) => string): string | false {
  const worst = found.reduce<CurvePoint | null>(
    (most, point) => (most === null || point.value > most.value ? point : most),
    null,
  );
  if (worst === null) return false;
  const count = found.length === 1 ? 'a spike' : `${found.length} spikes`;
  return `The ${what} has ${count}, the highest at ${where(worst.at)} (${shown(worst.value)}).`;
}
