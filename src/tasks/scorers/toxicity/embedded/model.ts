import { isMostlyLatin } from '../../latin.ts';
import { featuresOf, readWords, windowsOf } from './features.ts';

/** Weights of all buckets as multiples of `step`, and what is added to their sum. */
export interface LinearModel {
  readonly weights: Int8Array;
  readonly step: number;
  readonly bias: number;
}

/**
 * The logit of the most toxic window of a text: of each the mean of its features' weights, times the square root of their number, so that
 * neither a long window nor a short one weighs more.
 */
export function logitOf(model: LinearModel, words: readonly string[]): number {
  return windowsOf(words).reduce((most, window) => Math.max(most, windowLogit(model, window)), -Infinity);
}

function windowLogit({ weights, step, bias }: LinearModel, words: readonly string[]): number {
  const features = featuresOf(words);
  const sum = features.reduce((total, feature) => total + (weights[feature] ?? 0), 0);
  return bias + (sum * step) / Math.sqrt(Math.max(1, features.length));
}

/** @returns the logit, or null where the text cannot be judged */
export function readableLogit(model: LinearModel, text: string): number | null {
  return isMostlyLatin(text) ? logitOf(model, readWords(text)) : null;
}
