import type { SampleRecord } from '../../../core/domain/sample.ts';
import type { PlannedSample, RunContext } from '../runner.ts';

/**
 * Asks about up to `most` items at once and hands the answers on in the order of the items, so that what is stored does not
 * depend on which was answered first.
 * @param goesOn asked before each item and after each answer: a run that ended at a look takes no answer more
 * @throws what `ask` or `take` throws first; nothing begins after it, and what was answered before it in order is taken
 */
export async function askInOrder<Item, Answer>(
  items: readonly Item[],
  most: number,
  goesOn: () => boolean,
  ask: (item: Item) => Promise<Answer>,
  take: (answer: Answer) => Promise<void>,
): Promise<void> {
  const underWay: Promise<Answer>[] = [];
  let next = 0;
  const begin = () => {
    while (underWay.length < Math.max(1, most) && next < items.length && goesOn()) {
      const asked = ask(items[next++] as Item);
      // Whoever takes it sees that it failed; until then nobody looks.
      asked.catch(() => undefined);
      underWay.push(asked);
    }
  };
  try {
    for (begin(); underWay.length > 0; begin()) {
      const answer = await (underWay.shift() as Promise<Answer>);
      await take(answer);
      if (!goesOn()) return;
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** The same for the samples of a task, as many at once as its model answers. */
export const askEach = (
  { pending, model, signal, write }: RunContext,
  ask: (sample: PlannedSample) => Promise<SampleRecord>,
): Promise<void> => askInOrder(pending, model.parallel ?? 1, () => !signal.aborted, ask, write);
