import type { GateNoise, MetricNoise, Noise, SuiteNoise } from '../core/domain/noise.ts';
import type { Column } from './columns.ts';
import { formatCount, formatSize, NOT_AVAILABLE } from './format.ts';
import { verdictLabel } from './headline.ts';
import { code, type Inline, say, toPlain } from './inline.ts';
import { plainTable } from './plain-table.ts';
import { mismatchSentence } from './who-acts.ts';

const METRICS: readonly Column<MetricNoise>[] = [
  {
    title: () => say`Metric`,
    align: 'left',
    cell: ({ task, metric, filter }) => code(`${task}/${metric}${filter === null ? '' : `,${filter}`}`),
  },
  { title: () => say`Pairs`, align: 'right', cell: ({ pairs }) => say`${formatCount(pairs)}` },
  { title: () => say`Changed`, align: 'right', cell: ({ changed }) => say`${formatCount(changed)}` },
  {
    title: () => say`Largest change`,
    align: 'right',
    cell: ({ largest }) => say`${largest === null ? NOT_AVAILABLE : String(Number(largest.toPrecision(3)))}`,
  },
  {
    title: () => say`Standard error of the delta`,
    align: 'right',
    cell: ({ stderr, unit }) => say`${stderr === null ? 'none seen' : formatSize(stderr, unit)}`,
  },
];

const points = (share: number): string => (100 * share).toFixed(1);
const percent = (share: number): string => (share < 0.0005 ? '< 0.1 %' : `${points(share)} %`);

function gateColumns(unitOf: (gate: GateNoise) => MetricNoise['unit']): readonly Column<GateNoise>[] {
  return [
    { title: () => say`Gate`, align: 'left', cell: ({ gate }) => code(gate) },
    {
      title: () => say`Flips`,
      align: 'right',
      cell: ({ discordance }) =>
        discordance === null ? say`` : say`${percent(discordance.value)} ${discordance.from}`,
    },
    {
      title: () => say`Blocks an unchanged model`,
      align: 'right',
      cell: ({ falseBlockRate, stderr }) =>
        say`${falseBlockRate === null ? NOT_AVAILABLE : percent(falseBlockRate)}${stderr ? ` ± ${points(stderr)}` : ''}`,
    },
    {
      title: () => say`Guesses below`,
      align: 'right',
      cell: (gate) =>
        say`${gate.guessesBelow === null ? NOT_AVAILABLE : formatSize(gate.guessesBelow, unitOf(gate))}`,
    },
    {
      title: () => say`Note`,
      align: 'left',
      cell: ({ reason, by }) =>
        say`${[...(by === 'enumeration' ? ['exact'] : []), ...(reason === null ? [] : [reason])].join('; ')}`,
    },
  ];
}

/** The noise of a suite for a terminal: what moved between two runs of one model, and what the policy makes of that. */
export function renderNoise(noise: Noise): string {
  const { metrics, gates, comparability } = noise;
  const unitOf = ({ gate }: GateNoise) =>
    metrics.find(({ task, metric }) => gate.startsWith(`${task}/${metric}`))?.unit ?? 'number';
  const effect = noise.blocked ? 'it would have blocked a merge' : 'it would not have blocked a merge';
  return [
    `The baseline against itself: ${verdictLabel(noise.verdict)}, ${effect}.`,
    ...noise.reasons.map((reason) => toPlain(say`${reason}`)),
    ...comparability.map((mismatch) => `note: ${toPlain(mismatchSentence(mismatch))}`),
    '',
    ...(metrics.length === 0 ? ['There is nothing to compare.'] : plainTable(METRICS, metrics)),
    '',
    ...(gates.length === 0 ? [] : plainTable(gateColumns(unitOf), gates)),
    '',
    ...suiteSentences(noise.falseBlockRate).map(toPlain),
    ...uncovered(gates).map(toPlain),
    ...(gates.some(({ by }) => by === 'simulation') ? [SIMULATED] : []),
    'Guesses below: with a smaller limit an unchanged model is certified in fewer than 90 % of runs, and a gain has to be beyond its limit by as much.',
  ].join('\n');
}

const SIMULATED =
  'Simulated: the questions are drawn anew with replacement, and each changes its two runs by a coin. ± is the standard error of so many rounds, not that of the two runs.';

function suiteSentences(suite: SuiteNoise | null): Inline[] {
  if (suite === null) return [say`How often the suite blocks an unchanged model is unknown.`];
  const { value, stderr, rounds, withoutGains, atLeast, atMost } = suite;
  const together = say`The suite blocks an unchanged model in ${percent(value)} of merges (${formatCount(rounds)} simulated merges judged by all gates together, standard error ${points(stderr)} points); by the rates of its gates it is ${percent(atLeast)} to ${percent(atMost)}.`;
  if (withoutGains === null || withoutGains === value) return [together];
  return [together, say`Without the gates that ask for a gain it is ${percent(withoutGains)}.`];
}

/** Blocking gates that the figure for the suite leaves out. */
function uncovered(gates: readonly GateNoise[]): Inline[] {
  const without = gates.filter(({ tier, falseBlockRate }) => tier === 'blocking' && falseBlockRate === null);
  if (without.length === 0) return [];
  return [
    say`Not covered by that: ${without.map(({ gate }) => gate).join(', ')}. What these block comes on top (see their notes).`,
  ];
}
