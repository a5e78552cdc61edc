import { isLower, isUpper, SPACE_CLASS, strip } from './python-text.ts';

/** What Punkt learned of a language, as the `punkt_tab` of NLTK holds it: types are in lower case. */
export interface PunktModel {
  /** Without their last point. */
  readonly abbreviations: ReadonlySet<string>;
  /** Two types with a space between. */
  readonly collocations: ReadonlySet<string>;
  readonly sentenceStarters: ReadonlySet<string>;
  /** How a type was written: bits `BEGINS_UPPER` to `UNKNOWN_LOWER`. */
  readonly spelling: ReadonlyMap<string, number>;
}

const [BEGINS_UPPER, INSIDE_UPPER, BEGINS_LOWER, INSIDE_LOWER] = [2, 4, 16, 32] as const;
const ANY_UPPER = 2 | 4 | 8;
const ANY_LOWER = 16 | 32 | 64;

const S = SPACE_CLASS;
const NOT_S = S.replace('[', '[^');
const NON_WORD = '[)";}\\]*:@\'({\\[\\u2018\\u2019\\u201c\\u201d\\xab\\xbb?!]';
const MULTI = `(?:-{2,}|\\.{2,}|(?:\\.${S}){2,}\\.)`;
const TOKEN = new RegExp(
  `${MULTI}|(?=[^("\`{\\[:;&#*@)}\\]\\-,])${NOT_S}+?(?=${S}|$|${NON_WORD}|${MULTI}|,(?=$|${S}|${NON_WORD}|${MULTI}))|${NOT_S}`,
  'gu',
);
const BOUNDARY = new RegExp(`[.?!](?=(${NON_WORD}|${S}+(${NOT_S}+)))`, 'gu');
const CLOSING = new RegExp(
  `^["')\\]}\\u2018\\u2019\\u201c\\u201d\\xab\\xbb]+?(?:${S}+|(?=--)|(?=\\n)|$)`,
  'u',
);
const NUMBER = /^-?[.,]?\p{Nd}[\p{Nd},.-]*\.?$/u;
const INITIAL = /^[\p{L}\p{Nl}\p{No}_]\.$/u;
const PUNCTUATION = new Set(';:,.!?');

interface Token {
  readonly text: string;
  readonly type: string;
  breaks: boolean;
  abbreviates: boolean;
  readonly isEllipsis: boolean;
}

/**
 * The sentences of a text: Kiss and Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection", as the tokenizer of
 * NLTK 3.10 applies it.
 */
export function punktSentences(text: string, model: PunktModel): string[] {
  const sentences: string[] = [];
  let shift = 0;
  const slices = slicesOf(text, model);
  for (const [index, slice] of slices.entries()) {
    const start = slice.start + shift;
    const next = slices[index + 1];
    const moved = next === undefined ? null : CLOSING.exec(text.slice(next.start, next.end));
    // Closing marks after the point belong to the sentence before it, however empty that is.
    if (next !== undefined && moved !== null) {
      sentences.push(text.slice(start, next.start + strip(moved[0]).length));
    } else if (start < slice.end) sentences.push(text.slice(start, slice.end));
    shift = moved?.[0].length ?? 0;
  }
  return sentences;
}

interface Slice {
  readonly start: number;
  readonly end: number;
}

function slicesOf(text: string, model: PunktModel): Slice[] {
  const slices: Slice[] = [];
  let start = 0;
  for (const { end, context, next } of candidates(text)) {
    if (!hasBreak(context, model)) continue;
    slices.push({ start, end });
    start = next ?? end;
  }
  return [...slices, { start, end: strip(`.${text}`).length - 1 }];
}

interface Candidate {
  readonly end: number;
  /** The word before the mark, the mark and what follows. */
  readonly context: string;
  /** Where the next word begins, if white space is between. */
  readonly next: number | null;
}

function* candidates(text: string): Generator<Candidate> {
  let word: Slice = { start: 0, end: 0 };
  let last: { readonly at: number; readonly after: string; readonly next: number | null } | null = null;
  const made = (slice: Slice, { at, after, next }: NonNullable<typeof last>): Candidate => ({
    end: at + 1,
    context: text.slice(slice.start, slice.end) + text.charAt(at) + after,
    next,
  });
  for (const { index: at, 1: after = '', 2: following } of text.matchAll(BOUNDARY)) {
    const before = text.slice(word.end, at);
    const space = lastSpace(before);
    const found: Slice = { start: space > 0 ? word.end + space + 1 : word.start, end: at };
    // Of marks that follow each other, as in "!!!", the last one counts.
    if (last !== null && word.end <= found.start) yield made(word, last);
    last = { at, after, next: following === undefined ? null : at + 1 + after.length - following.length };
    word = found;
  }
  if (last !== null) yield made(word, last);
}

/** Of ASCII white space; 0 where there is none. */
function lastSpace(text: string): number {
  for (let index = text.length - 1; index > 0; index -= 1) {
    if (' \t\n\r\v\f'.includes(text.charAt(index))) return index;
  }
  return 0;
}

function hasBreak(context: string, model: PunktModel): boolean {
  const tokens = context
    .split('\n')
    .flatMap((line) => line.match(TOKEN) ?? [])
    .map((text) => firstPass(text, model));
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next !== undefined) secondPass(token, next, model);
  }
  return tokens.slice(0, -1).some(({ breaks }) => breaks);
}

/** By the token alone: marks end sentences, and so does a point after what is no abbreviation. */
function firstPass(text: string, { abbreviations }: PunktModel): Token {
  const lower = text.toLowerCase();
  const token = { text, type: NUMBER.test(lower) ? '##number##' : lower, breaks: false, abbreviates: false };
  if (text === '.' || text === '?' || text === '!') return { ...token, breaks: true, isEllipsis: false };
  if (/^\.\.+$/.test(text)) return { ...token, isEllipsis: true };
  if (!text.endsWith('.') || text.endsWith('..')) return { ...token, isEllipsis: false };
  const word = lower.slice(0, -1);
  const abbreviates = abbreviations.has(word) || abbreviations.has(word.split('-').at(-1) ?? '');
  return { ...token, isEllipsis: false, abbreviates, breaks: !abbreviates };
}

/** By what follows. */
function secondPass(token: Token, next: Token, model: PunktModel): void {
  if (!token.text.endsWith('.')) return;
  const type = withoutPoint(token.type);
  const nextType = next.breaks ? withoutPoint(next.type) : next.type;
  const isInitial = INITIAL.test(token.text);
  if (model.collocations.has(`${type} ${nextType}`)) {
    token.breaks = false;
    token.abbreviates = true;
    return;
  }
  const starts = startsSentence(next, nextType, model);
  const isCapital = isUpper(firstOf(next.text));
  if (
    (token.abbreviates || token.isEllipsis) &&
    !isInitial &&
    (starts === true || (isCapital && model.sentenceStarters.has(nextType)))
  ) {
    token.breaks = true;
    return;
  }
  if (!isInitial && type !== '##number##') return;
  const isName =
    starts === null && isInitial && isCapital && ((model.spelling.get(nextType) ?? 0) & ANY_LOWER) === 0;
  if (starts === false || isName) {
    token.breaks = false;
    token.abbreviates = true;
  }
}

/** Whether the spelling says that a token begins a sentence; null where it does not say. */
function startsSentence({ text }: Token, type: string, { spelling }: PunktModel): boolean | null {
  if (PUNCTUATION.has(text)) return false;
  const seen = spelling.get(type) ?? 0;
  const first = firstOf(text);
  if (isUpper(first) && (seen & ANY_LOWER) !== 0 && (seen & INSIDE_UPPER) === 0) return true;
  if (isLower(first) && ((seen & ANY_UPPER) !== 0 || (seen & BEGINS_LOWER) === 0)) return false;
  return null;
}

const firstOf = (text: string): string => Array.from(text)[0] ?? '';

const withoutPoint = (type: string): string =>
  type.length > 1 && type.endsWith('.') ? type.slice(0, -1) : type;

const words = (text: string): string[] => text.split(' ');

/**
 * Enough of English for most answers, written by hand: NLTK's own model knows 20,366 spellings, and nobody says under which terms it
 * may be passed on.
 */
export const SMALL_ENGLISH: PunktModel = {
  abbreviations: new Set(
    words(
      'mr mrs ms dr prof sr jr st rev gen col capt lt sgt rep sen gov messrs jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri inc ltd co corp bros dept univ est ave blvd rd ft approx vs v etc e.g i.e cf al a.m p.m u.s u.s.a u.k u.n e.u d.c l.a n.y ph.d m.d b.a m.a b.sc m.sc p.s r.i.p',
    ),
  ),
  collocations: new Set(),
  sentenceStarters: new Set(),
  spelling: new Map(
    words(
      'the a an this that these those it its he she they we you i in on at of for from with without by to as and but or so if when while after before because although however then there here what who how why where which is are was were be do does did can could will would should may might must not no yes all some many most each every one two first next finally also more once let our your his her their my please in make use add take get go see try',
    ).map((word) => [word, BEGINS_UPPER | INSIDE_LOWER]),
  ),
};
