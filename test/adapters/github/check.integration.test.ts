import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainFailure } from '../../../src/adapters/github/api-errors.ts';
import { askAtOnce } from '../../../src/adapters/github/at-once.ts';
import { checksOn, reopenCheck } from '../../../src/adapters/github/check.ts';
import { conclusionOf } from '../../../src/adapters/github/check-writer.ts';
import { FakeGitHub } from '../../simulator/fake-github.ts';
import { type Check, PLACE, writeCheck, writerOf } from './checking.ts';
import { connect } from './commenting.ts';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().start();
});
afterEach(() => github.stop());

const write = (given: Check = {}) => writeCheck(connect(github), given);
const RED = { verdict: 'regression', blocked: true } as const;
const NEWER = { by: { run: 43, attempt: 1 } };

describe('the check', () => {
  test.each([
    ['pass', false, 'success'],
    ['regression', true, 'failure'],
    ['invalid', true, 'failure'],
    // `neutral` would satisfy a required check.
    ['inconclusive', true, 'action_required'],
    ['inconclusive', false, 'neutral'],
  ] as const)('%s, blocked %s: %s', (verdict, blocked, conclusion) => {
    expect(conclusionOf(verdict, blocked)).toBe(conclusion);
  });

  test('is made once by a run, which changes what it said; a newer run has one of its own', async () => {
    await write({ title: 'x'.repeat(300) });
    await write(RED);
    expect(github.checks).toMatchObject([
      {
        ...{ name: 'weighbridge (facts)', external_id: 'weighbridge:facts@42.1' },
        ...{ status: 'completed', conclusion: 'failure' },
      },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await write(NEWER);
    expect(github.checks).toMatchObject([{ conclusion: 'failure' }, { conclusion: 'success' }]);
  });

  test('jobs of a matrix have one each, and none takes the place of another', async () => {
    await write({ job: { id: 'a', label: 'size=7b' }, ...RED });
    await write({ job: { id: 'b', label: 'size=70b' } });
    await write({ job: { id: 'b', label: 'size=70b' } });
    expect(github.checks).toMatchObject([
      { name: 'weighbridge (facts, size=7b)', conclusion: 'failure' },
      { name: 'weighbridge (facts, size=70b)', conclusion: 'success' },
    ]);
  });

  test('that waits for the verdict is changed, between two looks', async () => {
    const own = await reopenCheck(connect(github), PLACE, [], false);
    github.requests.length = 0;
    await write({ own, ...RED });
    expect(github.checks).toMatchObject([{ id: own, conclusion: 'failure' }]);
    const calls = ['graphql/repository', 'checks/update', 'graphql/repository'];
    expect(github.requests.map(({ call }) => call)).toEqual(calls);
  });

  test.each([
    ['of none', {}, []],
    ['of one that waits', { external_id: 'weighbridge:facts@42.1' }, [{ by: { run: 42, attempt: 1 } }]],
    ['of one of an earlier version', { external_id: 'weighbridge:facts' }, [{ by: null }]],
    ['of that of another job', { external_id: 'weighbridge:facts:a@42.1' }, []],
    ['of that of another key', { external_id: 'weighbridge:facts2@42.1' }, []],
    ['of that of another app', { external_id: 'weighbridge:facts@42.1', app: 'somebody' }, []],
  ])('%s GraphQL knows', async (_, check, seen) => {
    const { name, head_sha } = { name: 'weighbridge (facts)', head_sha: PLACE.headSha };
    if ('external_id' in check)
      github.checks.push({ id: 1, name, head_sha, status: 'in_progress', ...check });
    const checks = checksOn(PLACE.headSha, PLACE);
    const { answers } = await askAtOnce(connect(github), PLACE.repository, { checks });
    expect(answers.checks).toEqual(
      seen.map((each) => ({ ...each, isCompleted: false, conclusion: null, began: null, ended: null })),
    );
  });

  // red-team 10: a check that was not made
  test('an answer of 200 without a check is told', async () => {
    github.fault = ({ call }) =>
      call === 'checks/create' ? { body: {}, headers: { 'content-type': 'application/json' } } : undefined;
    await expect(write()).rejects.toThrow('names no check');
  });

  test('a title is cut at a code point', async () => {
    await write({ title: `${'x'.repeat(254)}😀😀` });
    expect(github.checks[0]?.output).toMatchObject({ title: `${'x'.repeat(254)}😀` });
  });

  test('a refusal names the permission', async () => {
    github.fault = () => 403;
    const error = await write().catch((reason: unknown) => reason);
    expect(explainFailure(error, 'check', false)).toContain(
      'permissions:\n  contents: read\n  checks: write',
    );
  });
});

/** The conclusion that GitHub would read, by whichever of its ways: of the newest check, or of the one that was begun or completed last. */
function read() {
  const last = (by: (check: (typeof github.checks)[number]) => number) =>
    github.checks.reduce((best, each) => (by(each) >= by(best) ? each : best)).conclusion ?? null;
  const time = (text: unknown) => (text == null ? Number.POSITIVE_INFINITY : Date.parse(String(text)));
  return [
    ...new Set([
      last(({ id }) => id),
      last((each) => time(each.started_at)),
      last((each) => time(each.completed_at)),
    ]),
  ];
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('of two runs on one commit the newer has the last word', () => {
  const VERDICTS = [
    ['a pass', 'a regression', {}, RED, 'failure'],
    ['a regression', 'a pass', RED, {}, 'success'],
  ] as const;

  test.each(VERDICTS)('the older ends last with %s, after %s', async (_, __, older, newer, counts) => {
    await write({ ...NEWER, ...newer });
    await pause();
    const { newer: run } = await write(older);
    expect([run, read(), github.checks.length]).toEqual([43, [counts], 1]);
  });

  test.each(VERDICTS)('the older ends first with %s, before %s', async (_, __, older, newer, counts) => {
    await write(older);
    await pause();
    expect((await write({ ...NEWER, ...newer })).newer).toBeNull();
    expect(read()).toEqual([counts]);
  });

  test.each(VERDICTS)(
    'both were taken back before, and the older ends last with %s, after %s',
    async (_, __, older, newer, counts) => {
      const client = connect(github);
      const own = await reopenCheck(client, PLACE, [], false);
      await pause();
      const theirs = await reopenCheck(client, { ...PLACE, ...NEWER }, null, false);
      await pause();
      await write({ ...NEWER, ...newer, own: theirs });
      await pause();
      expect((await write({ ...older, own })).newer).toBe(43);
      expect([read(), github.checks.length]).toEqual([[counts], 2]);
    },
  );

  test('while the newer evaluates, the older says nothing', async () => {
    await reopenCheck(connect(github), { ...PLACE, ...NEWER }, [], false);
    expect((await write()).newer).toBe(43);
    expect(github.checks).toMatchObject([{ status: 'in_progress' }]);
  });

  // The newer writes between the look of the older and its write.
  test.each(VERDICTS)('a write of %s that arrives after that of %s', async (_, __, older, newer, counts) => {
    const client = connect(github);
    const [late, early] = [writerOf(older), writerOf({ ...NEWER, ...newer })];
    late.told([]);
    await early.write(client);
    await pause();
    await late.write(client);
    expect(github.checks).toHaveLength(2);
    // Whichever looks first puts it right.
    await late.confirm(client, async () => {});
    expect(late.newer).toBe(43);
    expect(read()).toEqual([counts]);
    github.checks.splice(0);
    const [again, first] = [writerOf(older), writerOf({ ...NEWER, ...newer })];
    again.told([]);
    await first.write(client);
    await pause();
    await again.write(client);
    await first.confirm(client, async () => {});
    expect(read()).toEqual([counts]);
  });

  test('a pass that arrives while the newer evaluates is taken back, and the newer has the last word', async () => {
    const client = connect(github);
    const late = writerOf();
    late.told([]);
    const own = await reopenCheck(client, { ...PLACE, ...NEWER }, [], false);
    await pause();
    await late.write(client);
    await late.confirm(client, async () => {});
    expect(github.checks).toMatchObject([{ status: 'in_progress' }, { conclusion: 'cancelled' }]);
    await pause();
    await write({ ...NEWER, own });
    expect(read()).toEqual(['success']);
  });

  test.each([
    ['a regression is said all the same: a pass of an earlier run may stand there', RED, 1],
    ['a pass is not said: a newer run may have said something else', {}, 0],
  ] as const)('where nobody can look, %s', async (_, text, checks) => {
    github.fault = ({ call }) => (call === 'graphql/repository' ? 502 : undefined);
    const writer = writerOf(text);
    await expect(
      writer.write(connect(github)).then(() => writer.confirm(connect(github), async () => {})),
    ).rejects.toThrow();
    expect([writer.isWritten, github.checks.length]).toEqual([checks === 1, checks]);
  });

  test('what an earlier run left open is closed', async () => {
    await reopenCheck(connect(github), PLACE, [], false);
    await pause();
    await write({ ...NEWER, ...RED });
    expect(github.checks).toMatchObject([{ conclusion: 'failure' }, { conclusion: 'failure' }]);
  });

  test('a run that began earlier and runs again is not newer', async () => {
    await write({ ...NEWER, ...RED });
    expect((await write({ by: { run: 42, attempt: 2 } })).newer).toBe(43);
    await pause();
    expect((await write({ by: { run: 43, attempt: 2 } })).newer).toBeNull();
    expect(read()).toEqual(['success']);
  });
});
