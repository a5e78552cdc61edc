import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ThreadControl, threadLevels } from '../../../../src/tasks/engines/llama-cpp/threads.ts';

/** Two processors where a second thread gains 1.87, and costs 20 times while another program wants a processor. */
class Machine {
  clock = 0;
  readonly isBusy: (clock: number) => boolean;
  constructor(isBusy: (clock: number) => boolean = () => false) {
    this.isBusy = isBusy;
  }
  /** 200 tokens a second with one thread. */
  secondsOf(threads: number, tokens: number): number {
    const speed = threads === 1 ? 1 : this.isBusy(this.clock) ? 1 / 20 : 1 + 0.87 * Math.log2(threads);
    return tokens / 200 / speed;
  }
  controlOf(levels: readonly number[]): ThreadControl {
    const trial = levels.map((threads) => this.secondsOf(threads, 16));
    return new ThreadControl(levels, levels.length < 2 ? [] : trial, () => this.clock);
  }
  /** Works until then, and says how many tokens that were and which changes were told. */
  work(control: ThreadControl, until: number, sizes: readonly number[] = [120]) {
    const done = { tokens: 0, changes: [] as string[] };
    for (let turn = 0; this.clock < until; turn += 1) {
      const tokens = sizes[turn % sizes.length] ?? 1;
      const seconds = this.secondsOf(control.threads, tokens);
      this.clock += seconds;
      done.tokens += tokens;
      const change = control.add(tokens, seconds);
      if (change !== null) done.changes.push(`${change.from} to ${change.to}: ${change.why}`);
    }
    return done;
  }
}

describe('threads', () => {
  test.each<[number, readonly number[]]>([
    [1, [1]],
    [2, [1, 2]],
    [3, [1, 2, 3]],
    [8, [1, 4, 8]],
  ])('of %i processors are chosen from 1, half and all', (processors, levels) => {
    expect(threadLevels(processors)).toEqual(levels);
  });

  test('begin with the fewest that are about as fast as any', () => {
    const begin = (...trial: number[]) => new ThreadControl([1, 4, 8], trial, () => 0).threads;
    expect(begin(8, 2, 1)).toBe(8);
    expect(begin(8, 1.05, 1)).toBe(4);
    expect(begin(1, 20, 30)).toBe(1);
    expect(new ThreadControl([3], [], () => 0).threads).toBe(3);
  });

  test('on a quiet machine are all, for as long as it is quiet', () => {
    const machine = new Machine();
    const control = machine.controlOf([1, 2]);
    const { tokens, changes } = machine.work(control, 600, [120, 30, 300]);
    expect(changes).toEqual([]);
    expect(tokens / 600).toBeGreaterThan(200 * 1.86);
  });

  test.each([[[120]], [[600]], [[1]], [[120, 40, 2, 500]]])(
    'never collapse where another program wants a processor from the start: batches of %j',
    (sizes) => {
      const machine = new Machine(() => true);
      const control = machine.controlOf([1, 2]);
      expect(control.threads).toBe(1);
      const { tokens, changes } = machine.work(control, 900, sizes);
      expect(changes).toEqual([]);
      // What trying costs: nine tenths of one thread's speed remain at the least.
      expect(tokens / 900).toBeGreaterThan(200 * 0.9);
    },
  );

  test('are let go when another program comes, and taken again when it has gone', () => {
    const machine = new Machine((clock) => clock > 100 && clock < 400);
    const control = machine.controlOf([1, 2]);
    expect(machine.work(control, 100, [120, 30]).changes).toEqual([]);
    const busy = machine.work(control, 400, [120, 30]);
    expect(busy.changes[0]).toBe('2 to 1: slow');
    expect(busy.tokens / 300).toBeGreaterThan(200 * 0.85);
    // Its last try may have been shortly before.
    const quiet = machine.work(control, 1100, [120, 30]);
    expect(quiet.changes).toContain('1 to 2: quiet');
    expect(control.threads).toBe(2);
    expect(quiet.tokens / 700).toBeGreaterThan(200 * 1.3);
  });

  test('go down step by step, and not for one batch that was a little slow', () => {
    const clock = 0;
    const control = new ThreadControl([1, 4, 8], [8, 2, 1], () => clock);
    for (let batch = 0; batch < 5; batch += 1) control.add(100, 1);
    expect(control.add(100, 5)).toBeNull();
    expect(control.add(100, 1)).toBeNull();
    expect(control.add(100, 5)).toBeNull();
    expect(control.add(100, 5)).toEqual({ from: 8, to: 4, why: 'slow' });
    control.add(100, 2);
    expect(control.add(100, 30)).toEqual({ from: 4, to: 1, why: 'slow' });
    control.add(100, 2);
    expect(control.add(100, 300)).toBeNull();
    expect(control.threads).toBe(1);
  });

  test('are one of those to choose from, whatever is measured', () => {
    const batch = fc.tuple(
      fc.integer({ min: 0, max: 5000 }),
      fc.double({ min: 0, max: 1e4, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 200 }), (batches) => {
        let clock = 0;
        const control = new ThreadControl([1, 3, 6], [1, 1, 1], () => clock);
        for (const [tokens, seconds, pause] of batches) {
          control.add(tokens, seconds);
          clock += pause + seconds;
          expect([1, 3, 6]).toContain(control.threads);
        }
      }),
    );
  });
});
