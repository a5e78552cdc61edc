import { lowerLimit, upperLimit } from '../../src/core/stats/inference.ts';
import { mulberry32, shuffled } from '../../src/core/stats/random.ts';
import { type InstrumentErrors, roganGladen } from '../../src/core/stats/rogan-gladen.ts';
import { normalQuantile } from '../../src/core/stats/special/normal.ts';
import { studentInterval, studentMean } from '../../src/core/stats/student.ts';
import { percent, points } from './agreement.ts';
import { complied, type Pair, type Verdict } from './recorded.ts';

const ALPHA = 0.05;
const DRAWS = 100;
const LABELS = 100;

const rateOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function errorsOn(verdicts: readonly Verdict[]): InstrumentErrors {
  const rate = (wanted: number) => {
    const own = verdicts.filter(({ person }) => person === wanted);
    return { rate: rateOf(own.map(({ judge }) => Number(judge === wanted))), of: own.length };
  };
  return { sensitivity: rate(1), specificity: rate(0) };
}

/** The rate behind the judge's, with the interval in which it lies. */
function corrected(verdicts: readonly Verdict[], errors: InstrumentErrors) {
  const events = verdicts.filter(({ judge }) => judge === 1).length;
  const of = { kind: 'binomial', events, n: verdicts.length } as const;
  const inference = { kind: 'corrected', of, errors } as const;
  return {
    value: roganGladen(events / verdicts.length, errors),
    low: lowerLimit(inference, ALPHA),
    high: upperLimit(inference, ALPHA),
  };
}

/** Of each model how many answers comply: by people, by the judge, and by the judge corrected for its errors. */
export function rateRows(all: readonly Verdict[], models: readonly string[]): readonly string[][] {
  const verdicts = complied(all);
  return models.map((model) => {
    const own = verdicts.filter((verdict) => verdict.model === model);
    const truth = rateOf(own.map(({ person }) => person));
    const draws = Array.from({ length: DRAWS }, (_, seed) =>
      corrected(own, errorsOn(shuffled(own, mulberry32(seed)).slice(0, LABELS))),
    );
    const covered = draws.filter(({ low, high }) => low <= truth && truth <= high).length;
    const usable = draws.flatMap(({ value }) => (Number.isNaN(value) ? [] : value)).sort((a, b) => a - b);
    const elsewhere = corrected(own, errorsOn(verdicts.filter((verdict) => verdict.model !== model)));
    return [
      model,
      percent(truth),
      percent(rateOf(own.map(({ judge }) => judge))),
      percent(usable[usable.length >> 1] ?? Number.NaN),
      percent(covered / DRAWS),
      `${percent(elsewhere.value)} (${percent(elsewhere.low)} to ${percent(elsewhere.high)})`,
      elsewhere.low <= truth && truth <= elsewhere.high ? 'yes' : 'no',
    ];
  });
}

/** Mean of differences with its 90 % interval, in points. */
function difference(values: readonly number[]): string {
  const { low, high } = studentInterval(studentMean(values), ALPHA);
  return `${points(rateOf(values))} (${points(low)} to ${points(high)})`;
}

/** How much more often than people the judge prefers an answer. */
function excessOf(pairs: readonly Pair[], isFirst: (pair: Pair) => boolean): readonly string[] {
  const turned = (pair: Pair, win: number) => (isFirst(pair) ? win : 1 - win);
  const people = pairs.map((pair) => turned(pair, pair.person));
  const judge = pairs.map((pair) => turned(pair, pair.judge));
  return [
    String(pairs.length),
    percent(rateOf(people)),
    percent(rateOf(judge)),
    difference(judge.map((win, index) => win - (people[index] ?? Number.NaN))),
  ];
}

/** How often the longer answer is preferred. */
export const verbosityRow = (pairs: readonly Pair[]): readonly string[] =>
  excessOf(
    pairs.filter(({ longer }) => longer !== 0),
    ({ longer }) => longer > 0,
  );

/** How often a model's answer is preferred to another's. */
export const preferenceRow = (pairs: readonly Pair[], model: string): readonly string[] =>
  excessOf(
    pairs.filter((pair) => pair.model.split('_').includes(model)),
    (pair) => pair.model.startsWith(`${model}_`),
  );

/** How much more than people a judge sees in its own answers, and in others'. */
export function ownAnswers(all: readonly Verdict[], own: string) {
  const excess = (isOwn: boolean) =>
    studentMean(
      complied(all.filter(({ model }) => (model === own) === isOwn)).map(
        ({ judge, person }) => judge - person,
      ),
    );
  const [ofOwn, ofOthers] = [excess(true), excess(false)];
  const value = ofOwn.value - ofOthers.value;
  const half = normalQuantile(1 - ALPHA) * Math.hypot(ofOwn.stderr, ofOthers.stderr);
  return {
    own: points(ofOwn.value),
    others: points(ofOthers.value),
    difference: `${points(value)} (${points(value - half)} to ${points(value + half)})`,
  };
}
