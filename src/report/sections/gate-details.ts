import type { Estimate, GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { describeSource } from '../../core/domain/gate.ts';
import {
  type Block,
  type Column,
  type Field,
  field,
  list,
  paragraph,
  table,
  textColumn,
  titled,
} from '../blocks.ts';
import { figureOf } from '../figure.ts';
import {
  formatChange,
  formatCount,
  formatInterval,
  formatLevel,
  formatP,
  formatShare,
  formatSize,
  formatValue,
  metricName,
  NOT_AVAILABLE,
  plural,
} from '../format.ts';
import { gapClosed } from '../gap-closed.ts';
import { gateSentence, isMeasured, limitPhrase } from '../gate-rules.ts';
import { code, type Inline, inline, joined, ours } from '../inline.ts';
import { isDescriptive, methodOf } from '../methods.ts';
import type { Section } from '../section.ts';
import { whatWouldChange } from '../what-if.ts';
import { effectOf } from './gate-reasons.ts';
import { progressBlocks } from './progress.ts';

/** Every gate with its numbers and figure: open where it did not simply hold. */
export function gateDetailsSection(file: VerdictFile): Section {
  const blocks = file.gates.map((gate): Block => {
    const { verdict, tier } = gate;
    const label = tier === 'advisory' ? ours('advisory') : [];
    return {
      ...{ kind: 'details', verdict, isOpen: verdict !== 'pass', children: gateBlocks(file, gate) },
      summary: joined([label, code(metricName(gate))]),
    };
  });
  return { title: 'Gates, one by one', blocks };
}

/** How one gate came to its verdict: from the verdict file alone. */
export function gateBlocks(file: VerdictFile, gate: GateResult): readonly Block[] {
  const { alpha } = file.policy;
  const effect = gate.verdict === 'inconclusive' ? effectOf(gate, file.policy) : [];
  const figure = figureOf(gate);
  const none = paragraph(ours('There is no single interval to draw.'));
  const reasons = gate.reasons.map((reason) => inline`${reason}`);
  const fields = (title: string, rows: readonly Field[]) =>
    titled(ours(title), rows.length === 0 ? [] : [{ kind: 'fields', rows }]);
  return [
    paragraph(joined([inline`${gateSentence(gate)}.`, effect])),
    ...titled(ours('The interval and the limit, to scale'), figure.length === 0 ? [none] : figure),
    ...titled(ours('How the evidence came in'), progressBlocks(gate)),
    ...titled(ours('What would change the verdict'), list(whatWouldChange(gate, alpha.value))),
    ...titled(ours('Reasons given'), list(reasons)),
    ...(isMeasured(gate) ? [] : fields('Counts', counts(gate))),
    ...titled(ours('Several answers to each sample'), repeatBlocks(gate)),
    ...fields('Numbers in', numbersIn(gate, file)),
    ...fields('Numbers out', numbersOut(gate, file)),
    ...titled(ours('Method'), methods(gate)),
  ];
}

function counts(gate: GateResult): Field[] {
  const { against, pairs, effective, flips, unpaired, unscored, needed, sequence } = gate;
  const sides = (of: GateResult['unpaired']) =>
    inline`${formatCount(of.baseline)} of the ${against ?? 'baseline'}, ${formatCount(of.candidate)} of the candidate`;
  const flipped =
    flips === null
      ? []
      : [
          field('got worse', formatCount(flips.regressed)),
          field('got better', formatCount(flips.improved)),
          field('net', netOf(flips)),
        ];
  return [
    ...known(sequence, ({ used, evaluated, planned }) => [
      field(
        'samples',
        inline`${formatCount(used)} decide, of ${formatCount(evaluated)} evaluated and ${formatCount(planned)} planned`,
      ),
    ]),
    field('pairs', formatCount(pairs)),
    ...known(effective, (size) => [field('effective sample size', formatCount(Math.floor(size)))]),
    ...flipped,
    field('unpaired', sides(unpaired)),
    field('unscored', sides(unscored)),
    ...(needed === null ? [] : [field('samples that would decide', formatCount(needed))]),
  ];
}

const MOST_FLAKY = 8;

/** How far answers to one and the same sample differ, and where most. */
function repeatBlocks({ repeats, against, unit }: GateResult): Block[] {
  if (repeats === undefined) return [];
  const { answers, noiseShare: share, flaky, worst } = repeats;
  const sides = (of: GateResult['unpaired']) =>
    inline`${formatCount(of.baseline)} of the ${against ?? 'baseline'}, ${formatCount(of.candidate)} of the candidate`;
  const least = Math.min(answers.baseline, answers.candidate) < 2 ? 'at least ' : '';
  const noise =
    share === null
      ? []
      : [
          field(
            'noise share',
            `${least}${formatLevel(share)} of the variance of the deltas is chance between answers to one sample`,
          ),
        ];
  const side = ({ mean, range }: { readonly mean: number; readonly range: number }) =>
    range === 0 ? formatValue(mean, unit) : `${formatValue(mean, unit)}, they disagree`;
  const columns: readonly Column<(typeof worst)[number]>[] = [
    textColumn('Flaky sample', ({ id }) => code(id)),
    textColumn('Baseline', ({ baseline }) => side(baseline)),
    textColumn('Candidate', ({ candidate }) => side(candidate)),
  ];
  return [
    {
      kind: 'fields',
      rows: [field('answers', sides(answers)), ...noise, field('flaky samples', sides(flaky))],
    },
    ...table('Flaky samples, those first whose answers differ most', columns, worst.slice(0, MOST_FLAKY)),
  ];
}

function netOf({ regressed, improved }: NonNullable<GateResult['flips']>): string {
  const net = regressed - improved;
  return net === 0 ? '0' : `${formatCount(Math.abs(net))} ${net > 0 ? 'worse' : 'better'}`;
}

/** Which formulas decided, each with where it is described. */
function methods({ test, delta, net }: GateResult): Block[] {
  const named = [...new Set([test?.method, net?.method, delta?.method])].filter(
    (name) => name !== undefined && name !== 'none',
  );
  return list(
    named.map((name = '') => {
      const found = methodOf(name);
      if (found === null) return inline`${code(name)}, which this version has no description of`;
      const use =
        name === test?.method
          ? 'decides'
          : isDescriptive(name)
            ? 'describes the samples that were seen, and decides nothing'
            : 'gives the interval of the delta';
      const section = `see docs/explanation/method.md, “${found.section}”`;
      return { content: ours(`${found.name} ${use}`), below: [ours(found.formula), ours(section)] };
    }),
  );
}

function numbersIn(gate: GateResult, { policy }: VerdictFile): Field[] {
  const limit = policy.limits[gate.id];
  const from = limit === undefined ? [] : inline` (${describeSource(limit.source)})`;
  const margin = gate.margin === null ? [] : inline`, which is ${size(gate)}`;
  const { value, source } = policy.alpha;
  if (isMeasured(gate))
    return [
      field('candidate', estimate(gate.candidate, gate)),
      field('limit', inline`${limitPhrase(gate)}${margin}${from}`),
    ];
  return [
    field(gate.against ?? 'baseline', estimate(gate.baseline, gate)),
    ...known(gate.pairedBaseline, (part) => [field('of it, paired', estimate(part, gate))]),
    field('candidate', estimate(gate.candidate, gate)),
    field('limit', inline`${limitPhrase(gate)}${margin}${from}`),
    field('alpha', inline`${String(value)} for each test (${describeSource(source)})`),
  ];
}

function size({ rule, margin, unit }: GateResult): string {
  if (margin === null) return NOT_AVAILABLE;
  return rule === 'ceiling' || rule === 'floor' ? formatValue(margin, unit) : formatSize(margin, unit);
}

function estimate(side: Estimate | null, gate: GateResult): string {
  if (side === null) return NOT_AVAILABLE;
  const { unit } = gate;
  if (isMeasured(gate)) return formatValue(side.value, unit);
  const error = side.stderr === null ? '' : `, standard error ${formatSize(side.stderr, unit)}`;
  return `${formatValue(side.value, unit)} over ${plural(side.n, 'sample')}${error}`;
}

function numbersOut(gate: GateResult, { policy }: VerdictFile): Field[] {
  const { against, average, delta, bound, net, unit, test, minimumDetectable, leaning } = gate;
  return [
    ...known(delta, (found) => {
      const { value, level, method } = found;
      const change = inline`${formatChange(value, unit)} (candidate − ${against ?? 'baseline'})`;
      const kind = isDescriptive(method) ? 'interval, of these samples alone' : 'interval';
      const interval = known(formatInterval(found, unit), (text) => [
        field(`${formatLevel(level)} ${kind}`, text),
      ]);
      return [field('delta', change), ...interval];
    }),
    ...known(gapClosed(gate), (share) => [
      field('gap closed', `${formatShare(share)} of the distance to perfect`),
    ]),
    ...(average ?? []).map(({ task, metric, share, delta: own }): Field => {
      const change = own === null ? NOT_AVAILABLE : formatChange(own, unit);
      const name = inline`change of ${code(`${task}/${metric}`)}`;
      return [name, inline`${change}, ${formatLevel(share)} of the average`];
    }),
    ...known(net, (left) => {
      const interval = formatInterval(left, unit);
      const range = interval === null ? [] : inline` (${interval})`;
      return [
        ...left.losses.map((loss): Field => {
          const change = formatChange(loss.delta, loss.unit);
          const name = inline`change of ${code(`${loss.task}/${loss.metric}`)}`;
          return [name, inline`${change}, weight ${String(loss.weight)}`];
        }),
        field('gain after losses', inline`${formatChange(left.value, unit)}${range}`),
      ];
    }),
    ...known(bound, ({ level, side, value }) => [
      field(`${formatLevel(level)} ${side} confidence limit`, formatValue(value, unit)),
    ]),
    ...known(test?.statistic, (statistic) => [field('statistic', statistic.toPrecision(4))]),
    ...known(test?.level, (level) => [
      field(
        'level of this look',
        inline`${formatShare(level)} a test, of ${formatShare(policy.alpha.value)} over all looks`,
      ),
    ]),
    ...known(test?.pSafe, (p) => [field('evidence that it is within', evidence(p, 'good or better'))]),
    ...known(test?.pWorse, (p) => [field('evidence that it is beyond', evidence(p, 'bad or worse'))]),
    ...known(test?.pLean, (p) => [field('evidence by which it leans', evidence(p, 'good or better'))]),
    ...known(minimumDetectable, (least) => [
      field('minimum detectable', inline`${formatSize(least, unit)} with 90 % probability`),
    ]),
    ...known(leaning, (side) => [field('leans', side)]),
  ];
}

const evidence = (p: number, how: string): Inline =>
  inline`${formatP(p)}: of candidates exactly at the limit up to ${formatShare(p)} would look this ${how}`;

const known = <T>(value: T | null | undefined, fields: (value: T) => readonly Field[]): readonly Field[] =>
  value === null || value === undefined ? [] : fields(value);
