import type { DeltaEstimate, GateResult } from './decision.ts';
import { assertNever } from './errors.ts';
import type { MetricUnit } from './metric.ts';

/** Numbers as every sentence and table writes them. */

const MINUS = '−';

/** A number with a fixed number of decimals, a true minus sign, and never `−0.0`. */
function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}

function withSign(text: string): string {
  return text.startsWith(MINUS) || /^0(\.0*)?$/.test(text) ? text : `+${text}`;
}

/** One decimal for points, more where the first would round a real change away: −0.04 pp is not 0. */
function pointDecimals(points: number): number {
  const size = Math.abs(points);
  if (size === 0 || size >= 0.095) return 1;
  return size >= 0.0095 ? 2 : 3;
}

/** About four significant digits, so that 8.412 and 812.4 are both readable; three of what is tiny, such as the price of an answer. */
function significantDecimals(value: number): number {
  if (value === 0) return 1;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return magnitude < -3 ? Math.min(9, 2 - magnitude) : Math.max(0, 3 - magnitude);
}

/** A count with thousands separated: `14,042`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `4,300 samples`, to stand after `about`: a size that is worked out from what was observed is known to no more than two digits. */
export function roundedSamples(count: number): string {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return plural(Math.ceil(count / scale) * scale, 'sample');
}

/** A metric's value in its unit: `93.1 %`, `0.8731 bits per byte`, `12.34`. */
export function formatValue(value: number, unit: MetricUnit): string {
  switch (unit) {
    case 'rate': {
      // 0.04 % toxicity must not read as none.
      const percent = value * 100;
      const rest = Math.min(Math.abs(percent), Math.abs(100 - percent));
      return `${fixed(percent, pointDecimals(rest))} %`;
    }
    case 'bits_per_byte':
      return `${fixed(value, 4)} bits per byte`;
    case 'seconds':
      return `${fixed(value, significantDecimals(value))} s`;
    case 'perplexity':
    case 'number':
      return fixed(value, significantDecimals(value));
    default:
      return assertNever(unit);
  }
}

interface Step {
  readonly scale: number;
  readonly suffix: string;
  readonly decimals: (scaled: number) => number;
}

const CHANGE: Record<MetricUnit, Step> = {
  rate: { scale: 100, suffix: ' pp', decimals: pointDecimals },
  bits_per_byte: { scale: 1, suffix: ' bits per byte', decimals: () => 4 },
  seconds: { scale: 1, suffix: ' s', decimals: significantDecimals },
  perplexity: { scale: 1, suffix: '', decimals: (value) => Math.min(3, significantDecimals(value)) },
  number: { scale: 1, suffix: '', decimals: significantDecimals },
};

type Interval = Pick<DeltaEstimate, 'low' | 'high'>;

/** As many decimals as the ends of an interval need, one of which may be tiny. */
const decimalsOf = ({ low, high }: Interval, { scale, decimals }: Step): number =>
  Math.max(...[low, high].map((end) => (end === null ? 0 : decimals(end * scale))));

/** Beside its interval a change is as precise as that. */
const changeDecimals = (value: number, step: Step, beside: Interval | null): number =>
  Math.max(step.decimals(value * step.scale), beside === null ? 0 : decimalsOf(beside, step));

/** A change in the metric's unit, always signed: `+1.2 pp`. */
export function formatChange(value: number, unit: MetricUnit, beside: Interval | null = null): string {
  const step = CHANGE[unit];
  return `${withSign(fixed(value * step.scale, changeDecimals(value, step, beside)))}${step.suffix}`;
}

/** The size of a change without its sign, for "fell by 31.2 pp". */
export function formatSize(value: number, unit: MetricUnit, beside: Interval | null = null): string {
  const step = CHANGE[unit];
  return `${fixed(Math.abs(value * step.scale), changeDecimals(value, step, beside))}${step.suffix}`;
}

/**
 * `−36.0 to −26.4`, with the unit of the change beside it left to the caller; an end that could not be estimated is
 * `unbounded`; null when neither could.
 */
export function formatInterval(delta: Interval, unit: MetricUnit): string | null {
  if (delta.low === null && delta.high === null) return null;
  const step = CHANGE[unit];
  const digits = decimalsOf(delta, step);
  const [low, high] = [delta.low, delta.high].map((end) =>
    end === null ? 'unbounded' : withSign(fixed(end * step.scale, digits)),
  );
  return `${low} to ${high}`;
}

/** `90 %` of 0.9. */
export function formatLevel(level: number): string {
  return `${Number((level * 100).toPrecision(4))} %`;
}

/** A one-sided p-value; tiny ones as a bound, since their digits mean nothing. */
export function formatP(p: number): string {
  return p < 0.0001 ? 'p < 0.0001' : `p = ${p.toFixed(4)}`;
}

/** A share of runs: `18 %`, `0.45 %`; never less than a hundredth of a per cent. */
export function formatShare(share: number): string {
  if (share < 0.0001) return '0.01 %';
  if (share > 0.999) return '100 %';
  return `${Number((100 * share).toPrecision(2))} %`;
}

/** `1 gate`, `2 gates`. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : many}`;
}

/** Limits as they were set, where a measured value is rounded to what it is worth. */

/** The size of a change that is allowed: `2 pp`, `0.25 pp`, `0.03`. */
export function formatMargin(size: number, unit: MetricUnit): string {
  return unit === 'rate' ? `${digits(size * 100)} pp` : `${digits(size)}${unit === 'seconds' ? ' s' : ''}`;
}

/** A ceiling or floor: `1 %`, `9.5`. */
export function formatLimit(value: number, unit: MetricUnit): string {
  return unit === 'rate' ? `${digits(value * 100)} %` : `${digits(value)}${unit === 'seconds' ? ' s' : ''}`;
}

/** Two decimals, or two significant digits where two decimals would show nothing. */
function digits(value: number): string {
  const rounded = Number(value.toFixed(2));
  const isHidden = rounded === 0 && value !== 0;
  return String(isHidden ? Number(value.toPrecision(2)) : rounded).replace('-', '−');
}

/** Each SHA-256 in a text by its first twelve hex digits, enough to tell two checkpoints apart. */
export function formatDigest(text: string): string {
  return text.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');
}

/** A gate's metric as a person names it. */
export function metricName({
  task,
  metric,
  against,
}: Pick<GateResult, 'task' | 'metric' | 'against'>): string {
  return against === undefined ? `${task}/${metric}` : `${task}/${metric}@${against}`;
}
