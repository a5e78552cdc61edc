import type { Change } from '../../domain/gate.ts';
import type { MetricUnit } from '../../domain/metric.ts';

/** A limit as written: text from a file, flag or input, or a number that YAML has read. */
export type WrittenLimit = string | number;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly fix: string };

/** Plain decimals only: no sign, no exponent, no hexadecimal, no separators, no NaN. */
const DECIMAL = '(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,15})?';
const CHANGE = new RegExp(`^(${DECIMAL})(pp|%rel|%)?$`);
const RATE = new RegExp(`^(${DECIMAL})(%)?$`);

const refuse = (message: string, fix: string): Parsed<never> => ({ ok: false, message, fix });
const accept = <T>(value: T): Parsed<T> => ({ ok: true, value });

/** Shifts the decimal point in the text, so that 0.7 per cent is exactly 0.007 and not 0.7 / 100. */
const hundredth = (digits: string): number => Number(`${digits}e-2`);

function wrongSign(written: WrittenLimit): Parsed<never> | undefined {
  if (!/^-/.test(String(written))) return undefined;
  return refuse(
    `${written} is negative`,
    'write the size of the change without a sign; the rule says which way it goes',
  );
}

/** Reads numbers that YAML has parsed and text alike; numbers keep no unit, so they are absolute. */
function split(written: WrittenLimit, grammar: RegExp): { digits: string; unit: string } | undefined {
  if (typeof written === 'number') {
    return Number.isFinite(written) ? { digits: String(written), unit: '' } : undefined;
  }
  const match = grammar.exec(written);
  return match?.[1] === undefined ? undefined : { digits: match[1], unit: match[2] ?? '' };
}

/**
 * Reads how far a metric may move. For a rate `2pp` or `0.02`, relative to the baseline `2%rel`; for anything else a
 * plain number in the metric's own unit, or `2%rel`. What could mean two things is refused, with both spelt out.
 */
export function parseChange(written: WrittenLimit, unit: MetricUnit): Parsed<Change> {
  const negative = wrongSign(written);
  if (negative !== undefined) return negative;
  const parts = split(written, CHANGE);
  if (parts === undefined) {
    return refuse(
      `${quote(written)} is not a change`,
      unit === 'rate'
        ? 'write points as 2pp, a plain decimal such as 0.02, or a share of the baseline as 2%rel'
        : 'write a plain decimal such as 0.02 in the unit of the metric, or a share of the baseline as 2%rel',
    );
  }
  const { digits } = parts;
  switch (parts.unit) {
    case '%rel':
      return accept({ kind: 'relative', value: hundredth(digits) });
    case '%':
      return refuse(
        `${digits}% can mean two changes`,
        unit === 'rate'
          ? `write ${digits}pp for points of the rate, or ${digits}%rel for a share of the baseline`
          : `write ${digits}%rel for a share of the baseline, or a plain number in the unit of the metric`,
      );
    case 'pp':
      return points(digits, unit);
    default:
      return plainChange(Number(digits), digits, unit);
  }
}

function points(digits: string, unit: MetricUnit): Parsed<Change> {
  if (unit !== 'rate') {
    return refuse(
      `${digits}pp is for rates, and this metric is ${describeUnit(unit)}`,
      `write a plain number in the unit of the metric, or a share of the baseline as ${digits}%rel`,
    );
  }
  const value = hundredth(digits);
  if (value > 1) return refuse(`${digits}pp is more than a rate can change`, 'write at most 100pp');
  return accept({ kind: 'absolute', value });
}

function plainChange(value: number, digits: string, unit: MetricUnit): Parsed<Change> {
  if (unit === 'rate' && value >= 1) {
    return refuse(
      `${digits} would let the rate change by ${Number((value * 100).toPrecision(12))} points`,
      `did you mean ${digits}pp? (as a plain number that is ${Number((value / 100).toPrecision(12))})`,
    );
  }
  return accept({ kind: 'absolute', value });
}

/** Reads a ceiling or floor: for a rate `1%` or `0.01`, for anything else a plain number in the metric's own unit. */
export function parseValue(written: WrittenLimit, unit: MetricUnit): Parsed<number> {
  const negative = wrongSign(written);
  if (negative !== undefined) return negative;
  const parts = split(written, RATE);
  if (parts === undefined) {
    return refuse(
      `${quote(written)} is not ${unit === 'rate' ? 'a rate' : 'a number'}`,
      unit === 'rate'
        ? 'write 1% or a plain decimal such as 0.01'
        : 'write a plain decimal in the unit of the metric',
    );
  }
  const { digits } = parts;
  if (unit !== 'rate') {
    if (parts.unit === '') return accept(Number(digits));
    return refuse(
      `${digits}% is for rates, and this metric is ${describeUnit(unit)}`,
      'write a plain number in the unit of the metric',
    );
  }
  if (parts.unit === '%') {
    const value = hundredth(digits);
    return value > 1 ? refuse(`${digits}% is more than a rate can be`, 'write at most 100%') : accept(value);
  }
  const value = Number(digits);
  if (value < 1) return accept(value);
  return refuse(
    value === 1 ? '1 can mean 1% or 100%' : `${digits} is more than a rate can be`,
    value === 1 ? 'write 1% or 100%' : `did you mean ${digits}%?`,
  );
}

const UNIT_NAMES = {
  rate: 'a rate',
  bits_per_byte: 'in bits per byte',
  perplexity: 'a perplexity',
  seconds: 'a time in seconds',
  number: 'a plain number',
} as const satisfies Record<MetricUnit, string>;

const describeUnit = (unit: MetricUnit): string => UNIT_NAMES[unit];

const quote = (written: WrittenLimit): string =>
  typeof written === 'number' ? String(written) : JSON.stringify(written.slice(0, 60));
