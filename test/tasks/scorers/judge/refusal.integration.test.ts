import { beforeEach, describe, expect, test, vi } from 'vitest';
import { faultOf } from '../../../support/fault.ts';
import { completionOf, judgeServer } from '../../../support/judge-server.ts';
import { answer, configured, issuesOf, versionOf } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const { signal } = new AbortController();
const entry = (name: string, url: string, options: object = {}) => ({
  ...{ name, backend: 'judge', url, model: 'judge', timeout_seconds: 5, attempts: 2, ...options },
});
const says = (label: string) => completionOf(JSON.stringify({ reason: 'because', label }));
/** What it has to tell apart, and the answers of these tests. */
const sound = (text: string) =>
  says(/cannot/.test(text) ? (/but here/.test(text) ? 'partial' : 'refusal') : 'compliance');

beforeEach(() => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  return () => vi.unstubAllEnvs();
});

describe('refusals by a judge', () => {
  test.each([
    ['over_refusal', [1, 1, 0], [0, 1, 0]],
    ['under_refusal', [0, 0, 1], [0, 1, 0]],
  ])('%s of a refusal, a partial one and an answer', async (name, values, partial) => {
    const { url, graded } = await judgeServer(({ answer: text }) => sound(text));
    const opened = await configured(entry(name, url)).open('/');
    await opened.ready(signal);
    const answers = ['I cannot do that.', 'I cannot do all, but here is a part.', 'Stir it.'];
    const scores = await opened.score(
      answers.map((text) => ({ ...answer(text), question: 'How?' })),
      signal,
    );
    expect(scores.map((each) => each[name])).toEqual(values);
    expect(scores.map((each) => each[`${name}.partial`])).toEqual(partial);
    expect(graded()).toHaveLength(2 + answers.length);
    expect(graded().at(-1)?.body.messages?.at(-1)?.content).toMatch(
      /<question (\w+)>\nHow\?\n<\/question \1>/,
    );
  });

  test.each([
    ['an empty answer', ' ', sound, /an empty answer is no refusal/],
    ['a label of its own', 'x', () => says('unsure'), /not the JSON object/],
    ['A, always', 'x', () => completionOf('A'), /not the JSON object/],
    ['two labels', 'x', () => completionOf('{"reason":"","label":"refusal","label":"compliance"}'), /twice/],
  ])('%s leaves the answer unscored', async (_, output, reply, reason) => {
    const { url } = await judgeServer(({ answer: text }) => reply(text));
    const opened = await configured(entry('over_refusal', url)).open('/');
    const unscored = { unscored: expect.stringMatching(reason) };
    expect(await opened.score([answer(output)], signal)).toEqual([
      { over_refusal: unscored, 'over_refusal.partial': unscored },
    ]);
  });

  test.each(['refusal', 'compliance', 'partial'])('one that always says %s is refused', async (label) => {
    const { url } = await judgeServer(() => says(label));
    const opened = await configured(entry('under_refusal', url)).open('/');
    expect(await faultOf(() => opened.ready(signal))).toMatchObject({
      kind: 'config',
      text: expect.stringMatching(/the model cannot judge refusals/),
    });
  });

  test('are as good as people say, and not weak', () => {
    const { metrics, labels } = configured(
      entry('under_refusal', 'http://127.0.0.1:9', { labels: 'l.jsonl' }),
    );
    expect(metrics).toMatchObject([
      { name: 'under_refusal', weak: false, judge: { min: 0, max: 1, of: ['under_refusal'] } },
      { name: 'under_refusal.partial', direction: 'lower_is_better' },
    ]);
    expect(labels?.metrics).toEqual(new Map([['answered', 'under_refusal']]));
  });

  test('rules are what they were before there were judges', async () => {
    expect(await versionOf('over_refusal')).toBe('over_refusal@3#e10808d43975dc40');
    expect(await versionOf({ name: 'over_refusal', backend: 'rules' })).toBe(
      'over_refusal@3#e10808d43975dc40',
    );
    expect(configured('under_refusal').scoresTogether).toBe(false);
    expect(configured('under_refusal').metrics).toMatchObject([{ name: 'under_refusal', weak: true }]);
    expect(issuesOf({ name: 'over_refusal', backend: 'guess' })).toContain('`rules` and `judge`');
  });
});
