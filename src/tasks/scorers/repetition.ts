import { z } from 'zod';
import { bleuParts, sentenceBleu } from '../../core/metrics/corpus/bleu.ts';
import { countNgrams, totalOf } from '../../core/metrics/corpus/ngrams.ts';
import { splitWords } from '../../core/metrics/text/python-text.ts';
import { HIGHER, LOWER } from '../../core/metrics/traits.ts';
import { type Answer, defineScorer, metricOption, oneByOne } from './scorer.ts';

const length = (standard: number) => ({
  n: z.int().min(1).max(10).default(standard).describe('Words of a run.'),
});

const runsOf = ({ output }: Answer, n: number) => countNgrams(splitWords(output.toLowerCase()), n, ' ');

const tooShort = (n: number) => ({ unscored: `the answer has no run of ${n} words` });

export const repetitionRate = defineScorer({
  name: 'repetition_rate',
  summary: 'the share of runs of words that the answer has said before',
  facts: {
    definition:
      '1 − different n-grams / n-grams of an answer, n = 4 unless set, in lower case, words being what white space separates; unscored for an answer that has no such run, which would be the best by saying nothing',
    reference: 'seq-rep-n of Welleck et al. 2020, "Neural Text Generation with Unlikelihood Training"',
    use: 'a guard against loops, into which fine-tunes fall; needs no target',
  },
  codeVersion: 2,
  options: z.strictObject({ ...metricOption, ...length(4) }),
  metric: LOWER,
  example: { options: {}, targets: [] },
  open: async ({ n }) =>
    oneByOne((answer) => {
      const runs = runsOf(answer, n);
      return runs.size === 0 ? tooShort(n) : 1 - runs.size / totalOf(runs);
    }),
});

export const distinctN = defineScorer({
  name: 'distinct_n',
  summary: 'the share of runs of words that are different, in all answers together',
  facts: {
    definition:
      'Σ different n-grams of each answer / Σ n-grams, n = 2 unless set; repeats between answers are not seen',
    reference: 'distinct-n of Li et al. 2016, "A Diversity-Promoting Objective Function", answer by answer',
    use: 'how rich answers are in themselves; `self_bleu` for how different several answers to one question are',
  },
  codeVersion: 1,
  options: z.strictObject({ ...metricOption, ...length(2) }),
  metric: { ...HIGHER, kind: 'ratio' },
  example: { options: {}, targets: [] },
  open: async ({ n }) =>
    oneByOne((answer) => {
      const runs = runsOf(answer, n);
      const denominator = totalOf(runs);
      if (denominator === 0) return tooShort(n);
      return { numerator: runs.size, denominator };
    }),
});

/** The answers to one sample are scored together, since each is held against the others. */
export const selfBleu = defineScorer({
  name: 'self_bleu',
  summary: 'how alike several answers to one sample are',
  facts: {
    definition:
      'mean over the answers to a sample of the BLEU of each with the others as references, 0 to 100; needs `repeats`; unscored where an answer is empty, which would be like no other',
    reference:
      'Zhu et al. 2018, "Texygen", with sentence_bleu of sacreBLEU 2.6.0 (eff:yes|tok:13a|smooth:exp)',
    use: 'a model that a fine-tune made say the same whenever it is asked; lower is more diverse, which is not better where one answer is right',
  },
  codeVersion: 2,
  options: z.strictObject(metricOption),
  metric: { ...LOWER, unit: 'number', range: { min: 0, max: 100 } },
  example: { options: {}, targets: [] },
  open: async () => ({
    inputs: [],
    async score(answers) {
      const groups = new Map<string, number[]>();
      for (const [index, { id }] of answers.entries()) groups.set(id, [...(groups.get(id) ?? []), index]);
      return answers.map(({ id, output }, index) => {
        const others = (groups.get(id) ?? []).filter((other) => other !== index);
        if (others.length === 0)
          return { unscored: 'self_bleu needs several answers to a sample: set repeats' };
        const texts = others.map((other) => answers[other]?.output ?? '');
        const isEmpty = [output, ...texts].some((text) => splitWords(text).length === 0);
        return isEmpty
          ? { unscored: 'an empty answer is like no other' }
          : sentenceBleu(bleuParts(output, texts));
      });
    },
  }),
});
