import { sum } from '../../src/core/stats/sum.ts';

/** One side: by how much more answers are right than the confidence says, as a function of the confidence. */
type Gap = (confidence: number) => number;

/** A rise of the calibration error by `limit`, from a baseline with a shape to a candidate with another. */
export interface CalibrationModel {
  readonly title: string;
  /** Share of the candidate's answers that are given anew. */
  readonly changed: number;
  readonly baseline: Gap;
  readonly candidate: (limit: number) => Gap;
}

const over =
  (size: number): Gap =>
  () =>
    -size;
const under =
  (size: number): Gap =>
  () =>
    size;
/** Right more often than said below 77 %, less often above. */
const sShaped =
  (size: number): Gap =>
  (confidence) =>
    confidence < 0.77 ? size : -size;
const alternating =
  (size: number): Gap =>
  (confidence) =>
    Math.floor(confidence * 15) % 2 === 0 ? size : -size;
const perfect = over(0);

export const CALIBRATION_MODELS: readonly CalibrationModel[] = [
  { title: 'perfect, then overconfident', changed: 0.1, baseline: perfect, candidate: over },
  { title: 'the same, 3 % of the answers anew', changed: 0.03, baseline: perfect, candidate: over },
  { title: 'perfect, then now above, now below', changed: 0.1, baseline: perfect, candidate: alternating },
  {
    ...{ title: 'overconfident by 5 pp, then more', changed: 0.1 },
    ...{ baseline: over(0.05), candidate: (limit) => over(0.05 + limit) },
  },
  {
    ...{ title: 'underconfident by 2 pp, then more', changed: 0.1 },
    ...{ baseline: under(0.02), candidate: (limit) => under(0.02 + limit) },
  },
  {
    ...{ title: 'S-shaped by 3 pp, then more', changed: 0.1 },
    ...{ baseline: sShaped(0.03), candidate: (limit) => sShaped(0.03 + limit) },
  },
  {
    ...{ title: 'overconfident by 5 pp, then underconfident', changed: 0.1 },
    ...{ baseline: over(0.05), candidate: (limit) => under(0.05 + limit) },
  },
];

/** Middles of eight of the bins, most of the samples in the upper ones. */
const CONFIDENCES = [6.5, 7.5, 8.5, 9.5, 10.5, 11.5, 12.5, 13.5].map((middle) => middle / 15);
const SHARES = [1, 1, 1, 2, 2, 3, 3, 4].map((share) => share / 17);

export type Answer = readonly [confidence: number, right: number];

/** @returns one sample, drawn: the baseline's answer and that of a candidate whose calibration error is higher by `rise` */
export function drawAnswers(
  { changed, baseline, candidate }: CalibrationModel,
  rise: number,
  random: () => number,
): readonly [Answer, Answer] {
  let left = random();
  const found = SHARES.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  const confidence = CONFIDENCES.at(found) ?? 0;
  const before = random();
  const now = random() < changed ? random() : before;
  const isRight = (u: number, gap: Gap): number => (u < confidence + gap(confidence) ? 1 : 0);
  return [
    [confidence, isRight(before, baseline)],
    [confidence, isRight(now, rise === 0 ? baseline : candidate(rise))],
  ];
}

/** The rise of a model's true calibration error: what its shapes were made for, so long as no answer is right beyond 100 %. */
export function trueRise({ baseline, candidate }: CalibrationModel, limit: number): number {
  const error = (gap: Gap) => {
    if (CONFIDENCES.some((confidence) => confidence + gap(confidence) > 1)) return Number.NaN;
    return sum(CONFIDENCES.map((confidence, bin) => (SHARES[bin] ?? 0) * Math.abs(gap(confidence))));
  };
  return error(candidate(limit)) - error(baseline);
}
