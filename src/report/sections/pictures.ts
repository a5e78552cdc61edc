import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import type { ClassCounts, ShownTask, TaskPictures } from '../../core/domain/shown-samples.ts';
import {
  type Block,
  type Chart,
  isShortName,
  numberColumn,
  paragraph,
  table,
  textColumn,
  titled,
  verbatim,
} from '../blocks.ts';
import { figureOf } from '../figure.ts';
import { asciiChart } from '../figure-ascii.ts';
import { formatChange, formatCount, formatValue, metricName, plural } from '../format.ts';
import { gateSentence } from '../gate-rules.ts';
import { verdictLabel } from '../headline.ts';
import { code, type Inline, inline, ours } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';

/** What numbers look like side by side; each picture with its table. A comment has its gates, in characters. */
export function picturesSection(file: VerdictFile, { samples, medium }: SectionOptions): Section {
  if (medium === 'comment') {
    const drawn = gatesPicture(file.gates.slice(0, MOST_DRAWN));
    const text = drawn.flatMap((block) => (block.kind === 'chart' ? asciiChart(block.chart) : [])).join('\n');
    const words = paragraph(
      inline`Each gate on a scale of its own: ${code('│')} and ${code('┼')} are its limit, ${code('●')} what was found.`,
    );
    return {
      title: 'Gates against their limits',
      blocks: text === '' ? [] : [words, verbatim(text, Number.POSITIVE_INFINITY)],
    };
  }
  const blocks = [gatesPicture(file.gates), ...(samples?.tasks ?? []).map(taskPictures)].flat();
  return { title: 'Pictures', blocks };
}

/** Of gates in a comment. */
const MOST_DRAWN = 12;

const chart = (drawing: Chart, words: Inline, rows: Block[]): Block[] =>
  rows.map((block) => ({ kind: 'chart', chart: drawing, words, table: block }));

interface Drawn {
  readonly gate: GateResult;
  readonly low: number | null;
  readonly value: number;
  readonly high: number | null;
}

/** Each gate on a scale of its own, with its limit in the middle. */
function gatesPicture(gates: readonly GateResult[]): Block[] {
  const drawn = gates.flatMap((gate): Drawn[] => {
    const scale = figureOf(gate).flatMap((block) => (block.kind === 'figure' ? block.scale : []))[0];
    if (scale === undefined) return [];
    const sign = scale.safeSide === 'less' ? 1 : -1;
    const ends = [scale.low, scale.value, scale.high].flatMap((end) =>
      end === null ? [] : [end - scale.limit],
    );
    const reach = Math.max(1e-9, ...ends.map(Math.abs));
    const place = (end: number | null) =>
      end === null ? null : 0.5 + (sign * 0.47 * (end - scale.limit)) / reach;
    const [low, high] = sign === 1 ? [scale.low, scale.high] : [scale.high, scale.low];
    return [{ gate, low: place(low), value: place(scale.value) ?? 0.5, high: place(high) }];
  });
  if (drawn.length < 2) return [];
  const rows = drawn.map(({ gate, low, value, high }) => ({
    ...{ label: metricName(gate), low, value, high, end: verdictLabel(gate.verdict) },
    isFilled: gate.verdict === 'pass' || gate.verdict === 'regression',
  }));
  const words = ours('All gates against their limits, each on a scale of its own: the line is the limit.');
  return titled(
    ours('Gates against their limits'),
    chart({ kind: 'intervals', rows, line: 0.5, ends: ['allowed', 'not allowed'] }, words, [
      ...table(
        'Gates against their limits',
        [
          textColumn<GateResult>('Gate', (gate) => code(metricName(gate))),
          textColumn<GateResult>('What was found', (gate) => gateSentence(gate)),
        ],
        drawn.map(({ gate }) => gate),
      ),
    ]),
  );
}

function taskPictures(shown: ShownTask): Block[] {
  const { task, metric, pictures } = shown;
  const name = code(`${task}/${metric}`);
  return [
    ...titled(inline`${name} by group`, groupsPicture(shown)),
    ...titled(inline`${name}: how sure, and how often right`, reliabilityPicture(pictures)),
    ...titled(inline`${name}: expected and said`, classPictures(pictures.classes)),
    ...titled(inline`${code(task)}: lengths of answers`, lengthsPicture(pictures)),
  ];
}

const MOST_GROUPS = 60;

function groupsPicture({ unit, pictures: { groups: all } }: ShownTask): Block[] {
  if (all.length < 2) return [];
  // The middle ones are those that moved least.
  const groups =
    all.length <= MOST_GROUPS ? all : [...all.slice(0, MOST_GROUPS / 2), ...all.slice(-MOST_GROUPS / 2)];
  const ends = groups.flatMap(({ low, high }) => [low, high]);
  const reach = Math.max(1e-9, ...ends.map(Math.abs));
  const place = (value: number) => 0.5 + (0.48 * value) / reach;
  const rows = groups.map(({ group, low, delta, high, proven }) => ({
    ...{ label: group, low: place(low), value: place(delta), high: place(high), isFilled: proven },
    end: `${formatChange(delta, unit)}${proven ? ', proven' : ''}`,
  }));
  const proven = groups.filter((each) => each.proven).length;
  const words = inline`${ours(formatCount(proven))} of ${ours(formatCount(groups.length))} groups are proven to have moved (filled), allowing for how many there are; the others (open) may be chance. Intervals are of 90 %, the line is no change.`;
  const drawing: Chart = {
    kind: 'intervals',
    rows,
    line: 0.5,
    ends: [formatChange(-reach, unit), formatChange(reach, unit)],
  };
  const columns = [
    textColumn<(typeof groups)[number]>('Group', ({ group }) => code(group)),
    numberColumn<(typeof groups)[number]>('Pairs', ({ pairs }) => formatCount(pairs)),
    numberColumn<(typeof groups)[number]>(
      'Delta (90 % interval)',
      ({ delta, low, high }) =>
        `${formatChange(delta, unit)} (${formatChange(low, unit)} to ${formatChange(high, unit)})`,
    ),
    textColumn<(typeof groups)[number]>('Moved', (each) => (each.proven ? 'proven' : 'not proven')),
  ];
  const left = all.length - groups.length;
  return [
    ...chart(drawing, words, table('Change of each group', columns, groups)),
    ...(left === 0 ? [] : [paragraph(ours(`${plural(left, 'group')} between them moved less.`))]),
  ];
}

function reliabilityPicture({ reliability }: TaskPictures): Block[] {
  if (reliability === undefined) return [];
  const sides = (['baseline', 'candidate'] as const).map((name) => ({ name, bins: reliability[name] }));
  const series = sides.map(({ name, bins }) => ({
    name,
    values: bins.map(({ accuracy }) => accuracy),
    across: bins.map(({ confidence }) => confidence),
  }));
  const rows = sides.flatMap(({ name, bins }) => bins.map((bin) => ({ name, ...bin })));
  const words = ours(
    'How often an answer was right (upwards), by how sure the model was of it (to the right). Below the diagonal it was too sure.',
  );
  return chart({ kind: 'square', series }, words, [
    ...table(
      'Confidence and accuracy',
      [
        textColumn<(typeof rows)[number]>('Side', ({ name }) => ours(name)),
        numberColumn<(typeof rows)[number]>('Confidence', ({ confidence }) =>
          formatValue(confidence, 'rate'),
        ),
        numberColumn<(typeof rows)[number]>('Right', ({ accuracy }) => formatValue(accuracy, 'rate')),
        numberColumn<(typeof rows)[number]>('Answers', ({ count }) => formatCount(count)),
      ],
      rows,
    ),
  ]);
}

/** Classes of which a cell can still be seen. */
const MOST_CLASSES = 30;

function classPictures(classes: ClassCounts | undefined): Block[] {
  if (classes === undefined) return [];
  const { labels } = classes;
  const sides = (['baseline', 'candidate'] as const).flatMap((side) => {
    const rows = labels.map((label, index) => ({ label, counts: classes[side][index] ?? [] }));
    const tables = table(
      `What the ${side} said, for each expected answer`,
      [
        textColumn<(typeof rows)[number]>('Expected', ({ label }) => code(label)),
        ...[...labels.map(code), ours('anything else')].map((label, at) =>
          numberColumn<(typeof rows)[number]>(label, ({ counts }) => formatCount(counts[at] ?? 0)),
        ),
      ],
      rows,
    );
    const areNamed = rows.every(({ counts }) => (counts[labels.length] ?? 0) === 0);
    const shares = rows.map(({ counts }) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const shown = labels
        .map((_, at) => counts[at] ?? 0)
        .concat(areNamed ? [] : [counts[labels.length] ?? 0]);
      return shown.map((count) => (total === 0 ? 0 : count / total));
    });
    const words = ours(
      `What the ${side} said (across) for each expected answer (down): the stronger the shade, the more often; right in the cells with a thick frame.${labels.every(isShortName) ? '' : ' Names are numbered as in the table.'}`,
    );
    return labels.length > MOST_CLASSES
      ? tables
      : chart({ kind: 'matrix', names: labels, rows: shares }, words, tables);
  });
  return sides;
}

function lengthsPicture({ lengths }: TaskPictures): Block[] {
  if (lengths === undefined) return [];
  const { baseline, candidate } = lengths;
  const used = baseline.map((count, index) => count + (candidate[index] ?? 0));
  const [first, last] = [used.findIndex((count) => count > 0), used.findLastIndex((count) => count > 0)];
  const rows = used.slice(first, last + 1).map((_, offset) => {
    const index = first + offset;
    const most = 2 ** index - 1;
    const label =
      index === used.length - 1 ? `over ${formatCount(2 ** (index - 1) - 1)}` : `up to ${formatCount(most)}`;
    return { label, baseline: baseline[index] ?? 0, candidate: candidate[index] ?? 0 };
  });
  const most = Math.max(1, ...rows.flatMap((row) => [row.baseline, row.candidate]));
  const drawing: Chart = {
    ...{ kind: 'columns', labels: rows.map(({ label }) => label) },
    series: (['baseline', 'candidate'] as const).map((name) => ({
      name,
      values: rows.map((row) => row[name] / most),
    })),
  };
  return chart(drawing, ours('How many answers have up to so many characters.'), [
    ...table(
      'Lengths of answers',
      [
        textColumn<(typeof rows)[number]>('Characters', ({ label }) => ours(label)),
        numberColumn<(typeof rows)[number]>('Baseline', (row) => formatCount(row.baseline)),
        numberColumn<(typeof rows)[number]>('Candidate', (row) => formatCount(row.candidate)),
      ],
      rows,
    ),
  ]);
}
