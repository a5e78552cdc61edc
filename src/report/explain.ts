import type { Estimate, GateResult, VerdictFile } from '../core/domain/decision.ts';
import { describeSource } from '../core/domain/gate.ts';
import { whatWouldChange } from './change.ts';
import { limitWords } from './columns.ts';
import {
  formatChange,
  formatCount,
  formatInterval,
  formatLevel,
  formatP,
  formatSize,
  formatValue,
  NOT_AVAILABLE,
} from './format.ts';
import { gateSentence } from './gate-sentence.ts';
import { verdictLabel } from './headline.ts';
import { code, type Inline, say, toPlain } from './inline.ts';
import { isDescriptive, methodOf } from './methods.ts';
import { picture } from './picture.ts';
import { forbiddenEnd, lineOf } from './what-if.ts';

export type ExplainRow = readonly [name: string, value: string];

/** The numbers behind one gate, block by block. Values are free of control characters, and still data. */
export function numbersOf(
  file: VerdictFile,
  gate: GateResult,
): readonly (readonly [string, readonly ExplainRow[]])[] {
  return [
    ['Counts', counts(gate)],
    ['Numbers in', numbersIn(gate, file)],
    ['Numbers out', numbersOut(gate)],
  ];
}

/** How one gate came to its verdict, for a terminal: from the verdict file alone. */
export function renderExplanation(file: VerdictFile, gate: GateResult): string {
  const effect = gate.blocks ? 'it blocks the merge' : 'it does not block the merge';
  const [counted, ...numbers] = numbersOf(file, gate).map(([title, rows]) => [title, table(rows)] as const);
  const blocks: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ...(counted === undefined ? [] : [counted]),
    ['Method', methodLines(gate)],
    ...numbers,
    ['The interval and the limit, to scale', drawn(gate)],
    ['What would change the verdict', whatWouldChange(gate, file.policy.alpha.value).map(toPlain)],
    ['Reasons given', gate.reasons.map((reason) => toPlain(say`${reason}`))],
  ];
  return [
    `${toPlain(code(gate.id))}: ${verdictLabel(gate.verdict)} (${gate.tier}; ${effect})`,
    `${toPlain(gateSentence(gate))}.`,
    ...blocks.flatMap(([title, lines]) =>
      lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`.trimEnd())],
    ),
    '',
  ].join('\n');
}

function table(rows: readonly ExplainRow[]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function counts({ against, pairs, flips, unpaired, unscored, needed }: GateResult): ExplainRow[] {
  const sides = (of: GateResult['unpaired']) =>
    `${formatCount(of.baseline)} of the ${against ?? 'baseline'}, ${formatCount(of.candidate)} of the candidate`;
  return [
    ['pairs', formatCount(pairs)],
    ...(flips === null
      ? []
      : ([
          ['got worse', formatCount(flips.regressed)],
          ['got better', formatCount(flips.improved)],
          ['net', netOf(flips)],
        ] as const)),
    ['unpaired', sides(unpaired)],
    ['unscored', sides(unscored)],
    ...(needed === null ? [] : ([['samples that would decide', formatCount(needed)]] as const)),
  ];
}

function netOf({ regressed, improved }: NonNullable<GateResult['flips']>): string {
  const net = regressed - improved;
  return net === 0 ? '0' : `${formatCount(Math.abs(net))} ${net > 0 ? 'worse' : 'better'}`;
}

/** Which formulas decided, each with where it is described. */
export function methodLines({ test, delta, net }: GateResult): string[] {
  const named = [...new Set([test?.method, net?.method, delta?.method])].filter(
    (name) => name !== undefined && name !== 'none',
  );
  return named.flatMap((name = '') => {
    const found = methodOf(name);
    if (found === null) return [`${toPlain(code(name))}, which this version has no description of`];
    const use =
      name === test?.method
        ? 'decides'
        : isDescriptive(name)
          ? 'describes the samples that were seen, and decides nothing'
          : 'gives the interval of the delta';
    return [`${found.name} ${use}`, `  ${found.formula}`, `  see docs/method.md, “${found.section}”`];
  });
}

function numbersIn(gate: GateResult, { policy }: VerdictFile): ExplainRow[] {
  const limit = policy.limits[gate.id];
  const from = limit === undefined ? '' : ` (${toPlain(say`${describeSource(limit.source)}`)})`;
  const margin = gate.margin === null ? '' : `, which is ${size(gate)}`;
  return [
    [gate.against ?? 'baseline', estimate(gate.baseline, gate)],
    ['candidate', estimate(gate.candidate, gate)],
    ['limit', `${toPlain(limitWords(gate))}${margin}${from}`],
    [
      'alpha',
      `${policy.alpha.value} for each claim (${toPlain(say`${describeSource(policy.alpha.source)}`)})`,
    ],
  ];
}

function size({ rule, margin, unit }: GateResult): string {
  if (margin === null) return NOT_AVAILABLE;
  return rule === 'ceiling' || rule === 'floor' ? formatValue(margin, unit) : formatSize(margin, unit);
}

function estimate(side: Estimate | null, { unit }: GateResult): string {
  if (side === null) return NOT_AVAILABLE;
  const error = side.stderr === null ? '' : `, standard error ${formatSize(side.stderr, unit)}`;
  return `${formatValue(side.value, unit)} over ${formatCount(side.n)} samples${error}`;
}

function numbersOut(gate: GateResult): ExplainRow[] {
  const { against, delta, bound, net, unit, test, minimumDetectable, leaning } = gate;
  const rows: ExplainRow[] = [];
  if (delta !== null) {
    rows.push(['delta', `${formatChange(delta.value, unit)} (candidate − ${against ?? 'baseline'})`]);
    const interval = formatInterval(delta, unit);
    const kind = isDescriptive(delta.method) ? 'interval, descriptive' : 'interval';
    if (interval !== null) rows.push([`${formatLevel(delta.level)} ${kind}`, interval]);
  }
  if (net !== undefined && net !== null) {
    for (const loss of net.losses) {
      const name = toPlain(code(`${loss.task}/${loss.metric}`));
      rows.push([`change of ${name}`, `${formatChange(loss.delta, loss.unit)}, weight ${loss.weight}`]);
    }
    const interval = formatInterval(net, unit);
    rows.push([
      'gain after losses',
      `${formatChange(net.value, unit)}${interval === null ? '' : ` (${interval})`}`,
    ]);
  }
  if (bound !== null)
    rows.push([`${formatLevel(bound.level)} ${bound.side} bound`, formatValue(bound.value, unit)]);
  if (test !== null && test.statistic !== null) rows.push(['statistic', test.statistic.toPrecision(4)]);
  if (test !== null && test.pSafe !== null) rows.push(['evidence that it is within', formatP(test.pSafe)]);
  if (test !== null && test.pWorse !== null) rows.push(['evidence that it is beyond', formatP(test.pWorse)]);
  if (minimumDetectable !== null)
    rows.push(['minimum detectable', `${formatSize(minimumDetectable, unit)} with 90 % probability`]);
  if (leaning !== null) rows.push(['leans', leaning]);
  return rows;
}

function drawn(gate: GateResult): readonly string[] {
  const rows = picture(gate);
  return rows.length === 0
    ? ['There is no single interval to draw.']
    : [...rows, '', toPlain(pictureWords(gate))];
}

/** The picture for those who do not see it. */
export function pictureWords(gate: GateResult): Inline {
  const line = lineOf(gate);
  const end = line === null ? null : forbiddenEnd(gate, line);
  if (line === null) return [];
  if (gate.test?.method === 'benchmark') {
    return gate.verdict === 'pass'
      ? say`The observed value lies within the limit, and every sample of the benchmark was seen.`
      : say`The observed value lies beyond the limit, and every sample of the benchmark was seen.`;
  }
  switch (gate.verdict) {
    case 'pass':
      return say`All that the data allow lies within the limit.`;
    case 'regression':
      return say`All that the data allow lies beyond the limit.`;
    case 'inconclusive':
      return end === null
        ? say`The samples leave the forbidden side open.`
        : say`The limit lies inside of what the data allow.`;
    case 'invalid':
      return say`Nothing is known, so the numbers prove nothing.`;
  }
}
