import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvaluationItem, RawSequence, Token } from '../../../../src/tasks/engines/llama-cpp/library.ts';
import { SavedPrefixes } from '../../../../src/tasks/engines/llama-cpp/prefixes.ts';
import { readoutOf } from '../../../../src/tasks/engines/llama-cpp/readout.ts';
import { makeScratch, removeScratch } from '../../../../src/tasks/engines/llama-cpp/scratch.ts';
import { Sequence } from '../../../../src/tasks/engines/llama-cpp/sequence.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A sequence whose logit for a token is how often that token is among those that it holds; counts what it computes. */
class Counted implements RawSequence {
  tokens: Token[] = [];
  computed = 0;
  loads = 0;
  saves = 0;
  readonly needsCheckpoints = false;
  readonly #refuses: boolean;

  constructor(refuses = false) {
    this.#refuses = refuses;
  }
  get nextTokenIndex() {
    return this.tokens.length;
  }
  async clearHistory() {
    this.tokens = [];
  }
  async eraseContextTokenRanges([range]: readonly { start: number; end: number }[]) {
    this.tokens = this.tokens.slice(0, range?.start);
  }
  async saveStateToFile(path: string) {
    if (this.#refuses) throw new Error('no space left on device');
    this.saves += 1;
    writeFileSync(path, JSON.stringify(this.tokens));
    return { fileSize: this.tokens.length };
  }
  async loadStateFromFile(path: string) {
    this.loads += 1;
    this.tokens = JSON.parse(readFileSync(path, 'utf8'));
  }
  async *evaluateWithMetadata() {}
  async controlledEvaluate(items: readonly EvaluationItem[]) {
    return items.map((item) => {
      const [token, options] = typeof item === 'number' ? [item, null] : item;
      this.tokens.push(token);
      this.computed += 1;
      const wanted = options?.generateNext.logits?.filter.tokens ?? [];
      const count = (of: Token) => this.tokens.reduce((sum, held, at) => sum + (held === of ? at + 1 : 0), 0);
      if (options === null) return undefined;
      return {
        next: { token: 0, logits: new Map([0, ...wanted].map((t) => [t, count(t)])), totalLogitWeight: 1 },
      };
    });
  }
}

const shots = (subject: number, length = 200) => Array.from({ length }, (_, at) => 1 + ((at * subject) % 7));
const prompt = (subject: number, question: number) => [
  ...shots(subject),
  8 + question,
  9,
  10 + (question % 3),
];

async function ask(sequence: Sequence, tokens: readonly Token[], beginning: readonly Token[] = []) {
  const at = tokens.length - 1;
  const predictions = await sequence.predict(tokens, new Map([[at, [1, 2, 3]]]), beginning);
  return [1, 2, 3].map((token) => predictions.get(at)?.logProbability(token));
}

const rounds = (subjects: number, questions: number) =>
  Array.from({ length: questions }, (_, question) =>
    Array.from({ length: subjects }, (_, subject) => prompt(subject + 1, question)),
  ).flat();

describe('beginnings that come again', () => {
  test('are computed twice and read back from then on, with the same numbers', async () => {
    const [raw, plain] = [new Counted(), new Counted()];
    const kept = new Sequence(raw, 64, readoutOf('3.22.1'), new SavedPrefixes(temporaryFolder(), raw));
    const anew = new Sequence(plain, 64, readoutOf('3.22.1'));
    for (const tokens of rounds(5, 6)) expect(await ask(kept, tokens)).toEqual(await ask(anew, tokens));
    // Of each subject the first and the second time whole, then the question alone.
    expect(plain.computed).toBeGreaterThan(5 * 6 * 190);
    expect(raw.computed).toBeLessThan(5 * (2 * 205 + 4 * 6));
    expect([raw.saves, raw.loads]).toEqual([5, 20]);
  });

  test('are computed once where somebody tells that they come again, whatever is told', async () => {
    const [raw, plain] = [new Counted(), new Counted()];
    const kept = new Sequence(raw, 64, readoutOf('3.22.1'), new SavedPrefixes(temporaryFolder(), raw));
    const anew = new Sequence(plain, 64, readoutOf('3.22.1'));
    for (const tokens of rounds(5, 6)) {
      // A text that is cut ends in another token than the whole one has there.
      expect(await ask(kept, tokens, [...tokens.slice(0, 200), 99])).toEqual(await ask(anew, tokens));
    }
    expect(raw.computed).toBeLessThan(5 * (205 + 5 * 6));
    expect([raw.saves, raw.loads]).toEqual([5, 25]);
    for (const tokens of rounds(5, 2)) {
      expect(await ask(kept, tokens, [7, 7, ...tokens])).toEqual(await ask(anew, tokens));
    }
  });

  test('cost nothing where none does', async () => {
    const raw = new Counted();
    const sequence = new Sequence(raw, 64, readoutOf('3.22.1'), new SavedPrefixes(temporaryFolder(), raw));
    for (const tokens of rounds(5, 6).sort()) await ask(sequence, tokens);
    for (let subject = 20; subject < 40; subject += 1) await ask(sequence, [subject, ...prompt(1, 1)]);
    expect([raw.saves, raw.loads]).toEqual([0, 0]);
  });

  test.each<[string, (folder: string) => void, boolean]>([
    ['the disk is full', () => undefined, true],
    [
      'somebody clears the folder',
      (folder) => {
        for (const name of readdirSync(folder)) rmSync(join(folder, name));
      },
      false,
    ],
    [
      'somebody cuts a file',
      (folder) => {
        for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '[1,2,3]');
      },
      false,
    ],
  ])('are computed anew where %s', async (_, spoil, refuses) => {
    const [raw, plain] = [new Counted(refuses), new Counted()];
    const folder = temporaryFolder();
    const kept = new Sequence(raw, 64, readoutOf('3.22.1'), new SavedPrefixes(folder, raw));
    const anew = new Sequence(plain, 64, readoutOf('3.22.1'));
    for (const [turn, tokens] of rounds(3, 8).entries()) {
      if (turn === 12) spoil(folder);
      expect(await ask(kept, tokens)).toEqual(await ask(anew, tokens));
    }
  });

  test('never change what is predicted', async () => {
    const text = fc.record({
      subject: fc.integer({ min: 1, max: 4 }),
      cut: fc.integer({ min: 1, max: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.nat(3)), { maxLength: 40 }), async (asked) => {
        const [raw, plain] = [new Counted(), new Counted()];
        const kept = new Sequence(raw, 32, readoutOf('3.22.1'), new SavedPrefixes(temporaryFolder(), raw));
        const anew = new Sequence(plain, 32, readoutOf('3.22.1'));
        for (const [{ subject, cut }, question] of asked) {
          const tokens = [...shots(subject).slice(0, cut), 8 + question, 9];
          expect(await ask(kept, tokens)).toEqual(await ask(anew, tokens));
          expect(raw.tokens).toEqual(plain.tokens);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('folders of evaluations that were killed are removed, and no other', async () => {
  const parent = temporaryFolder({
    'weighbridge-prefixes-4194305-abc/1.state': 'left behind',
    'other-4194305-abc/1.state': 'not ours',
  });
  const [one, two] = [await makeScratch(parent), await makeScratch(parent)];
  expect(existsSync(join(parent, 'weighbridge-prefixes-4194305-abc'))).toBe(false);
  expect([one, two, join(parent, 'other-4194305-abc')].every((path) => existsSync(String(path)))).toBe(true);
  await removeScratch(one);
  expect(readdirSync(parent)).toHaveLength(2);
  expect(await makeScratch(join(parent, 'is not there'))).toBeNull();
});
