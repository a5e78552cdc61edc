import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { type Classified, MICRO, MOST_CLASSES } from '../../../core/metrics/classes.ts';
import { bleuParts } from '../../../core/metrics/corpus/bleu.ts';
import { chrfParts } from '../../../core/metrics/corpus/chrf.ts';
import { partsName } from '../../../core/metrics/corpus/registry.ts';
import { declareMetric, METRICS, type MetricName } from '../../../core/metrics/registry.ts';
import type { PlainRow } from './row.ts';

/** Metrics of all samples that are told by what a table says was right and what was said. */
type ColumnMetric = MetricName;

/** What stands in a line: the right one and what was said, and beside these a number of the model's. */
interface Said {
  readonly targets: readonly string[];
  readonly output: string;
  readonly score: number | null;
  readonly classes: readonly string[];
}

/** How a line becomes a score: one row a kind of metric. */
interface Reading {
  /** What `target` has to be. */
  readonly target: 'class' | 'number' | 'text';
  /** What a number in `score` means; null where a line has none. */
  readonly score: string | null;
  readonly of: (said: Said) => Score;
}

const rightClass = ({ classes, targets }: Said) => classes.indexOf(targets[0] ?? '');

const CLASSES: Reading = {
  ...{ target: 'class', score: null },
  of: (said) => ({ parts: [rightClass(said), said.classes.indexOf(said.output)] }),
};
const NUMBERS: Reading = {
  ...{ target: 'number', score: null },
  of: ({ targets: [target], output }) => {
    const number = output === '' ? Number.NaN : Number(output);
    return Number.isFinite(number)
      ? { parts: [Number(target), number] }
      : { unscored: 'the output is no number' };
  },
};
const textsBy = (partsOf: (answer: string, references: readonly string[]) => number[]): Reading => ({
  ...{ target: 'text', score: null },
  of: ({ targets, output }) => ({ parts: partsOf(output, targets) }),
});
const RANKED: Reading = {
  ...{ target: 'class', score: 'how sure the model was of the second of two classes' },
  of: (said) => ({ parts: [rightClass(said), said.score ?? Number.NaN] }),
};
const CONFIDENCE: Reading = {
  ...{ target: 'text', score: 'how sure the model was of its answer, from 0 to 1' },
  of: ({ targets, output, score }) => ({ parts: [score ?? Number.NaN, Number(targets.includes(output))] }),
};

const microBy = (scoreOf: (answer: Classified) => Score): Reading => ({
  ...{ target: 'class', score: null },
  of: (said) => scoreOf({ reference: rightClass(said), predicted: said.classes.indexOf(said.output) }),
});

const BY_NAME: Partial<Record<MetricName, Reading>> = {
  bleu: textsBy(bleuParts),
  chrf: textsBy(chrfParts),
  auc: RANKED,
  average_precision: RANKED,
  ece: CONFIDENCE,
  ece_mass: CONFIDENCE,
  mce: CONFIDENCE,
  precision_micro: microBy(MICRO.precision_micro),
  f1_micro: microBy(MICRO.f1_micro),
};

function readingOf(name: string): Reading | null {
  if (!Object.hasOwn(METRICS, name)) return null;
  const own = BY_NAME[name as MetricName];
  if (own !== undefined) return own;
  const { aggregate }: Pick<MetricDeclaration, 'kind' | 'aggregate'> = METRICS[name as MetricName];
  const parts = aggregate === undefined ? null : partsName(aggregate);
  return parts === 'predictions' ? CLASSES : parts === 'numbers' ? NUMBERS : null;
}

/** Whether lines that say the same of what is right and of what was said have one score. */
export const isOfColumnsAlone = (name: string): boolean => readingOf(name)?.score === null;

export const isOfColumns = (name: string): name is ColumnMetric => readingOf(name) !== null;

/** The text of a label; null where the line has none. */
export function labelIn(value: unknown): string | null {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

/** Of texts there may be several right ones. */
function targetsIn(value: unknown, { target }: Reading): readonly string[] {
  const values = target === 'text' && Array.isArray(value) ? value : [value];
  const labels = values.map(labelIn);
  return labels.every((label) => label !== null) ? labels : [];
}

/** Those that are right for any sample, in the order of their names: what else is said is none of them. */
export const classesOf = (targets: ReadonlySet<string>): readonly string[] => [...targets].sort();

/**
 * Of classes with their names.
 * @throws WeighbridgeError `data` where there are none to tell apart, or too many to be classes
 */
export function declareOfColumns(
  name: ColumnMetric,
  targets: ReadonlySet<string>,
  at: Location,
): MetricDeclaration {
  const declaration = declareMetric(name);
  const reading = readingOf(name);
  if (reading?.target !== 'class') return declaration;
  const most = reading.score === null ? MOST_CLASSES : 2;
  if (targets.size < 2 || targets.size > most) {
    throw new WeighbridgeError('data', `${name} needs classes, and the column target has ${targets.size}`, {
      at,
      fix:
        most === 2
          ? 'write the right one of two classes of each line into target, and how sure the model was of the second into score'
          : `write the right class of each line into target and the predicted one into output: 2 to ${MOST_CLASSES} classes`,
    });
  }
  return declaration.kind === 'corpus' ? { ...declaration, classes: classesOf(targets) } : declaration;
}

/** @throws WeighbridgeError `data` for a score that such a metric has not got, and for a line without a target */
export function scoreOfColumns(
  { at, metric, score, sample }: Pick<PlainRow, 'at' | 'metric' | 'score' | 'sample'>,
  classes: readonly string[],
): Score {
  const reading = readingOf(metric);
  if (reading === null) throw new TypeError(`${metric} is not of columns`);
  if (typeof score === 'number' && reading.score === null) {
    throw new WeighbridgeError('data', `${metric} is a function of all samples, and none has a score`, {
      at: { ...at, key: 'score' },
      fix: 'leave score empty: it is read from the columns target and output',
    });
  }
  const targets = targetsIn(sample.target, reading);
  const isNumber = reading.target === 'number';
  if (targets.length === 0 || (isNumber && !Number.isFinite(Number(targets[0])))) {
    throw new WeighbridgeError('data', `${metric} needs what is right`, {
      at: { ...at, key: 'target' },
      fix: `write the right ${reading.target} into target`,
    });
  }
  if (reading.score !== null && typeof score !== 'number') return score;
  // A model that says nothing has answered, and named no class; of a ranking only the number is asked.
  if (sample.output === undefined && reading !== RANKED) return { unscored: 'the file has no output' };
  const said = {
    targets,
    output: (sample.output ?? '').trim(),
    score: typeof score === 'number' ? score : null,
  };
  if (reading === CONFIDENCE && said.score !== null && !(said.score >= 0 && said.score <= 1)) {
    throw new WeighbridgeError('data', `${metric} needs ${reading.score}, and the score is ${said.score}`, {
      at: { ...at, key: 'score' },
      fix: 'write a number from 0 to 1, or leave score empty',
    });
  }
  return reading.of({ ...said, classes });
}
