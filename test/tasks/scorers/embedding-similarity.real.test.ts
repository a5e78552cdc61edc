import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { rewriteGguf, value } from '../../support/gguf.ts';
import { answer, configured, scoresOf } from '../../support/scoring.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const BASE = resolve(import.meta.dirname, '../../../fixtures/checkpoints/base.gguf');
const MEAN = 1;
const LAST = 3;

/** A language model of which it is said how it pools is an embedding model, if a poor one. */
function embedder(folder: string, pooling: number): string {
  const path = join(folder, `pooled-${pooling}.gguf`);
  rewriteGguf(BASE, path, { 'llama.pooling_type': value('u32', pooling) });
  return path;
}

test('a GGUF file embeds in the embedded engine, by the pooling that it declares, and the same again', async () => {
  const folder = temporaryFolder();
  const rows = [
    answer('The lamp is broken.', 'The lamp is broken.'),
    answer('The lamp is broken.', 'The light does not work.', 'Where is my parcel?'),
    answer('ticket '.repeat(5000), 'The lamp is broken.'),
    answer(' ', 'The lamp is broken.'),
  ];
  const by = async (pooling: number) => {
    const checkpoint = embedder(folder, pooling);
    const opened = await configured({ name: 'embedding_similarity', checkpoint }).open('/');
    try {
      const { signal } = new AbortController();
      const scores = await opened.score(rows, signal);
      await opened.close();
      // It begins anew, and one text does not depend on those before it.
      expect(await opened.score([...rows].reverse(), signal)).toEqual([...scores].reverse());
      return { version: opened.version, scores: scores.map((each) => each.embedding_similarity) };
    } finally {
      await opened.close();
    }
  };
  const [mean, last] = [await by(MEAN), await by(LAST)];
  expect(mean.version).not.toBe(last.version);
  for (const { scores } of [mean, last]) {
    expect(scores[0]).toBe(1);
    expect(scores[1]).toBeGreaterThan(0);
    expect(scores[1]).toBeLessThan(1);
    expect(scores[2]).toEqual({
      unscored: expect.stringMatching(/a text is \d+ tokens long, and the embedding model reads fewer than/),
    });
    expect(scores[3]).toEqual({ unscored: 'an empty text has no embedding' });
  }
  expect(mean.scores[1]).not.toBe(last.scores[1]);
});

test('a model that does not say how it pools is refused before anything is loaded', async () => {
  await expect(
    scoresOf({ name: 'embedding_similarity', checkpoint: BASE }, [answer('a', 'b')]),
  ).rejects.toThrow(/is no embedding model: it does not say how the vectors of tokens become one/);
});
