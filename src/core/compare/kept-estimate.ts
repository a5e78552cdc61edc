import { assertNever } from '../domain/errors.ts';
import type { KeptEnd, KeptEstimate, KeptInference } from '../domain/kept-estimate.ts';
import type { Inference } from '../stats/inference.ts';
import type { Imputation, ImputedEstimate } from './imputed-estimate.ts';

/** What a record keeps of an estimate to test other limits at other levels; null where it takes samples, or is not a number. */
export function keptEstimate(estimate: ImputedEstimate | null): KeptEstimate | null {
  if (estimate === null) return null;
  const { lowest, highest, moved } = estimate;
  const [low, high] = [keptEnd(lowest), lowest === highest ? null : keptEnd(highest)];
  if (low === null || (high === null && lowest !== highest)) return null;
  const kept = { lowest: low, ...(high === null ? {} : { highest: high }), ...(moved && { moved }) };
  return areFinite(kept) ? kept : null;
}

function keptEnd(imputation: Imputation | null): KeptEnd | null {
  if (imputation === null) return null;
  const { value, inference } = imputation;
  if (inference.kind !== 'between') {
    const of = keptOf(inference);
    return of === null ? null : { value, of };
  }
  const [of, low, high] = [keptOf(inference.of), plain(inference.low), plain(inference.high)];
  return of === null || low === null || high === null ? null : { value, of, between: { low, high } };
}

function keptOf(inference: Inference): readonly KeptInference[] | null {
  const all = (inference.kind === 'each' ? inference.of : [inference]).map(plain);
  const kept = all.filter((each) => each !== null);
  return kept.length === all.length ? kept : null;
}

function plain(inference: Inference): KeptInference | null {
  switch (inference.kind) {
    case 'tango': {
      const { rose, fell, pairs } = inference.counts;
      return { kind: 'tango', numbers: [rose, fell, pairs] };
    }
    case 'binomial':
      return { kind: 'binomial', numbers: [inference.events, inference.n] };
    case 'student': {
      const { value, stderr, df } = inference.estimate;
      return { kind: 'student', numbers: [value, stderr, df] };
    }
    case 'skewed': {
      const { value, stderr, df, skewness } = inference.estimate;
      return { kind: 'skewed', numbers: [value, stderr, df, skewness] };
    }
    case 'normal':
      return { kind: 'normal', numbers: [inference.estimate.value, inference.estimate.stderr] };
    case 'unknown':
      return { kind: 'unknown', numbers: [] };
    case 'scaled': {
      const of = plain(inference.of);
      const { factor, moved } = inference;
      return of === null || of.scaled !== undefined ? null : { ...of, scaled: { factor, moved } };
    }
    default:
      return null;
  }
}

function inferenceOf({ kind, numbers, scaled: by }: KeptInference): Inference {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = numbers;
  const of = ((): Inference => {
    switch (kind) {
      case 'tango':
        return { kind, counts: { rose: a, fell: b, pairs: c } };
      case 'binomial':
        return { kind, events: a, n: b };
      case 'student':
        return { kind, estimate: { value: a, stderr: b, df: c } };
      case 'skewed':
        return { kind, estimate: { value: a, stderr: b, df: c, skewness: d } };
      case 'normal':
        return { kind, estimate: { value: a, stderr: b } };
      case 'unknown':
        return { kind };
      default:
        return assertNever(kind);
    }
  })();
  return by === undefined ? of : { kind: 'scaled', of, ...by };
}

/** What is no number in JSON would be read as nothing. */
const areFinite = (kept: unknown): boolean =>
  typeof kept === 'number'
    ? Number.isFinite(kept)
    : typeof kept !== 'object' || kept === null || Object.values(kept).every(areFinite);

/** The estimate that was kept, as it was but for what is shown of it. */
export function estimateOfKept(
  { lowest, highest = lowest, moved }: KeptEstimate,
  { value, method, n }: Pick<ImputedEstimate, 'value' | 'method' | 'n'>,
): ImputedEstimate {
  return {
    ...{ method, value, n, sparse: false },
    ...{ lowest: imputationOf(lowest), highest: imputationOf(highest) },
    ...(moved === undefined ? {} : { moved }),
  };
}

function imputationOf({ value, of: kept, between }: KeptEnd): Imputation {
  const all = kept.map(inferenceOf);
  const [only] = all;
  const of: Inference = all.length === 1 && only !== undefined ? only : { kind: 'each', of: all };
  if (between === undefined) return { value, inference: of };
  return {
    value,
    inference: { kind: 'between', of, low: inferenceOf(between.low), high: inferenceOf(between.high) },
  };
}
