import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { CONTEXT, REGRESSION } from '../examples.ts';

const PAGE = 'https://github.com/o/r/actions/runs/1/artifacts/2';

test.each([
  ['a page', PAGE, true],
  ['no page', null, false],
  ['an address that is none of ours', `${PAGE}) [x](https://evil.example`, false],
])('samples of the comment lead to where they are shown: %s', (_, pageUrl, isLinked) => {
  const { markdown } = renderMarkdown(REGRESSION, { ...CONTEXT, pageUrl }, 60_000);
  const links = [...markdown.matchAll(/\[open\]\(([^)]*)\)/g)].map(([, url]) => url);
  expect(links.length > 0).toBe(isLinked);
  for (const url of links)
    expect(url).toMatch(
      /^https:\/\/github\.com\/o\/r\/actions\/runs\/1\/artifacts\/2#sample=[\w%]+\/[\w%]+$/,
    );
});
