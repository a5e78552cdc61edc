import { z } from 'zod';
import { ASCII_PUNCTUATION, isWordCharacter, splitWords } from '../../core/metrics/text/python-text.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption, oneByOne } from './scorer.ts';

const ARTICLES = new Set(['a', 'an', 'the']);

/** The words that count: in lower case, without ASCII punctuation and without articles, as the evaluation script of SQuAD has it. */
function normalise(text: string): string[] {
  const plain = text.toLowerCase().replace(ASCII_PUNCTUATION, '');
  return splitWords(withoutArticles(plain));
}

/** Those of which something is left (evaluate-v2.0.py, `get_raw_scores`); none where there is no answer to find. */
const rightAnswers = (targets: readonly string[]): string[][] =>
  targets.map(normalise).filter((words) => words.length > 0);

/** `\b(a|an|the)\b` becomes a space, where a boundary is one of Python's `\w`. */
function withoutArticles(text: string): string {
  const characters = Array.from(text);
  let [result, word] = ['', ''];
  for (const character of [...characters, '']) {
    if (character !== '' && isWordCharacter(character)) {
      word += character;
      continue;
    }
    result += ARTICLES.has(word) ? ' ' : word;
    result += character;
    word = '';
  }
  return result;
}

/** Harmonic mean of precision and recall over words, each counting as often as both have it. */
function overlap(answer: readonly string[], target: readonly string[]): number {
  // Where there is no answer to find, saying nothing is right, and anything else wrong.
  if (answer.length === 0 || target.length === 0) return Number(answer.length === target.length);
  const left = new Map<string, number>();
  for (const word of target) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of answer) {
    const count = left.get(word) ?? 0;
    if (count > 0) same += 1;
    left.set(word, count - 1);
  }
  if (same === 0) return 0;
  const [precision, recall] = [same / answer.length, same / target.length];
  return (2 * precision * recall) / (precision + recall);
}

/** Of several targets the one that fits best counts. */
function squad(
  name: 'squad_em' | 'squad_f1',
  about: { readonly summary: string; readonly definition: string; readonly use: string },
  compare: (answer: readonly string[], target: readonly string[]) => number,
) {
  const { summary, definition, use } = about;
  return defineScorer({
    name,
    summary,
    facts: { definition, use, reference: 'evaluate-v2.0.py of SQuAD (Rajpurkar et al. 2018)' },
    codeVersion: 2,
    options: z.strictObject(metricOption),
    metric: HIGHER,
    example: { options: {}, targets: ['the Eiffel Tower'] },
    checkTargets(targets) {
      if (targets.length === 0)
        return `${name} needs a target: set doc_to_target (an empty text where there is no answer to find)`;
      return targets.some((target) => target.trim() !== '') && rightAnswers(targets).length === 0
        ? `the target of ${name} is nothing but articles and punctuation: an empty answer would be right`
        : null;
    },
    open: async () =>
      oneByOne(({ output, targets }) => {
        const answer = normalise(output);
        const right = rightAnswers(targets);
        return Math.max(...(right.length === 0 ? [[]] : right).map((target) => compare(answer, target)));
      }),
  });
}

export const squadExactMatch = squad(
  'squad_em',
  {
    summary: 'the answer equals a target but for case, punctuation and articles',
    definition:
      '1 where answer and a target are the same after lower case, without ASCII punctuation, articles and extra white space',
    use: 'short answers of extractive question answering; `exact_match` where every character counts',
  },
  (answer, target) => Number(answer.join(' ') === target.join(' ')),
);

export const squadF1 = squad(
  'squad_f1',
  {
    summary: 'overlap of the words of answer and target',
    definition: 'harmonic mean of precision and recall of the words that answer and target share',
    use: 'short answers where part of the right one is worth something; ROUGE for longer texts',
  },
  overlap,
);
