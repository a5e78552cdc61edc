import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textLines } from '../../../src/tasks/datasets/stream.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test.each<[file: string, text: string, texts: readonly string[]]>([
  ['a.csv', 'id,text\n1,"Who, then?"\n', ['1', 'Who, then?']],
  ['a.csv', 'id;text\n1;Who, then?\n', ['1', 'Who, then?']],
  ['a.tsv', 'id\ttext\n1\tWho; then?\n', ['1', 'Who; then?']],
])('%s %j has its cells besides its line', async (name, text, cells) => {
  const file = join(temporaryFolder({ [name]: text }), name);
  const read: (readonly string[])[] = [];
  for await (const { texts } of textLines(file)) read.push(texts.slice(1));
  expect(read[1]).toEqual(cells);
});
