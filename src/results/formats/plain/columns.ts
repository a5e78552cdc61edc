import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { MOST_CLASSES } from '../../../core/metrics/classes.ts';
import { partsName } from '../../../core/metrics/corpus/registry.ts';
import { declareMetric, METRICS, type MetricName } from '../../../core/metrics/registry.ts';
import type { PlainRow } from './row.ts';

/** Metrics of all samples that are told by what a table says was right and what was said, and not by a score. */
type ColumnMetric = MetricName;

export function isOfColumns(name: string): name is ColumnMetric {
  if (!Object.hasOwn(METRICS, name)) return false;
  const { kind, aggregate }: Pick<MetricDeclaration, 'kind' | 'aggregate'> = METRICS[name as MetricName];
  const parts = kind === 'corpus' && aggregate !== undefined ? partsName(aggregate) : null;
  return parts === 'predictions' || parts === 'numbers';
}

/** The text of a label; null where the line has none. */
export function labelIn(value: unknown): string | null {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

const isOfNumbers = ({ aggregate }: Pick<MetricDeclaration, 'aggregate'>): boolean =>
  aggregate !== undefined && partsName(aggregate) === 'numbers';

/**
 * Of classes with those that are right for any sample, in the order of their names: what else is said is none of them.
 * @throws WeighbridgeError `data` where there are none to tell apart, or too many to be classes
 */
export function declareOfColumns(
  name: ColumnMetric,
  targets: ReadonlySet<string>,
  at: Location,
): MetricDeclaration {
  const declaration = declareMetric(name);
  if (isOfNumbers(declaration)) return declaration;
  if (targets.size < 2 || targets.size > MOST_CLASSES) {
    throw new WeighbridgeError('data', `${name} needs classes, and the column target has ${targets.size}`, {
      at,
      fix: `write the right class of each line into target and the predicted one into output: 2 to ${MOST_CLASSES} classes`,
    });
  }
  return { ...declaration, classes: [...targets].sort() };
}

/** @throws WeighbridgeError `data` for a score, which such a metric has not got, and for a line without a target */
export function scoreOfColumns(
  { at, metric, score, sample }: PlainRow,
  declaration: MetricDeclaration,
): Score {
  if (typeof score === 'number') {
    throw new WeighbridgeError('data', `${metric} is a function of all samples, and none has a score`, {
      at: { ...at, key: 'score' },
      fix: 'leave score empty: it is read from the columns target and output',
    });
  }
  const target = labelIn(sample.target);
  const isNumber = isOfNumbers(declaration);
  if (target === null || (isNumber && !Number.isFinite(Number(target)))) {
    throw new WeighbridgeError('data', `${metric} needs what is right`, {
      at: { ...at, key: 'target' },
      fix: `write the right ${isNumber ? 'number' : 'class'} into target`,
    });
  }
  // A model that says nothing has answered, and named no class.
  if (sample.output === undefined) return { unscored: 'the file has no output' };
  const output = sample.output.trim();
  if (!isNumber) {
    const { classes = [] } = declaration;
    return { parts: [classes.indexOf(target), classes.indexOf(output)] };
  }
  const said = output === '' ? Number.NaN : Number(output);
  return Number.isFinite(said) ? { parts: [Number(target), said] } : { unscored: 'the output is no number' };
}
