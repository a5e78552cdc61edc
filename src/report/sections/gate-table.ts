import { ruleOf } from '../../core/decide/rules/registry.ts';
import type { DeltaEstimate, Estimate, GateResult, VerdictFile } from '../../core/domain/decision.ts';
import {
  type Block,
  type Column,
  list,
  numberColumn,
  paragraph,
  table,
  textColumn,
  titled,
} from '../blocks.ts';
import {
  formatChange,
  formatCount,
  formatInterval,
  formatLevel,
  formatShare,
  formatSize,
  formatValue,
  metricName,
  NOT_AVAILABLE,
  plural,
} from '../format.ts';
import { gapClosed } from '../gap-closed.ts';
import { isMeasured, isNotNeeded, limitPhrase } from '../gate-rules.ts';
import { verdictBadge } from '../headline.ts';
import { code, type Inline, inline, joined, ours } from '../inline.ts';
import { isDescriptive } from '../methods.ts';
import type { Section, SectionOptions } from '../section.ts';

const estimate = (gate: GateResult, side: Estimate | null): string =>
  side === null ? missing(gate) : formatValue(side.value, gate.unit);

/** A measured number has no baseline and no delta, and a distance between the sides no value of either: nothing is unknown. */
const missing = (gate: GateResult): string =>
  isMeasured(gate) || (ruleOf(gate).scope === 'answers' && gate.delta !== null) ? '–' : NOT_AVAILABLE;

/** With the confidence limit that a ceiling or floor is judged by. */
function candidateCell(gate: GateResult): string | Inline {
  const value = estimate(gate, gate.candidate);
  // A confidence limit on the side where it fails says nothing of a failure that is proven.
  if (gate.bound === null || gate.verdict === 'regression') return value;
  const words = gate.bound.side === 'upper' ? 'at most' : 'at least';
  return inline`${value} (${words} ${formatValue(gate.bound.value, gate.unit)})`;
}

/** With the level that all intervals share, where they do. */
function deltaTitle(gates: readonly GateResult[]): string {
  const levels = new Set(gates.flatMap(({ delta }) => (isShown(delta) ? [delta.level] : [])));
  const [level] = levels;
  return levels.size === 1 && level !== undefined
    ? `Delta (${formatLevel(level)} interval)`
    : 'Delta (interval)';
}

/** Whether the interval holds whenever the evaluation stopped, which one of a size fixed in advance does not. */
const isShown = (delta: DeltaEstimate | null): delta is DeltaEstimate =>
  delta !== null && !isDescriptive(delta.method);

function deltaCell(delta: DeltaEstimate, unit: GateResult['unit']): Inline {
  const interval = isShown(delta) ? formatInterval(delta, unit) : null;
  const change = formatChange(delta.value, unit, interval === null ? null : delta);
  return interval === null ? inline`${change}` : inline`${change} (${interval})`;
}

/** Of a gate on groups, what its groups came to: the change of all samples is of another question. */
function apartCell(gate: GateResult): Inline | null {
  const [first, second] = gate.groups ?? [];
  if (first === undefined) return null;
  return ruleOf(gate).estimand === 'candidate' && second !== undefined
    ? inline`${formatSize(first.value - second.value, gate.unit)} apart`
    : inline`${code(first.group)} ${formatChange(first.value, gate.unit)}`;
}

/** Where a gain was asked for: what it is of all that was left to gain. */
function gapOf(gate: GateResult): Inline {
  const share = gate.rule === 'min_gain' ? gapClosed(gate) : null;
  return share === null ? [] : inline`; ${formatShare(share)} of the gap`;
}

function verdictCell(gate: GateResult): Inline {
  const badge = verdictBadge(gate.verdict);
  const label = gate.evidence === 'weak' ? inline`${badge} aggregate-only` : badge;
  if (gate.tier === 'advisory') return inline`${label} advisory`;
  if (gate.waived !== undefined) return inline`${label} waived`;
  if (gate.verdict !== 'inconclusive') return label;
  if (gate.blocks) return inline`${label} blocks`;
  return gate.leaning === 'pass' ? inline`${label} leans to pass` : inline`${label} does not block`;
}

/**
 * Pairs where the delta is judged, samples where the candidate's own value is, or where there are sums alone; of those evaluated,
 * where fewer decided.
 */
function sampleCount(gate: GateResult): string {
  const own = ruleOf(gate).estimand === 'candidate' || gate.pairs === 0;
  const n = own ? (gate.candidate?.n ?? 0) : gate.pairs;
  const { used = 0, evaluated = 0 } = gate.sequence ?? {};
  return evaluated > used ? `${formatCount(n)} of ${formatCount(evaluated)}` : formatCount(n);
}

/** Few and narrow, so that the table fits a phone. */
const COLUMNS: readonly Column<GateResult>[] = [
  textColumn('Gate', (gate) => code(metricName(gate))),
  numberColumn('n', sampleCount),
  numberColumn('Baseline', (gate) => estimate(gate, gate.baseline)),
  numberColumn('Candidate', candidateCell),
  numberColumn(deltaTitle, (gate) => {
    const { delta, net, unit } = gate;
    const apart = apartCell(gate);
    if (apart !== null) return apart;
    const own = delta === null ? inline`${missing(gate)}` : deltaCell(delta, unit);
    return net === undefined || net === null
      ? inline`${own}${gapOf(gate)}`
      : inline`${own}; net ${deltaCell(net, unit)}`;
  }),
  textColumn('Limit', limitPhrase),
  textColumn('Verdict', verdictCell),
];

const NOT_NEEDED_SHOWN = 25;

const PARTLY_SEEN =
  'Baselines are on all of their samples; n decided, and a delta is on these. Intervals hold wherever an evaluation stops.';

/** The one table: every gate that had its turn, the worst first. */
export function gateTableSection(file: VerdictFile, { rung }: SectionOptions): Section {
  const gates = file.gates.filter((gate) => !isNotNeeded(gate));
  const shown = gates.slice(0, rung.gates);
  const left = gates.length - shown.length;
  const more = `${plural(left, 'more gate')}, none worse than those above, left out for length.`;
  return {
    title: null,
    blocks: [
      ...table(plural(gates.length, 'gate'), COLUMNS, shown),
      ...(left === 0 ? [] : [paragraph(ours(more))]),
      ...(shown.some(({ pairedBaseline }) => pairedBaseline !== undefined)
        ? [paragraph(ours(PARTLY_SEEN))]
        : []),
      ...notNeeded(file.gates.filter(isNotNeeded)),
    ],
  };
}

/** Which gates were left undecided, and how to have them decided. */
function notNeeded(gates: readonly GateResult[]): Block[] {
  if (gates.length === 0) return [];
  const names = joined(
    gates.slice(0, NOT_NEEDED_SHOWN).map((gate) => code(metricName(gate))),
    ', ',
  );
  const left = gates.length - NOT_NEEDED_SHOWN;
  const more = left > 0 ? inline` and ${formatCount(left)} more` : [];
  return [
    paragraph(
      inline`${plural(gates.length, 'gate')} ${gates.length === 1 ? 'was' : 'were'} not needed, since a regression was proven before: ${names}${more}. ${code('--full')}, or ${code('policy.evaluation: full')}, decides them too.`,
    ),
  ];
}

const WARNINGS_SHOWN = 6;

/** What a reader has to see before the numbers, whatever the verdict; one that several gates share is said once. */
export function warningsSection({ gates }: VerdictFile): Section {
  const warnings = new Map(
    gates.flatMap((gate) =>
      (gate.warnings ?? []).map((warning) => {
        const line = inline`${code(metricName(gate))}: ${warning}`;
        return [JSON.stringify(line), line] as const;
      }),
    ),
  );
  const left = warnings.size - WARNINGS_SHOWN;
  const more = left > 0 ? inline`${plural(left, 'more warning')} in the verdict file` : [];
  const items = [...[...warnings.values()].slice(0, WARNINGS_SHOWN), more];
  return { title: null, blocks: titled(ours('Look at this first'), list(items)) };
}
