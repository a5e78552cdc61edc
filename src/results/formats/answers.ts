import { NOT_RECORDED, type SampleRecord } from '../../core/domain/sample.ts';

/** What a program says of one answer that it fetched; null for what it does not, which is never 0. */
export interface FetchedAnswer {
  readonly promptTokens: number | null;
  readonly outputTokens: number | null;
  readonly seconds: number | null;
}

/** Of several answers all, where all are known: a sum of some is of those that happened to be told. */
export function fetchedFields(answers: readonly FetchedAnswer[]): Pick<SampleRecord, 'usage' | 'timing'> {
  const sum = (key: keyof FetchedAnswer): number | null => {
    const known = answers.flatMap(({ [key]: value }) => (value !== null && value >= 0 ? [value] : []));
    return known.length === 0 || known.length < answers.length
      ? null
      : known.reduce((total, value) => total + value, 0);
  };
  const [prompt, output, seconds] = [sum('promptTokens'), sum('outputTokens'), sum('seconds')];
  const isCounted = Number.isSafeInteger(prompt) && Number.isSafeInteger(output);
  return {
    ...(isCounted ? { usage: { prompt_tokens: prompt ?? 0, output_tokens: output ?? 0 } } : {}),
    ...(seconds !== null && Number.isFinite(seconds) && seconds > 0
      ? {
          timing: {
            seconds,
            ...(answers.length > 1 ? { answers: answers.length } : {}),
            machine: NOT_RECORDED,
          },
        }
      : {}),
  };
}
