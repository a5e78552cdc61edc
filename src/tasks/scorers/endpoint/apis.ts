import { z } from 'zod';
import { shortLine } from '../../../core/domain/short-line.ts';
import type { Said } from '../command/process.ts';
import type { Answer } from '../scorer.ts';
import { byPlace, NotAnAnswer, numberIn } from '../service.ts';
import type { EndpointOptions } from './options.ts';

/** What is asked of one answer: all of it that decides its score. */
export type Item = Readonly<Record<string, unknown>>;

/** How a service is asked of a batch of answers: one row a form of request. */
interface Api {
  /** Answers in one request, at most. */
  readonly batch: number;
  /** Null where an answer has not got what it would be asked with. */
  readonly item: (answer: Answer) => Item | null;
  /** Without the model's name. */
  readonly body: (items: readonly Item[]) => object;
  /** One an item, in order. @throws ZodError, NotAnAnswer for what is no answer to so many */
  readonly read: (said: unknown, count: number) => readonly Said[];
}

const BATCH = 32;
const LONGEST_REASON = 200;

const indexed = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.object({ index: z.int().min(0), ...shape }));

function placed<Row extends { readonly index: number }>(rows: readonly Row[], count: number): readonly Row[] {
  const ordered = byPlace(rows, count);
  if (ordered !== null) return ordered;
  throw new NotAnAnswer(`the service answered ${rows.length} of ${count} answers`);
}

const pairOf =
  (beside: 'question' | 'target') =>
  ({ output, question, targets: [target] }: Answer): Item | null => {
    const other = beside === 'question' ? question : target;
    return other === undefined ? null : { other, text: output };
  };

const score = z.object({ data: indexed({ score: z.unknown().optional() }) });
const ranked = z.object({ results: indexed({ relevance_score: z.unknown().optional() }) });
const classified = z.object({
  data: indexed({ label: z.unknown().optional(), probs: z.array(z.unknown()) }),
});
const own = z.object({ scores: z.array(z.unknown()) });
const reason = z.object({ unscored: z.string() });

export function apiOf(options: EndpointOptions): Api {
  switch (options.api) {
    case 'score':
      return {
        batch: BATCH,
        item: pairOf(options.beside),
        body: (items) => ({ text_1: items.map(({ other }) => other), text_2: items.map(({ text }) => text) }),
        read: (said, count) => placed(score.parse(said).data, count).map((row) => numberIn(row.score)),
      };
    case 'rerank':
      return {
        batch: 1,
        item: pairOf(options.beside),
        body: ([item]) => ({ query: item?.other, documents: [item?.text] }),
        read: (said, count) =>
          placed(ranked.parse(said).results, count).map((row) => numberIn(row.relevance_score)),
      };
    case 'classify':
      return {
        batch: options.conversation ? 1 : BATCH,
        item: ({ output, question }) => {
          if (!options.conversation) return { text: output };
          return question === undefined ? null : { other: question, text: output };
        },
        body: (items) =>
          options.conversation ? { messages: turnsOf(items[0]) } : { input: items.map(({ text }) => text) },
        read: (said, count) =>
          placed(classified.parse(said).data, count).map((row) => ofClass(row, options.class)),
      };
    case 'scores':
      return {
        batch: BATCH,
        item: ({ output, question, targets }) => ({
          text: output,
          ...(question === undefined ? {} : { question }),
          targets,
        }),
        body: (items) => ({ answers: items }),
        read: (said, count) => {
          const { scores } = own.parse(said);
          if (scores.length !== count)
            throw new NotAnAnswer(`the service answered ${scores.length} of ${count} answers`);
          return scores.map((each) => {
            const { data } = reason.safeParse(each);
            return data === undefined
              ? numberIn(each)
              : { unscored: shortLine(data.unscored, LONGEST_REASON) || 'the service gave no reason' };
          });
        },
      };
  }
}

const turnsOf = (item: Item | undefined) => [
  { role: 'user', content: item?.other },
  { role: 'assistant', content: item?.text },
];

function ofClass(
  { label, probs }: z.infer<typeof classified>['data'][number],
  wanted: number | string,
): Said {
  if (typeof wanted === 'number')
    return wanted < probs.length
      ? numberIn(probs[wanted])
      : { unscored: `the service knows ${probs.length} classes, and none at ${wanted}` };
  return typeof label === 'string' ? Number(label === wanted) : { unscored: 'the service named no class' };
}
