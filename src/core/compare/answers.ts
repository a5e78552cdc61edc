import type { AnswerHealth, Answers, Guessing } from '../domain/decision.ts';
import {
  choiceCount,
  isRatio,
  isUnscored,
  lacks,
  type SampleRecord,
  type Samples,
} from '../domain/sample.ts';

/**
 * Drawn on no screen: format and control characters, halves of characters, what fonts are told to ignore, the replacement
 * character, the braille pattern without a dot; and punctuation or accents alone, rows of symbols that are no pictures and longer than any
 * operator, or tokens such as `<|endoftext|>` and `[PAD]`, which say nothing either. An empty element of XML, `<br/>`, is no token of any model.
 */
const INVISIBLE =
  /(?:<(?![^\s<>]+\/>)[^\s<>]{1,64}>|(?:(?!\p{Extended_Pictographic})\p{S}){3,}|\[(?:PAD|UNK|CLS|SEP|MASK|BOS|EOS|INST|\/INST)\]|[\s\p{C}\p{P}\p{M}\p{Default_Ignorable_Code_Point}\ufffd\u2800])+/gu;

/** What is looked at of an answer at first: what can be seen is seen there, and a loop that has come to its end at the other. */
const GLANCE = 1000;
/** Shorter ends that repeat are found in honest lists. */
const SHORTEST_LOOP = 32;
const FEWEST_ROUNDS = 4;

type AnswerFault = 'blank' | 'invisible' | 'repeating';

/** What is wrong with an answer on the face of it; null where nothing is. */
export function faultOfAnswer(text: string): AnswerFault | null {
  if (text.trim() === '') return 'blank';
  const isInvisible = (part: string) => part.replace(INVISIBLE, '') === '';
  if (isInvisible(text.slice(0, GLANCE)) && isInvisible(text)) return 'invisible';
  return endsInLoop(text) ? 'repeating' : null;
}

/**
 * How reasoning models begin an answer, and how they end their thoughts: DeepSeek, Qwen and others; Kimi; the harmony format
 * of gpt-oss, as it is and as decoders leave it that skip special tokens; Mistral; Gemini and Seed; Command A; Sky-T1 and
 * OpenThinker. Where the template has written the opening, only the end is there.
 */
const THOUGHTS: readonly {
  readonly open: RegExp;
  readonly close: RegExp;
  /** What ends what was opened, and stands between it and an answer. */
  readonly ending: (word: string) => string;
}[] = [
  {
    open: /^\s*<(think(?:ing)?|thought|reasoning)>/i,
    close: /<\/(think(?:ing)?|thought|reasoning)>/i,
    ending: (word) => `</${word}>\n\n`,
  },
  { open: /^\s*◁think▷/, close: /◁\/think▷/, ending: () => '◁/think▷' },
  {
    open: /^\s*(?:<\|start\|>assistant)?<\|channel\|>analysis/,
    close: /<\|channel\|>final/,
    ending: () => '<|channel|>final<|message|>',
  },
  { open: /^\s*\[THINK\]/, close: /\[\/THINK\]/, ending: () => '[/THINK]' },
  { open: /^\s*<seed:think>/, close: /<\/seed:think>/, ending: () => '</seed:think>\n\n' },
  { open: /^\s*analysis(?=\p{Lu})/u, close: /assistantfinal/, ending: () => 'assistantfinal' },
  {
    open: /^\s*<\|START_THINKING\|>/,
    close: /<\|END_THINKING\|>/,
    ending: () => '<|END_THINKING|><|START_RESPONSE|>',
  },
  {
    open: /^\s*<\|begin_of_thought\|>/,
    close: /<\|end_of_thought\|>/,
    ending: () => '<|end_of_thought|>\n\n',
  },
];

/** What ends the thoughts that an answer begins with, with what stands before the answer; null where it begins with none. */
export function closingOf(text: string): string | null {
  for (const { open, ending } of THOUGHTS) {
    const [opened, word = ''] = open.exec(text) ?? [];
    if (opened !== undefined) return ending(word);
  }
  return null;
}

/** The same of thoughts that a chat template has opened at the end of a prompt. */
export function closingOpenedBy(prompt: string): string | null {
  const last = /(?:<\|?[a-z:_]{1,20}\|?>|◁think▷|\[THINK\])\s*$/i.exec(prompt.slice(-40))?.[0];
  return last === undefined ? null : closingOf(last);
}

/** Whether an answer begins with thoughts, or is nothing else because they came to no end; null of one that does not. */
export function thinkingOf(text: string): 'closed' | 'unclosed' | null {
  for (const { open, close } of THOUGHTS) {
    if (open.test(text)) return close.test(text) ? 'closed' : 'unclosed';
    if (close.test(text) && !text.includes('<|channel|>')) return 'closed';
  }
  return null;
}

/**
 * Whether the text ends in one stretch said over and over. By the failure function of Knuth, Morris & Pratt 1977 of the tail
 * read backwards: a beginning of length n that agrees with itself moved by p has the period p.
 */
function endsInLoop(text: string): boolean {
  const tail = text.trimEnd().slice(-GLANCE);
  const at = (index: number) => tail.charCodeAt(tail.length - 1 - index);
  const borders = new Int32Array(tail.length);
  for (let end = 1; end < tail.length; end += 1) {
    let border = borders[end - 1] ?? 0;
    while (border > 0 && at(border) !== at(end)) border = borders[border - 1] ?? 0;
    if (at(border) === at(end)) border += 1;
    borders[end] = border;
    const length = end + 1;
    if (length >= SHORTEST_LOOP && length >= FEWEST_ROUNDS * (length - border)) return true;
  }
  return false;
}

/** A sequential evaluation looks at a growing run dozens of times, and each time at all of the baseline. */
const KNOWN = new WeakMap<Samples, { readonly length: number; readonly answers: Answers | null }>();

/** What the answers of a run look like; null where none was kept. */
export function answersOf(samples: Samples): Answers | null {
  const known = KNOWN.get(samples);
  if (known?.length === samples.length) return known.answers;
  const answers = countAnswers(samples);
  KNOWN.set(samples, { length: samples.length, answers });
  return answers;
}

function countAnswers(samples: Samples): Answers | null {
  if (lacks(samples, 'output')) return null;
  const faults = { blank: 0, invisible: 0, repeating: 0 };
  const said: number[] = [];
  let [chosen, truncated, ends, thinking, unclosed] = [0, 0, 0, 0, 0];
  for (const { output, truncated: isCut, choices, answer_digest } of samples) {
    if (output === undefined) continue;
    const fault = faultOfAnswer(output);
    if (fault !== null) faults[fault] += 1;
    said.push(hashOf(output.trim()));
    // Of questions with choices, only what was answered in numbers was not written.
    if (choices !== undefined && answer_digest !== undefined) chosen += 1;
    const thought = thinkingOf(output);
    if (thought !== null) thinking += 1;
    if (thought === 'unclosed') unclosed += 1;
    if (isCut !== undefined) ends += 1;
    if (isCut === true) truncated += 1;
  }
  if (said.length === 0) return null;
  return {
    ...faults,
    samples: samples.length,
    answers: said.length,
    identical: commonest(said).count,
    truncated: ends === 0 ? null : truncated,
    ...{ thinking, unclosed },
    chosen: chosen === said.length,
  };
}

/** Where right answers come back less often, they are no classes. */
const SAMPLES_A_CLASS = 5;

/** What a guess is worth on these samples. */
export function guessingOf(samples: Samples): Guessing {
  if (lacks(samples, 'target_digest') && lacks(samples, 'choices')) return { chance: null, majority: null };
  const targets: number[] = [];
  let [sum, known] = [0, 0];
  for (const sample of samples) {
    targets.push(hashOf(sample.target_digest));
    const choices = choiceCount(sample);
    if (choices === undefined) continue;
    sum += 1 / choices;
    known += 1;
  }
  const { count, distinct } = commonest(targets);
  return {
    chance: known > 0 && known === samples.length ? sum / known : null,
    majority: distinct > 1 && SAMPLES_A_CLASS * distinct <= targets.length ? count / targets.length : null,
  };
}

/** Answers that say nothing. */
export const silentOf = ({ blank, invisible }: AnswerHealth): number => blank + invisible;

/** How often the commonest number is there, and how many different ones; a sorted column takes less memory than a map. */
function commonest(numbers: readonly number[]): { readonly count: number; readonly distinct: number } {
  const sorted = Float64Array.from(numbers).sort();
  let [count, distinct, run] = [0, 0, 0];
  for (const [index, number] of sorted.entries()) {
    run = index > 0 && number === sorted[index - 1] ? run + 1 : 1;
    if (run === 1) distinct += 1;
    count = Math.max(count, run);
  }
  return { count, distinct };
}

/** 53 bits, of which two texts out of a million agree by accident with a probability of 10⁻⁴. */
function hashOf(text: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

/** Whether two answers to one question are the same to the last bit; null where not enough was kept of them to tell. */
export function isSameAnswer(baseline: SampleRecord, candidate: SampleRecord): boolean | null {
  const [before, after] = [baseline.scores, candidate.scores];
  const names = Object.keys(before);
  if (names.length !== Object.keys(after).length) return false;
  let isContinuous = false;
  for (const name of names) {
    const [was, is] = [before[name], after[name]];
    if (is === undefined || JSON.stringify(was) !== JSON.stringify(is)) return false;
    // Sums of log-likelihoods agree to the last bit by no accident.
    isContinuous ||=
      typeof is === 'object' && !isUnscored(is) && isRatio(is) && !Number.isInteger(is.numerator);
  }
  if (baseline.output !== candidate.output) return false;
  const [told, digest] = [baseline.answer_digest, candidate.answer_digest];
  if (told !== undefined && digest !== undefined) return told === digest;
  const isWritten = candidate.choices === undefined && (candidate.output ?? '').trim() !== '';
  return isContinuous || isWritten ? true : null;
}

/** The same of all answers that two runs share. */
export function areSameAnswers(
  pairs: Iterable<readonly [baseline: SampleRecord, candidate: SampleRecord]>,
): boolean | null {
  let areSame: boolean | null = null;
  for (const [baseline, candidate] of pairs) {
    const isSame = isSameAnswer(baseline, candidate);
    if (isSame === false) return false;
    areSame ??= isSame;
  }
  return areSame;
}
