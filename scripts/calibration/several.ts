import { mcnemarRule, ourRule, thresholdRule } from './exact.ts';
import reference from './reference.json' with { type: 'json' };
import { atMost, type Check, near, percent, type Section, show } from './section.ts';

const MARGIN = 0.03;
const DISCORDANCE = 0.12;
const METRICS = 10;

/** The drop of the first benchmark and of the others. */
const TRUTHS: Readonly<Record<string, readonly [one: number, rest: number]>> = {
  none: [0, 0],
  'one drops 5': [0.05, 0],
  'all drop 1': [0.01, 0.01],
  'one drops 3': [0.03, 0],
};

export const several: Section = {
  name: 'several',
  title: 'Ten benchmarks at once',
  about: `Per cent of merges blocked by any of ten gates, limit 3 pp, 12 % flips. No correction is made for their number, since a limit
already makes a false alarm rare; the threshold and McNemar's test without one show what that saves. Exact.`,
  run: ({ cell, progress }) => {
    const rules = {
      threshold: thresholdRule(MARGIN),
      mcnemar: mcnemarRule(),
      lean: ourRule(MARGIN, 'lean'),
      block: ourRule(MARGIN, 'block'),
      warn: ourRule(MARGIN, 'warn'),
    };
    const checks: Check[] = [];
    const rows = reference.several
      .filter(({ n, truth }) => `n ${n}, ${truth}`.includes(cell ?? ''))
      .map((row) => {
        const name = `ten of n ${row.n}, ${row.truth}`;
        progress(name);
        const [one, rest] = TRUTHS[row.truth] ?? [Number.NaN, Number.NaN];
        const any = (rule: keyof typeof rules) => {
          const at = (drop: number) => rules[rule].share({ n: row.n, discordance: DISCORDANCE, drop });
          return percent(1 - (1 - at(one)) * (1 - at(rest)) ** (METRICS - 1));
        };
        for (const rule of ['threshold', 'mcnemar', 'block', 'warn'] as const)
          checks.push(near(`${name}, ${rule}`, any(rule), row[rule], 1));
        const blocked = (['threshold', 'mcnemar', 'lean', 'block', 'warn'] as const).map((rule) =>
          show(any(rule)),
        );
        return [String(row.n), row.truth === 'none' ? 'unchanged' : `${row.truth} pp`, ...blocked];
      });
    checks.push(...unchanged(cell));
    const head = [
      'samples',
      'truth',
      'observed drop > limit',
      'McNemar mid-p',
      '`lean`',
      '`block`',
      '`warn`',
    ];
    return { tables: rows.length === 0 ? [] : [{ title: 'Blocked by any of ten', head, rows }], checks };
  },
};

/** Ten unchanged metrics, in the settings of the other tables. */
function unchanged(cell: string | null): Check[] {
  return [500, 1000, 2000, 3000].flatMap((n) =>
    [
      [0.02, 0.1],
      [0.03, 0.12],
      [0.03, 0.15],
    ].flatMap(([margin = Number.NaN, discordance = Number.NaN]) => {
      const name = `ten unchanged of n ${n}, margin ${percent(margin)} pp, discordance ${percent(discordance)} %: failed`;
      if (!name.includes(cell ?? '')) return [];
      const one = ourRule(margin, 'warn').share({ n, discordance, drop: 0 });
      return [atMost(name, percent(1 - (1 - one) ** METRICS), 1)];
    }),
  );
}
