import { z } from 'zod';
import { meteorScore } from '../../../core/metrics/text/meteor.ts';
import { nltkWords } from '../../../core/metrics/text/nltk-words.ts';
import { type PunktModel, punktSentences } from '../../../core/metrics/text/punkt.ts';
import { HIGHER } from '../../../core/metrics/traits.ts';
import { openPunkt } from '../punkt-model.ts';
import { type Answer, defineScorer, metricOption, oneByOne } from '../scorer.ts';
import { readWordNet } from './wordnet-files.ts';

const options = z.strictObject({
  ...metricOption,
  punkt: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Folder `tokenizers/punkt_tab/english` of NLTK's data, by which sentences are parted exactly as `word_tokenize` does. Default: a small list of abbreviations.",
    ),
});

const MATCHED =
  'recall-weighted mean F of matched words, 10PR / (R + 9P), times 1 − ½ (runs of matches / matches)³; words match as they are, then by their stem';

const needsTarget = (name: string) => (targets: readonly string[]) =>
  targets.length === 0 ? `${name} needs a target: set doc_to_target` : null;

/** Of several targets the best. */
const score =
  (model: PunktModel, synonymsOf: (word: string) => ReadonlySet<string>) =>
  ({ output, targets }: Answer): number => {
    const wordsOf = (text: string) => punktSentences(text, model).flatMap(nltkWords);
    const answer = wordsOf(output);
    return Math.max(...targets.map((target) => meteorScore(answer, wordsOf(target), synonymsOf)));
  };

/** METEOR with its synonyms, which are WordNet's: it goes by that name only where they are there. */
export const meteor = defineScorer({
  name: 'meteor',
  summary: 'words, stems and synonyms that answer and target share, and their order',
  facts: {
    definition: `${MATCHED}, then by the synonyms of that stem in WordNet; 0 to 1, of several targets the best`,
    reference: 'meteor_score of NLTK 3.10.4 over its word_tokenize, with the WordNet that is given',
    use: 'translations and captions in English; it forgives other forms and other words. Without WordNet `meteor_exact_stem`, which is another number',
  },
  codeVersion: 2,
  options: options.extend({
    wordnet: z
      .string()
      .min(1)
      .describe(
        "Folder of WordNet's files (`index.noun`, `data.noun`, `noun.exc`, …), such as `corpora/wordnet` of NLTK's data or `/usr/share/wordnet` of Debian's `wordnet-base`. Their digest enters the fingerprint: 3.0 and 3.1 know other synonyms.",
      ),
  }),
  metric: HIGHER,
  example: { options: { wordnet: '/usr/share/wordnet' }, targets: ['The council approved the plan.'] },
  checkTargets: needsTarget('meteor'),
  async open({ wordnet, punkt }, directory) {
    const [synonyms, sentences] = await Promise.all([
      readWordNet(wordnet, directory),
      openPunkt(punkt, directory),
    ]);
    return {
      ...oneByOne(score(sentences.model, synonyms.synonymsOf)),
      inputs: [synonyms.input, sentences.input],
    };
  },
});

const NOTHING: ReadonlySet<string> = new Set();

export const meteorExactStem = defineScorer({
  name: 'meteor_exact_stem',
  summary: 'words and stems that answer and target share, and their order: METEOR without synonyms',
  facts: {
    definition: `${MATCHED}; 0 to 1, of several targets the best`,
    reference: 'meteor_score of NLTK 3.10.4 over its word_tokenize, with an empty WordNet',
    use: 'as `meteor`, where WordNet is not at hand; not to be compared with published METEOR, which is higher',
  },
  codeVersion: 2,
  options,
  metric: HIGHER,
  example: { options: {}, targets: ['The council approved the plan.'] },
  checkTargets: needsTarget('meteor_exact_stem'),
  async open({ punkt }, directory) {
    const { model, input } = await openPunkt(punkt, directory);
    return { ...oneByOne(score(model, () => NOTHING)), inputs: [input] };
  },
});
