import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OutputSpill } from '../../../src/results/store/output-spill.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

describe('texts put aside', () => {
  test.each([
    ['nothing', ''],
    ['plain', 'the answer is B'],
    ['beyond one byte a character', 'naïve 日本語 🙂'],
    ['half a character', 'torn \ud83d'],
    ['control characters', '\u0000\r\n\u001b[31m'],
  ])('come back as they are: %s', (_, text) => {
    const spill = new OutputSpill();
    const [before, place, after] = ['before', text, 'after'].map((each) => spill.put(each));
    expect([before, place, after].map((each) => spill.get(each ?? NaN))).toEqual(['before', text, 'after']);
  });

  test('come back as they are where short ones come over and over, more of them than are held once', () => {
    const spill = new OutputSpill();
    const texts = Array.from({ length: 5000 }, (_, index) => `${index % 3 === 0 ? 'A' : index % 1500} 🙂`);
    const places = texts.map((text) => spill.put(text));
    expect(places.map((place) => spill.get(place))).toEqual(texts);
    expect(new Set(places).size).toBeLessThan(texts.length);
  });

  test('beyond what memory is meant for lie in a file that has no name', () => {
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    expect(tmpdir()).toBe(folder);
    const spill = new OutputSpill();
    const texts = Array.from(
      { length: 300 },
      (_, index) => `${index} ${(index % 2 ? 'ü' : 'u').repeat(50_000)}`,
    );
    const places = texts.map((text) => spill.put(text));
    expect(places.map((place) => spill.get(place))).toEqual(texts);
    const order = [...places.keys()];
    const inAnyOrder = [...order.toReversed(), ...order.filter((index) => index % 3 === 0), ...order];
    expect(inAnyOrder.map((index) => spill.get(places[index] ?? NaN))).toEqual(
      inAnyOrder.map((index) => texts[index]),
    );
    expect(readdirSync(folder)).toEqual([]);
    const long = 'x'.repeat(20_000_000);
    expect(spill.get(spill.put(long))).toBe(long);
  });

  test('come back as they are where what they are read with was not whole before', () => {
    const spill = new OutputSpill();
    const put: { readonly place: number; readonly text: string }[] = [];
    // So many fill what is held in memory, and begin the next of it.
    const [characters, held] = [1000, Math.ceil(2 ** 20 / 1004)];
    for (let round = 1; round <= 3; round += 1) {
      for (let index = 0; index < held; index += 1) {
        const text = `${put.length} `.padEnd(characters, 'x');
        put.push({ place: spill.put(text), text });
      }
      for (const { place, text } of put.slice(-held - 5, 5 - held).concat(put.slice(-5)))
        expect(spill.get(place)).toBe(text);
    }
  });

  test.each([
    ['no folder', 'absent'],
    ['a file', 'file'],
  ])('cannot be put aside where there is %s for them, which is a fault that says where', (_, name) => {
    const folder = join(temporaryFolder({ file: '' }), name);
    vi.stubEnv('TMPDIR', folder);
    const spill = new OutputSpill();
    const fill = () => {
      for (let index = 0; index < 100; index += 1) spill.put('x'.repeat(100_000));
    };
    expect(fill).toThrow(expect.objectContaining({ kind: 'engine', at: { file: folder } }));
  });
});
