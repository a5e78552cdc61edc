import type { VerdictFile } from '../../core/domain/decision.ts';
import type { MeasuredDrift, TaskDrift, UnmeasuredDrift } from '../../core/domain/drift.ts';
import {
  type Block,
  type Chart,
  list,
  numberColumn,
  paragraph,
  table,
  textColumn,
  titled,
} from '../blocks.ts';
import { driftCells, driftName, driftSentence } from '../drift-words.ts';
import { formatCount, plural } from '../format.ts';
import { code, type Inline, inline, joined, ours, strong, toPlain } from '../inline.ts';
import type { Section, SectionOptions } from '../section.ts';

const isMeasured = (feature: MeasuredDrift | UnmeasuredDrift): feature is MeasuredDrift =>
  feature.status !== 'not measured';

/** How the answers drifted, whatever they are worth: a line where it matters, and on the page all that was looked at, drawn. */
export function driftSection({ drift = [], gates }: VerdictFile, { medium }: SectionOptions): Section {
  const decides = decidingIn(gates);
  if (medium === 'page')
    return { title: 'Response drift', blocks: drift.flatMap((task) => pictureOf(task, decides(task))) };
  const lines = drift.flatMap((task) => lineOf(task, medium === 'terminal', decides(task)));
  return { title: null, blocks: lines.map(paragraph) };
}

/** What is decided by the drift of a task's answers. */
const decidingIn =
  (gates: VerdictFile['gates']) =>
  ({ task }: TaskDrift): string => {
    const own = gates.filter((gate) => gate.rule === 'max_drift' && gate.task === task);
    return own.length === 0
      ? 'decides nothing'
      : `decides nothing but the ${own.length === 1 ? 'gate' : 'gates'} on ${own.map(({ metric }) => metric).join(', ')}`;
  };

/** In a comment the rest is on the page. */
const MOST_TOLD = 3;

/** @param isWhole whether a task of which nothing is proven has a line too */
function lineOf({ task, unmeasured, features }: TaskDrift, isWhole: boolean, decides: string): Inline[] {
  const of = inline`${strong('Response drift')} of ${code(task)}`;
  if (unmeasured !== undefined) return [inline`${of}, not measured: ${unmeasured}.`];
  const moved = features.filter(isMeasured).filter(({ status }) => status === 'moved');
  const left = features.filter((feature) => !isMeasured(feature));
  const unknown = left.length === 0 ? [] : inline` Not measured: ${joined(left.map(driftName), ', ')}.`;
  if (moved.length === 0) {
    return isWhole ? [inline`${of}: none is proven that matters.${unknown}`] : [];
  }
  const told = isWhole ? moved : moved.slice(0, MOST_TOLD);
  const rest = moved.length - told.length;
  const more = rest === 0 ? [] : ours(`; and ${plural(rest, 'feature')} more on the page`);
  return [
    inline`${of} (${ours(decides)}): ${joined(told.map(driftSentence), '; ')}${more}.${isWhole ? unknown : []}`,
  ];
}

const STATUS: Readonly<Record<MeasuredDrift['status'], string>> = {
  moved: 'proven, and it matters',
  slight: 'proven, too small to matter',
  none: 'not proven',
};

/** Beside a drawing, where a phone has little room. */
const SHORT: typeof STATUS = { moved: 'proven', slight: 'slight', none: 'not proven' };

function pictureOf(drift: TaskDrift, decides: string): Block[] {
  const { task, planned, answered, unmeasured, features } = drift;
  const title = inline`${code(task)}: how answers changed`;
  if (unmeasured !== undefined) return titled(title, [paragraph(inline`Not measured: ${unmeasured}.`)]);
  const measured = features.filter(isMeasured);
  const left = features.filter((feature): feature is UnmeasuredDrift => !isMeasured(feature));
  const told = measured.filter(({ status }) => status !== 'none');
  const size = `Answers of both sides to ${formatCount(answered)} of ${plural(planned, 'prompt')}, whatever is right.`;
  const summary =
    told.length === 0
      ? `${size} No change is proven; that is no proof that there is none.`
      : `${size} It ${decides}.`;
  return titled(title, [
    paragraph(ours(summary)),
    ...list(told.map((each) => inline`${driftSentence(each)} (${ours(STATUS[each.status])})`)),
    ...rows(measured).map(
      (block): Block => ({ kind: 'chart', chart: chartOf(measured), words: WORDS, table: block }),
    ),
    ...list(left.map((each) => inline`${driftName(each)}, not measured: ${each.reason}.`)),
  ]);
}

const WORDS = ours(
  'Each feature on a scale of its own, whose ends are four times what matters, or more; the line is no change, intervals are of 90 %. Filled is proven, allowing for all features, though slight is too small to matter; open may be chance.',
);

const REACH = 4;

function chartOf(features: readonly MeasuredDrift[]): Chart {
  const place = (value: number, { feature, matters }: MeasuredDrift) => {
    // Twice as long and half as long are as far.
    const steps =
      feature === 'length' ? Math.log1p(Math.max(-0.99, value)) / Math.log1p(matters) : value / matters;
    return 0.5 + (0.48 * Math.max(-REACH, Math.min(REACH, steps))) / REACH;
  };
  return {
    kind: 'intervals',
    rows: features.map((drift) => {
      const { value, low, high } = drift.effect;
      return {
        label: toPlain(driftName(drift)),
        low: place(low ?? value, drift),
        value: place(value, drift),
        high: place(high ?? value, drift),
        isFilled: drift.status !== 'none',
        end: `${driftCells(drift).effect.replace(/ \(.*$/, '')}, ${SHORT[drift.status]}`,
      };
    }),
    line: 0.5,
    ends: ['less', 'more, or further apart'],
  };
}

const rows = (features: readonly MeasuredDrift[]) =>
  table(
    'Changes of the answers',
    [
      textColumn<MeasuredDrift>('Feature', driftName),
      numberColumn<MeasuredDrift>('Prompts', ({ prompts }) => formatCount(prompts)),
      textColumn<MeasuredDrift>('Baseline → candidate', (drift) => driftCells(drift).sides),
      numberColumn<MeasuredDrift>('Change (90 % interval)', (drift) => driftCells(drift).effect),
      textColumn<MeasuredDrift>('Told', ({ status }) => ours(STATUS[status])),
    ],
    features,
  );
