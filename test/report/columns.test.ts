import { expect, test } from 'vitest';
import { limitWords } from '../../src/report/columns.ts';
import { toMarkdown, toPlain } from '../../src/report/inline.ts';
import { gate } from './examples.ts';

test('a limit since an anchor has a blank before its last words', () => {
  const limit = limitWords(gate({ against: 'anchor' }));
  expect(toPlain(limit)).toBe('may drop 2pp since the anchor');
  expect(toMarkdown(limit)).toBe('may drop <code>2pp</code> since the anchor');
});
