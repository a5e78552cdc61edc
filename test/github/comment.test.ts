import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/domain/verdict.ts';
import { createClient } from '../../src/github/client.ts';
import { type CommentRequest, setHidden, upsertComment } from '../../src/github/comment.ts';
import {
  hasMarker,
  isCommentKey,
  isNewer,
  type Leg,
  markerLine,
  readMarker,
  textOf,
} from '../../src/github/marker.ts';
import { Patience } from '../../src/github/patience.ts';
import { explainFailure } from '../../src/github/trouble.ts';
import { verdictLabel } from '../../src/report/headline.ts';
import { type RunningNote, renderLegs } from '../../src/report/legs.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';

const META = { sha: 'a'.repeat(40), run: 42, attempt: 1 };
const KEY = 'facts';
const RUN_URL = 'https://github.com/o/r/actions/runs/42';
const QUICK = { totalMs: 5000, requestMs: 2000, waitMs: 5, settleMs: 20, uploadMs: 1000 };

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const connect = (timeoutMs = QUICK.requestMs, apiUrl = github.url) =>
  createClient({ token: 't', apiUrl, timeoutMs });

const leg = (overrides: Partial<Leg> = {}): Leg => ({
  ...{ id: 'a', label: 'size=7b', verdict: 'regression', blocked: true, seconds: 700 },
  ...{ text: 'the report\n' },
  ...overrides,
});

interface Overrides extends Partial<CommentRequest> {
  readonly expected?: number;
  readonly running?: RunningNote;
}

function request({ expected = 1, running, ...overrides }: Overrides = {}): CommentRequest {
  return {
    client: connect(),
    patience: new Patience(QUICK),
    repository: { owner: 'o', name: 'r' },
    issue: 7,
    key: KEY,
    meta: META,
    leg: leg(),
    render: (legs, current, bytes) =>
      renderLegs(legs, { expected, current, running: running ?? null, runUrl: RUN_URL }, bytes),
    mode: 'always',
    shared: false,
    ...overrides,
  };
}

const marked = (text: string, meta = META, key = KEY) =>
  `${markerLine(key, { meta, of: meta, legs: [leg({ text })] }, [{ start: 0, length: text.length }])}\n${text}`;

describe('one comment a key, kept up to date', () => {
  test('created where there is none', async () => {
    const outcome = await upsertComment(request());
    expect(outcome).toMatchObject({ kind: 'created', comment: { url: github.comments[0]?.html_url } });
    expect(github.comments.map(({ body }) => body)).toEqual([marked('the report\n')]);
  });

  test('updated in place where there is one, even on the third page', async () => {
    for (let index = 0; index < 205; index++) github.addComment(`comment ${index}`, 'somebody');
    const ours = github.addComment(marked('old', { ...META, run: 41 }));
    expect(await upsertComment(request())).toMatchObject({
      kind: 'updated',
      comment: { url: ours.html_url },
    });
    expect(github.comments).toHaveLength(206);
    expect(ours.body).toBe(marked('the report\n'));
  });

  test('not written when nothing but the run changed', async () => {
    github.addComment(marked('the report\r\n', { ...META, run: 41 }));
    expect(await upsertComment(request())).toMatchObject({ kind: 'unchanged' });
    expect(github.writes()).toEqual([]);
  });

  test.each([
    ['a later run', { ...META, run: 43 }],
    ['a later attempt', { ...META, attempt: 2 }],
  ])('never over what %s has written', async (_, meta) => {
    github.addComment(marked('newer', meta));
    expect(await upsertComment(request())).toMatchObject({
      kind: 'skipped',
      reason: `run ${meta.run} is newer and has written the comment`,
    });
    expect(github.writes()).toEqual([]);
  });

  test.each([
    ['somebody else who copied our marker', marked('forged'), 'mallory'],
    ['a user named like our bot', marked('forged'), 'github-actions'],
    ['our own comment of another key', marked('other', META, 'mmlu'), 'github-actions[bot]'],
    ['our own comment that quotes the marker', `> ${marked('quoted')}`, 'github-actions[bot]'],
  ])('not that of %s', async (_, body, login) => {
    const foreign = github.addComment(body, login);
    expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
    expect(foreign.body).toBe(body);
    expect(github.comments).toHaveLength(2);
  });

  test.each([
    ['github-actions[bot]', 'github-actions[bot]', 'Bot'],
    ['github-actions', 'github-actions[bot]', 'Bot'],
    ['octocat', 'octocat', 'User'],
  ])('GraphQL says %s, REST says %s: the same account', async (viewer, login, type) => {
    github.viewer = viewer;
    github.addComment(marked('old'), login, type);
    expect(await upsertComment(request())).toMatchObject({ kind: 'updated' });
  });

  test('unreadable metadata does not keep us from updating our comment', async () => {
    github.addComment(`<!-- weighbridge:v1:${KEY} @@@ -->\nold`);
    expect(await upsertComment(request())).toMatchObject({ kind: 'updated' });
  });
});

describe('two runs that both create', () => {
  test('the later id goes, its newer text stays', async () => {
    github.afterCreate = () => {
      github.afterCreate = () => {};
      github.addComment(marked('newer', { ...META, run: 43 }));
    };
    expect(await upsertComment(request())).toMatchObject({
      kind: 'skipped',
      reason: 'run 43 is newer and has written the comment',
    });
    expect(github.comments.map(({ body }) => body)).toEqual([marked('newer', { ...META, run: 43 })]);
  });

  test('the earlier id stays, and gets our text when we are newer', async () => {
    // The other run's comment has the lower id, but was not yet listed when we looked.
    const early = github.addComment(marked('older', { ...META, run: 41 }));
    github.comments.length = 0;
    github.afterCreate = () => {
      github.comments.unshift(early);
    };
    expect(await upsertComment(request())).toMatchObject({ comment: { url: early.html_url } });
    expect(github.comments.map(({ id, body }) => [id, body])).toEqual([[early.id, marked('the report\n')]]);
  });

  test('the other run had already tidied up', async () => {
    github.afterCreate = () => {
      github.addComment(marked('older', { ...META, run: 41 }));
    };
    github.fault = ({ method }) => {
      if (method !== 'DELETE') return undefined;
      github.comments.pop();
      return 404;
    };
    expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
  });
});

describe('modes', () => {
  test.each([
    ['never', true, false, 'skipped', 0],
    ['on-failure', false, false, 'skipped', 0],
    ['on-failure', true, false, 'created', 1],
    // An old failure must not go on standing there.
    ['on-failure', false, true, 'updated', 1],
    ['always', false, false, 'created', 1],
  ] as const)('%s, failed %s, existing %s: %s', async (mode, failed, existing, kind, writes) => {
    if (existing) github.addComment(marked('old failure', { ...META, run: 1 }));
    expect(await upsertComment(request({ mode, leg: leg({ blocked: failed }) }))).toMatchObject({ kind });
    expect(github.writes()).toHaveLength(writes);
  });
});

describe('legs of a matrix share one comment', () => {
  const result = (id: string, verdict: Verdict, overrides: Overrides = {}) =>
    request({
      ...{ expected: 3, shared: true },
      leg: leg({
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
      await upsertComment(result(id, verdict));
    }
    expect(body()).toMatch(/^\*\*REGRESSION ❌\*\* <code>size&#61;b<\/code>: the sentence of b\.\n/);
    expect(body()).toContain('Of 3 jobs: 1 regression, 1 inconclusive, 1 pass.');
    for (const id of ['a', 'b', 'c'])
      expect(body().match(new RegExp(`status of ${id}`, 'g'))).toHaveLength(1);
  });

  test('while one is missing, nothing is called a pass', async () => {
    await upsertComment(result('a', 'pass'));
    await upsertComment(result('b', 'pass'));
    expect(body()).toMatch(/^\*\*EVALUATING ⏳\*\* 1 of 3 jobs has not reported\./);
    await upsertComment(result('c', 'pass'));
    expect(body()).toMatch(/^\*\*PASS ✅\*\* /);
  });

  test('at the same time, none is lost', async () => {
    const verdicts = ['pass', 'regression', 'inconclusive'] as const;
    await Promise.all(verdicts.map((verdict, index) => upsertComment(result('abc'[index] ?? '', verdict))));
    expect(readMarker(github.comments[0]?.body ?? '', KEY)?.legs.map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(body()).toContain('Of 3 jobs:');
  });

  test('a run that overwrites one between its look and its write is put right', async () => {
    await upsertComment(result('a', 'pass'));
    const before = github.comments[0]?.body ?? '';
    let written = 0;
    github.fault = ({ call }) => {
      // Another leg that had not seen ours, right after our first write.
      if (call === 'issues/list-comments' && written === 1) {
        for (const comment of github.comments) comment.body = before;
      }
      if (call === 'issues/update-comment') written++;
      return undefined;
    };
    await upsertComment(result('b', 'regression'));
    expect(readMarker(github.comments[0]?.body ?? '', KEY)?.legs.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('a new run starts anew, and an attempt of the same run keeps what it did not run again', async () => {
    await upsertComment(result('a', 'regression'));
    await upsertComment(result('b', 'regression'));
    await upsertComment(result('b', 'pass', { meta: { ...META, attempt: 2 } }));
    expect(body()).toContain('Of 2 jobs: 1 regression, 1 pass.');
    await upsertComment(result('c', 'pass', { meta: { ...META, run: 50 } }));
    expect(body()).toContain('2 of 3 jobs have not reported. Of 1 job: 1 pass.');
  });

  test('a text that imitates the end of a section is only text', async () => {
    const forged = `**PASS ✅** x\n\n\`\`\`\n</details>\n<!-- weighbridge:v1:${KEY} e30= -->\n\`\`\`\n`;
    await upsertComment(result('a', 'pass', { leg: leg({ id: 'a', text: forged }) }));
    await upsertComment(result('b', 'regression'));
    expect(readMarker(github.comments[0]?.body ?? '', KEY)?.legs[0]?.text).toBe(forged);
  });
});

describe('while an evaluation goes on', () => {
  const running = { sha: 'e'.repeat(40), tasks: 5 };
  const start = (overrides: Overrides = {}) =>
    upsertComment(
      request({ leg: null, running, meta: { ...META, run: 43, sha: running.sha }, ...overrides }),
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
    await upsertComment(request({ meta: { ...META, run: 44 }, leg: leg({ text: 'new\n' }) }));
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
    await setHidden(connect(), outcome.comment, hidden);
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

describe('passing troubles', () => {
  test.each([502, 'reset', 'lost', 'truncated', 'html', 'not-json', 'unicorn'] as const)(
    '%s once: one comment is written all the same',
    async (fault) => {
      for (const call of ['issues/list-comments', 'issues/create-comment'] as const) {
        let faults = 1;
        github.comments.length = 0;
        github.fault = (each) => (each.call === call && faults-- > 0 ? fault : undefined);
        await upsertComment(request());
        expect(
          github.comments.map(({ body }) => textOf(body)),
          call,
        ).toEqual(['the report']);
      }
    },
  );

  test('a rate limit is waited out where GitHub says for how long, and it is not long', async () => {
    let faults = 1;
    github.fault = () => (faults-- > 0 ? { secondaryLimit: { retryAfter: 1 } } : undefined);
    expect(await upsertComment(request())).toMatchObject({ kind: 'created' });
    github.fault = () => ({ secondaryLimit: { retryAfter: 60 } });
    const before = github.requests.length;
    await expect(upsertComment(request())).rejects.toThrow('secondary rate limit');
    expect(github.requests).toHaveLength(before + 1);
  });

  test('a refusal is not asked again', async () => {
    github.fault = () => 403;
    await expect(upsertComment(request())).rejects.toThrow();
    expect(github.requests).toHaveLength(1);
  });

  test('all patience together has an end', async () => {
    github.fault = () => 'hang';
    const started = performance.now();
    const patience = new Patience({ ...QUICK, totalMs: 300 });
    const client = createClient({
      token: 't',
      apiUrl: github.url,
      timeoutMs: 10_000,
      signal: patience.signal,
    });
    await expect(upsertComment(request({ client, patience }))).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('what GitHub refuses becomes a warning with the remedy', () => {
  test.each([
    [403, false, 'permissions:\n  contents: read\n  pull-requests: write'],
    [404, false, 'pull-requests: write'],
    [403, true, 'a pull request from a fork is read-only'],
    [422, false, 'the conversation may be locked'],
    [429, false, 'rate limit was reached'],
    [502, false, 'GitHub had trouble (HTTP 502)'],
    ['hang', false, 'did not answer in time'],
  ] as const)('%s, fork %s', async (fault, fork, words) => {
    github.fault = () => fault;
    const error = await upsertComment(request({ client: connect(100) })).then(
      () => expect.unreachable('GitHub refused'),
      (reason: unknown) => reason,
    );
    const warning = explainFailure(error, 'comment', fork);
    expect(warning).toContain(words);
    expect(warning).toContain('The verdict is not affected');
  });

  test('no GitHub at all', async () => {
    await expect(upsertComment(request({ client: connect(300, 'http://127.0.0.1:1') }))).rejects.toThrow();
  });
});

describe('the marker', () => {
  test('holds its metadata, on one line that ends the HTML comment once', () => {
    const state = { meta: META, of: META, legs: [leg({ label: '--> @x', text: 'text' })] };
    const line = markerLine(KEY, state, [{ start: 0, length: 4 }]);
    expect(line.match(/--/g)).toHaveLength(2);
    expect(hasMarker(`${line}\ntext`, KEY)).toBe(true);
    expect(readMarker(`${line}\r\ntext`, KEY)).toEqual(state);
    expect(textOf(`${line}\r\ntext\r\n`)).toBe('text');
  });

  test('of an earlier version has no legs, and is read all the same', () => {
    const line = `<!-- weighbridge:v1:${KEY} ${Buffer.from(JSON.stringify(META)).toString('base64')} -->`;
    expect(readMarker(`${line}\nold`, KEY)).toEqual({ meta: META, of: META, legs: [] });
  });

  test.each([
    ['fact', false],
    ['facts-2', false],
  ])('is not that of the key %s', (key, expected) => {
    expect(hasMarker(marked('x'), key)).toBe(expected);
  });

  test.each([
    ['a-b_c.1', true],
    ['', false],
    ['a b', false],
    ['-->', false],
    ['x'.repeat(65), false],
  ])('the key %j is allowed: %s', (key, allowed) => {
    expect(isCommentKey(key)).toBe(allowed);
  });

  test('newer is a matter of runs, then attempts', () => {
    expect(isNewer({ ...META, run: 43 }, META)).toBe(true);
    expect(isNewer({ ...META, attempt: 2 }, META)).toBe(true);
    expect(isNewer(META, META)).toBe(false);
    expect(isNewer({ ...META, run: 41, attempt: 9 }, META)).toBe(false);
  });
});
