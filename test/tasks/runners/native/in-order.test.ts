import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { askInOrder } from '../../../../src/tasks/runners/native/in-order.ts';

const ITEMS = Array.from({ length: 12 }, (_, index) => index);
/** Later ones are answered sooner. */
const late = (item: number) => sleep((12 - item) % 5, item);

async function asked(most: number, options: { readonly failsAt?: number; readonly endsAt?: number } = {}) {
  const taken: number[] = [];
  const begun: number[] = [];
  let underWay = 0;
  let atOnce = 0;
  const run = askInOrder(
    ITEMS,
    most,
    () => taken.length !== options.endsAt,
    async (item) => {
      begun.push(item);
      underWay += 1;
      atOnce = Math.max(atOnce, underWay);
      const answer = await late(item);
      underWay -= 1;
      if (item === options.failsAt) throw new Error(`no answer to ${item}`);
      return answer;
    },
    async (answer) => {
      taken.push(answer);
    },
  );
  const fault = await run.then(
    () => null,
    (error: Error) => error.message,
  );
  return { taken, begun, atOnce, fault, underWay };
}

test.each([1, 3, 50])('answers of %d at once come in the order of the items', async (most) => {
  const { taken, atOnce } = await asked(most);
  expect(taken).toEqual(ITEMS);
  expect(atOnce).toBe(Math.min(most, ITEMS.length));
});

test('what fails ends it, with what was before it taken and nobody left behind', async () => {
  expect(await asked(4, { failsAt: 5 })).toMatchObject({
    taken: [0, 1, 2, 3, 4],
    fault: 'no answer to 5',
    underWay: 0,
  });
});

test('a run that ends at a look takes no answer more, though some are there', async () => {
  const { taken, begun, underWay } = await asked(4, { endsAt: 3 });
  expect(taken).toEqual([0, 1, 2]);
  expect(begun.length).toBeGreaterThan(3);
  expect(underWay).toBe(0);
});
