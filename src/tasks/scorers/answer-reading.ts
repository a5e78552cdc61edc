import type { AnswerReader } from '../../core/domain/drift.ts';
import { wordsIn } from '../../core/metrics/text/words.ts';
import { englishReader } from './english.ts';
import { languageDetector } from './language.ts';
import { beginningOf, refusalIn } from './refusal-rules.ts';

/** What is read of any answer, whatever was asked: whether it refuses, by the published rules, and its language. */
export async function answerReader(): Promise<AnswerReader> {
  const [detector, whyUnread] = [await languageDetector(), await englishReader()];
  return {
    refuses: (text) =>
      wordsIn(text).length > 0 && whyUnread(beginningOf(text)) === null ? refusalIn(text) !== null : null,
    language: (text) => detector.detect(text).language || null,
  };
}
