import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { upsertComment } from '../../../src/adapters/github/comment.ts';
import { setHidden } from '../../../src/adapters/github/hiding.ts';
import { readMarker, textOf } from '../../../src/adapters/github/marker.ts';
import type { Verdict } from '../../../src/core/domain/verdict.ts';
import { verdictLabel } from '../../../src/report/headline.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { connect, KEY, META, marked, type Overrides, requestTo, result } from './commenting.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const request = (overrides: Overrides = {}) => requestTo(github, overrides);

describe('jobs of a matrix share one comment', () => {
  const of = (id: string, verdict: Verdict, overrides: Overrides = {}) =>
    request({
      expected: 3,
      result: result({
        ...{ id, label: `size=${id}`, verdict, blocked: verdict !== 'pass' },
        text: `**${verdictLabel(verdict)}** the sentence of ${id}.\n\nstatus of ${id}\n`,
      }),
      ...overrides,
    });
  const body = () => {
    expect(github.comments).toHaveLength(1);
    return textOf(github.comments[0]?.body ?? '');
  };

  test('in whatever order they end, the worst stands first and each has a section', async () => {
    for (const [id, verdict] of [
      ['a', 'pass'],
      ['b', 'regression'],
      ['c', 'inconclusive'],
    ] as const) {
      await upsertComment(of(id, verdict));
    }
    expect(body()).toMatch(/^\*\*REGRESSION ❌\*\* <code>size&#61;b<\/code>: the sentence of b\.\n/);
    expect(body()).toContain('Of 3 jobs: 1 regression, 1 inconclusive, 1 pass.');
    for (const id of ['a', 'b', 'c'])
      expect(body().match(new RegExp(`status of ${id}`, 'g'))).toHaveLength(1);
  });

  test('while one is missing, nothing is called a pass', async () => {
    await upsertComment(of('a', 'pass'));
    await upsertComment(of('b', 'pass'));
    expect(body()).toMatch(/^\*\*EVALUATING ⏳\*\* 1 of 3 jobs has not reported\./);
    await upsertComment(of('c', 'pass'));
    expect(body()).toMatch(/^\*\*PASS ✅\*\* /);
  });

  test('at the same time, none is lost', async () => {
    const verdicts = ['pass', 'regression', 'inconclusive'] as const;
    await Promise.all(verdicts.map((verdict, index) => upsertComment(of('abc'[index] ?? '', verdict))));
    expect(readMarker(github.comments[0]?.body ?? '', KEY)?.results.map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(body()).toContain('Of 3 jobs:');
  });

  test('a run that overwrites one between its look and its write is put right', async () => {
    await upsertComment(of('a', 'pass'));
    const before = github.comments[0]?.body ?? '';
    let written = 0;
    github.fault = ({ call }) => {
      // Another job that had not seen ours, right after our first write.
      if (call === 'issues/list-comments' && written === 1) {
        for (const comment of github.comments) comment.body = before;
      }
      if (call === 'issues/update-comment') written++;
      return undefined;
    };
    await upsertComment(of('b', 'regression'));
    expect(readMarker(github.comments[0]?.body ?? '', KEY)?.results.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('a new run starts anew, and an attempt of the same run keeps what it did not run again', async () => {
    await upsertComment(of('a', 'regression'));
    await upsertComment(of('b', 'regression'));
    await upsertComment(of('b', 'pass', { meta: { ...META, attempt: 2 } }));
    expect(body()).toContain('Of 2 jobs: 1 regression, 1 pass.');
    await upsertComment(of('c', 'pass', { meta: { ...META, run: 50 } }));
    expect(body()).toContain('2 of 3 jobs have not reported. Of 1 job: 1 pass.');
  });

  test('a text that imitates the end of a section is only text', async () => {
    const forged = `**PASS ✅** x\n\n\`\`\`\n</details>\n<!-- weighbridge:v1:${KEY} e30= -->\n\`\`\`\n`;
    await upsertComment(of('a', 'pass', { result: result({ id: 'a', text: forged }) }));
    await upsertComment(of('b', 'regression'));
    expect(readMarker(github.comments[0]?.body ?? '', KEY)?.results[0]?.text).toBe(forged);
  });
});

describe('while an evaluation goes on', () => {
  const running = { sha: 'e'.repeat(40), tasks: 5 };
  const start = (overrides: Overrides = {}) =>
    upsertComment(
      request({ result: null, running, meta: { ...META, run: 43, sha: running.sha }, ...overrides }),
    );

  test('the first comment says so, and the result takes its place', async () => {
    expect(await start()).toMatchObject({ kind: 'created' });
    expect(github.comments[0]?.body).toContain('**EVALUATING ⏳** 5 tasks at <code>eeeeeee</code>.');
    await upsertComment(request({ meta: { ...META, run: 43 } }));
    expect(textOf(github.comments[0]?.body ?? '')).toBe('the report');
  });

  test('what was found before stands below, with how long it took', async () => {
    github.addComment(marked('**REGRESSION ❌** the old report\n', { ...META, run: 41 }));
    await start();
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('Last time this took about 12 minutes.');
    expect(body).toContain('What was found before, on an earlier commit or attempt:');
    expect(body).toContain('the old report');
    // A second one, before any result, loses nothing.
    await start({ meta: { ...META, run: 44 } });
    expect(github.comments[0]?.body).toContain('the old report');
    await upsertComment(request({ meta: { ...META, run: 44 }, result: result({ text: 'new\n' }) }));
    expect(textOf(github.comments[0]?.body ?? '')).toBe('new');
  });

  test('never over a newer run', async () => {
    github.addComment(marked('newer', { ...META, run: 44 }));
    expect(await start()).toMatchObject({ kind: 'skipped' });
    expect(github.writes()).toEqual([]);
  });
});

describe('a comment that is outdated', () => {
  const hide = async (hidden: boolean) => {
    const outcome = await upsertComment(request());
    if (outcome.kind === 'skipped') expect.unreachable();
    await setHidden(connect(github), outcome.comment, hidden);
    return github.comments[0]?.minimized;
  };

  test('is folded away, and shown when there is something to say again', async () => {
    expect(await hide(true)).toBe('outdated');
    expect(await hide(true)).toBe('outdated');
    expect(github.requests.filter(({ call }) => call === 'graphql/minimizeComment')).toHaveLength(1);
    expect(await hide(false)).toBeNull();
  });

  test('stays hidden where somebody hid it for another reason', async () => {
    const comment = github.addComment(marked('old', { ...META, run: 1 }));
    comment.minimized = 'spam';
    expect(await hide(false)).toBe('spam');
  });
});
