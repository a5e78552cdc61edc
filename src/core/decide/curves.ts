import type {
  CurveAxis,
  CurveColumn,
  CurveFiles,
  CurveGate,
  CurveName,
  CurvePoint,
  CurvesConfig,
  CurvesResult,
  LogEntry,
  TrainingLog,
} from '../domain/curves.ts';
import { CURVE_NAMES } from '../domain/curves.ts';
import type { GateResult } from '../domain/decision.ts';
import { formatLocation } from '../domain/errors.ts';
import { describeLimit, type Gate } from '../domain/gate.ts';
import { fallOf, generalizationGap, validationRise } from '../stats/training-curves.ts';
import { signsOf } from './curve-signs.ts';

/** Where gates on curves stand in the place of a task: `curves/generalization_gap`. */
export const CURVES_TASK = 'curves';

/** Names that programs give each, the surest first. `train_loss` of Hugging Face is the mean of a whole training, beside `loss`. */
const KNOWN: Record<CurveColumn, readonly string[]> = {
  step: ['step', 'global_step', '_step', 'Step', 'iteration', 'iter'],
  loss: ['loss', 'train_loss', 'train/loss', 'training_loss'],
  eval_loss: ['eval_loss', 'val_loss', 'eval/loss', 'val/loss', 'validation_loss', 'valid_loss'],
  grad_norm: ['grad_norm', 'train/grad_norm', 'gradient_norm'],
  learning_rate: ['learning_rate', 'lr', 'train/learning_rate'],
};

export interface JudgedCurves {
  readonly result: CurvesResult;
  readonly gates: readonly GateResult[];
}

/** The gates on curves as they are written, for whoever lists limits. */
export function curveGates({
  generalizationGap: gap,
  validationRising: rising,
}: CurvesConfig): readonly Gate[] {
  return [gateOf('generalization_gap', gap), gateOf('validation_rising', rising)];
}

const gateOf = (metric: string, { limit, tier }: CurveGate): Gate => ({
  ...{ id: `${CURVES_TASK}/${metric}:ceiling`, task: CURVES_TASK, metric, tier },
  ...{ rule: 'ceiling', limit: limit.value, source: limit.source },
});

/**
 * What the candidate's training curves come to under these limits. The columns are those of the policy that judges, so that a pull request
 * cannot rename one loss to another.
 * @param files null where nobody could read them
 */
export function judgeCurves(config: CurvesConfig, files: CurveFiles | null): JudgedCurves {
  const read = files ?? { files: [], entries: [], globalStep: null, maxSteps: null, faults: [NOT_READ] };
  const found = read.faults.length > 0 ? { faults: read.faults } : trainingLog(read.entries, config.columns);
  const log = 'faults' in found ? NOTHING : found;
  const faults = 'faults' in found ? found.faults : [];
  const { loss, eval_loss: evaluation } = log.curves;
  const result: CurvesResult = {
    ...{ files: read.files, faults, axis: log.axis, train: thinned(loss), evaluation: thinned(evaluation) },
    ...{ gap: generalizationGap(loss, evaluation), rising: validationRise(evaluation), fell: fallOf(loss) },
    ...{ gated: read.globalStep, signs: [] },
  };
  const signs = faults.length > 0 ? [] : signsOf(log, result, read, config.schedule);
  const unnamed = evaluation.length === 0 ? namedOtherwise(read.entries) : [];
  const [gap, rising] = curveGates(config).map((gate) => {
    const isGap = gate.metric === 'generalization_gap';
    const value = (isGap ? result.gap : result.rising)?.value ?? null;
    const why = faults.length > 0 ? faults : [isGap ? NO_GAP : NO_RISE, ...unnamed];
    return judgedGate(gate, value, evaluation.length, why);
  });
  return { result: { ...result, signs }, gates: [gap, rising].flatMap((gate) => gate ?? []) };
}

const NOT_READ =
  'The training curves were not read: the policy names files of the candidate’s training, and this run has none of them. Name them under `curves` in the config, in the job that judges.';
const NO_GAP =
  'The generalisation gap is not known: it takes five training losses up to the last evaluation loss, and both positive and finite.';
const NO_RISE =
  'Whether the evaluation loss rises is not known: it takes three evaluation losses, positive and finite.';

/** Evaluations of several sets have a name each, none of which is the one. */
const SET_LOSS = /^(?:eval|val|valid|validation|test)[_/][\w/-]{1,60}loss$/;

function namedOtherwise(entries: readonly LogEntry[]): readonly string[] {
  const found = new Set(
    entries.flatMap(({ values }) => [...values.keys()].filter((name) => SET_LOSS.test(name))),
  );
  const names = [...found].sort().slice(0, 5);
  const [first] = names;
  if (first === undefined) return [];
  return [
    `The log has ${names.join(', ')}: name the one that counts, such as \`columns: { eval_loss: ${first} }\` under \`curves\`.`,
  ];
}

const NOTHING: TrainingLog = {
  axis: 'entry',
  curves: { loss: [], eval_loss: [], grad_norm: [], learning_rate: [] },
};

/** A measured number held to its limit: there is no interval of a single training, and so no lean. */
function judgedGate(gate: Gate, value: number | null, n: number, why: readonly string[]): GateResult {
  const margin = typeof gate.limit === 'number' ? gate.limit : null;
  const verdict = value === null || margin === null ? 'invalid' : value <= margin ? 'pass' : 'regression';
  return {
    ...{ id: gate.id, task: gate.task, metric: gate.metric, rule: gate.rule, tier: gate.tier },
    ...{ limit: describeLimit(gate, 'rate'), margin, unit: 'rate', direction: 'lower_is_better' },
    ...{
      verdict,
      reasons: verdict === 'invalid' ? why : [],
      blocks: gate.tier === 'blocking' && verdict !== 'pass',
    },
    candidate: value === null ? null : { value, stderr: null, n },
    ...{ baseline: null, delta: null, bound: null, pairs: 0, flips: null, leaning: null, test: null },
    ...{ unpaired: { baseline: 0, candidate: 0 }, unscored: { baseline: 0, candidate: 0 } },
    ...{ minimumDetectable: null, needed: null },
  };
}

/** The curves that these entries are, or why they are none. */
export function trainingLog(
  entries: readonly LogEntry[],
  columns: CurvesConfig['columns'],
): TrainingLog | { readonly faults: readonly string[] } {
  const names = new Map(
    (['step', ...CURVE_NAMES] as const).map((column) => [column, nameIn(entries, column, columns[column])]),
  );
  const missing = Object.values(columns).filter((name) => !entries.some(({ values }) => values.has(name)));
  if (missing.length > 0) return { faults: missing.map(noColumn) };
  const own = [...names.values()].flatMap((name) => name ?? []);
  const odd = entries.find(({ values }) => own.some((name) => values.get(name) === null));
  if (odd !== undefined) return { faults: [notANumber(odd, own)] };
  if (names.get('loss') === null && names.get('eval_loss') === null) return { faults: [NO_LOSS] };
  const stepName = names.get('step') ?? null;
  const lossNames = (['loss', 'eval_loss'] as const).flatMap((curve) => names.get(curve) ?? []);
  const tables = tablesAmong(entries);
  const isPlace = (name: string) => name === stepName || name === 'epoch';
  /** Where null stands for a loss that was logged: none is beside it, and it is no empty cell of a row that tells something else. */
  const isLost = ({ file, values, nulls = [] }: LogEntry): boolean =>
    nulls.some((name) => lossNames.includes(name)) &&
    !lossNames.some((name) => values.has(name)) &&
    (!tables.has(file) || [...values.keys()].every(isPlace));
  const valueIn = (entry: LogEntry, name: string): number | null | undefined =>
    entry.values.get(name) ?? (entry.nulls?.includes(name) && isLost(entry) ? Number.NaN : undefined);
  const losses = entries.filter((entry) => lossNames.some((name) => valueIn(entry, name) !== undefined));
  const has = (name: string) => losses.every(({ values }) => Number.isFinite(values.get(name)));
  const axis: CurveAxis = stepName !== null && has(stepName) ? 'step' : has('epoch') ? 'epoch' : 'entry';
  const axisName = axis === 'step' ? (stepName ?? '') : 'epoch';
  const curveOf = (curve: CurveName): readonly CurvePoint[] => {
    const name = names.get(curve) ?? null;
    if (name === null) return [];
    const points = entries.flatMap((entry, index) => {
      const [value, at] = [valueIn(entry, name), axis === 'entry' ? index : entry.values.get(axisName)];
      return value == null || at == null || !Number.isFinite(at) ? [] : [{ at, value, file: entry.file }];
    });
    return inOrder(points, axis);
  };
  const [loss, evaluation, norm, rate] = CURVE_NAMES.map(curveOf);
  return {
    axis,
    curves: {
      loss: loss ?? [],
      eval_loss: evaluation ?? [],
      grad_norm: norm ?? [],
      learning_rate: rate ?? [],
    },
  };
}

const NO_LOSS = `No training or evaluation loss is in the files of \`curves\`. Known are ${[...KNOWN.loss, ...KNOWN.eval_loss].join(', ')}; say others in \`curves.columns\`.`;
const noColumn = (name: string): string =>
  `The files of \`curves\` have nothing of the name ${JSON.stringify(name)}, which \`curves.columns\` names.`;

function notANumber({ file, line, values }: LogEntry, own: readonly string[]): string {
  const name = own.find((each) => values.get(each) === null) ?? '';
  return `${formatLocation(line === null ? { file } : { file, line })}: ${JSON.stringify(name)} is not a number. Repair the log, or name another column in \`curves.columns\`.`;
}

function nameIn(entries: readonly LogEntry[], column: CurveColumn, told: string | undefined): string | null {
  const names = told === undefined ? KNOWN[column] : [told];
  return names.find((name) => entries.some(({ values }) => values.has(name))) ?? null;
}

/** Files of which every entry has the same names: tables, whose empty cells are null in JSON. */
function tablesAmong(entries: readonly LogEntry[]): ReadonlySet<string> {
  const shapes = new Map<string, Set<string>>();
  for (const { file, values, nulls = [] } of entries) {
    const shape = JSON.stringify([...values.keys(), ...nulls].sort());
    shapes.set(file, (shapes.get(file) ?? new Set()).add(shape));
  }
  return new Set([...shapes].filter(([, { size }]) => size === 1).map(([file]) => file));
}

type FilePoint = CurvePoint & { readonly file: string };

/**
 * By step. Of one that several files tell the last counts; one that a file tells twice is where a training was taken up again, and what it
 * had told of later steps is of weights that are no more. Rounded epochs are no such thing.
 */
function inOrder(points: readonly FilePoint[], axis: CurveAxis): readonly CurvePoint[] {
  const kept =
    axis === 'step'
      ? [...new Map(ofWeightsLeft(points).map((point) => [point.at, point])).values()]
      : [...points];
  return kept.sort((a, b) => a.at - b.at).map(({ at, value }) => ({ at, value }));
}

/** In their order. From behind, since what is told later says what earlier points are worth. */
function ofWeightsLeft(points: readonly FilePoint[]): readonly FilePoint[] {
  const told = new Map<string, Set<number>>();
  const isAgain = points.map(({ at, file }) => {
    const steps = told.get(file) ?? new Set();
    const again = steps.has(at);
    told.set(file, steps.add(at));
    return again;
  });
  const takenUp = new Map<string, number>();
  return points
    .toReversed()
    .filter(({ at, file }, index) => {
      const first = takenUp.get(file) ?? Number.POSITIVE_INFINITY;
      if (isAgain.at(-1 - index)) takenUp.set(file, Math.min(first, at));
      return at < first;
    })
    .reverse();
}

/** As many points as a drawing shows. */
const MOST_POINTS = 60;

function thinned(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  const finite = curve.filter(({ value }) => Number.isFinite(value));
  if (finite.length <= MOST_POINTS) return finite;
  return Array.from({ length: MOST_POINTS }, (_, index) => {
    const position = Math.round((index * (finite.length - 1)) / (MOST_POINTS - 1));
    return finite[position] ?? { at: 0, value: 0 };
  });
}
