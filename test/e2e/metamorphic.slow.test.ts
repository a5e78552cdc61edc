import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GateResult, VerdictFile } from '../../src/core/domain/decision.ts';
import { mulberry32, shuffled } from '../../src/core/stats/random.ts';
import { temporaryFolder, weighbridge } from './support.ts';

/**
 * What must not change a verdict, or changes it in a known way: each relation is one or two runs of `gate` on tables that
 * hold all tasks at once. No expected figure is written down here, so that none can be wrong.
 */

interface Row {
  readonly task: string;
  readonly id: string;
  readonly metric: string;
  readonly score: number;
  readonly input: string;
  readonly direction?: 'higher' | 'lower';
  readonly unit?: 'rate' | 'number';
  readonly min?: number;
  readonly max?: number;
  readonly group?: string;
  readonly cluster?: string;
}

interface Sides {
  readonly baseline: readonly Row[];
  readonly candidate: readonly Row[];
}

type Scores = readonly (readonly [baseline: number, candidate: number])[];

const each = (count: number, seed: number, pair: (random: () => number) => readonly [number, number]) => {
  const random = mulberry32(seed);
  return Array.from({ length: count }, () => pair(random));
};
const clip = (score: number) => Math.max(0, Math.min(1, score));

/** Scores between 0 and 1 of the shapes that once led a test astray: equal differences that are not quite, a few that collapse. */
const SHAPES: Readonly<Record<string, Scores>> = {
  three: [
    [0.3, 0.2],
    [0.4, 0.3],
    [0.2, 0.1],
  ],
  tenths: each(40, 1, (random) => {
    const score = Math.floor(random() * 8) / 10;
    return [score + 0.2, score + 0.2 - (random() < 0.5 ? 0.1 : 0)];
  }),
  jitter: each(80, 2, (random) => {
    const score = random();
    return [score, clip(score + (random() - 0.5) / 20)];
  }),
  collapses: each(100, 3, (random) => {
    const score = 0.7 + 0.3 * random();
    return [score, random() < 0.02 ? 0 : clip(score + (random() - 0.5) / 50)];
  }),
  better: each(80, 4, (random) => {
    const score = random() / 2;
    return [score, clip(score + 0.1 + (random() - 0.5) / 4)];
  }),
  still: each(40, 6, (random) => {
    const score = random();
    return [score, score];
  }),
};
/** Right and wrong answers, of which a few flip. */
const RIGHT_OR_WRONG: Readonly<Record<string, Scores>> = {
  unchanged: flips(200, 0.05, 0.05, 7),
  fell: flips(200, 0.12, 0.02, 8),
  rose: flips(200, 0.02, 0.12, 9),
  fewer: flips(150, 0.1, 0.08, 11),
};

function flips(count: number, falls: number, rises: number, seed: number): Scores {
  return each(count, seed, (random) => {
    const u = random();
    if (u < falls) return [1, 0];
    if (u < falls + rises) return [0, 1];
    return random() < 0.65 ? [1, 1] : [0, 0];
  });
}

interface Declared extends Partial<Pick<Row, 'direction' | 'unit' | 'min' | 'max'>> {
  readonly metric: string;
}
const ACC: Declared = { metric: 'acc' };
const quality = (scale: number): Declared => ({
  ...{ metric: 'quality', direction: 'higher', unit: 'number', min: 0, max: scale },
});

/** One task, its candidate last; every third sample is of each of three groups. */
function tabled(task: string, declared: Declared, scores: Scores, scale = 1): Sides {
  const side = (which: 0 | 1) =>
    scores.map((pair, index) => ({
      ...{ task, id: `q${index}`, input: `${task} ${index}?`, group: `g${index % 3}`, ...declared },
      score: pair[which] * scale,
    }));
  return { baseline: side(0), candidate: side(1) };
}

const together = (tables: readonly Sides[]): Sides => ({
  baseline: tables.flatMap(({ baseline }) => baseline),
  candidate: tables.flatMap(({ candidate }) => candidate),
});
const swapped = ({ baseline, candidate }: Sides): Sides => ({ baseline: candidate, candidate: baseline });
const onBoth = ({ baseline, candidate }: Sides, change: (rows: readonly Row[]) => readonly Row[]): Sides => ({
  baseline: change(baseline),
  candidate: change(candidate),
});

/** Everything that the relations below are asked of. */
const ALL = together([
  ...Object.entries(SHAPES).map(([name, scores]) => tabled(name, quality(1), scores)),
  ...Object.entries(RIGHT_OR_WRONG).map(([name, scores]) => tabled(name, ACC, scores)),
]);
const METRICS = [
  ...Object.keys(SHAPES).map((task) => `${task}/quality`),
  ...Object.keys(RIGHT_OR_WRONG).map((task) => `${task}/acc`),
];
const GATES = METRICS.flatMap((metric) => [
  `--max-drop=${metric}=0.05`,
  `--min-gain=${metric}=0.05`,
  `--floor=${metric}=0.5`,
]);

async function gates({ baseline, candidate }: Sides, asked: readonly string[] = GATES): Promise<Judged> {
  const lines = (rows: readonly Row[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  using folder = temporaryFolder({ 'b.jsonl': lines(baseline), 'c.jsonl': lines(candidate) });
  const paths = ['--baseline', join(folder.path, 'b.jsonl'), '--candidate', join(folder.path, 'c.jsonl')];
  const out = join(folder.path, 'out');
  const { stdout, stderr } = await weighbridge(['gate', ...paths, ...asked, '--json', '--out', out]);
  expect(stdout, stderr).toMatch(/^\{/);
  const file = JSON.parse(stdout) as VerdictFile;
  const judged = new Map(file.gates.map((gate) => [gate.id, gate]));
  expect(judged.size, file.reasons.join(' ')).toBe(asked.length);
  return { file, of: (id) => judged.get(id) as GateResult, all: [...judged.values()] };
}

interface Judged {
  readonly file: VerdictFile;
  readonly of: (id: string) => GateResult;
  readonly all: readonly GateResult[];
}

/** A run that starts when the first test asks for it. */
function once(run: () => Promise<Judged>): () => Promise<Judged> {
  let running: Promise<Judged> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}

const original = once(() => gates(ALL));
const IDS = METRICS.flatMap((metric) => ['max_drop', 'min_gain', 'floor'].map((rule) => `${metric}:${rule}`));

/** What a gate says that does not depend on the unit, and what does. */
const said = ({ verdict, leaning, blocks, pairs, needed, warnings }: GateResult) => ({
  ...{ verdict, leaning, blocks, pairs, needed, warnings },
});
const figures = ({ delta, bound, minimumDetectable, baseline, candidate }: GateResult) =>
  [
    ...[delta?.value, delta?.low, delta?.high, bound?.value, minimumDetectable],
    ...[baseline?.value, baseline?.stderr, candidate?.value, candidate?.stderr],
  ].map((figure) => figure ?? null);
const chances = ({ test: tested }: GateResult) => [tested?.pSafe ?? null, tested?.pWorse ?? null];

function expectClose(
  own: readonly (number | null)[],
  other: readonly (number | null)[],
  within = 1e-9,
): void {
  expect(own.map((figure) => figure === null)).toEqual(other.map((figure) => figure === null));
  own.forEach((figure, index) => {
    const expected = other[index] ?? 0;
    expect(Math.abs((figure ?? 0) - expected), `${figure} beside ${expected}`).toBeLessThanOrEqual(
      within * Math.max(1, Math.abs(expected)),
    );
  });
}

test('what these tables hold comes to every verdict, so that a relation could be broken', async () => {
  const { all } = await original();
  expect(new Set(all.map(({ verdict }) => verdict))).toEqual(new Set(['pass', 'regression', 'inconclusive']));
  expect(new Set(all.map(({ leaning }) => leaning))).toContain('pass');
});

describe('the unit, and which way is better', () => {
  const RULES = ['max_drop', 'min_gain', 'floor'] as const;
  /** The same scores in other words; a loss is what is left to the whole. */
  const VIEWS = [
    { name: 'percent', scale: 100, isLoss: false },
    { name: 'thousandth', scale: 0.001, isLoss: false },
    { name: 'loss', scale: 1, isLoss: true },
  ];
  const loss: Declared = { ...quality(1), metric: 'harm', direction: 'lower' };
  const seen = once(() =>
    gates(
      together(
        VIEWS.flatMap(({ name, scale, isLoss }) =>
          Object.entries(SHAPES).map(([shape, scores]) =>
            isLoss
              ? tabled(
                  `${shape}-${name}`,
                  loss,
                  scores.map(([baseline, candidate]) => [1 - baseline, 1 - candidate] as const),
                )
              : tabled(`${shape}-${name}`, quality(scale), scores, scale),
          ),
        ),
      ),
      VIEWS.flatMap(({ name, scale, isLoss }) =>
        Object.keys(SHAPES).flatMap((shape) => {
          const metric = `${shape}-${name}/${isLoss ? 'harm' : 'quality'}`;
          const own = isLoss ? '--ceiling' : '--floor';
          return [
            `--max-drop=${metric}=${0.05 * scale}`,
            `--min-gain=${metric}=${0.05 * scale}`,
            `${own}=${metric}=${0.5 * scale}`,
          ];
        }),
      ),
    ),
  );

  test.each(Object.keys(SHAPES).flatMap((shape) => RULES.map((rule) => [shape, rule] as const)))(
    'of %s change no verdict of %s',
    async (shape, rule) => {
      const one = (await original()).of(`${shape}/quality:${rule}`);
      const { of } = await seen();
      for (const { name, scale, isLoss } of VIEWS) {
        const turned = rule === 'floor' ? 'ceiling' : rule;
        const other = of(`${shape}-${name}/${isLoss ? `harm:${turned}` : `quality:${rule}`}`);
        expect(said(other), name).toEqual(said(one));
        expectClose(chances(other), chances(one));
        if (isLoss) continue;
        const inUnit = figures(other).map((figure) => (figure === null ? null : figure / scale));
        expectClose(inUnit, figures(one));
      }
    },
  );
});

describe('the sides swapped', () => {
  const mirrored = once(() => gates(swapped(ALL)));

  test.each(METRICS)('turn the change of %s, and what is proven of it', async (metric) => {
    const [there, back] = [await original(), await mirrored()];
    const [drop, gain] = [there.of(`${metric}:max_drop`), back.of(`${metric}:min_gain`)];
    const turned = (figure: number | null | undefined) => (figure == null ? null : -figure);
    expectClose(
      [drop.delta?.value ?? null, drop.delta?.low ?? null, drop.delta?.high ?? null],
      [turned(gain.delta?.value), turned(gain.delta?.high), turned(gain.delta?.low)],
    );
    // A drop of less than the limit one way is no gain of the limit the other way: whatever proves one refutes the other.
    expectClose([drop.test?.pSafe ?? null], [gain.test?.pWorse ?? null]);
    expectClose([drop.test?.pWorse ?? null], [gain.test?.pSafe ?? null]);
    expect([drop.verdict, gain.verdict]).not.toEqual(['pass', 'pass']);
    const opposite = { pass: 'regression', regression: 'pass', inconclusive: 'inconclusive' } as const;
    expect(gain.verdict).toBe(opposite[drop.verdict as keyof typeof opposite]);
  });
});

describe('what nothing follows from', () => {
  const random = mulberry32(12);
  const renamed = (rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, id: `${(Number(row.id.slice(1)) * 7919) % 10007}-${row.id}` }));

  test('the order of rows and the names of samples change no figure', async () => {
    const [before, after] = [
      await original(),
      await gates(onBoth(ALL, (rows) => shuffled(renamed(rows), random))),
    ];
    for (const id of IDS) {
      expect(said(after.of(id)), id).toEqual(said(before.of(id)));
      expectClose(figures(after.of(id)), figures(before.of(id)));
      expectClose(chances(after.of(id)), chances(before.of(id)));
    }
    expect(after.file.verdict).toBe(before.file.verdict);
  });

  test('a task that no gate asks about changes no digit of the others', async () => {
    const bystander = tabled('bystander', ACC, flips(90, 0.5, 0.1, 13));
    const [before, after] = [await original(), await gates(together([bystander, ALL]))];
    for (const id of IDS) expect(after.of(id)).toEqual(before.of(id));
    expect(after.file.verdict).toBe(before.file.verdict);
  });
});

describe('every row twice', () => {
  const twice = (rows: readonly Row[]) => [
    ...rows,
    ...rows.map((row) => ({ ...row, id: `${row.id} again`, input: row.input })),
  ];
  const inClusters = (rows: readonly Row[]) =>
    twice(rows).map((row) => ({ ...row, cluster: row.input, input: `${row.input} (${row.id})` }));

  test.each([
    ['asking the same', onBoth(ALL, twice)],
    ['in a cluster with itself', onBoth(ALL, inClusters)],
  ])('%s makes nothing more certain', async (name, sides) => {
    const [before, after] = [await original(), await gates(sides)];
    if (name === 'asking the same')
      for (const { task, pairs, askedAgain } of after.file.tasks)
        expect(askedAgain, task).toMatchObject({ rows: pairs, of: pairs });
    for (const id of IDS) {
      const [once, again] = [before.of(id), after.of(id)];
      expect(again.delta?.value, id).toBeCloseTo(once.delta?.value ?? Number.NaN, 9);
      if (once.verdict === 'inconclusive') expect(again.verdict, id).toBe('inconclusive');
      expect([once.verdict, 'inconclusive'], id).toContain(again.verdict);
      const least = (gate: GateResult) => Math.min(...chances(gate).map((chance) => chance ?? 1));
      expect(least(again), id).toBeGreaterThanOrEqual(least(once) - 1e-9);
    }
  });
});
