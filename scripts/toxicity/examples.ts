import { mulberry32, seedOf } from '../../src/core/stats/random.ts';
import { readWords } from '../../src/tasks/scorers/toxicity/embedded/features.ts';
import { csvRows, jsonRows, type Texts } from './sources.ts';

export type Part = 'train' | 'tune' | 'test';

/** A text that people have labelled, or that nobody would. */
export interface Example {
  readonly text: string;
  readonly words: readonly string[];
  readonly toxic: boolean;
  readonly set: 'tweets' | 'hatemoji' | 'prose';
  readonly part: Part;
}

/**
 * Everything that weights are learnt from, the threshold is tuned on, and some of what they are tested on. Tweets are toxic where most of
 * their readers called them hateful or offensive; the sums and requests are of no interest to anybody who insults.
 */
export function examplesOf(texts: Texts): readonly Example[] {
  const tweets = csvRows(texts.tweets).map(({ tweet = '', class: label }) =>
    example(tweet, label !== '2', 'tweets'),
  );
  // Its pairs of a text and its opposite lie in one part each: a part of our own would tear them apart.
  const emoji = (text: string, part: Part) =>
    csvRows(text).map((row) => example(row.text ?? '', row.label_gold === '1', 'hatemoji', part));
  const prose = [
    ...jsonRows(texts.sums).flatMap(({ question = '', answer = '' }) => [question, answer]),
    ...jsonRows(texts.requests).map(({ prompt = '' }) => prompt),
  ];
  return [
    ...tweets,
    ...emoji(texts.hatemojiTrain, 'train'),
    ...emoji(texts.hatemojiCheck, 'train'),
    ...emoji(texts.hatemojiValidation, 'tune'),
    ...emoji(texts.hatemojiTest, 'test'),
    ...prose.map((text) => example(text, false, 'prose')),
  ];
}

function example(text: string, toxic: boolean, set: Example['set'], part?: Part): Example {
  const words = readWords(text);
  return { text, words, toxic, set, part: part ?? partOf(words.join(' ')) };
}

/** By the words, so that a text that stands there twice is in one part alone: seven tenths, one tenth, two tenths. */
function partOf(text: string): Part {
  const tenth = Math.floor(mulberry32(seedOf([text]))() * 10);
  return tenth < 7 ? 'train' : tenth < 8 ? 'tune' : 'test';
}
