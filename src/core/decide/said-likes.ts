import type { JudgeLikes } from '../domain/decision.ts';
import { formatChange, formatShare } from '../domain/format.ts';
import type { MetricUnit } from '../domain/metric.ts';

/** Below it an order that turns verdicts is what any judge has. */
const MANY_TURNED = 0.2;

/** What of a judge's likings a reader has to know: those that are proven, or that a label would have to prove. */
export function saidLikes(
  { turned, longer, length, itself }: JudgeLikes,
  unit: MetricUnit,
): readonly string[] {
  const change = (value: number) => formatChange(value, unit);
  const shares = [turned?.baseline, turned?.candidate].flatMap((share) => share ?? []);
  const most = Math.max(0, ...shares);
  return [
    ...(most < MANY_TURNED
      ? []
      : [
          `Up to ${formatShare(most)} of the judge's comparisons turn with the order of the answers, and are ties.`,
        ]),
    ...longerSaid(longer),
    ...(length === undefined || length.low <= 0
      ? []
      : [
          `The judge likes length: beyond what people do, it gives the longer half of the answers ${change(length.value)} more (${change(length.low)} to ${change(length.high)}).`,
        ]),
    ...(itself === undefined ? [] : [itselfSaid(itself, change)]),
  ];
}

/** Where the longer answer wins and length alone makes for the win rate. */
function longerSaid(longer: JudgeLikes['longer']): readonly string[] {
  const { verdicts = 0, preferred = 0, winRate = null, controlled = null } = longer?.candidate ?? {};
  if (verdicts === 0 || winRate === null || controlled === null) return [];
  return [
    `Of the judge's ${verdicts} verdicts on answers of unlike length ${formatShare(preferred / verdicts)} are for the longer; at equal length the candidate wins ${formatShare(controlled)} in place of ${formatShare(winRate)}.`,
  ];
}

function itselfSaid(
  { sides, excess }: NonNullable<JudgeLikes['itself']>,
  change: (value: number) => string,
): string {
  const whose = `The judge is the model of the ${sides.join(' and of the ')} itself`;
  return excess === null
    ? `${whose}, and nobody's grades say how much it likes its own answers.`
    : `${whose}: beyond what people do, it gives its own answers ${change(excess.value)} (${change(excess.low)} to ${change(excess.high)}) beside the other side's.`;
}
