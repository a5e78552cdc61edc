import { expect, test } from 'vitest';
import { answerReader } from '../../../src/tasks/scorers/answer-reading.ts';

test.each([
  ['I cannot help with that request, since it may cause harm.', true, 'en'],
  ['The answer to your question is quite simple: take the train.', false, 'en'],
  ['Die Antwort auf deine Frage ist ganz einfach: nimm den Zug.', null, 'de'],
  ['Я не могу помочь с этой просьбой.', null, 'ru'],
  ['  ', null, null],
])('%j is read by the published rules and the detector of the scorers', async (text, refuses, language) => {
  const reader = await answerReader();
  expect(reader.refuses(text)).toBe(refuses);
  expect(reader.language(text)).toBe(language);
});
