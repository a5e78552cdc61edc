import type { DriftFeatureName, MeasuredDrift } from '../core/domain/drift.ts';
import { formatChange, formatCount, formatValue } from './format.ts';
import { code, type Inline, inline, joined, ours } from './inline.ts';

/** A change of a feature in its own unit, for people. */
interface Wording {
  readonly name: string;
  /** In one sentence, without its end. */
  readonly says: (drift: MeasuredDrift) => Inline;
  /** The size of a change, with its sign where it has one. */
  readonly size: (value: number) => string;
  /** What a side has of it. */
  readonly value: (value: number) => string;
}

/** A part of the baseline's, which may be more than all of it. */
const part = (value: number): string => `${Number((100 * Math.abs(value)).toPrecision(2))} %`;
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${part(value)}`;
const points = (share: number): string => formatChange(share, 'rate');
const wordCount = (words: number): string => (words < 10 ? words.toFixed(1) : formatCount(Math.round(words)));
const brief = (value: number): string => String(Number(value.toPrecision(2)));
const bits = (value: number): string => `${brief(value)} bits`;
const share = (value: number): string => formatValue(value, 'rate');

const interval = ({ effect: { low, high } }: MeasuredDrift, size: Wording['size']): string =>
  low === null || high === null ? '' : `, 90 % interval ${size(low)} to ${size(high)}`;

/** `a → b`, where a feature has a number on each side. */
function sides({ baseline, candidate }: MeasuredDrift, value: Wording['value']): string {
  return baseline === null || candidate === null ? '' : `${value(baseline)} → ${value(candidate)}`;
}

const MOST_SHARES = 2;

const kinds = (what: string): Pick<Wording, 'says' | 'size' | 'value'> => ({
  size: share,
  value: share,
  says: ({ effect, shares = [] }) => {
    const named = shares
      .slice(0, MOST_SHARES)
      .map(
        (each) => inline`${code(each.name)} ${ours(`${share(each.baseline)} → ${share(each.candidate)}`)}`,
      );
    return inline`${ours(share(effect.value))} of the answers have another ${ours(what)}: ${joined(named, ', ')}`;
  },
});

const changes = (what: string, value: Wording['value'], size: Wording['size']) => ({
  ...{ size, value },
  says: (drift: MeasuredDrift) =>
    ours(`${what} ${sides(drift, value)}, ${size(drift.effect.value)}${interval(drift, size)}`),
});

const WORDINGS: Readonly<Record<DriftFeatureName, Wording>> = {
  length: {
    ...{ name: 'Length', size: signed, value: (words) => `${wordCount(words)} words` },
    says: (drift) => {
      const { value } = drift.effect;
      const way = `${part(value)} ${value < 0 ? 'shorter' : 'longer'}`;
      const means = sides(drift, wordCount);
      return ours(`answers are ${way}: ${means} words on average${interval(drift, signed)}`);
    },
  },
  refusal: { name: 'Refusals', ...changes('refusals', share, points) },
  format: { name: 'Format', ...kinds('format') },
  language: { name: 'Language', ...kinds('language') },
  repetition: { name: 'Repetition', ...changes('repeated runs of words', share, points) },
  vocabulary: {
    ...{ name: 'Vocabulary', size: bits, value: bits },
    says: ({ effect, words = { baseline: [], candidate: [] } }) => {
      const more = words.candidate.length === 0 ? [] : inline`, more of ${named(words.candidate)}`;
      const fewer = words.baseline.length === 0 ? [] : inline`, less of ${named(words.baseline)}`;
      return inline`other words are used, ${ours(bits(effect.value))} apart beyond chance${more}${fewer}`;
    },
  },
  meaning: {
    ...{ name: 'Meaning', size: brief, value: brief },
    says: ({ effect }) => ours(`the embeddings of the answers moved by ${brief(effect.value)} beyond chance`),
  },
  judge: {
    name: 'Judge',
    ...changes(
      'the judge gives',
      (value) => formatValue(value, 'number'),
      (value) => formatChange(value, 'number'),
    ),
  },
};

const named = (words: readonly string[]): Inline => joined(words.map(code), ', ');

/** A feature by its name, of a judge with that of the score. */
export function driftName({ feature, metric }: Pick<MeasuredDrift, 'feature' | 'metric'>): Inline {
  return metric === undefined
    ? ours(WORDINGS[feature].name)
    : inline`${ours(WORDINGS[feature].name)} ${code(metric)}`;
}

export const driftSentence = (drift: MeasuredDrift): Inline => WORDINGS[drift.feature].says(drift);

/** For a table: what each side has, and the change. */
export function driftCells(drift: MeasuredDrift): { readonly sides: string; readonly effect: string } {
  const { size, value } = WORDINGS[drift.feature];
  const shares = (drift.shares ?? []).slice(0, MOST_SHARES);
  return {
    sides:
      shares.length > 0
        ? shares.map((each) => `${each.name} ${share(each.baseline)} → ${share(each.candidate)}`).join(', ')
        : sides(drift, value),
    effect: `${size(drift.effect.value)}${interval(drift, size).replace(/^, 90 % interval (.*)$/, ' ($1)')}`,
  };
}
