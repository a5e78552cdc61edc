import { z } from 'zod';
import { strip } from '../../core/metrics/text/python-text.ts';
import { HIGHER } from '../../core/metrics/traits.ts';
import { defineScorer, metricOption } from './scorer.ts';

/** The part of eld that is used; its table of n-grams is large, and loaded when it is needed. */
export interface LanguageDetector {
  /** ISO 639-1 code, or an empty text where there is nothing to go by. */
  readonly detect: (text: string) => {
    readonly language: string;
    /** Whether it is surer of this language than of the next one. */
    readonly isReliable: () => boolean;
  };
}

export const languageDetector = async (): Promise<LanguageDetector> => (await import('eld/extrasmall')).eld;

const CODE = /^[a-z]{2}$/;

/** 1 where the answer is in the language that is asked for, else 0. */
export const language = defineScorer({
  name: 'language',
  summary: 'the answer is in the right language',
  facts: {
    definition:
      '1 where the language that eld recognises is the one asked for (ISO 639-1); an answer without letters is wrong',
    reference: 'eld 2.1.0, extrasmall; agreement with langdetect 1.0.9 is in docs/adr/0011-text-metrics.md',
    use: 'a model that must answer in the language of the question or of the product; of a few words no program is sure',
  },
  codeVersion: 1,
  options: z.strictObject({
    ...metricOption,
    code: z
      .string()
      .regex(CODE, 'an ISO 639-1 code has two lower-case letters, such as de')
      .optional()
      .describe('ISO 639-1 code of the language of every answer. Default: that of the target.'),
  }),
  metric: HIGHER,
  example: { options: { code: 'en' }, targets: [] },
  checkTargets(targets, { code }) {
    if (code !== undefined) return null;
    if (targets.length === 0)
      return 'language needs a target with the code of the language, or the option code';
    const wrong = targets.find((target) => !CODE.test(strip(target)));
    return wrong === undefined
      ? null
      : `the target of language is no ISO 639-1 code: ${JSON.stringify(wrong.slice(0, 80))}`;
  },
  async open({ code }) {
    const detector = await languageDetector();
    return {
      inputs: ['eld-2.1.0'],
      async score(answers) {
        return answers.map(({ output, targets }) => {
          const wanted = code === undefined ? targets.map(strip) : [code];
          return Number(wanted.includes(detector.detect(output).language));
        });
      },
    };
  },
});
