import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Assignment } from '../../src/action/follow-progress.ts';
import { upsertComment } from '../../src/adapters/github/comment.ts';
import { readMarker } from '../../src/adapters/github/marker.ts';
import { KEY, leg, META, requestTo } from '../adapters/github/commenting.ts';
import { FakeGitHub } from '../simulator/fake-github.ts';
import { announceOn, followOn, QUICK_PACE } from './following.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const body = () => github.comments[0]?.body ?? '';
const firstLine = () => body().split('\n')[1] ?? '';

const announce = (id = 'a', expected = 1, meta = META) => announceOn(github, id, expected, meta);
const follow = (changes: Partial<Assignment> = {}, pace = QUICK_PACE) => followOn(github, changes, pace);

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });
const shows = (text: string) => until(() => expect(firstLine()).toContain(text));

describe('while an evaluation goes on', () => {
  test('the comment says how far it is, and ends with the evaluation', async () => {
    await announce();
    const writer = follow();
    writer.say({ secondsLeft: 700 });
    await shows('**EVALUATING ⏳** 34 % of <code>mmlu</code> on the candidate, about 12 min left.');
    expect(firstLine()).toContain('Tasks done, over all sides: 7 of 10. 2 tasks at <code>aaaaaaa</code>.');
    writer.say({ done: 50 });
    await shows('50 % of <code>mmlu</code>');
    writer.evaluated();
    expect(await writer.ended).toEqual({ updates: 2, ending: 'evaluated' });
  });

  test('what was found before stays below, also at another attempt of the same run', async () => {
    await upsertComment(requestTo(github, { leg: leg({ text: '**REGRESSION ❌** the old report\n' }) }));
    const meta = { ...META, attempt: 2 };
    await announce('a', 1, meta);
    expect(firstLine()).toContain('**EVALUATING ⏳** 2 tasks');
    const writer = follow({ meta });
    writer.say();
    await shows('34 % of <code>mmlu</code>');
    expect(body()).toMatch(/What was found before[\s\S]*the old report/);
    writer.tell();
    expect(await writer.ended).toEqual({ updates: 1, ending: 'told' });
    await upsertComment(requestTo(github, { meta, leg: leg({ text: 'new\n' }) }));
    expect(firstLine()).toBe('new');
  });

  test('a text that has not changed is not written, and no write comes too soon', async () => {
    await announce();
    const started = performance.now();
    const writer = follow({}, { ...QUICK_PACE, writeMs: 300 });
    writer.say();
    await shows('34 %');
    writer.say({ done: 35 });
    await shows('35 %');
    expect(performance.now() - started).toBeGreaterThan(300);
    const before = github.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(github.requests).toHaveLength(before);
    writer.tell();
    expect(await writer.ended).toEqual({ updates: 2, ending: 'told' });
  });

  test('an evaluation of hours is told of in steps of a hundredth', async () => {
    await announce();
    const writer = follow();
    writer.say({ secondsLeft: 36_000 });
    await shows('34 %');
    writer.say({ secondsLeft: 36_000, task: 'facts' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(firstLine()).toContain('34 %');
    writer.tell();
    expect(await writer.ended).toEqual({ updates: 1, ending: 'told' });
  });

  test('a file that lies is not believed', async () => {
    await announce();
    const writer = follow();
    writer.say({ task: 'hf_secret' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(body()).not.toContain('hf_secret');
    writer.say();
    await shows('34 %');
    writer.tell();
    await writer.ended;
  });
});

describe('it ends', () => {
  test('with a result in the comment, which stays', async () => {
    await announce();
    const writer = follow();
    await upsertComment(requestTo(github));
    writer.say();
    expect(await writer.ended).toEqual({ updates: 0, ending: 'over' });
    expect(firstLine()).toBe('the report');
  });

  test('with a newer run, whose notice stays', async () => {
    await announce();
    const writer = follow();
    await announce('a', 1, { ...META, run: 43, sha: 'e'.repeat(40) });
    writer.say();
    expect(await writer.ended).toEqual({ updates: 0, ending: 'over' });
    expect(readMarker(body(), KEY)?.meta.run).toBe(43);
  });

  test('a newer run whose notice an older one overwrote has the last word', async () => {
    const meta = { ...META, run: 43 };
    await announce('a', 1, meta);
    const newer = body();
    const writer = follow({ meta });
    github.comments.length = 0;
    await announce();
    expect(body()).not.toBe(newer);
    const [comment] = github.comments;
    if (comment === undefined) expect.unreachable();
    const again = follow({ meta, comment: comment.id });
    again.say();
    await shows('34 %');
    expect(readMarker(body(), KEY)?.meta.run).toBe(43);
    for (const each of [writer, again]) each.tell();
    await Promise.all([writer.ended, again.ended]);
  });

  test('after its time, and with the job', async () => {
    await announce();
    expect(await follow({ limitMs: 50 }).ended).toEqual({ updates: 0, ending: 'late' });
    const runner = { pid: process.pid, started: '1' };
    expect(await follow({ runner }).ended).toEqual({ updates: 0, ending: 'abandoned' });
  });

  test('where few calls of the hour are left', async () => {
    github.callsLeft = 99;
    await announce();
    const writer = follow();
    writer.say();
    expect(await writer.ended).toEqual({ updates: 1, ending: 'limited' });
  });
});

describe('legs of a matrix', () => {
  const leg2 = (id: string) => ({ leg: { id, label: `size=${id}`, expected: 2 } });
  const result = (id: string, text: string) =>
    upsertComment(
      requestTo(github, { expected: 2, shared: true, leg: leg({ id, label: `size=${id}`, text }) }),
    );

  test('each has a line of its own, and a result takes the place of its line alone', async () => {
    await Promise.all([announce('a', 2), announce('b', 2)]);
    expect(github.comments).toHaveLength(1);
    const [a, b] = [follow(leg2('a')), follow(leg2('b'))];
    let done = 0;
    await until(() => {
      // What one overwrites of the other is said again as soon as it changes.
      done = (done + 1) % 10;
      a.say({ tasksDone: done });
      b.say({ tasksDone: done, done: 60, task: 'facts' });
      expect(body()).toContain('- <code>size&#61;a</code>: 34 % of <code>mmlu</code>');
      expect(body()).toContain('- <code>size&#61;b</code>: 60 % of <code>facts</code>');
    });
    a.tell();
    expect((await a.ended).ending).toBe('told');
    await result('a', '**REGRESSION ❌** the sentence of a.\n\nstatus of a\n');
    expect(firstLine()).toContain('**REGRESSION ❌**');
    expect(body()).not.toContain('34 %');
    expect(body()).toContain('1 of 2 jobs has not reported.');
    b.say({ done: 80, task: 'facts' });
    await until(() => expect(body()).toContain('80 % of <code>facts</code>'));
    expect(body()).toContain('status of a');
    b.tell();
    await b.ended;
    await result('b', '**PASS ✅** the sentence of b.\n\nstatus of b\n');
    expect(readMarker(body(), KEY)).toMatchObject({ notes: [], legs: [{ id: 'a' }, { id: 'b' }] });
    expect(body()).not.toContain('80 %');
  });

  test('one that runs again says so beside what it and the others have said', async () => {
    await result('a', '**PASS ✅** the sentence of a.\n\nstatus of a\n');
    await result('b', '**REGRESSION ❌** the sentence of b.\n\nstatus of b\n');
    const meta = { ...META, attempt: 2 };
    await announce('b', 2, meta);
    const b = follow({ ...leg2('b'), meta });
    b.say();
    await until(() => expect(body()).toContain('- <code>size&#61;b</code>: 34 % of <code>mmlu</code>'));
    for (const status of ['status of a', 'status of b']) expect(body()).toContain(status);
    b.tell();
    await b.ended;
  });

  test('a result that a line overwrote is put back', async () => {
    await Promise.all([announce('a', 2), announce('b', 2)]);
    const before = body();
    let updates = 0;
    github.fault = ({ call }) => {
      // The write of the other leg, which had not seen ours yet.
      if (call === 'issues/list-comments' && updates === 1)
        for (const each of github.comments) each.body = before;
      if (call === 'issues/update-comment') updates++;
      return undefined;
    };
    await result('a', '**REGRESSION ❌** the sentence of a.\n\nstatus of a\n');
    expect(body()).toContain('status of a');
  });
});
