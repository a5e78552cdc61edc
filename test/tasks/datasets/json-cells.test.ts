import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonColumns } from '../../../src/tasks/datasets/json-cells.ts';
import { loadDataset } from '../../../src/tasks/datasets/load.ts';
import { jsonl, temporaryFolder } from '../../support/temporary-folder.ts';

const CHOICES = ['it is "so"', "isn't", 'é'];

describe('cells that hold a list or an object', () => {
  test.each<[string, string]>([
    ['as JSON writes it', JSON.stringify(CHOICES)],
    ['as Python prints it', `['it is "so"', "isn't", '\\xe9']`],
  ])('%s are the same as in JSONL', async (_, cell) => {
    const folder = temporaryFolder({
      'rows.csv': `q,choices\nQ,"${cell.replaceAll('"', '""')}"\n`,
      'rows.jsonl': jsonl({ q: 'Q', choices: CHOICES }),
    });
    const table = await loadDataset(join(folder, 'rows.csv'), { jsonFields: ['choices'] });
    expect(table.rows[0]?.fields.choices).toEqual(CHOICES);
    expect(table.digest).toBe((await loadDataset(join(folder, 'rows.jsonl'))).digest);
  });

  test.each<[string, string]>([
    ['a text', 'red, blue'],
    ['an array of numpy', "['red' 'blue']"],
    ['a key that is said twice as Python and as JSON', '{"a": 1, "a": 2'],
    ['a number that no JSON holds', "['red', Infinity]"],
  ])('refuse %s, with its line and column', async (_, cell) => {
    const folder = temporaryFolder({
      'rows.csv': `q,choices\nQ,"[1, 2]"\nR,"${cell.replaceAll('"', '""')}"\n`,
    });
    const read = loadDataset(join(folder, 'rows.csv'), { jsonFields: ['choices'] });
    await expect(read).rejects.toMatchObject({ kind: 'data', at: { line: 3 } });
  });

  test('are told by all rows of a column', () => {
    const rows = [
      { a: '[1]', b: '[1]', c: 'x', d: ['y'] },
      { a: "{'k': 1}", b: '[draft] see below', c: '[1]', d: ['z'] },
    ];
    expect(jsonColumns(rows)).toEqual(['a']);
  });
});
