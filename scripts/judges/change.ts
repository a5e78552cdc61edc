import { compareRuns } from '../../src/core/compare/compare.ts';
import { decide } from '../../src/core/decide/decide.ts';
import type { GateResult } from '../../src/core/domain/decision.ts';
import type { Policy, Source } from '../../src/core/domain/gate.ts';
import type { HumanLabels } from '../../src/core/domain/labels.ts';
import type { TaskRun } from '../../src/core/domain/run.ts';
import { type LabelledValue, predictionPowered } from '../../src/core/stats/prediction-powered.ts';
import { mulberry32, shuffled } from '../../src/core/stats/random.ts';
import { studentMean } from '../../src/core/stats/student.ts';
import { judged, percent, points, TWO } from './agreement.ts';
import { complied, type Verdict } from './recorded.ts';

const SIDES = ['baseline', 'candidate'] as const;
type Sides<Value> = Readonly<Record<(typeof SIDES)[number], Value>>;

const DRAWS = 200;
const LIMIT = 0.05;
const source: Source = { kind: 'default' };
const policy: Policy = {
  alpha: { value: 0.05, source },
  onInconclusive: { value: 'lean', source },
  target: { value: 'auto', source },
  leanAlpha: { value: 0.25, source },
  minCoverage: { value: 0.9, source },
};

function runOf(side: keyof Sides<unknown>, verdicts: readonly Verdict[]): TaskRun {
  const samples = verdicts.map(({ id, judge }, index) => ({
    ...{ id, index, input_digest: id, target_digest: '', output: side, scores: { judge } },
  }));
  return {
    record: {
      ...{ schema_version: 1, side, task: 'answers', task_role: 'general', primary_metric: 'judge' },
      ...{ metrics: [judged(TWO)], fingerprint: {}, seed: 0, planned: samples.length },
      model: {
        ...{ source: side, digest: side, adapter_digest: null },
        ...{ architecture: null, parameter_count: null, quantization: null },
      },
      ...{ status: { state: 'complete' }, started: '', finished: '' },
    },
    samples,
  };
}

/** A gate on what a judge said of two models, with people's labels of some of the samples. */
export class ReplayedChange {
  readonly #verdicts: Sides<ReadonlyMap<string, Verdict>>;
  readonly #ids: readonly string[];
  readonly #comparisons: ReturnType<typeof compareRuns>;

  constructor(all: readonly Verdict[], models: Sides<string>) {
    const own = (side: keyof Sides<unknown>) => complied(all.filter(({ model }) => model === models[side]));
    const byId = (verdicts: readonly Verdict[]) => new Map(verdicts.map((verdict) => [verdict.id, verdict]));
    this.#verdicts = { baseline: byId(own('baseline')), candidate: byId(own('candidate')) };
    this.#ids = [...this.#verdicts.baseline.keys()].filter((id) => this.#verdicts.candidate.has(id));
    this.#comparisons = compareRuns(
      [runOf('baseline', own('baseline'))],
      [runOf('candidate', own('candidate'))],
      ['answers'],
    );
  }

  /** What people and the judge see in all samples. */
  whole(): { readonly people: number; readonly judge: number } {
    const changes = this.#changesOf(this.#ids);
    return {
      people: studentMean(changes.map(({ label }) => label)).value,
      judge: studentMean(changes.map(({ prediction }) => prediction)).value,
    };
  }

  /** A row: what becomes of the gate with labels of so many samples, drawn at random many times. */
  row(labelled: number): readonly string[] {
    const draws = Array.from({ length: DRAWS }, (_, seed) => {
      const mixed = shuffled(this.#ids, mulberry32(seed));
      const [own, others] = [mixed.slice(0, labelled), mixed.slice(labelled)];
      return { gate: this.#gate(own), worth: this.#worth(own, others) };
    });
    const share = (holds: (gate: GateResult) => boolean) =>
      percent(draws.filter(({ gate }) => holds(gate)).length / DRAWS);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const corrected = draws.flatMap(({ gate }) => gate.judge?.corrected ?? []);
    const truth = this.whole().people;
    const covered = corrected.filter(({ low, high }) => (low ?? 1) <= truth && truth <= (high ?? -1));
    return [
      String(labelled),
      share(({ tier }) => tier === 'blocking'),
      points(mean(corrected.map(({ value }) => value ?? Number.NaN))),
      percent(covered.length / corrected.length),
      mean(draws.map(({ worth }) => worth)).toFixed(0),
      share(({ judge }) => judge?.corrected?.decides === true),
      share(({ tier, verdict }) => tier === 'blocking' && verdict === 'pass'),
    ];
  }

  /** Labels by which people alone would be as sure as labels and judge together. */
  #worth(labelled: readonly string[], others: readonly string[]): number {
    const changes = this.#changesOf(labelled);
    const powered = predictionPowered(
      changes,
      this.#changesOf(others).map(({ prediction }) => prediction),
    );
    const alone = studentMean(changes.map(({ label }) => label)).stderr;
    return labelled.length * (alone / powered.stderr) ** 2;
  }

  #changesOf(ids: readonly string[]): readonly LabelledValue[] {
    const { baseline, candidate } = this.#verdicts;
    return ids.flatMap((id) => {
      const [before, after] = [baseline.get(id), candidate.get(id)];
      if (before === undefined || after === undefined) return [];
      return { label: after.person - before.person, prediction: after.judge - before.judge };
    });
  }

  #gate(labelled: readonly string[]): GateResult {
    const grades = (side: keyof Sides<unknown>) =>
      new Map(labelled.map((id) => [id, this.#verdicts[side].get(id)?.person ?? Number.NaN]));
    const grading = { baseline: grades('baseline'), candidate: grades('candidate') };
    const labels: HumanLabels = new Map([
      ['answers', { file: 'labels.jsonl', fault: null, metrics: new Map([['judge', grading]]) }],
    ]);
    const [gate] = decide({
      comparisons: this.#comparisons,
      gates: [
        {
          ...{ id: 'gate', task: 'answers', metric: 'judge', tier: 'blocking', source },
          ...{ rule: 'max_drop', limit: { kind: 'absolute', value: LIMIT } },
        },
      ],
      labels: { baseline: labels, anchor: new Map() },
      policy,
    }).gates;
    if (gate === undefined) throw new Error('one gate in, none out');
    return gate;
  }
}
