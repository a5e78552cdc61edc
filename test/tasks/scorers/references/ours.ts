import { isRatio, type Score } from '../../../../src/core/domain/sample.ts';
import { valueOfAll } from '../../../../src/core/metrics/corpus/aggregate.ts';
import { bleuParts, sentenceBleu } from '../../../../src/core/metrics/corpus/bleu.ts';
import { chrfParts } from '../../../../src/core/metrics/corpus/chrf.ts';
import { AGGREGATES } from '../../../../src/core/metrics/corpus/registry.ts';
import { REPEAT_METRICS } from '../../../../src/core/metrics/repeats.ts';
import { meteorScore } from '../../../../src/core/metrics/text/meteor.ts';
import { nltkWords } from '../../../../src/core/metrics/text/nltk-words.ts';
import { porterStem } from '../../../../src/core/metrics/text/porter.ts';
import { readWordNet } from '../../../../src/tasks/scorers/meteor/wordnet-files.ts';
import { answer, scoresOf } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { MADE_BY_HAND, writeWordNet } from '../../../support/wordnet.ts';

type Texts = readonly string[];
type Lists = readonly Texts[];
type Settings = Readonly<Record<string, unknown>>;

/** A ratio's value over all samples. */
const overall = (scores: readonly (Score | undefined)[]): number => {
  const ratios = scores.map((score) =>
    typeof score === 'object' && isRatio(score) ? score : { numerator: NaN, denominator: NaN },
  );
  const sum = (name: 'numerator' | 'denominator') => ratios.reduce((total, ratio) => total + ratio[name], 0);
  return sum('numerator') / sum('denominator');
};

const ratioOf = async (entry: string | { name: string }, answers: Texts, targets: Lists) =>
  overall(
    await scoresOf(
      entry,
      answers.map((text, index) => answer(text, ...(targets[index] ?? []))),
    ),
  );

const scoreOf = async (entry: string | { name: string }, output: string, target: string) =>
  (await scoresOf(entry, [answer(output, target)]))[0];

const opened = new Map<string, ReturnType<typeof readWordNet>>();
function wordNet(folder: string) {
  const place = () => (folder === MADE_BY_HAND ? writeWordNet(temporaryFolder({})) : folder);
  const known = opened.get(folder) ?? readWordNet(place(), '/');
  opened.set(folder, known);
  return known;
}

/** What we say where `scripts/references/text.py` has a function of that name. */
export const OURS = {
  squad_em: (output: string, target: string) => scoreOf('squad_em', output, target),
  squad_f1: (output: string, target: string) => scoreOf('squad_f1', output, target),
  edit_similarity: (output: string, target: string) => scoreOf('edit_similarity', output, target),
  rouge: (kind: string, output: string, target: string) => scoreOf(kind, output, target),
  bleu: (answers: Texts, references: Lists, { effective_order: isSentence = false }: Settings) => {
    const parts = answers.map((text, index) => ({
      parts: bleuParts(text, references[index] ?? []),
      weight: 1,
    }));
    return isSentence ? sentenceBleu(parts[0]?.parts ?? []) : valueOfAll(AGGREGATES.bleu, parts);
  },
  chrf: (answers: Texts, references: Lists) =>
    valueOfAll(
      AGGREGATES.chrf,
      answers.map((text, index) => ({ parts: chrfParts(text, references[index] ?? []), weight: 1 })),
    ),
  ter: (answers: Texts, references: Lists, { case_sensitive: isSensitive = false }: Settings) =>
    ratioOf({ name: 'ter', ...(isSensitive ? {} : { lowercase: true }) }, answers, references),
  wer: (answers: Texts, targets: Texts) =>
    ratioOf(
      'wer',
      answers,
      targets.map((target) => [target]),
    ),
  cer: (answers: Texts, targets: Texts) =>
    ratioOf(
      'cer',
      answers,
      targets.map((target) => [target]),
    ),
  /** As the reference is asked: each text is one sentence. */
  meteor: async (output: string, targets: Texts, folder: string | null) => {
    const synonymsOf = folder === null ? () => new Set<string>() : (await wordNet(folder)).synonymsOf;
    const answerWords = nltkWords(output);
    return Math.max(...targets.map((target) => meteorScore(answerWords, nltkWords(target), synonymsOf)));
  },
  porter: (words: Texts) => words.map(porterStem),
  pass_at_k: (samples: number, correct: number, k: number) =>
    REPEAT_METRICS['pass@'].of(
      { right: Array.from({ length: samples }, (_, index) => index < correct), sameAs: null },
      k,
    ),
} as const;

export type Ours = keyof typeof OURS;
