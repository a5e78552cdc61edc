/** What the scores of one sample do, as differences of the two sides; from uniform numbers in [0, 1). */
export interface GradedModel {
  readonly title: string;
  /** Between which values a score lies; null where nobody can say. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly delta: (random: () => number) => number;
  /** What `delta` is on average: the limit, so that a candidate that does this is exactly at it. */
  readonly mean: number;
}

const RATE = { low: 0, high: 1 };
const JUDGE = { low: 1, high: 10 };

/** Box & Muller 1958. */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const oneOf = (values: readonly number[], random: () => number): number =>
  values[Math.floor(random() * values.length)] ?? 0;

/** A share that loses so much, a share that moves a little either way, and the rest unchanged. */
const losing =
  (
    share: number,
    loss: (random: () => number) => number,
    moving: number,
    jitter: (random: () => number) => number,
  ) =>
  (random: () => number): number => {
    const u = random();
    if (u < share) return -loss(random);
    return u < share + moving ? jitter(random) : 0;
  };

const step = (random: () => number) => (random() < 0.5 ? -1 : 1);
const spread = (sd: number) => (random: () => number) => Math.max(-1, Math.min(1, sd * normal(random)));
const all = () => 1;

export const GRADED: readonly GradedModel[] = [
  {
    ...{
      title: 'partial credit of 0, ½, 1: 10 % change, two in three for the worse',
      range: RATE,
      mean: -0.025,
    },
    delta: (random) => (random() < 0.1 ? (random() < 2 / 3 ? -1 : 1) * oneOf([0.5, 1], random) : 0),
  },
  {
    ...{ title: 'partial credit of 0, ½, 1: 10 % change, all for the worse', range: RATE, mean: -0.075 },
    delta: losing(0.1, (random) => oneOf([0.5, 1], random), 0, all),
  },
  {
    ...{ title: 'thirds: 20 % lose ⅓', range: RATE, mean: -0.2 / 3 },
    delta: losing(0.2, () => 1 / 3, 0, all),
  },
  {
    ...{ title: 'F1: 30 % move (sd .1), 10 % fall from 1 to 0', range: RATE, mean: -0.1 },
    delta: losing(0.1, all, 0.3, spread(0.1)),
  },
  {
    ...{ title: 'F1: 15 % move (sd .2), 3 % fall from 1 to 0', range: RATE, mean: -0.03 },
    delta: losing(0.03, all, 0.15, spread(0.2)),
  },
  {
    ...{ title: 'F1: 60 % move (sd .05), 5 % fall from 1 to 0', range: RATE, mean: -0.05 },
    delta: losing(0.05, all, 0.6, spread(0.05)),
  },
  {
    ...{ title: 'F1: 60 % move (sd .05), 2 % fall from 1 to 0', range: RATE, mean: -0.02 },
    delta: losing(0.02, all, 0.6, spread(0.05)),
  },
  {
    ...{ title: 'judge 1 to 10: 80 % move by 1 or 2', range: JUDGE, mean: 0 },
    delta: (random) => oneOf([-2, -1, 0, 1, 2], random),
  },
  {
    ...{ title: 'judge 1 to 10: 35 % move by 1, 2 % fall by 4 to 8', range: JUDGE, mean: -0.12 },
    delta: losing(0.02, (random) => oneOf([4, 5, 6, 7, 8], random), 0.35, step),
  },
  {
    ...{ title: 'judge 1 to 10: 35 % move by 1, 1 % fall by 8', range: JUDGE, mean: -0.08 },
    delta: losing(0.01, () => 8, 0.35, step),
  },
  {
    ...{ title: 'log-likelihood: normal', range: null, mean: -0.02 },
    delta: (random) => -0.02 + 0.1 * normal(random),
  },
  {
    ...{ title: 'log-likelihood: Student’s t with 3 degrees of freedom', range: null, mean: 0 },
    delta: (random) =>
      normal(random) / Math.sqrt((normal(random) ** 2 + normal(random) ** 2 + normal(random) ** 2) / 3),
  },
  {
    ...{ title: 'log-likelihood: losses are exponential', range: null, mean: -1 },
    delta: (random) => Math.log(1 - random()),
  },
  {
    ...{ title: 'log-likelihood: losses are log-normal (σ 1)', range: null, mean: -Math.exp(0.5) },
    delta: (random) => -Math.exp(normal(random)),
  },
  {
    ...{ title: 'log-likelihood: losses are log-normal (σ 1.5)', range: null, mean: -Math.exp(1.125) },
    delta: (random) => -Math.exp(1.5 * normal(random)),
  },
  {
    ...{ title: 'log-likelihood: sd .05, 3 % fall by 1 to 3', range: null, mean: -0.06 },
    delta: (random) => (random() < 0.03 ? -1 - 2 * random() : 0.05 * normal(random)),
  },
];
