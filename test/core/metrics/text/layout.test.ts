import { expect, test } from 'vitest';
import { layoutOf } from '../../../../src/core/metrics/text/layout.ts';

test.each([
  ['', 'empty'],
  [' ...\n', 'empty'],
  ['{"a": 1}', 'JSON'],
  ['Here: {"a": 1}', 'plain'],
  ['```json\n[1, 2]\n```\n', 'JSON'],
  ['{"a": 1', 'plain'],
  ['42', 'plain'],
  ['Try:\n```python\nprint(1)\n```', 'code'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'table'],
  ['Two things:\n- one\n- two', 'list'],
  ['1. one\n2) two', 'list'],
  ['- one', 'plain'],
  ['# Title\n\nText.', 'headings'],
  ['Just text - with a dash.', 'plain'],
])('%j is %s', (text, layout) => {
  expect(layoutOf(text)).toBe(layout);
});
