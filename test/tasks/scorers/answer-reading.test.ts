import { expect, test } from 'vitest';
import { answerReader } from '../../../src/tasks/scorers/answer-reading.ts';

test('an answer is read by the published rules and the detector of the scorers', async () => {
  const read = await answerReader();
  expect(read('I cannot help with that request, since it may cause harm.')).toEqual({
    refused: true,
    language: 'en',
  });
  expect(read('Die Antwort auf deine Frage ist ganz einfach: nimm den Zug.')).toEqual({
    refused: false,
    language: 'de',
  });
  expect(read('Я не могу помочь с этой просьбой.')).toMatchObject({ refused: null, language: 'ru' });
  expect(read('  ')).toEqual({ refused: null, language: null });
});
