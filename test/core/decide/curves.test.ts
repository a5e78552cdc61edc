import { describe, expect, test } from 'vitest';
import { judgeCurves, trainingLog } from '../../../src/core/decide/curves.ts';
import type { CurveFiles, CurvesConfig, LogEntry } from '../../../src/core/domain/curves.ts';

type Numbers = Readonly<Record<string, number | null>>;

const entries = (...rows: readonly Numbers[]): readonly LogEntry[] =>
  rows.map((values, index) => ({
    file: 'log.csv',
    line: index + 2,
    values: new Map(Object.entries(values)),
  }));

const files = (rows: readonly Numbers[], more: Partial<CurveFiles> = {}): CurveFiles => ({
  ...{ files: [{ file: 'log.csv', digest: 'd' }], entries: entries(...rows), faults: [] },
  ...{ globalStep: null, maxSteps: null, ...more },
});

const config = (
  more: Partial<CurvesConfig> = {},
  tier: 'blocking' | 'advisory' = 'blocking',
): CurvesConfig => {
  const gate = (value: number) => ({ limit: { value, source: { kind: 'default' } as const }, tier });
  return {
    ...{ files: ['log.csv'], columns: {}, schedule: { warmup: false, decay: false } },
    ...{ generalizationGap: gate(0.2), validationRising: gate(0.05), ...more },
  };
};

/** Training at every tenth step, evaluation at every hundredth. */
const training = (
  steps: number,
  loss: (step: number) => number,
  evaluation: (step: number) => number | null,
  more: (step: number) => Numbers = () => ({}),
): readonly Numbers[] =>
  Array.from({ length: steps / 10 }, (_, index) => 10 * (index + 1)).flatMap((step) => [
    { step, loss: loss(step), ...more(step) },
    ...(step % 100 === 0 && evaluation(step) !== null ? [{ step, eval_loss: evaluation(step) }] : []),
  ]);

const falling = (step: number) => 1 + 2 * Math.exp(-step / 400);
const HEALTHY = training(1000, falling, (step) => falling(step) * 1.05);
/** The training loss goes on falling where the evaluation loss turns at step 400. */
const OVERFITTED = training(1000, falling, (step) => falling(400) * 1.05 + Math.abs(step - 400) / 1000);

const verdicts = (judged: ReturnType<typeof judgeCurves>) =>
  judged.gates.map(({ metric, verdict, blocks }) => [metric, verdict, blocks]);

describe('the gates on curves', () => {
  test('hold of a training that went well, which has no signs', () => {
    const judged = judgeCurves(config(), files(HEALTHY, { globalStep: 1000, maxSteps: 1000 }));
    expect(verdicts(judged)).toEqual([
      ['generalization_gap', 'pass', false],
      ['validation_rising', 'pass', false],
    ]);
    expect(judged.result).toMatchObject({
      axis: 'step',
      signs: [],
      faults: [],
      gated: 1000,
      rising: { value: 0 },
    });
  });

  test.each(['blocking', 'advisory'] as const)(
    'of one that overfitted they regress, and %s ones block or not',
    (tier) => {
      const judged = judgeCurves(config({}, tier), files(OVERFITTED, { globalStep: 1000 }));
      const blocks = tier === 'blocking';
      expect(verdicts(judged)).toEqual([
        ['generalization_gap', 'regression', blocks],
        ['validation_rising', 'regression', blocks],
      ]);
      expect(judged.gates[0]).toMatchObject({
        ...{
          id: 'curves/generalization_gap:ceiling',
          rule: 'ceiling',
          limit: '20%',
          margin: 0.2,
          unit: 'rate',
        },
        ...{ leaning: null, test: null, baseline: null },
      });
      expect(judged.result.rising).toMatchObject({ best: { at: 400 }, since: 6 });
      expect(judged.result.signs).toEqual([
        expect.stringMatching(/^The evaluation loss \(.*\) is \d+\.\d % above the training loss/),
        expect.stringMatching(
          /has risen by \d+\.\d % from its best \(.* at step 400\), over 6 evaluations\.$/,
        ),
        'The checkpoint is that of step 1000, and the evaluation loss was best at step 400: gate that one too.',
      ]);
    },
  );

  test('a value on its limit holds', () => {
    const rows = training(
      1000,
      () => 1,
      () => 1.25,
    );
    const at = (value: number) => ({
      limit: { value, source: { kind: 'default' } as const },
      tier: 'blocking' as const,
    });
    expect(judgeCurves(config({ generalizationGap: at(0.25) }), files(rows)).gates[0]?.verdict).toBe('pass');
    expect(judgeCurves(config({ generalizationGap: at(0.2499) }), files(rows)).gates[0]?.verdict).toBe(
      'regression',
    );
  });

  test.each<[string, CurveFiles | null, RegExp]>([
    ['nobody read', null, /were not read/],
    ['one file of several could not be read', files(HEALTHY, { faults: ['b.csv: torn'] }), /b\.csv: torn/],
    ['no loss is named', files([{ step: 1, accuracy: 1 }]), /No training or evaluation loss/],
    [
      'a loss is a word',
      files([...HEALTHY, { step: 2000, loss: null }]),
      /log\.csv:\d+: "loss" is not a number/,
    ],
    ['there is no evaluation', files(training(1000, falling, () => null)), /not known/],
    [
      'it diverged',
      files(
        training(
          1000,
          (step) => (step > 900 ? Number.NaN : 1),
          () => Number.NaN,
        ),
      ),
      /not known/,
    ],
  ])('are invalid, and block, where %s', (_, read, why) => {
    const judged = judgeCurves(config(), read);
    expect(verdicts(judged).map(([, ...rest]) => rest)).toEqual([
      ['invalid', true],
      ['invalid', true],
    ]);
    for (const { reasons, candidate } of judged.gates) {
      expect(reasons).toEqual([expect.stringMatching(why)]);
      expect(candidate).toBeNull();
    }
    expect(JSON.stringify(judged)).not.toMatch(/NaN|Infinity/);
  });
});

describe('whose column is what', () => {
  test.each<[string, readonly Numbers[], CurvesConfig['columns'], object]>([
    [
      'Hugging Face: the mean of the whole training is no loss',
      [
        { step: 1, loss: 2 },
        { step: 1, train_loss: 9 },
      ],
      {},
      { loss: [{ at: 1, value: 2 }] },
    ],
    [
      'Lightning',
      [{ step: 1, train_loss: 2, val_loss: 3 }],
      {},
      { loss: [{ at: 1, value: 2 }], eval_loss: [{ at: 1, value: 3 }] },
    ],
    [
      'own names',
      [{ n: 5, a: 2, b: 3 }],
      { step: 'n', loss: 'a', eval_loss: 'b' },
      { loss: [{ at: 5, value: 2 }], eval_loss: [{ at: 5, value: 3 }] },
    ],
    [
      'a step told twice, after a training was taken up again',
      [
        { step: 1, loss: 9 },
        { step: 2, loss: 8 },
        { step: 1, loss: 2 },
      ],
      {},
      { loss: [{ at: 1, value: 2 }] },
    ],
    [
      'steps out of order',
      [
        { step: 2, loss: 8 },
        { step: 1, loss: 9 },
      ],
      {},
      {
        loss: [
          { at: 1, value: 9 },
          { at: 2, value: 8 },
        ],
      },
    ],
  ])('%s', (_, rows, columns, curves) => {
    expect(trainingLog(entries(...rows), columns)).toMatchObject({ axis: 'step', curves });
  });

  test.each<[string, readonly Numbers[], object]>([
    [
      'what was logged of later steps before a training was taken up again is of no weights that are left',
      [
        ...[1, 2, 3, 4, 5].map((step) => ({ step, eval_loss: 1 })),
        ...[2, 3].map((step) => ({ step, eval_loss: 9 })),
      ],
      { eval_loss: [1, 9, 9].map((value, index) => ({ at: index + 1, value })) },
    ],
    [
      'steps in another order are put in order, and none is lost',
      [5, 3, 4, 1, 2].map((step) => ({ step, loss: step })),
      { loss: [1, 2, 3, 4, 5].map((step) => ({ at: step, value: step })) },
    ],
  ])('%s', (_, rows, curves) => {
    expect(trainingLog(entries(...rows), {})).toMatchObject({ axis: 'step', curves });
  });

  test.each<[string, readonly [Numbers, readonly string[]][], readonly number[]]>([
    [
      'of another shape than the rest',
      [
        [{ step: 2, lr: 1 }, ['eval_loss']],
        [{ step: 3, loss: 1 }, []],
      ],
      [1, NaN],
    ],
    ['with nothing but its step', [[{ step: 2 }, ['eval_loss']]], [1, NaN]],
    ['beside another loss', [[{ step: 2, loss: 1 }, ['eval_loss']]], [1]],
  ])('null in place of a loss, in an entry %s', (_, rows, expected) => {
    const [first] = entries({ step: 1, eval_loss: 1 });
    const log = rows.map(([values, nulls]) => ({
      ...{ file: 'log.csv', line: null, values: new Map(Object.entries(values)) },
      nulls,
    }));
    const read = trainingLog([...(first === undefined ? [] : [first]), ...log], {});
    expect('curves' in read && read.curves.eval_loss.map(({ value }) => value)).toEqual(expected);
  });

  test('an empty cell of a table is no loss', () => {
    const cell = (values: Numbers, ...nulls: readonly string[]): LogEntry => ({
      ...{ file: 'a.jsonl', line: 1, values: new Map(Object.entries(values)), nulls },
    });
    const rows = [
      cell({ step: 1, loss: 2 }, 'eval_loss', 'lr'),
      cell({ step: 1, lr: 0.1 }, 'eval_loss', 'loss'),
      cell({ step: 2, eval_loss: 3 }, 'loss', 'lr'),
    ];
    expect(trainingLog(rows, {})).toMatchObject({
      curves: { loss: [{ at: 1, value: 2 }], eval_loss: [{ at: 2, value: 3 }] },
    });
  });

  test('without steps there are epochs, of which several entries may have one; without these their order', () => {
    const epochs = trainingLog(
      entries({ epoch: 0.1, loss: 3 }, { epoch: 0.1, loss: 2 }, { epoch: 0.2, eval_loss: 2 }),
      {},
    );
    expect(epochs).toMatchObject({ axis: 'epoch', curves: { loss: [{ at: 0.1 }, { at: 0.1 }] } });
    expect(trainingLog(entries({ loss: 3 }, { loss: 2 }), {})).toMatchObject({ axis: 'entry' });
    // One loss without a step would be lost, or stand anywhere.
    expect(trainingLog(entries({ step: 1, loss: 3 }, { loss: 2 }), {})).toMatchObject({ axis: 'entry' });
  });

  test('a column that the config names and no file has is a fault', () => {
    const found = trainingLog(entries({ step: 1, loss: 3 }), { eval_loss: 'valid' });
    expect(found).toEqual({ faults: [expect.stringContaining('"valid"')] });
  });
});

describe('signs', () => {
  const signs = (
    rows: readonly Numbers[],
    more: Partial<CurveFiles> = {},
    schedule = { warmup: true, decay: true },
  ) => judgeCurves(config({ schedule }), files(rows, more)).result.signs;
  const healthy = (step: number) => falling(step) * 1.05;
  const ran = (step: number) => ({
    learning_rate: step < 100 ? step * 1e-6 : (1000 - step) * 1e-7,
    grad_norm: 1 + 0.1 * Math.sin(step),
  });

  test.each<[string, readonly Numbers[], Partial<CurveFiles>, readonly RegExp[]]>([
    ['none', training(1000, falling, healthy, ran), {}, []],
    [
      'a constant rate',
      training(1000, falling, healthy, () => ({ learning_rate: 2e-4 })),
      {},
      [/was to decay.*constant/, /was to warm up/],
    ],
    ['no rate at all', training(1000, falling, healthy), {}, [/is not known/]],
    [
      'a spike of loss',
      training(1000, (step) => (step === 700 ? 9 : falling(step)), healthy, ran),
      {},
      [/training loss has a spike, the highest at step 700 \(9\)/],
    ],
    [
      'spikes of the gradient',
      training(1000, falling, healthy, (step) => ({
        ...ran(step),
        ...(step % 300 === 0 ? { grad_norm: step } : {}),
      })),
      {},
      [/gradient norm has 3 spikes, the highest at step 900/],
    ],
    [
      'a loss that did not fall',
      training(
        1000,
        () => 2,
        () => 2.01,
        ran,
      ),
      {},
      [/did not fall: 0\.0 %/],
    ],
    [
      'an early plateau',
      training(
        1000,
        (step) => 1 + 2 * Math.exp(-step / 30),
        (step) => 1.05 + 2 * Math.exp(-step / 30),
        ran,
      ),
      {},
      [/made 95 % of its fall at step \d+/],
    ],
    [
      'a training cut short',
      training(1000, falling, healthy, ran),
      { globalStep: 1000, maxSteps: 5000 },
      [/step 1000 of 5000/],
    ],
    [
      'a divergence',
      training(1000, (step) => (step === 500 ? Number.NaN : falling(step)), healthy, ran),
      {},
      [/diverged.*step 500/],
    ],
  ])('%s', (_, rows, more, expected) => {
    expect(signs(rows, more)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test('a schedule of which nothing was announced is nobody’s fault', () => {
    const rows = training(1000, falling, healthy, () => ({ learning_rate: 2e-4 }));
    expect(signs(rows, {}, { warmup: false, decay: false })).toEqual([]);
  });
});

test('a long log is drawn by a few dozen points, its ends among them', () => {
  const { train } = judgeCurves(config(), files(training(100_000, falling, () => 2))).result;
  expect([train.length, train[0]?.at, train.at(-1)?.at]).toEqual([60, 10, 100_000]);
});

test('losses of several evaluation sets are named where none is the one, and the one that is told counts', () => {
  const rows = HEALTHY.map(
    ({ eval_loss: loss, ...row }): Numbers =>
      loss === undefined ? row : { ...row, eval_dev_loss: loss, eval_test_loss: 3 },
  );
  const { gates } = judgeCurves(config(), files(rows));
  for (const { verdict, reasons } of gates) {
    expect(verdict).toBe('invalid');
    expect(reasons.at(-1)).toBe(
      'The log has eval_dev_loss, eval_test_loss: name the one that counts, such as `columns: { eval_loss: eval_dev_loss }` under `curves`.',
    );
  }
  const told = judgeCurves(config({ columns: { eval_loss: 'eval_dev_loss' } }), files(rows));
  expect(told.gates.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
});
