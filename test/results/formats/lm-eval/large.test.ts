import { expect, test } from 'vitest';
import { lines, load, python, RESULTS, results, row, samplesName } from './build.ts';

/** Beyond what is kept in memory while documents are told apart, by prompts of half a megabyte. */
const PROMPT = 'x'.repeat(512 * 1024);
const COUNT = 70;

test('a file that is read twice gives what one that is kept gives, whatever the order of its lines', async () => {
  const documents = Array.from({ length: COUNT }, (_, index) => index);
  const rowsOf = (prompt: string) =>
    documents.map((document) =>
      row(document, {
        // Two documents are there twice, asked in two ways.
        ...(document % 35 === 1 ? { doc_hash: row(document - 1).doc_hash } : {}),
        doc: { doc_hash: 'f'.repeat(64), prompt },
      }),
    );
  const loadRows = (rows: readonly unknown[]) =>
    load({
      [RESULTS]: python(results({ 'n-samples': { facts: { original: COUNT, effective: COUNT } } })),
      [samplesName('facts')]: lines(rows),
    });
  const byId = ({ runs }: Awaited<ReturnType<typeof load>>) =>
    (runs[0]?.samples ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const kept = await loadRows(rowsOf('short'));
  const large = await loadRows(rowsOf(PROMPT).toReversed());
  expect(large.faults).toEqual([]);
  expect(byId(large)).toEqual(byId(kept));
  expect(byId(large).filter(({ id }) => id.endsWith('#2'))).toHaveLength(2);
});
