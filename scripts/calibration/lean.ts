import { firstCount } from '../../src/core/decide/hypothetical.ts';
import { lowerLimit, upperLimit } from '../../src/core/stats/inference.ts';
import { binomialAtMost, binomialExactly } from '../../src/core/stats/special/binomial.ts';
import { rateInOrder } from './ceilings.ts';
import { ALPHA, type Experiment, LEAN_ALPHA, mergeRule, ourRule, type Rule, thresholdRule } from './exact.ts';
import { PopulationPlan } from './population.ts';
import {
  atMost,
  type Check,
  DROPS,
  DROPS_HEAD,
  nameOfCell,
  near,
  percent,
  type Section,
  type Settings,
  show,
  type Table,
} from './section.ts';

const MARGIN = 0.02;
const SIZES = [50, 100, 200, 500, 1000, 2000, 14042];
/** Unchanged models blocked under `lean` at 10 % flips: Tango's p-value summed over every table with numpy and scipy. */
const EXPECTED = [59.6, 50.7, 40.7, 22.9, 9.3, 1.6, 0];
/** Three standard errors of a rate near a half among 20,000 runs. */
const NEAR = 1.1;
/** A quarter, and three standard errors of it among 20,000 runs. */
const MOST_AT_LIMIT = percent(LEAN_ALPHA) + 0.92;
/** With hardly any flips no test of counts keeps its level exactly, and one that never exceeds it would block many more. */
const MOST_AT_ANY_FLIPS = 30;
/** The union bound of an early proof and a lean at the end. */
const MOST_JOINT = percent(ALPHA + LEAN_ALPHA);

type ShareOf = (experiment: Experiment) => number;

/** As `lean` was before it had an error rate: the observed side decided where half the interval was at most twice the limit. */
function halfWidthRule(margin: number): ShareOf {
  const [threshold, unproven] = [thresholdRule(margin), ourRule(margin, 'block')];
  const wideFrom = (fell: number, n: number) =>
    firstCount(n - fell, (rose) => {
      const inference = { kind: 'tango', counts: { rose, fell, pairs: n } } as const;
      return upperLimit(inference, ALPHA) - lowerLimit(inference, ALPHA) > 4 * margin;
    });
  return ({ n, discordance, drop }) => {
    const [falls, rises] = [(discordance + drop) / 2, (discordance - drop) / 2];
    const spread = 9 * Math.sqrt(n * falls * (1 - falls)) + 9;
    let merged = 0;
    for (
      let fell = Math.max(0, Math.floor(n * falls - spread));
      fell <= Math.min(n, Math.ceil(n * falls + spread));
      fell += 1
    ) {
      const below = (end: number) => binomialAtMost(end - 1, n - fell, rises / (1 - falls));
      const [within, proven] = [threshold.end(fell, n), unproven.end(fell, n)];
      const narrow = within >= proven ? 0 : below(Math.min(proven, wideFrom(fell, n))) - below(within);
      merged += binomialExactly(fell, n, falls) * (1 - below(proven) + Math.max(0, narrow));
    }
    return 1 - merged;
  };
}

const by =
  (rule: Rule): ShareOf =>
  (experiment) =>
    rule.share(experiment);

const RULES = (margin: number): readonly (readonly [string, ShareOf])[] => [
  ['observed drop > limit', by(thresholdRule(margin))],
  ['half-width (before)', halfWidthRule(margin)],
  ['`lean`', by(ourRule(margin, 'lean'))],
  ['`block`', by(ourRule(margin, 'block'))],
  ['`warn`', by(ourRule(margin, 'warn'))],
];

export const lean: Section = {
  name: 'lean',
  title: 'Leaning',
  about: `Per cent of merges that are blocked by true drop where undecided gates [lean](method.md#undecided-gates), beside the plain threshold, the rule of
earlier versions (the observed side decides where half the interval is at most twice the limit), \`block\` and \`warn\`. Exact: every outcome
is judged and weighed with its probability.`,
  run: (settings) => {
    const parts = [fixedSizes(settings), anyFlips(settings), ends(settings), ceilingEnds(settings)];
    return {
      tables: parts.flatMap(({ tables }) => tables),
      checks: parts.flatMap(({ checks }) => checks),
    };
  },
};

interface Part {
  readonly tables: readonly Table[];
  readonly checks: readonly Check[];
}

const tableOf = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): Table[] =>
  rows.length === 0 ? [] : [{ title, head, rows }];

const chosen = (name: string, { cell }: Settings) => name.includes(cell ?? '');

function fixedSizes(settings: Settings): Part {
  const checks: Check[] = [];
  const rules = RULES(MARGIN);
  const tables = [0.1, 0.15].flatMap((discordance) => {
    const rows = SIZES.flatMap((n, index) => {
      const name = `lean, ${nameOfCell(n, MARGIN, discordance)}`;
      if (!chosen(name, settings)) return [];
      settings.progress(name);
      return rules.map(([title, share]) => {
        const blocked = DROPS.map((drop) => percent(share({ n, discordance, drop })));
        if (title === '`lean`') {
          const atLimit = 100 - (blocked[DROPS.indexOf(MARGIN)] ?? Number.NaN);
          checks.push(atMost(`${name}, at the limit: merged`, atLimit, MOST_AT_LIMIT));
          if (discordance === 0.1) {
            const [unchanged = Number.NaN] = blocked;
            checks.push(
              near(`${name}, unchanged and blocked`, unchanged, EXPECTED[index] ?? Number.NaN, NEAR),
            );
          }
        }
        return [String(n), title, ...blocked.map(show)];
      });
    });
    return tableOf(
      `Blocked, limit 2 pp, ${percent(discordance)} % flips`,
      ['samples', 'rule', ...DROPS_HEAD],
      rows,
    );
  });
  return { tables, checks };
}

const FLIPS = [1, 1.1, 1.25, 1.5, 2, 3, 5];

/** From a candidate that only loses, and just the limit, to one that flips a fifth of all answers. */
function anyFlips(settings: Settings): Part {
  const checks: Check[] = [];
  const rows = [0.01, 0.02, 0.05].flatMap((margin) => {
    const rule = ourRule(margin, 'lean');
    return [50, 60, 100, 200, 500, 1000, 2000].flatMap((n) => {
      const name = `lean at any flips, n ${n}, margin ${percent(margin)} pp`;
      if (!chosen(name, settings)) return [];
      settings.progress(name);
      const discordances = [...FLIPS.map((times) => times * margin), 0.1, 0.15, 0.2];
      const merged = discordances.map((discordance) =>
        percent(1 - rule.share({ n, discordance, drop: margin })),
      );
      const worst = Math.max(...merged);
      checks.push(atMost(`${name}: merged`, worst, MOST_AT_ANY_FLIPS));
      const at = discordances[merged.indexOf(worst)] ?? Number.NaN;
      return [
        [`${percent(margin)} pp`, String(n), show(merged[0] ?? 0), show(worst), `${show(percent(at))} %`],
      ];
    });
  });
  return {
    tables: tableOf(
      'Merged, exactly at the limit, at any share of flips',
      ['limit', 'samples', 'only losses', 'worst', 'at flips of'],
      rows,
    ),
    checks,
  };
}

/** A sequential evaluation that ends undecided leans by the fixed test on all samples: an early proof or a lean, together. */
function ends(settings: Settings): Part {
  const checks: Check[] = [];
  const rows = [0.02, 0.03].flatMap((margin) =>
    [0.1, 0.15].flatMap((discordance) =>
      [100, 500, 2000].flatMap((n) => {
        const name = `lean at the end of looks, ${nameOfCell(n, margin, discordance)}`;
        if (!chosen(name, settings)) return [];
        settings.progress(name);
        const plan = new PopulationPlan(n, margin, mergeRule(margin));
        const rates = DROPS.map((drop) => plan.rates({ discordance, drop }));
        const atLimit = rates[DROPS.indexOf(margin as (typeof DROPS)[number])];
        const joint = percent((atLimit?.pass ?? Number.NaN) + (atLimit?.leans ?? Number.NaN));
        checks.push(atMost(`${name}, at the limit: proven or leant`, joint, MOST_JOINT));
        return [
          [
            ...[`${percent(margin)} pp`, `${percent(discordance)} %`, String(n)],
            ...rates.map(({ pass, leans }) => `${show(percent(pass))} + ${show(percent(leans))}`),
          ],
        ];
      }),
    ),
  );
  return {
    tables: tableOf(
      'Sequential, target `population`: proven + leant, per cent merged',
      ['limit', 'flips', 'samples', ...DROPS_HEAD],
      rows,
    ),
    checks,
  };
}

const RATES = [0, 0.2, 0.5, 1, 2];

function ceilingEnds(settings: Settings): Part {
  const checks: Check[] = [];
  const rows = [300, 500, 1000].flatMap((n) => {
    const ceiling = 0.01;
    const name = `lean at the end of an e-process, n ${n}, ceiling ${percent(ceiling)} %`;
    if (!chosen(name, settings)) return [];
    settings.progress(name);
    const found = RATES.map((rate) => rateInOrder(n, rate * ceiling, ceiling));
    const atCeiling = found[RATES.indexOf(1)];
    const joint = percent((atCeiling?.pass ?? Number.NaN) + (atCeiling?.leans ?? Number.NaN));
    checks.push(atMost(`${name}, at the ceiling: proven or leant`, joint, MOST_JOINT));
    return [
      [
        ...[`${percent(ceiling)} %`, String(n)],
        ...found.map(({ pass, leans }) => `${show(percent(pass))} + ${show(percent(leans))}`),
      ],
    ];
  });
  return {
    tables: tableOf(
      'Sequential, a ceiling c: proven + leant, per cent merged',
      ['c', 'samples', 'rate 0', 'c/5', 'c/2', 'c', '2c'],
      rows,
    ),
    checks,
  };
}
