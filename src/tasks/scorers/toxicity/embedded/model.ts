import { isMostlyLatin } from '../../latin.ts';
import { featuresOf, readWords, sentencesOf, windowsOf } from './features.ts';

/** Weights of all buckets as multiples of `step`, and what is added to their sum. */
export interface LinearModel {
  readonly weights: Int8Array;
  readonly step: number;
  readonly bias: number;
}

/**
 * The logit of the most toxic piece of a text: of each the mean of its features' weights, times the square root of their number, so that
 * neither a long piece nor a short one weighs more. A sentence by itself must have `margin` more, since there are many.
 */
export function logitOf(model: LinearModel & { readonly margin: number }, text: string): number {
  const { windows, sentences } = logitsOf(model, text);
  return Math.max(windows, sentences - model.margin);
}

/** Of the windows of a text, and of its sentences by themselves; −∞ where there is none. */
export function logitsOf(
  model: LinearModel,
  text: string,
): { readonly windows: number; readonly sentences: number } {
  const most = (texts: readonly (readonly string[])[]) =>
    texts
      .flatMap(windowsOf)
      .reduce((greatest, piece) => Math.max(greatest, pieceLogit(model, piece)), -Infinity);
  return { windows: most([readWords(text)]), sentences: most(sentencesOf(text)) };
}

function pieceLogit({ weights, step, bias }: LinearModel, words: readonly string[]): number {
  const features = featuresOf(words);
  const sum = features.reduce((total, feature) => total + (weights[feature] ?? 0), 0);
  return bias + (sum * step) / Math.sqrt(Math.max(1, features.length));
}

/** @returns the logit, or null where the text cannot be judged */
export function readableLogit(model: Parameters<typeof logitOf>[0], text: string): number | null {
  return isMostlyLatin(text) ? logitOf(model, text) : null;
}
