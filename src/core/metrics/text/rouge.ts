import { countNgrams, matches, totalOf } from '../corpus/ngrams.ts';

/** As in rouge-score, whose names these are: overlap of words, of pairs, of the longest common subsequence, and of that by line. */
export type RougeKind = 'rouge1' | 'rouge2' | 'rougeL' | 'rougeLsum';

/** Lower case, and only ASCII letters and digits: other scripts have no words here. */
const tokensOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/**
 * F of precision and recall, 0 to 1. Lin 2004, "ROUGE: A Package for Automatic Evaluation of Summaries", as rouge-score 0.1.2
 * computes it without its stemmer.
 */
export function rouge(kind: RougeKind, answer: string, target: string): number {
  if (kind === 'rougeLsum') return bySentence(sentencesOf(answer), sentencesOf(target));
  const [ours, theirs] = [tokensOf(answer), tokensOf(target)];
  if (kind === 'rougeL') return fScore(commonLength(ours, theirs), ours.length, theirs.length);
  const n = kind === 'rouge1' ? 1 : 2;
  const [left, right] = [countNgrams(ours, n, ' '), countNgrams(theirs, n, ' ')];
  return fScore(matches(left, right), totalOf(left), totalOf(right));
}

const sentencesOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map(tokensOf);

function fScore(hits: number, ours: number, theirs: number): number {
  if (hits === 0) return 0;
  const [precision, recall] = [hits / ours, hits / theirs];
  return (2 * precision * recall) / (precision + recall);
}

/** Lengths of the longest common subsequences of all beginnings, row by row. */
function commonTable(target: readonly string[], answer: readonly string[]): Int32Array[] {
  let above = new Int32Array(answer.length + 1);
  const rows = [above];
  for (const word of target) {
    const row = new Int32Array(answer.length + 1);
    for (const [index, other] of answer.entries()) {
      row[index + 1] =
        word === other ? (above[index] ?? 0) + 1 : Math.max(above[index + 1] ?? 0, row[index] ?? 0);
    }
    rows.push(row);
    above = row;
  }
  return rows;
}

const commonLength = (answer: readonly string[], target: readonly string[]): number =>
  commonTable(target, answer).at(-1)?.at(-1) ?? 0;

/** Which words of the target are in the longest common subsequence; of several the one that rouge-score finds. */
function commonWords(target: readonly string[], answer: readonly string[]): number[] {
  const table = commonTable(target, answer);
  const found: number[] = [];
  let [row, column] = [target.length, answer.length];
  while (row > 0 && column > 0) {
    if (target[row - 1] === answer[column - 1]) {
      found.push(row - 1);
      row -= 1;
      column -= 1;
    } else if ((table[row]?.[column - 1] ?? 0) > (table[row - 1]?.[column] ?? 0)) column -= 1;
    else row -= 1;
  }
  return found;
}

/** For each line of the target the union of its subsequences with all lines of the answer; no word counts more often than it is there. */
function bySentence(answer: readonly string[][], target: readonly string[][]): number {
  const [ours, theirs] = [countNgrams(answer.flat(), 1, ' '), countNgrams(target.flat(), 1, ' ')];
  let hits = 0;
  for (const sentence of target) {
    const union = new Set(answer.flatMap((other) => commonWords(sentence, other)));
    for (const index of [...union].sort((a, b) => a - b)) {
      const word = sentence[index] ?? '';
      const [left, right] = [ours.get(word) ?? 0, theirs.get(word) ?? 0];
      if (left === 0 || right === 0) continue;
      hits += 1;
      ours.set(word, left - 1);
      theirs.set(word, right - 1);
    }
  }
  return fScore(hits, answer.flat().length, target.flat().length);
}
