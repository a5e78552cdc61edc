import { splitWords } from '../text/python-text.ts';
import { additive, type CorpusStatistic, countPart } from './aggregate.ts';
import { countNgrams, matches, totalOf } from './ngrams.ts';

const ORDERS = [1, 2, 3, 4, 5, 6] as const;
/** Recall counts so many times as much as precision. */
const BETA = 2;

/** chrF2 over all samples, 0 to 100, as sacreBLEU computes it. Popović 2015, "chrF: character n-gram F-score". */
export const chrfAggregate: CorpusStatistic = {
  parts: ORDERS.flatMap((n) => [
    countPart(`${n}-grams of the answer`),
    countPart(`${n}-grams of the reference`),
    countPart(`matching ${n}-grams`),
  ]),
  over: additive(() => ({
    totals: 3 * ORDERS.length,
    add: (parts) => ({ slots: parts.map((_, index) => index), amounts: parts }),
    value: fScore,
  })),
};

function fScore(counts: ArrayLike<number>): number {
  let [precision, recall, orders] = [0, 0, 0];
  for (const n of ORDERS) {
    const [answer = 0, reference = 0, match = 0] = [3, 2, 1].map((back) => counts[3 * n - back]);
    if (answer <= 0 || reference <= 0) continue;
    precision += match / answer;
    recall += match / reference;
    orders += 1;
  }
  if (orders === 0 || precision + recall === 0) return 0;
  const [p, r] = [precision / orders, recall / orders];
  return (100 * (1 + BETA ** 2) * p * r) / (BETA ** 2 * p + r);
}

/** What chrF keeps of one answer, against the reference that fits it best. */
export function chrfParts(answer: string, references: readonly string[]): number[] {
  const own = ngramsOf(answer);
  const candidates = references.map((reference) =>
    ngramsOf(reference).flatMap((theirs, index) => {
      const ours = own[index] ?? new Map<string, number>();
      return [theirs.size === 0 ? 0 : totalOf(ours), totalOf(theirs), matches(ours, theirs)];
    }),
  );
  return candidates.reduce((best, other) => (fScore(other) > fScore(best) ? other : best));
}

function ngramsOf(text: string): Map<string, number>[] {
  const characters = Array.from(splitWords(text).join(''));
  return ORDERS.map((n) => countNgrams(characters, n, ''));
}
