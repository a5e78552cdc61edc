import type { AnswerReader } from '../../core/domain/drift.ts';
import { languageDetector } from './language.ts';
import { isMostlyLatin } from './latin.ts';
import { refusalIn } from './refusal-rules.ts';

/** What is read of any answer, whatever was asked: whether it refuses, by the published rules, and its language. */
export async function answerReader(): Promise<AnswerReader> {
  const detector = await languageDetector();
  return {
    refuses: (text) => (text.trim() !== '' && isMostlyLatin(text) ? refusalIn(text) !== null : null),
    language: (text) => detector.detect(text).language || null,
  };
}
