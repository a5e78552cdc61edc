import { z } from 'zod';
import { WeighbridgeError } from '../../core/domain/errors.ts';

const questionOf = z.looseObject({
  id: z.union([z.string(), z.int()]).optional(),
  question: z.string(),
  answers: z.array(z.looseObject({ text: z.string(), answer_start: z.int().optional() })).optional(),
  is_impossible: z.boolean().optional(),
});
const article = z.looseObject({
  title: z.string().optional(),
  paragraphs: z.array(z.looseObject({ context: z.string(), qas: z.array(questionOf) })),
});

/** Other sets have paragraphs too, of which nothing is asked by itself. */
const isArticle = (value: unknown): boolean =>
  z.looseObject({ paragraphs: z.array(z.looseObject({ qas: z.array(z.unknown()) })) }).safeParse(value)
    .success;

export const isOfArticles = (list: readonly unknown[]): boolean => list.length > 0 && list.every(isArticle);

/**
 * The questions of an article of SQuAD, versions 1.1 and 2.0, each as a row of the columns that the set has on the Hugging Face hub.
 * @throws WeighbridgeError `data`
 */
export function questionsOfArticle(value: unknown, at: { readonly file: string; readonly line: number }) {
  const parsed = article.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WeighbridgeError('data', `an article is not one of SQuAD: ${issue?.message}`, {
      at: { ...at, key: issue?.path.join('.') ?? '' },
      fix: 'write it as {"title", "paragraphs": [{"context", "qas": [{"id", "question", "answers": [{"text"}]}]}]}',
    });
  }
  const { title, paragraphs } = parsed.data;
  return paragraphs.flatMap(({ context, qas }) =>
    qas.map(({ id, question, answers, is_impossible: isImpossible }) => {
      if (answers?.length === 0 && isImpossible !== true) {
        throw new WeighbridgeError('data', `the question ${JSON.stringify(id ?? question)} has no answer`, {
          at,
          fix: 'give it one, or say "is_impossible": true where the passage has none',
        });
      }
      return {
        ...(id === undefined ? {} : { id }),
        ...(title === undefined ? {} : { title }),
        ...{ context, question },
        ...(answers === undefined
          ? {}
          : {
              answers: {
                text: answers.map(({ text }) => text),
                answer_start: answers.map((each) => each.answer_start ?? -1),
              },
            }),
      };
    }),
  );
}
