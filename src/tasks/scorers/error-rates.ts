import { z } from 'zod';
import type { RatioScore } from '../../core/domain/sample.ts';
import { editDistance } from '../../core/metrics/text/edits.ts';
import { SPACE_CLASS, splitWords, strip } from '../../core/metrics/text/python-text.ts';
import { translationEdits } from '../../core/metrics/text/ter.ts';
import { LOWER, type MetricFacts } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption, oneByOne } from './scorer.ts';

/** Errors over all samples / length of the targets: no share, since an answer may have more errors than its target has words. */
const RATE = { ...LOWER, kind: 'ratio', unit: 'number', range: { min: 0, max: null } } as const;

interface Row {
  readonly name: string;
  readonly summary: string;
  readonly facts: MetricFacts;
  readonly score: (answer: string, targets: readonly string[]) => RatioScore;
}

function errorRate({ name, summary, facts, score }: Row) {
  return defineScorer({
    name,
    summary,
    facts,
    codeVersion: 2,
    options: z.strictObject({
      ...metricOption,
      lowercase: z.boolean().default(false).describe('Compare in lower case.'),
    }),
    metric: RATE,
    example: { options: {}, targets: ['the cat is on the mat'] },
    checkTargets(targets) {
      if (targets.length === 0) return `${name} needs a target: set doc_to_target`;
      return targets.some((target) => strip(target) === '')
        ? `a target of ${name} is empty: nothing can be divided by its length`
        : null;
    },
    async open({ lowercase }) {
      const fold = (text: string) => (lowercase ? text.toLowerCase() : text);
      return oneByOne(({ output, targets }) => score(fold(output), targets.map(fold)));
    },
  });
}

const SPACES = new RegExp(`${SPACE_CLASS}{2,}`, 'gu');

/** The words of jiwer: what stands between spaces, of which several are one. */
const spokenWords = (text: string): string[] =>
  strip(text.replace(SPACES, ' '))
    .split(' ')
    .filter((word) => word !== '');

/** Against the target that fits best, for its length. */
function nearest(answer: readonly string[], targets: readonly (readonly string[])[]): RatioScore {
  const rates = targets.map((target) => ({
    numerator: editDistance(answer, target),
    denominator: target.length,
  }));
  const share = ({ numerator, denominator }: RatioScore) => numerator / denominator;
  return rates.reduce((best, other) => (share(other) < share(best) ? other : best));
}

export const wordErrorRate = errorRate({
  name: 'wer',
  summary: 'words that have to be changed to make the answer a target',
  facts: {
    definition:
      'Σ (substitutions + deletions + insertions of words) / Σ words of the targets; of several targets the nearest; may exceed 1',
    reference: 'jiwer 4.0.0, wer with its default transformation',
    use: 'transcripts; case and punctuation count unless the texts have none',
  },
  score: (answer, targets) => nearest(spokenWords(answer), targets.map(spokenWords)),
});

export const characterErrorRate = errorRate({
  name: 'cer',
  summary: 'characters that have to be changed to make the answer a target',
  facts: {
    definition:
      'Σ (substitutions + deletions + insertions of characters) / Σ characters of the targets; may exceed 1',
    reference: 'jiwer 4.0.0, cer with its default transformation',
    use: 'transcripts and OCR, and languages without spaces between words',
  },
  score: (answer, targets) =>
    nearest(
      Array.from(strip(answer)),
      targets.map((target) => Array.from(strip(target))),
    ),
});

/** Per cent of the mean length of the targets, as sacreBLEU has it. */
export const translationErrorRate = errorRate({
  name: 'ter',
  summary: 'words that have to be changed or moved to make the answer a target, in per cent',
  facts: {
    definition:
      '100 · Σ edits / Σ mean length of the targets, where moving a run of words is one edit; may exceed 100',
    reference: 'sacreBLEU 2.6.0, case:mixed|tok:tercom|norm:no|punct:yes|asian:no (case:lc with lowercase)',
    use: 'translations: near to what an editor would have to do; chrF agrees better with people',
  },
  score(answer, targets) {
    const words = targets.map(splitWords);
    const edits = Math.min(...words.map((target) => translationEdits(splitWords(answer), target)));
    const lengths = words.reduce((sum, target) => sum + target.length, 0);
    return { numerator: 100 * edits, denominator: lengths / words.length };
  },
});
