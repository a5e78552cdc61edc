import { expect, test } from 'vitest';
import { type RenderedTask, shownLines } from '../../src/report/rendered-sample.ts';

const shown = (sample: Partial<RenderedTask['shown'][number]>): string =>
  shownLines({
    task: 't',
    samples: 9,
    shown: [{ id: 'a', prompt: 'Q', continuations: [], gold: null, targets: [], ...sample }],
  }).join('\n');

test.each<[string, Partial<RenderedTask['shown'][number]>, string]>([
  ['a choice', { continuations: [' a', ' b'], gold: 1 }, 't, sample a of 9\n  │Q\n    " a"\n  ✔ " b"'],
  ['right answers', { targets: ['x', 'y'] }, 't, sample a of 9\n  │Q\n  right: "x" or "y"'],
  ['all white space', { prompt: '  a  b\n\nA: ' }, 't, sample a of 9\n  │  a  b\n  │\n  │A:·'],
  [
    'what a terminal would obey',
    { id: '\u001b]0;x\u0007', prompt: '##[x]\u001b[2J\r\u202e', targets: ['\u200b'] },
    't, sample \\u001b]0;x\\u0007 of 9\n  │##\\[x]\\u001b[2J\\u000d\\u202e\n  right: "\\u200b"',
  ],
])('%s', (_, sample, text) => {
  expect(shown(sample)).toBe(text);
});
