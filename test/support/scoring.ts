import type { Score } from '../../src/core/domain/sample.ts';
import { configureScorer, type ScorerEntry } from '../../src/tasks/scorers/registry.ts';
import type { Answer, ConfiguredScorer } from '../../src/tasks/scorers/scorer.ts';

export function configured(entry: ScorerEntry | Record<string, unknown>): ConfiguredScorer {
  const result = configureScorer(entry as ScorerEntry);
  if (result.ok) return result.scorer;
  throw new Error(JSON.stringify(result.issues));
}

/** What is wrong with an entry, as `path: message` lines. */
export function issuesOf(entry: ScorerEntry | Record<string, unknown>): string {
  const result = configureScorer(entry as ScorerEntry);
  return result.ok
    ? ''
    : result.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
}

export const answer = (output: string, ...targets: string[]): Answer => ({ id: output, output, targets });

/** The scores of one metric, in the order of the answers. */
export async function scoresOf(
  entry: ScorerEntry | Record<string, unknown>,
  answers: readonly Answer[],
  directory = '/',
  signal = new AbortController().signal,
): Promise<(Score | undefined)[]> {
  const scorer = configured(entry);
  const [metric] = scorer.metrics;
  const opened = await scorer.open(directory);
  return (await opened.score(answers, signal)).map((scores) => scores[metric?.name ?? '']);
}

export const versionOf = async (entry: ScorerEntry | Record<string, unknown>, directory = '/') =>
  (await configured(entry).open(directory)).version;
