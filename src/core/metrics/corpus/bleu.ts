import { splitWords, stripEnd } from '../text/python-text.ts';
import { additive, type CorpusStatistic, countPart } from './aggregate.ts';
import { countNgrams, totalOf } from './ngrams.ts';

const ORDERS = [1, 2, 3, 4] as const;
const PARTS = [
  countPart('tokens of the answer'),
  countPart('tokens of the nearest reference'),
  ...ORDERS.map((n) => countPart(`matching ${n}-grams`)),
  ...ORDERS.map((n) => countPart(`${n}-grams of the answer`)),
];

/**
 * BLEU-4 over all samples, 0 to 100, as sacreBLEU computes it: orders without a match are smoothed by halving (`exp`).
 * Papineni et al. 2002; Post 2018, "A call for clarity in reporting BLEU scores".
 */
export const bleuAggregate: CorpusStatistic = {
  parts: PARTS,
  over: additive(() => ({
    totals: PARTS.length,
    add: (parts) => ({ slots: parts.map((_, index) => index), amounts: parts }),
    value: ([answer = 0, reference = 0, ...counts]) => {
      return counts[2 * ORDERS.length - 1] === 0 ? 0 : bleuOf(answer, reference, counts);
    },
  })),
};

/** BLEU of one answer, over the orders that it is long enough for (`effective_order`). @param parts as `bleuParts` gives them */
export function sentenceBleu([answer = 0, reference = 0, ...counts]: readonly number[]): number {
  return bleuOf(answer, reference, counts);
}

/** Of the orders of which the answer has n-grams. @param counts matches of each order, then n-grams of each */
function bleuOf(answer: number, reference: number, counts: ArrayLike<number>): number {
  const matched = ORDERS.map((_, index) => counts[index] ?? 0);
  if (answer === 0 || !matched.some((count) => count > 0)) return 0;
  let [smoothing, logs, orders] = [1, 0, 0];
  for (const [index, match] of matched.entries()) {
    const total = counts[ORDERS.length + index] ?? 0;
    if (total === 0) break;
    if (match === 0) smoothing *= 2;
    logs += Math.log(match === 0 ? 1 / (smoothing * total) : match / total);
    orders += 1;
  }
  const brevity = answer < reference ? Math.exp(1 - reference / answer) : 1;
  return 100 * brevity * Math.exp(logs / orders);
}

/** What BLEU keeps of one answer: matches count at most as often as in the reference that has the n-gram most often. */
export function bleuParts(answer: string, references: readonly string[]): number[] {
  const tokens = tokenize(answer);
  const referenceTokens = references.map(tokenize);
  const matched: number[] = [];
  const totals: number[] = [];
  for (const n of ORDERS) {
    const own = countNgrams(tokens, n, ' ');
    const others = referenceTokens.map((reference) => countNgrams(reference, n, ' '));
    let match = 0;
    for (const [gram, count] of own) {
      match += Math.min(count, Math.max(0, ...others.map((other) => other.get(gram) ?? 0)));
    }
    matched.push(match);
    totals.push(totalOf(own));
  }
  return [tokens.length, nearestLength(tokens.length, referenceTokens), ...matched, ...totals];
}

/** Of equally near lengths the shorter one. */
function nearestLength(length: number, references: readonly (readonly string[])[]): number {
  const lengths = references.map((reference) => reference.length).sort((a, b) => a - b);
  return lengths.reduce(
    (best, other) => (Math.abs(other - length) < Math.abs(best - length) ? other : best),
    lengths[0] ?? 0,
  );
}

/** The tokenizer `13a` of sacreBLEU, that of mteval-v13a: for languages that put spaces between words. */
function tokenize(text: string): string[] {
  const plain = stripEnd(text)
    .replaceAll('<skipped>', '')
    .replaceAll('-\n', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  const parted = ` ${plain} `
    .replace(/([{-~[-` -&(-+:-@/])/g, ' $1 ')
    .replace(/([^0-9])([.,])/g, '$1 $2 ')
    .replace(/([.,])([^0-9])/g, ' $1 $2')
    .replace(/([0-9])(-)/g, '$1 $2 ');
  return splitWords(parted);
}
