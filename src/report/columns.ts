import type { DeltaEstimate, Estimate, GateResult } from '../core/domain/decision.ts';
import { assertNever } from '../core/domain/errors.ts';
import {
  formatChange,
  formatInterval,
  formatLevel,
  formatValue,
  metricName,
  NOT_AVAILABLE,
} from './format.ts';
import { verdictLabel } from './headline.ts';
import { code, type Inline, say } from './inline.ts';
import { isDescriptive } from './methods.ts';
import { isNotEvaluated } from './not-evaluated.ts';

export interface Column<Row> {
  readonly title: (rows: readonly Row[]) => Inline;
  readonly align: 'left' | 'right';
  readonly cell: (row: Row) => Inline;
}

const estimate = (gate: GateResult, side: Estimate | null): Inline =>
  side === null ? say`${NOT_AVAILABLE}` : say`${formatValue(side.value, gate.unit)}`;

/** With the bound that a ceiling or floor is judged by. */
function candidateCell(gate: GateResult): Inline {
  const value = estimate(gate, gate.candidate);
  // A bound on the side where it fails says nothing of a failure that is proven.
  if (gate.bound === null || gate.verdict === 'regression') return value;
  const words = gate.bound.side === 'upper' ? 'at most' : 'at least';
  return say`${value} (${words} ${formatValue(gate.bound.value, gate.unit)})`;
}

/** The level all intervals share; null when they differ, and each says its own. */
function commonLevel(gates: readonly GateResult[]): number | null {
  const levels = new Set(gates.flatMap(({ delta }) => (delta === null ? [] : [delta.level])));
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? level : null;
}

function deltaCell(delta: DeltaEstimate | null, unit: GateResult['unit']): Inline {
  if (delta === null) return say`${NOT_AVAILABLE}`;
  const interval = formatInterval(delta, unit);
  const change = formatChange(delta.value, unit);
  const note = isDescriptive(delta.method) ? say`, descriptive` : [];
  return interval === null ? say`${change}` : say`${change} (${interval}${note})`;
}

/** A limit as a rule one can read aloud. */
export function limitWords({
  rule,
  limit,
  direction,
  against,
}: Pick<GateResult, 'rule' | 'limit' | 'direction' | 'against'>): Inline {
  switch (rule) {
    case 'max_drop': {
      const since = against === undefined ? [] : say` since the ${against}`;
      const move = direction === 'lower_is_better' ? 'rise' : 'drop';
      return say`may ${move} ${code(limit)}${since}`;
    }
    case 'min_gain':
      return say`must gain ${code(limit)}`;
    case 'ceiling':
      return say`at most ${code(limit)}`;
    case 'floor':
      return say`at least ${code(limit)}`;
    case 'no_regression_by_group':
      return say`no group may ${direction === 'lower_is_better' ? 'rise' : 'drop'} ${code(limit)}`;
    case 'net_gain':
      return say`must gain ${code(limit)} net of losses`;
    default:
      return assertNever(rule);
  }
}

function verdictCell(gate: GateResult): Inline {
  const verdict: Inline = [{ kind: 'ours', text: verdictLabel(gate.verdict) }];
  const label = gate.evidence === 'weak' ? say`${verdict} on weak evidence` : verdict;
  if (gate.tier === 'advisory') return say`${label} advisory`;
  if (gate.waived !== undefined) return say`${label} waived`;
  if (gate.verdict !== 'inconclusive') return label;
  if (isNotEvaluated(gate)) return say`${label} not evaluated`;
  if (gate.blocks) return say`${label} blocks`;
  return gate.leaning === 'pass' ? say`${label} leans pass` : say`${label} does not block`;
}

/** The one table, for every renderer: at most six columns, so that it fits a phone. */
export const GATE_COLUMNS: readonly Column<GateResult>[] = [
  { title: () => say`Gate`, align: 'left', cell: (gate) => code(metricName(gate)) },
  { title: () => say`Baseline`, align: 'right', cell: (gate) => estimate(gate, gate.baseline) },
  { title: () => say`Candidate`, align: 'right', cell: candidateCell },
  {
    title: (gates) => {
      const level = commonLevel(gates);
      return level === null ? say`Delta (interval)` : say`Delta (${formatLevel(level)} interval)`;
    },
    align: 'right',
    cell: ({ delta, net, unit }) =>
      net === undefined || net === null
        ? deltaCell(delta, unit)
        : say`${deltaCell(delta, unit)}; net ${deltaCell(net, unit)}`,
  },
  { title: () => say`Limit`, align: 'left', cell: limitWords },
  { title: () => say`Verdict`, align: 'left', cell: verdictCell },
];
