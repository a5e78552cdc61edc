import { expect, test } from 'vitest';
import { Handover } from '../../../src/tasks/engines/handover.ts';

function leftover() {
  let closed = 0;
  return {
    close: async () => {
      closed += 1;
    },
    get closed() {
      return closed;
    },
  };
}

test('what was left is taken once, and belongs to whoever took it', async () => {
  const handover = new Handover();
  const left = leftover();
  expect(handover.take()).toBeNull();
  await handover.leave(left);
  expect(handover.take()).toBe(left);
  expect(handover.take()).toBeNull();
  await handover.close();
  expect(left.closed).toBe(0);
});

test('of two one is kept, and of what nobody takes nothing', async () => {
  const handover = new Handover();
  const [first, second, late] = [leftover(), leftover(), leftover()];
  await handover.leave(first);
  await handover.leave(second);
  expect([first.closed, second.closed]).toEqual([1, 0]);
  await handover.close();
  await handover.leave(late);
  expect([first.closed, second.closed, late.closed]).toEqual([1, 1, 1]);
  expect(handover.take()).toBeNull();
});
