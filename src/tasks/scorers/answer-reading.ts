import type { AnswerReading } from '../../core/domain/drift.ts';
import { languageDetector } from './language.ts';
import { isMostlyLatin } from './latin.ts';
import { refusalIn } from './refusal-rules.ts';

/** What is read of any answer, whatever was asked: whether it refuses, by the published rules, and its language. */
export async function answerReader(): Promise<(text: string) => AnswerReading> {
  const detector = await languageDetector();
  return (text) => {
    const language = detector.detect(text).language;
    const isReadable = text.trim() !== '' && isMostlyLatin(text);
    return {
      refused: isReadable ? refusalIn(text) !== null : null,
      language: language === '' ? null : language,
    };
  };
}
