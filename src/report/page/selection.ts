import { allSaid } from '../../core/domain/asked.ts';
import { SAMPLE_CHANGES, type ShownSample } from '../../core/domain/shown-samples.ts';

/** What a reader asked for; an empty text is no wish. */
export interface Wish {
  readonly search: string;
  readonly change: string;
  readonly task: string;
  readonly group: string;
  readonly order: string;
}

type Compare = (a: ShownSample, b: ShownSample) => number;

const lostConfidence = ({ baseline, candidate }: ShownSample): number =>
  baseline.confidence === undefined || candidate.confidence === undefined
    ? Number.NEGATIVE_INFINITY
    : baseline.confidence - candidate.confidence;

const moved = ({ baseline, candidate }: ShownSample): number =>
  Math.abs((candidate.score ?? 0) - (baseline.score ?? 0));

const descending =
  (of: (sample: ShownSample) => number): Compare =>
  (a, b) => {
    const [one, other] = [of(a), of(b)];
    return one === other ? 0 : other - one;
  };

/** The orders that a reader may choose; the first is that of the data. */
export const ORDERS: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['worst first', () => 0],
  ['confidence lost', descending(lostConfidence)],
  ['score moved most', descending(moved)],
  ['name', (a, b) => (a.id < b.id ? -1 : 1)],
]);

export const CHANGE_WORDS: Readonly<Record<ShownSample['change'], string>> = {
  worse: '▼ got worse',
  better: '▲ got better',
  same: '= stayed',
};

/** What can be asked of the change, with its words. */
export const CHANGES: ReadonlyMap<string, string> = new Map(
  SAMPLE_CHANGES.map((change) => [change as string, CHANGE_WORDS[change]]),
);

/** All words of the search have to stand somewhere in the sample. */
export function selected(samples: readonly ShownSample[], wish: Wish): readonly ShownSample[] {
  const words = wish.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = samples.filter(
    (sample) =>
      (wish.change === '' || sample.change === wish.change) &&
      (wish.task === '' || sample.task === wish.task) &&
      (wish.group === '' || sample.group === wish.group) &&
      (words.length === 0 || words.every((word) => textOf(sample).includes(word))),
  );
  return found.sort(ORDERS.get(wish.order) ?? (() => 0));
}

const texts = new WeakMap<ShownSample, string>();

function textOf(sample: ShownSample): string {
  const known = texts.get(sample);
  if (known !== undefined) return known;
  const { task, id, group, asked, baseline, candidate } = sample;
  const parts = [
    task,
    id,
    group,
    asked === undefined ? '' : allSaid(asked),
    ...(asked?.choices ?? []),
    asked?.reference,
    baseline.output,
  ];
  const text = [...parts, candidate.output].join('\n').toLowerCase();
  texts.set(sample, text);
  return text;
}
