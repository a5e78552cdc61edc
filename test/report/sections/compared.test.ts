import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { CONTEXT, PASS } from '../examples.ts';

test('rows that ask the same are counted and named, task by task', () => {
  const [first, ...others] = PASS.tasks;
  if (first === undefined) throw new Error('no task');
  const again = { rows: 12, of: 500, first: ['s1', 's7'] } as const;
  const shown = (tasks: typeof PASS.tasks) => renderMarkdown({ ...PASS, tasks }, CONTEXT, 65_000).markdown;
  expect(shown([{ ...first, askedAgain: again }, ...others])).toMatch(
    /Rows that ask the same, which count as one cluster[\s\S]*12 of 500 rows, such as <code>s1<\/code> and <code>s7<\/code>/,
  );
  expect(shown(PASS.tasks)).not.toContain('ask the same');
});
