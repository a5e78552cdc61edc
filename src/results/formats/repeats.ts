import { isUnscored, type SampleRecord, type Score } from '../../core/domain/sample.ts';
import { meanOfRepeats } from '../../core/metrics/repeats.ts';

/** One of several answers to a sample. */
export interface RepeatedAnswer {
  readonly scores: Readonly<Record<string, Score>>;
  /** What it says, or a digest of it; null where nobody kept it. */
  readonly said: string | null;
}

/**
 * The scores of a sample by all answers to it. A metric of which one answer has no score, or that was never given, is unscored:
 * the mean of the others would be of answers that happened to come to a score.
 * @param answers in the order in which they were given
 * @param planned answers to each sample of the task
 */
export function scoresOfAnswers(
  answers: readonly RepeatedAnswer[],
  planned: number,
): Pick<SampleRecord, 'scores' | 'repeats'> {
  const [first] = answers;
  if (planned === 1 && first !== undefined) return { scores: first.scores };
  const all = Object.keys(first?.scores ?? {}).map((metric) => {
    const own = answers.map(({ scores }) => scores[metric]);
    const values = own.filter((score) => typeof score === 'number');
    if (values.length === planned) return { metric, score: meanOfRepeats(values), values };
    const why = own.find((score) => score !== undefined && typeof score !== 'number' && isUnscored(score));
    const reason = typeof why === 'object' && isUnscored(why) ? why.unscored : 'the others are not there';
    const unscored = `${values.length} of ${planned} repeats have a score: ${reason}`;
    return { metric, score: { unscored }, values: null };
  });
  const scores = Object.fromEntries(all.map(({ metric, score }) => [metric, score]));
  const whole = all.flatMap(({ metric, values }) => (values === null ? [] : [[metric, values] as const]));
  if (whole.length === 0) return { scores };
  const said = answers.map((answer) => answer.said);
  return {
    scores,
    repeats: {
      scores: Object.fromEntries(whole),
      ...(said.includes(null) ? {} : { same_as: said.map((answer) => said.indexOf(answer)) }),
    },
  };
}
