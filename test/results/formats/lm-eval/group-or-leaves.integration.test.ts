import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { judgeResults } from '../../../../src/app/judge.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { compare } from '../load.ts';
import { lines, python, RESULTS, row, samplesName } from './build.ts';

/** How many of the first documents of each task are right, of how many. */
type Leaves = Readonly<Record<string, readonly [right: number, of: number]>>;

interface Written {
  /** Groups with what they hold; none where the tasks were named one by one. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly samples?: boolean;
  readonly macro?: boolean;
  readonly shots?: Readonly<Record<string, number>>;
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

const written = (leaves: Leaves, how: Written): string => temporaryFolder(filesOf(leaves, how));

function filesOf(
  leaves: Leaves,
  { groups = {}, samples = true, macro = false, shots = {} }: Written,
): Record<string, string> {
  const names = Object.keys(leaves);
  const of = (record: (name: string) => unknown) =>
    Object.fromEntries(names.map((name) => [name, record(name)]));
  const [right, total] = [(name: string) => leaves[name]?.[0] ?? 0, (name: string) => leaves[name]?.[1] ?? 0];
  const rate = (name: string) => right(name) / total(name);
  const error = (name: string) => Math.sqrt((rate(name) * (1 - rate(name))) / (total(name) - 1));
  const leavesOf = (name: string): string[] =>
    (groups[name] ?? []).flatMap((each) => (groups[each] ? leavesOf(each) : each));
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  const groupRow = (name: string) => {
    const own = leavesOf(name);
    const value = macro ? sum(own.map(rate)) / own.length : sum(own.map(right)) / sum(own.map(total));
    return { 'acc,none': value, 'acc_stderr,none': 0.01 };
  };
  const results = {
    results: {
      ...of((name) => ({ 'acc,none': rate(name), 'acc_stderr,none': error(name) })),
      ...Object.fromEntries(Object.keys(groups).map((name) => [name, groupRow(name)])),
    },
    group_subtasks: groups,
    configs: of((task) => ({
      task,
      metric_list: [{ metric: 'acc', aggregation: 'mean', higher_is_better: true }],
    })),
    versions: of(() => 1),
    'n-shot': of((name) => shots[name] ?? 5),
    higher_is_better: of(() => ({ acc: true })),
    'n-samples': of((name) => ({ original: total(name), effective: total(name) })),
    config: { model: 'hf', model_args: { pretrained: 'models/ckpt' }, limit: null },
    date: 1795226520.27 + sum(names.map(right)),
    lm_eval_version: '0.4.13',
    model_name: 'models/ckpt',
  };
  const files = names.map((task) => {
    const rows = Array.from({ length: total(task) }, (_, document) =>
      row(document, {
        arguments: { gen_args_0: { arg_0: `${task} ${document}`, arg_1: ' A' } },
        ...{ doc: { question: `${task} ${document}` }, doc_hash: sha(`${task} ${document}`) },
        ...{ prompt_hash: sha(`prompt ${task} ${document}`), acc: Number(document < right(task)) },
      }),
    );
    return [samplesName(task), lines(rows)] as const;
  });
  return { [RESULTS]: python(results), ...(samples ? Object.fromEntries(files) : {}) };
}

/** Tasks that were run one by one, each into a folder of its own; of some nobody kept the samples. */
const oneByOne = (leaves: Leaves, sums: readonly string[]): string =>
  temporaryFolder(
    Object.fromEntries(
      Object.entries(leaves).flatMap(([task, counts]) =>
        Object.entries(filesOf({ [task]: counts }, { samples: !sums.includes(task) })).map(
          ([name, text]) => [`${task}/${name}`, text] as const,
        ),
      ),
    ),
  );

async function judge(baseline: string, candidate: string, metric = 'mmlu/acc') {
  const verdict = await judgeResults({
    configPath: null,
    overrides: {
      gates: [{ rule: 'max_drop', value: `${metric}=10pp`, source: { kind: 'flag', name: '--max-drop' } }],
    },
    out: temporaryFolder(),
    folders: { baseline, candidate },
  });
  const [gate] = verdict.gates;
  return { verdict, gate, reasons: [...verdict.reasons, ...(gate?.reasons ?? [])].join('\n') };
}

const GROUPED = { mmlu: ['mmlu_a', 'mmlu_b', 'mmlu_c'] };
const NESTED = { mmlu: ['mmlu_stem', 'mmlu_c'], mmlu_stem: ['mmlu_a', 'mmlu_b'] };
const INNER = { mmlu_stem: ['mmlu_a', 'mmlu_b'] };
const BEFORE: Leaves = { mmlu_a: [150, 200], mmlu_b: [30, 50], mmlu_c: [20, 50] };
const AFTER: Leaves = { mmlu_a: [90, 200], mmlu_b: [28, 50], mmlu_c: [21, 50] };

describe('a group on one side and its tasks on the other', () => {
  test.each([
    ['a group and its tasks', GROUPED, {}],
    ['its tasks and a group', {}, GROUPED],
    ['groups in groups and its tasks', NESTED, {}],
    ['a group, and its groups and tasks', GROUPED, INNER],
    ['groups in groups, and one of them', NESTED, INNER],
  ])('with samples are one task: %s', async (_, one, other) => {
    const same = await judge(written(BEFORE, { groups: GROUPED }), written(AFTER, { groups: GROUPED }));
    expect([same.verdict.verdict, same.gate?.pairs]).toEqual(['regression', 300]);
    const mixed = await judge(written(BEFORE, { groups: one }), written(AFTER, { groups: other }));
    expect(mixed.reasons).toBe(same.reasons);
    expect(mixed.gate).toEqual(same.gate);
    expect(mixed.verdict.comparability.filter(({ severity }) => severity === 'hard')).toEqual([]);
  });

  test('of which every task counts alike where the group says so', async () => {
    const same = await judge(
      written(BEFORE, { groups: GROUPED, macro: true }),
      written(AFTER, { groups: GROUPED, macro: true }),
    );
    const mixed = await judge(written(BEFORE, { groups: GROUPED, macro: true }), written(AFTER, {}));
    expect(mixed.gate).toEqual(same.gate);
    expect(mixed.gate?.delta?.value).toBeCloseTo((-0.3 - 0.04 + 0.02) / 3, 12);
  });

  test.each([
    ['by samples', true, false],
    ['by sums', false, false],
    ['by samples, every task alike', true, true],
    ['by sums, every task alike', false, true],
  ])('of which one is a sum is a sum: %s', async (_, samples, macro) => {
    const mixed = await judge(
      written(BEFORE, { groups: GROUPED, samples: false, macro }),
      written(AFTER, { samples }),
    );
    const refused = mixed.gate?.reasons.join(' ');
    expect(refused).toContain('holds sums and no samples');
    const value = macro ? (0.45 + 0.56 + 0.42) / 3 : 139 / 300;
    expect(mixed.gate?.candidate?.value).toBeCloseTo(value, 12);
    expect(mixed.gate?.candidate?.n).toBe(300);
    expect(mixed.gate?.candidate?.stderr).toBeGreaterThan(0.02);
  });

  test.each([
    [{ groups: GROUPED }, {}],
    [{ groups: GROUPED }, { groups: INNER }],
    [{ groups: GROUPED }, { groups: GROUPED }],
    [{}, {}],
  ])('are gated by the name of a task as well: %j and %j', async (one, other) => {
    const { verdict, gate } = await judge(written(BEFORE, one), written(AFTER, other), 'mmlu_a/acc');
    expect([verdict.verdict, gate?.pairs, gate?.delta?.value]).toEqual([
      'regression',
      200,
      expect.closeTo(-0.3, 12),
    ]);
  });

  test.each([true, false])('of which one is missing are never averaged (samples: %s)', async (samples) => {
    const { mmlu_b: _, ...rest } = AFTER;
    const { verdict, reasons } = await judge(
      written(BEFORE, { groups: GROUPED, samples }),
      written(rest, { samples }),
    );
    expect(verdict.verdict).toBe('invalid');
    expect(reasons).toContain(
      'tasks of the group (run): 3 tasks in the baseline, all but mmlu_b in the candidate',
    );
  });

  test('some of which are sums are told one by one, and the group as a sum', async () => {
    const before = written(BEFORE, { groups: GROUPED });
    const after = oneByOne(AFTER, ['mmlu_b']);
    const { tasks, comparability } = await compare(before, after);
    const shown = tasks.map(({ task, pairs, metrics }) => {
      const acc = metrics.find(({ metric }) => metric === 'acc');
      return [task, pairs, acc?.evidence, acc?.candidate?.n];
    });
    expect(shown).toEqual([
      ['mmlu', 0, 'weak', 300],
      ['mmlu_a', 200, undefined, 200],
      ['mmlu_b', 0, 'weak', 50],
      ['mmlu_c', 50, undefined, 50],
    ]);
    expect(comparability.filter(({ severity }) => severity === 'hard')).toEqual([]);
    const whole = await judge(before, after);
    expect(whole.gate?.candidate?.value).toBeCloseTo(139 / 300, 12);
    expect(whole.reasons).toContain('holds sums and no samples');
    const part = await judge(before, after, 'mmlu_a/acc');
    expect([part.gate?.verdict, part.gate?.pairs]).toEqual(['regression', 200]);
    const other = await judge(after, before);
    expect(other.gate?.baseline?.value).toBeCloseTo(139 / 300, 12);
  });

  test('that was asked otherwise in one task is not the same', async () => {
    const { verdict, reasons } = await judge(
      written(BEFORE, { groups: GROUPED }),
      written(AFTER, { shots: { mmlu_c: 0 } }),
    );
    expect(verdict.verdict).toBe('invalid');
    expect(reasons).toMatch(/few_shot.*: 5 in the baseline, 0 in the candidate/);
  });

  test('of which nobody says what it is made of needs the rows of its tasks', async () => {
    const alone = written({ mmlu: [200, 300] }, { samples: false });
    const { verdict, reasons } = await judge(alone, written(AFTER, {}));
    expect(verdict.verdict).toBe('invalid');
    expect(reasons).toContain(
      'its value alone (keep the rows of its tasks beside it) in the baseline, 3 tasks in',
    );
  });

  test('is a group in `compare`, and its tasks are not missing', async () => {
    const { tasks, comparability } = await compare(written(BEFORE, { groups: GROUPED }), written(AFTER, {}));
    expect(tasks.map(({ task }) => task)).toEqual(['mmlu']);
    expect(comparability.filter(({ severity }) => severity === 'hard')).toEqual([]);
  });
});
