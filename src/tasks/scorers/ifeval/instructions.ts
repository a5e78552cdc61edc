import { RE2JS } from 're2js';
import { z } from 'zod';
import { messageOf } from '../../../core/domain/errors.ts';
import { nltkWords } from '../../../core/metrics/text/nltk-words.ts';
import {
  isLower,
  isUpper,
  isWordCharacter,
  SPACE_CLASS,
  splitWords,
  strip,
} from '../../../core/metrics/text/python-text.ts';
import { LANGUAGES, unknownLanguage } from '../language.ts';

/** What is known of languages and sentences. */
export interface Tools {
  /** ISO 639-1; empty where there is nothing to go by. */
  readonly languageOf: (text: string) => string;
  readonly sentencesOf: (text: string) => readonly string[];
}

/** Whether a text follows an instruction, or why nobody here can tell. */
export type Check = (text: string, tools: Tools) => boolean | { readonly unscored: string };

const relation = z.enum(['less than', 'at least']);
const count = z.int().min(1);
const words = z.array(z.string().min(1)).min(1);

/** White space of Python: that of RE2 is ASCII. */
const S = SPACE_CLASS;
/** A word of NLTK 3.10, whose patterns the module `regex` runs: marks belong to it, without which no word of Hindi is whole. */
const WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]+/gu;
const DIVIDER = new RegExp(`${S}?\\*\\*\\*${S}?`);

const compares = (how: z.infer<typeof relation>, value: number, limit: number): boolean =>
  how === 'less than' ? value < limit : value >= limit;

/** Keywords are patterns in the data; a model must not hang the gate by what it says to one, so RE2 runs them. */
function pattern(source: string, flags = 0): RE2JS {
  try {
    return RE2JS.compile(source, flags);
  } catch (error) {
    throw new RangeError(`${JSON.stringify(source)} is not an RE2 pattern: ${messageOf(error)}`);
  }
}

function countOf(compiled: RE2JS, text: string): number {
  const matcher = compiled.matcher(text);
  let found = 0;
  while (matcher.find()) found += 1;
  return found;
}

/** Whether the pattern stands between boundaries of Python's words; those of RE2 know ASCII alone. */
function standsAlone(compiled: RE2JS, text: string): boolean {
  const matcher = compiled.matcher(text);
  for (let from = 0; from <= text.length && matcher.find(from); from = matcher.start() + 1) {
    if (isBoundary(text, matcher.start()) && isBoundary(text, matcher.end())) return true;
  }
  return false;
}

function isBoundary(text: string, at: number): boolean {
  const [before = '', after = ''] = [
    Array.from(text.slice(Math.max(0, at - 2), at)).at(-1),
    Array.from(text.slice(at, at + 2))[0],
  ];
  return isWordCharacter(before) !== isWordCharacter(after);
}

/** Occurrences of an opening and the next closing on one line, neither inside the other. */
function bracketed(text: string): number {
  let found = 0;
  for (const line of text.split('\n')) {
    for (let at = line.indexOf('['); at !== -1; ) {
      const end = line.indexOf(']', at + 1);
      if (end === -1) break;
      found += 1;
      at = line.indexOf('[', end + 1);
    }
  }
  return found;
}

function hasTitle(text: string): boolean {
  return text.split('\n').some((line) => {
    const [start, end] = [line.indexOf('<<'), line.lastIndexOf('>>')];
    if (start === -1 || end < start + 3) return false;
    return strip(line.slice(start, end).replace(/^<+/, '').replace(/>+$/, '')) !== '';
  });
}

function highlights(text: string): number {
  const single = (text.match(/\*[^\n*]*\*/g) ?? []).map((each) => each.replaceAll('*', ''));
  const double = (text.match(/\*\*[^\n*]*\*\*/g) ?? []).map((each) => each.slice(2, -2));
  return [...single, ...double].filter((each) => strip(each) !== '').length;
}

/** JSON as Python reads it, with NaN and Infinity, after the fences that the reference takes off. */
function isPythonJson(text: string): boolean {
  const fences = ['```json', '```Json', '```JSON', '```'];
  const bare = fences.reduce(
    (rest, fence) => (rest.startsWith(fence) ? rest.slice(fence.length) : rest),
    strip(text),
  );
  const plain = strip(bare.endsWith('```') ? bare.slice(0, -3) : bare);
  // A name, as these are: a number would make one of the digits before it.
  const named = plain.replace(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/gs, (part) =>
    part.startsWith('"') ? part : 'null',
  );
  try {
    JSON.parse(named);
    return true;
  } catch {
    return false;
  }
}

function isParted(text: string, wanted: number): boolean {
  const parts = text.split(DIVIDER);
  const empty = parts.flatMap((part, index) => (strip(part) === '' ? [index] : []));
  if (empty.some((index) => index !== 0 && index !== parts.length - 1)) return false;
  return parts.length - empty.length === wanted;
}

function firstWord(paragraph: string): string {
  const [word = ''] = splitWords(paragraph);
  const [first = ''] = word
    .replace(/^'+/, '')
    .replace(/^"+/, '')
    .split(/[.,?!'"]/);
  return first.toLowerCase();
}

/** A row: what an instruction needs to be told, and what it checks. */
function row<Shape extends z.ZodRawShape>(
  shape: Shape,
  check: (kwargs: z.infer<z.ZodObject<Shape>>, prompt: string) => Check,
) {
  const schema = z.object(shape);
  return (kwargs: unknown, prompt: string): Check => check(schema.parse(kwargs), prompt);
}

/**
 * The verifiable instructions of IFEval (Zhou et al. 2023, arXiv:2311.07911), as the checker of lm-evaluation-harness 0.4.13 has them.
 * What that draws by chance where the data do not say it is refused here, but for a letter that is none: it is counted as it is.
 */
export const INSTRUCTIONS: Readonly<Record<string, (kwargs: unknown, prompt: string) => Check>> = {
  'keywords:existence': row({ keywords: words }, ({ keywords }) => {
    const compiled = keywords.map((keyword) => pattern(keyword, RE2JS.CASE_INSENSITIVE));
    return (text) => compiled.every((each) => each.matcher(text).find());
  }),
  'keywords:frequency': row({ keyword: z.string().min(1), frequency: count, relation }, (kwargs) => {
    const compiled = pattern(strip(kwargs.keyword), RE2JS.CASE_INSENSITIVE);
    return (text) => compares(kwargs.relation, countOf(compiled, text), kwargs.frequency);
  }),
  'keywords:forbidden_words': row({ forbidden_words: words }, ({ forbidden_words: forbidden }) => {
    const compiled = forbidden.map((word) => pattern(word, RE2JS.CASE_INSENSITIVE));
    return (text) => !compiled.some((each) => standsAlone(each, text));
  }),
  'keywords:letter_frequency': row(
    { letter: z.string().length(1), let_frequency: count, let_relation: relation },
    (kwargs) => {
      const letter = kwargs.letter.toLowerCase();
      return (text) =>
        compares(kwargs.let_relation, text.toLowerCase().split(letter).length - 1, kwargs.let_frequency);
    },
  ),
  'language:response_language': row(
    { language: z.string().min(2) },
    ({ language }) =>
      (text, { languageOf }) => {
        if (!LANGUAGES.includes(language)) return { unscored: unknownLanguage(language) };
        const found = languageOf(text);
        // Where there is nothing to go by the reference has the instruction followed.
        return found === '' || found === language;
      },
  ),
  'length_constraints:number_sentences': row(
    { num_sentences: count, relation },
    (kwargs) =>
      (text, { sentencesOf }) =>
        compares(kwargs.relation, sentencesOf(text).length, kwargs.num_sentences),
  ),
  'length_constraints:number_paragraphs': row(
    { num_paragraphs: count },
    (kwargs) => (text) => isParted(text, kwargs.num_paragraphs),
  ),
  'length_constraints:number_words': row(
    { num_words: count, relation },
    (kwargs) => (text) => compares(kwargs.relation, (text.match(WORD) ?? []).length, kwargs.num_words),
  ),
  'length_constraints:nth_paragraph_first_word': row(
    { num_paragraphs: count, nth_paragraph: count, first_word: z.string().min(1) },
    ({ num_paragraphs: wanted, nth_paragraph: nth, first_word: word }) => {
      if (nth > wanted) throw new RangeError(`there is no paragraph ${nth} of ${wanted}`);
      return (text) => {
        const paragraphs = text.split('\n\n');
        const filled = paragraphs.filter((paragraph) => strip(paragraph) !== '').length;
        const paragraph = strip(paragraphs[nth - 1] ?? '');
        return (
          nth <= filled &&
          filled === wanted &&
          paragraph !== '' &&
          firstWord(paragraph) === word.toLowerCase()
        );
      };
    },
  ),
  'detectable_content:number_placeholders': row(
    { num_placeholders: count },
    (kwargs) => (text) => bracketed(text) >= kwargs.num_placeholders,
  ),
  'detectable_content:postscript': row(
    { postscript_marker: z.string().min(1) },
    ({ postscript_marker: marker }) => {
      const known: Readonly<Record<string, string>> = {
        'P.P.S': `p\\.${S}?p\\.${S}?s`,
        'P.S.': `p\\.${S}?s\\.`,
      };
      const compiled = pattern(known[strip(marker)] ?? strip(marker).toLowerCase());
      return (text) => compiled.matcher(text.toLowerCase()).find();
    },
  ),
  'detectable_format:number_bullet_lists': row({ num_bullets: count }, ({ num_bullets: wanted }) => {
    const [stars, dashes] = [pattern(`(?m)^${S}*\\*[^*][^\\n]*`), pattern(`(?m)^${S}*-[^\\n]*`)];
    return (text) => countOf(stars, text) + countOf(dashes, text) === wanted;
  }),
  'detectable_format:constrained_response': row(
    {},
    () => (text) =>
      ['My answer is yes.', 'My answer is no.', 'My answer is maybe.'].some((option) =>
        text.includes(option),
      ),
  ),
  'detectable_format:number_highlighted_sections': row(
    { num_highlights: count },
    (kwargs) => (text) => highlights(text) >= kwargs.num_highlights,
  ),
  'detectable_format:multiple_sections': row(
    { section_spliter: z.string().min(1), num_sections: count },
    (kwargs) => {
      const compiled = pattern(`${S}?${strip(kwargs.section_spliter)}${S}?\\p{Nd}+${S}?`);
      return (text) => countOf(compiled, text) >= kwargs.num_sections;
    },
  ),
  'detectable_format:json_format': row({}, () => isPythonJson),
  'detectable_format:title': row({}, () => hasTitle),
  'combination:two_responses': row({}, () => (text) => {
    const parts = text.split('******');
    const filled = parts.filter((part) => strip(part) !== '');
    const isBroken = parts.slice(1, -1).some((part) => strip(part) === '');
    return !isBroken && filled.length === 2 && strip(filled[0] ?? '') !== strip(filled[1] ?? '');
  }),
  'combination:repeat_prompt': row(
    { prompt_to_repeat: z.string().min(1) },
    ({ prompt_to_repeat: repeated }) =>
      (text) =>
        strip(text).toLowerCase().startsWith(strip(repeated).toLowerCase()),
  ),
  'startend:end_checker': row(
    { end_phrase: z.string().min(1) },
    ({ end_phrase: phrase }) =>
      (text) =>
        strip(text).replace(/^"+/, '').replace(/"+$/, '').toLowerCase().endsWith(strip(phrase).toLowerCase()),
  ),
  'startend:quotation': row({}, () => (text) => {
    const plain = strip(text);
    return plain.length > 1 && plain.startsWith('"') && plain.endsWith('"');
  }),
  'change_case:capital_word_frequency': row(
    { capital_frequency: count, capital_relation: relation },
    (kwargs) =>
      (text, { sentencesOf }) => {
        const capital = sentencesOf(text).flatMap(nltkWords).filter(isUpper).length;
        return compares(kwargs.capital_relation, capital, kwargs.capital_frequency);
      },
  ),
  'change_case:english_capital': row(
    {},
    () =>
      (text, { languageOf }) =>
        isUpper(text) && isEnglish(languageOf(text)),
  ),
  'change_case:english_lowercase': row(
    {},
    () =>
      (text, { languageOf }) =>
        isLower(text) && isEnglish(languageOf(text)),
  ),
  'punctuation:no_comma': row({}, () => (text) => !text.includes(',')),
};

const isEnglish = (language: string): boolean => language === '' || language === 'en';
