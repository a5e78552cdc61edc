import type { GateNoise, MetricNoise, Noise, SuiteNoise } from '../core/domain/noise.ts';
import { type Column, list, numberColumn, paragraph, table, textColumn } from './blocks.ts';
import { formatCount, formatSize, NOT_AVAILABLE } from './format.ts';
import { verdictBadge } from './headline.ts';
import { code, type Inline, inline, ours } from './inline.ts';
import { mismatchSentence } from './sections/faults.ts';
import { blocksToLines } from './terminal.ts';

const METRICS: readonly Column<MetricNoise>[] = [
  textColumn('Metric', ({ task, metric, filter }) =>
    code(`${task}/${metric}${filter === null ? '' : `,${filter}`}`),
  ),
  numberColumn('Pairs', ({ pairs }) => formatCount(pairs)),
  numberColumn('Changed', ({ changed }) => formatCount(changed)),
  numberColumn('Largest change', ({ largest }) =>
    largest === null ? NOT_AVAILABLE : String(Number(largest.toPrecision(3))),
  ),
  numberColumn('Standard error of the delta', ({ stderr, unit }) =>
    stderr === null ? 'none seen' : formatSize(stderr, unit),
  ),
];

const points = (share: number): string => (100 * share).toFixed(1);
const percent = (share: number): string => (share < 0.0005 ? '< 0.1 %' : `${points(share)} %`);

function gateColumns(unitOf: (gate: GateNoise) => MetricNoise['unit']): readonly Column<GateNoise>[] {
  return [
    textColumn('Gate', ({ gate }) => code(gate)),
    numberColumn('Flips', ({ discordance }) =>
      discordance === null ? inline`` : inline`${percent(discordance.value)} ${discordance.from}`,
    ),
    numberColumn(
      'Blocks an unchanged model',
      ({ falseBlockRate, stderr }) =>
        inline`${falseBlockRate === null ? NOT_AVAILABLE : percent(falseBlockRate)}${stderr ? ` ± ${points(stderr)}` : ''}`,
    ),
    numberColumn('Least provable limit', (gate) =>
      gate.provableLimit === null ? NOT_AVAILABLE : formatSize(gate.provableLimit, unitOf(gate)),
    ),
    textColumn('Note', ({ reason, by }) =>
      [...(by === 'enumeration' ? ['exact'] : []), ...(reason === null ? [] : [reason])].join('; '),
    ),
  ];
}

/** The noise of a suite for a terminal: what moved between two runs of one model, and what the policy makes of that. */
export function renderNoise(noise: Noise): string {
  const { metrics, gates, comparability } = noise;
  const unitOf = ({ gate }: GateNoise) =>
    metrics.find(({ task, metric }) => gate.startsWith(`${task}/${metric}`))?.unit ?? 'number';
  const effect = noise.blocked ? 'it would have blocked a merge' : 'it would not have blocked a merge';
  const nothing = paragraph(ours('There is nothing to compare.'));
  return blocksToLines([
    paragraph(inline`The baseline against itself: ${verdictBadge(noise.verdict)}, ${effect}.`),
    ...list([
      ...noise.reasons.map((reason) => inline`${reason}`),
      ...comparability.map((mismatch) => inline`note: ${mismatchSentence(mismatch)}`),
    ]),
    ...(metrics.length === 0 ? [nothing] : table('Metrics', METRICS, metrics)),
    ...list(metrics.flatMap(answersSentence)),
    ...table('Gates', gateColumns(unitOf), gates),
    ...[...suiteSentences(noise.falseBlockRate), ...uncovered(gates)].map(paragraph),
    ...(gates.some(({ by }) => by === 'simulation') ? [paragraph(ours(SIMULATED))] : []),
    paragraph(ours(PROVABLE)),
  ]).join('\n');
}

/** Where one run was enough. */
function answersSentence({ task, metric, answers, pairs, changed }: MetricNoise): Inline[] {
  if (answers === undefined) return [];
  const name = code(`${task}/${metric}`);
  return [
    inline`${name}: by the ${formatCount(answers)} answers to each sample of one run, which disagree on ${formatCount(changed)} of ${formatCount(pairs)}; the gates are judged on these answers, drawn anew.`,
  ];
}

const PROVABLE =
  'Least provable limit: with a smaller one an unchanged model is proven in fewer than 90 % of runs, and a gain has to be beyond its limit by as much.';

const SIMULATED =
  'Simulated: the questions are drawn anew with replacement, and each changes its two runs by a coin. ± is the standard error of so many rounds, not that of the two runs.';

function suiteSentences(suite: SuiteNoise | null): Inline[] {
  if (suite === null) return [inline`How often the suite blocks an unchanged model is unknown.`];
  const { value, stderr, rounds, withoutGains, atLeast, atMost } = suite;
  const together = inline`The suite blocks an unchanged model in ${percent(value)} of merges (${formatCount(rounds)} simulated merges judged by all gates together, standard error ${points(stderr)} points); by the rates of its gates it is ${percent(atLeast)} to ${percent(atMost)}.`;
  if (withoutGains === null || withoutGains === value) return [together];
  return [together, inline`Without the gates that ask for a gain it is ${percent(withoutGains)}.`];
}

/** Blocking gates that the figure for the suite leaves out. */
function uncovered(gates: readonly GateNoise[]): Inline[] {
  const without = gates.filter(({ tier, falseBlockRate }) => tier === 'blocking' && falseBlockRate === null);
  if (without.length === 0) return [];
  return [
    inline`Not covered by that: ${without.map(({ gate }) => gate).join(', ')}. What these block comes on top (see their notes).`,
  ];
}
