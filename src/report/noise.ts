import type { GateNoise, MetricNoise, Noise } from '../decide/noise.ts';
import type { Column } from './columns.ts';
import { formatCount, formatLevel, formatSize, NOT_AVAILABLE } from './format.ts';
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

const percent = (share: number): string => (share < 0.0005 ? '< 0.1 %' : `${(100 * share).toFixed(1)} %`);

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
      cell: ({ falseBlockRate }) => say`${falseBlockRate === null ? NOT_AVAILABLE : percent(falseBlockRate)}`,
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
      cell: ({ reason, by }) => say`${reason ?? (by === 'enumeration' ? 'exact' : '')}`,
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
    toPlain(suiteSentence(noise)),
    ...uncovered(gates).map(toPlain),
    'Guesses below: with a smaller limit an unchanged model is certified in fewer than 90 % of runs.',
  ].join('\n');
}

function suiteSentence({ falseBlockRate }: Noise): Inline {
  if (falseBlockRate === null) return say`How often the suite blocks an unchanged model is unknown.`;
  const { atLeast, atMost } = falseBlockRate;
  return atLeast === atMost
    ? say`The suite blocks an unchanged model in ${formatLevel(round(atLeast))} of merges.`
    : say`The suite blocks an unchanged model in ${formatLevel(round(atLeast))} to ${formatLevel(round(atMost))} of merges, by how much its gates hang together.`;
}

/** Blocking gates that the figure for the suite leaves out. */
function uncovered(gates: readonly GateNoise[]): Inline[] {
  const without = gates.filter(({ tier, falseBlockRate }) => tier === 'blocking' && falseBlockRate === null);
  if (without.length === 0) return [];
  return [
    say`Not covered by that: ${without.map(({ gate }) => gate).join(', ')}. What these block comes on top (see their notes).`,
  ];
}

const round = (share: number): number => Math.round(share * 1000) / 1000;
