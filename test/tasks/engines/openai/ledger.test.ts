import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ledger } from '../../../../src/tasks/engines/openai/ledger.ts';
import { faultOf } from '../../../support/fault.ts';

const tokens = (prompt: number, output = 0) => ({ prompt, output });

describe('a budget ends before it is overrun', () => {
  test('in requests, each try counted', async () => {
    const ledger = new Ledger({ requests: 3 });
    const entry = ledger.entry(tokens(10));
    await entry.begin();
    entry.fail();
    await entry.begin();
    entry.settle(tokens(5));
    const other = ledger.entry(tokens(10));
    await other.begin();
    other.settle(tokens(5));
    const fault = await faultOf(() => ledger.entry(tokens(1)).begin());
    expect(fault).toMatchObject({
      kind: 'engine',
      text: expect.stringContaining('the budget of 3 requests ends the evaluation: 3 are spent'),
    });
    expect(ledger.spent).toMatchObject({ requests: 3, tokens: 10 });
  });

  test('in tokens: what might not fit is not sent', async () => {
    const ledger = new Ledger({ tokens: 100 });
    const entry = ledger.entry(tokens(60, 30));
    await entry.begin();
    entry.settle(tokens(20, 5));
    expect(ledger.spent.tokens).toBe(25);
    await ledger.entry(tokens(75)).begin();
  });

  test('one that may fit waits for those under way', async () => {
    const ledger = new Ledger({ tokens: 100 });
    const one = ledger.entry(tokens(80));
    await one.begin();
    const other = ledger.entry(tokens(60));
    let isBegun = false;
    const begun = other.begin().then(() => {
      isBegun = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isBegun).toBe(false);
    one.settle(tokens(10));
    await begun;
    expect(isBegun).toBe(true);
  });

  test('in money', async () => {
    const ledger = new Ledger({ cost: 1 }, { prompt: 10, output: 1000 });
    const entry = ledger.entry(tokens(1000, 500));
    await entry.begin();
    entry.settle(tokens(1000, 500));
    expect(ledger.spent.cost).toBeCloseTo(0.51, 12);
    expect((await faultOf(() => ledger.entry(tokens(0, 500)).begin())).text).toMatch(
      /budget of 1 in money[\s\S]*engine.budget.cost/,
    );
  });

  test('and stays ended', async () => {
    const ledger = new Ledger({ tokens: 10 });
    await faultOf(() => ledger.entry(tokens(11)).begin());
    expect((await faultOf(() => ledger.entry(tokens(1)).begin())).text).toContain('budget of 10 tokens');
  });
});

test('whatever happens in whatever order, no budget is overrun and no answer counted twice', async () => {
  const step = fc.record({
    most: fc.nat(40),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    fails: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.integer({ min: 1, max: 300 }),
      async (steps, budget) => {
        const ledger = new Ledger({ tokens: budget });
        let settled = 0;
        let sent = 0;
        await Promise.allSettled(
          steps.map(async ({ most, share, fails }) => {
            const entry = ledger.entry(tokens(most));
            for (let i = 0; i < fails; i++) {
              await entry.begin();
              sent += 1;
              entry.fail();
            }
            await entry.begin();
            sent += 1;
            await Promise.resolve();
            const took = Math.floor(most * share);
            settled += took;
            entry.settle(tokens(took));
          }),
        );
        expect(ledger.spent.tokens).toBe(settled);
        expect(ledger.spent.requests).toBe(sent);
        expect(settled).toBeLessThanOrEqual(budget);
      },
    ),
  );
});
