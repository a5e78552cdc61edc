import type { OnInconclusive } from '../../src/core/domain/gate.ts';
import { type Experiment, mcnemarRule, ourRule, type Rule, thresholdRule } from './exact.ts';
import { evalActionBlocks, evalgateRule, nemoRule, statgateRule } from './peers.ts';
import reference from './reference.json' with { type: 'json' };
import {
  atMost,
  type Check,
  DROPS,
  DROPS_HEAD,
  nameOfCell,
  near,
  percent,
  type Section,
  show,
  type Table,
} from './section.ts';
import { type DrawnTable, simulatedShare, UNPAIRED_RUNS, unpairedBlocks } from './unpaired.ts';

/** Points of per cent: what the other program's 200,000 tables a cell leave open, three standard errors and its rounding. */
const TOLERANCE = 0.4;
/** The same of our own simulation, at half. */
const UNPAIRED_TOLERANCE = 100 * 3 * Math.sqrt(0.25 / UNPAIRED_RUNS);
const POLICIES = ['lean', 'block', 'warn'] as const satisfies readonly OnInconclusive[];
const MARGINS = [0.02, 0.03];
const WORST_CASES = {
  n: [200, 500, 1000, 2000, 14042],
  discordances: [0.06, 0.12, 0.2],
  margins: [0.02, 0.05],
};

/** What the other program has of other gates' rules, in whole per cent. */
const PEERS: Readonly<Record<string, Partial<Record<'nemo' | 'evalAction', readonly number[]>>>> = {
  [nameOfCell(100, 0.02, 0.1)]: { nemo: [0, 1, 2, 5, 15], evalAction: [0, 0, 0, 0, 0] },
  [nameOfCell(500, 0.02, 0.1)]: { nemo: [0, 0, 2, 10, 59], evalAction: [0, 0, 0, 0, 1] },
  [nameOfCell(2000, 0.02, 0.1)]: { nemo: [0, 0, 2, 29, 99], evalAction: [0, 0, 0, 4, 86] },
  [nameOfCell(14042, 0.02, 0.1)]: { nemo: [0, 0, 2, 97, 100], evalAction: [0, 1, 94, 100, 100] },
};

const by =
  (rule: Rule): ShareOf =>
  (experiment) =>
    rule.share(experiment);

/** All rules at one margin, by name. */
function rulesAt(margin: number) {
  return {
    threshold: { title: 'observed drop > limit', share: by(thresholdRule(margin)) },
    unpaired: { title: 'unpaired z, p < 5 %', share: drawnBy(unpairedBlocks) },
    mcnemar: { title: 'McNemar mid-p, p < 5 %', share: by(mcnemarRule()) },
    nemo: { title: 'NeMo gate, `BREACH`', share: by(nemoRule(margin)) },
    evalAction: { title: 'eval-action', share: drawnBy(evalActionBlocks) },
    statgate: { title: 'statgate, `BLOCK`', share: by(statgateRule(margin)) },
    evalgate: { title: 'llm-evalgate', share: by(evalgateRule(margin)) },
    lean: { title: 'Weighbridge, `lean`', share: by(ourRule(margin, 'lean')) },
    block: { title: 'Weighbridge, `block`', share: by(ourRule(margin, 'block')) },
    warn: { title: 'Weighbridge, `warn`', share: by(ourRule(margin, 'warn')) },
  } as const;
}

type Name = keyof ReturnType<typeof rulesAt>;

type ShareOf = (experiment: Experiment) => number;

const blockedBy = (shareOf: ShareOf, n: number, discordance: number): number[] =>
  DROPS.map((drop) => percent(shareOf({ n, discordance, drop })));

const drawnBy =
  (blocks: (table: DrawnTable) => boolean): ShareOf =>
  (experiment) =>
    simulatedShare(experiment, blocks);

export const fixed: Section = {
  name: 'fixed',
  title: 'Every sample evaluated',
  about: `Per cent of merges that are blocked, by the candidate's true drop, with 0/1 scores and target \`population\`. \`warn\` blocks
what is proven to be worse, \`block\` all that is not proven to be safe, so that \`warn\` is also how often a regression is proven
and 100 − \`block\` how often a pass is. Exact: every outcome is judged and weighed with its probability; only the unpaired test and eval-action's
rule are simulated (4,000 runs), and bootstraps are their Edgeworth expansions. Other gates' rules as written anew from what they do:
NeMo Evaluator, the two-sided 95 % Wald interval beyond the limit; multivon's eval-action, McNemar's test with continuity correction and
Wilson intervals that do not meet; statgate, the two-sided BCa interval beyond the limit; llm-evalgate, a drop of more than the limit and
a percentile bootstrap of "no loss" below 5 %. With target
\`benchmark\` the verdict is the first row, by definition.`,
  run: ({ cell, progress }) => {
    const checks: Check[] = [];
    const tables: Table[] = [];
    for (const margin of MARGINS) {
      const rules = rulesAt(margin);
      for (const discordance of [0.1, 0.15]) {
        const cells = reference.fixed.filter(
          (row) =>
            row.margin === margin &&
            row.discordance === discordance &&
            nameOfCell(row.n, margin, discordance).includes(cell ?? ''),
        );
        const rows = cells.flatMap((row) => {
          const name = nameOfCell(row.n, margin, discordance);
          progress(name);
          return Object.entries(rules).map(([key, { title, share }]) => {
            const blocked = blockedBy(share, row.n, discordance);
            checks.push(...checksOf(name, key as Name, blocked, row));
            return [String(row.n), title, ...blocked.map(show)];
          });
        });
        if (rows.length === 0) continue;
        const head = ['samples', 'rule', ...DROPS_HEAD];
        tables.push({
          title: `Blocked, limit ${percent(margin)} pp, ${percent(discordance)} % flips`,
          head,
          rows,
        });
      }
    }
    if (cell === null) {
      progress('worst errors at the limit');
      checks.push(...worstErrors());
    }
    return { tables, checks };
  },
};

function checksOf(
  cell: string,
  rule: Name,
  blocked: readonly number[],
  row: (typeof reference.fixed)[number],
): Check[] {
  const found: Check[] = [];
  const known: Partial<Record<Name, readonly number[]>> = { ...row, ...PEERS[cell] };
  const isDrawn = rule === 'unpaired' || rule === 'evalAction';
  known[rule]?.forEach((expected, index) => {
    const name = `${cell}, drop ${percent(DROPS[index] ?? Number.NaN)}, ${rule}`;
    const tolerance = (isDrawn ? UNPAIRED_TOLERANCE : TOLERANCE) + (rule in (PEERS[cell] ?? {}) ? 0.5 : 0);
    found.push(near(name, blocked[index] ?? Number.NaN, expected, tolerance));
  });
  if (rule === 'warn')
    found.push(atMost(`${cell}, unchanged and failed`, blocked[0] ?? Number.NaN, row.n >= 500 ? 0.5 : 1.5));
  return found;
}

/** A drop of exactly the limit: neither may be proven in more than 6 % of runs, 5.5 % where differences are not few. */
function worstErrors(): Check[] {
  const { n: sizes, discordances, margins } = WORST_CASES;
  const rules = margins.map((margin) => ({
    margin,
    failed: ourRule(margin, 'warn'),
    notPassed: ourRule(margin, 'block'),
  }));
  return sizes.flatMap((n) =>
    discordances.flatMap((discordance) =>
      rules.flatMap(({ margin, failed, notPassed }) => {
        const experiment = { n, discordance, drop: margin };
        const cell = `${nameOfCell(n, margin, discordance)}, drop of the limit`;
        return [
          atMost(`${cell}: passed`, percent(1 - notPassed.share(experiment)), 6),
          atMost(`${cell}: failed`, percent(failed.share(experiment)), 6),
        ];
      }),
    ),
  );
}

/** What merges, policy by policy: the same figures as a reviewer would ask for them. */
export const policies: Section = {
  name: 'policies',
  title: 'What merges under each policy',
  about: `Per cent of checkpoints that would merge, 10 and 15 % flips. \`lean\` is the default of \`on_inconclusive\`.`,
  run: ({ cell, progress }) => {
    const tables = MARGINS.map((margin) => {
      const rules = POLICIES.map((policy) => ({ policy, rule: ourRule(margin, policy) }));
      const rows = reference.fixed
        .filter(
          (row) => row.margin === margin && nameOfCell(row.n, margin, row.discordance).includes(cell ?? ''),
        )
        .flatMap(({ n, discordance }) => {
          progress(nameOfCell(n, margin, discordance));
          return rules.map(({ policy, rule }) => {
            const merged = blockedBy(by(rule), n, discordance).map((blocked) => show(100 - blocked));
            return [String(n), `${percent(discordance)} %`, `\`${policy}\``, ...merged];
          });
        });
      const head = ['samples', 'flips', 'on_inconclusive', ...DROPS_HEAD];
      return { title: `Merged, limit ${percent(margin)} pp`, head, rows };
    });
    return { tables: tables.filter(({ rows }) => rows.length > 0), checks: [] };
  },
};
