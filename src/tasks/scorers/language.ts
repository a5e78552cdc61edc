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

/** ISO 639-1 codes of what eld tells apart: any other language would never be found. */
export const LANGUAGES: readonly string[] =
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  );

export const unknownLanguage = (code: string): string =>
  `eld 2.1.0 does not know the language ${JSON.stringify(code)}`;

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
      .regex(CODE, { error: 'an ISO 639-1 code has two lower-case letters, such as de', abort: true })
      .refine((code) => LANGUAGES.includes(code), {
        error: ({ input }) => `${unknownLanguage(String(input))}, but ${LANGUAGES.join(', ')}`,
      })
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
    if (wrong !== undefined)
      return `the target of language is no ISO 639-1 code: ${JSON.stringify(wrong.slice(0, 80))}`;
    const unknown = targets.map(strip).find((target) => !LANGUAGES.includes(target));
    return unknown === undefined ? null : unknownLanguage(unknown);
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
