import type { MetricDeclaration } from '../../core/domain/metric.ts';
import type { Aggregate } from '../../core/domain/run.ts';

/**
 * How many samples a mean of 0 and 1 is of, where nobody says it: its standard error is √(p(1 − p)/(n − 1)), or with n below, and
 * both n and the number of right answers are whole. Written in full, an error leaves one n; rounded, all those of an interval.
 */

/** A number and the most by which it can be off. */
interface Rounded {
  readonly at: number;
  readonly off: number;
}

/** Doubles that went through single precision, as those of PyTorch. */
const PRECISION = 2e-7;
/** Beyond this many decimals a number was written as it was. */
const MOST_DECIMALS = 7;
/** An interval whose ends lie further apart says too little to be taken for a number. */
const WIDEST = 2;
const MOST_SAMPLES = 1e8;

/** Metrics that are 0 or 1 for every sample. Of the others only an n that fits to the last digit is believed. */
const RIGHT_OR_WRONG =
  /^(acc(uracy)?|(acc|loglikelihood_acc)_(norm|bytes)\w*|loglikelihood_acc|(\w+_)?exact_match|extractive_match|em)$/;
/** The accuracy of TruthfulQA's MC2 is a share of probability. */
const SHARES = /mc2/i;

/**
 * The sums with the number of samples behind each, where it follows. Of a rounded one evidence rests on the fewest samples and the largest
 * error that it can have.
 * @param peers all sums of the file: a file is rounded alike, and 0.7500 loses its zeros in JSON
 */
export function withCounts(
  task: string,
  aggregates: readonly Aggregate[],
  metrics: readonly MetricDeclaration[],
  peers: readonly Pick<Aggregate, 'value' | 'stderr'>[],
): Aggregate[] {
  const decimals = {
    value: mostDecimals(peers.map(({ value }) => value)),
    stderr: mostDecimals(peers.flatMap(({ stderr }) => stderr ?? [])),
  };
  return aggregates.map((aggregate) => {
    const declaration = metrics.find(({ name }) => name === aggregate.metric);
    const isMeanOfRates = declaration?.kind === 'mean' && declaration.unit === 'rate';
    if (aggregate.n !== null || aggregate.stderr === null || !isMeanOfRates) return aggregate;
    if (decimals.stderr > MOST_DECIMALS) return { ...aggregate, n: exactCount(aggregate, decimals.stderr) };
    const value = rounded(aggregate.value, decimals.value);
    const stderr = rounded(aggregate.stderr, decimals.stderr);
    const n = countsBehind(value, stderr);
    if (n === null) return aggregate;
    if (!RIGHT_OR_WRONG.test(aggregate.metric) || SHARES.test(task)) return aggregate;
    const [least, most] = n;
    const known = { ...aggregate, rounded: { n, value: value.off } };
    return most > WIDEST * least ? known : { ...known, n: least, stderr: stderr.at + stderr.off + value.off };
  });
}

/** The only n that numbers which nobody rounded can be of; null where they may have been, and where there is none. */
export function exactCount(
  { value, stderr }: Pick<Aggregate, 'value' | 'stderr'>,
  decimals = decimalsOf(stderr ?? 0),
): number | null {
  if (stderr === null || decimals <= MOST_DECIMALS) return null;
  const n = countsBehind(rounded(value, decimals), rounded(stderr, decimals));
  return n !== null && n[0] === n[1] ? n[0] : null;
}

function mostDecimals(numbers: readonly number[]): number {
  return Math.max(0, ...numbers.map(decimalsOf));
}

function decimalsOf(number: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

function rounded(at: number, decimals: number): Rounded {
  return { at, off: decimals > MOST_DECIMALS ? PRECISION * Math.abs(at) : 0.5 * 10 ** -decimals + 1e-12 };
}

/** The fewest and the most samples that give these numbers; null where none do, or where there is no most. */
function countsBehind(value: Rounded, stderr: Rounded): readonly [number, number] | null {
  const [low, high] = ends(value);
  const [least, most] = ends(stderr);
  if (least <= 0 || high <= 0 || low >= 1) return null;
  const variance = (rate: number) => Math.max(0, rate * (1 - rate));
  const largest = low <= 0.5 && high >= 0.5 ? 0.25 : Math.max(variance(low), variance(high));
  const first = Math.max(2, Math.floor(Math.min(variance(low), variance(high)) / most ** 2));
  const last = Math.ceil(largest / least ** 2) + 1;
  if (last > MOST_SAMPLES) return null;
  const fits = (n: number) => isCompatible(n, value, stderr);
  const next = (from: number, step: 1 | -1): number | null => {
    for (let n = from; n >= first && n <= last; n += step) if (fits(n)) return n;
    return null;
  };
  const fewest = next(first, 1);
  return fewest === null ? null : [fewest, next(last, -1) ?? fewest];
}

const ends = ({ at, off }: Rounded): [number, number] => [at - off, at + off];

/** Whether some whole number of right answers among `n` gives both: |p − ½| = √(¼ − p(1 − p)), where p(1 − p) = se²·(n − 1) or se²·n. */
function isCompatible(n: number, value: Rounded, stderr: Rounded): boolean {
  const [low, high] = ends(value);
  const [least, most] = ends(stderr);
  return [n - 1, n].some((divisor) => {
    if (divisor * least ** 2 > 0.25) return false;
    const far = Math.sqrt(0.25 - divisor * least ** 2);
    const near = Math.sqrt(Math.max(0, 0.25 - divisor * most ** 2));
    const holdsWhole = (from: number, to: number) =>
      Math.floor(n * Math.min(high, to)) >= Math.ceil(n * Math.max(low, from));
    return holdsWhole(0.5 + near, 0.5 + far) || holdsWhole(0.5 - far, 0.5 - near);
  });
}
