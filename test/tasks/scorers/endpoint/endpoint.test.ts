import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '../../../../src/tasks/scorers/scorer.ts';
import { moderationServer, type Reply } from '../../../support/moderation-server.ts';
import { configured, issuesOf, scoresOf, versionOf } from '../../../support/scoring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

// Pins endpoint.

// What was scored before is kept, which is nobody's business here.
beforeEach(() => void vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder()));
afterEach(() => void vi.unstubAllEnvs());

type Options = Readonly<Record<string, unknown>>;
const entry = (url: string, options: Options) => ({
  ...{ name: 'endpoint', url, model: 'reward', version: '1', attempts: 1 },
  ...options,
});

const ANSWERS: readonly Answer[] = ['yes', 'no'].map((output) => ({
  ...{ id: output, output, targets: ['yes'], question: `Is it ${output}?` },
}));

const ok = (body: object): Reply => ({ status: 200, body: { model: 'reward', ...body } });
/** What the service says to the body of a request. */
type Served = (body: { readonly documents: readonly string[] }) => object;
const bodies = (requests: readonly { readonly body: unknown }[]) => requests.map(({ body }) => body);

describe('what is sent and read', () => {
  test.each<[string, Options, Served, readonly object[], readonly unknown[]]>([
    [
      'pairs of question and answer',
      { api: 'score' },
      () => ({ data: [1, 0].map((index) => ({ index, score: 0.9 - 0.5 * index })) }),
      [{ model: 'reward', text_1: ['Is it yes?', 'Is it no?'], text_2: ['yes', 'no'] }],
      [0.9, 0.4],
    ],
    [
      'pairs of target and answer',
      { api: 'score', beside: 'target' },
      () => ({ data: [0, 1].map((index) => ({ index, score: 1 })) }),
      [{ model: 'reward', text_1: ['yes', 'yes'], text_2: ['yes', 'no'] }],
      [1, 1],
    ],
    [
      'a document for each query',
      { api: 'rerank', max: null, min: null },
      ({ documents }) => ({ results: [{ index: 0, relevance_score: documents[0] === 'yes' ? 3.5 : -2 }] }),
      [
        { model: 'reward', query: 'Is it yes?', documents: ['yes'] },
        { model: 'reward', query: 'Is it no?', documents: ['no'] },
      ],
      [3.5, -2],
    ],
    [
      'the number of a class',
      { api: 'classify', class: 1 },
      () => ({
        data: [
          { index: 0, label: 'a', probs: [0.3, 0.7] },
          { index: 1, probs: [1] },
        ],
      }),
      [{ model: 'reward', input: ['yes', 'no'] }],
      [0.7, { unscored: 'the service knows 1 classes, and none at 1' }],
    ],
    [
      'the name of a class',
      { api: 'classify', class: 'toxic' },
      () => ({
        data: [
          { index: 0, label: 'toxic', probs: [0.3] },
          { index: 1, label: null, probs: [1] },
        ],
      }),
      [{ model: 'reward', input: ['yes', 'no'] }],
      [1, { unscored: 'the service named no class' }],
    ],
    [
      'a conversation',
      { api: 'classify', class: 0, conversation: true, min: null, max: null },
      () => ({ data: [{ index: 0, probs: [-4.5] }] }),
      ANSWERS.map(({ question, output }) => ({
        model: 'reward',
        messages: [
          { role: 'user', content: question },
          { role: 'assistant', content: output },
        ],
      })),
      [-4.5, -4.5],
    ],
    [
      'a service of your own',
      { api: 'scores' },
      () => ({ scores: [1, { unscored: 'no\nidea' }] }),
      [
        {
          model: 'reward',
          answers: ANSWERS.map(({ output: text, question, targets }) => ({ text, question, targets })),
        },
      ],
      [1, { unscored: 'no idea' }],
    ],
  ])('%s', async (_, options, served, sent, scores) => {
    const { url, requests } = await moderationServer([({ body }) => ok(served(body as never))]);
    expect(await scoresOf(entry(url, options), ANSWERS)).toEqual(scores);
    // Requests of one answer each are under way at once, and arrive in any order.
    expect(requests).toHaveLength(sent.length);
    expect(bodies(requests)).toEqual(expect.arrayContaining([...sent]));
  });
});

describe('no answer is a score', () => {
  test.each<[string, Reply, RegExp]>([
    ['an error', { status: 500 }, /endpoint: the service answered 500/],
    ['what is no JSON', { status: 200, body: 'x' }, /the answer is not a scoring/],
    [
      'a score that is said twice',
      { status: 200, body: '{"data": [{"index": 0, "score": 0, "score": 1}, {"index": 1, "score": 1}]}' },
      /the answer is not a scoring/,
    ],
    ['another form', ok({ results: [] }), /the answer is not a scoring/],
    ['too few', ok({ data: [{ index: 0, score: 1 }] }), /answered 1 of 2 answers/],
    ['one place twice', ok({ data: [0, 0].map((index) => ({ index, score: 1 })) }), /answered 2 of 2/],
    [
      'one outside of what the task declares',
      ok({ data: [0, 1].map((index) => ({ index, score: -1 })) }),
      /outside of 0 to 1/,
    ],
  ])('%s', async (_, reply, reason) => {
    const { url } = await moderationServer([reply]);
    for (const score of await scoresOf(entry(url, { api: 'score' }), ANSWERS))
      expect(score).toEqual({ unscored: expect.stringMatching(reason) });
  });

  test.each<[string, Reply]>([
    ['null', { status: 200, body: '{"data": [{"index": 1, "score": 1}, {"index": 0, "score": null}]}' }],
    [
      "Python's NaN",
      { status: 200, body: '{"data": [{"index": 0, "score": NaN}, {"index": 1, "score": 1}]}' },
    ],
    [
      'more than a number holds',
      { status: 200, body: '{"data": [{"index": 0, "score": 1e999}, {"index": 1, "score": 1}]}' },
    ],
    [
      'a text',
      ok({
        data: [
          { index: 0, score: '0.5' },
          { index: 1, score: 1 },
        ],
      }),
    ],
    ['nothing', ok({ data: [{ index: 0 }, { index: 1, score: 1 }] })],
  ])('%s in the place of one score takes none beside it with it', async (_, reply) => {
    const { url } = await moderationServer([reply]);
    expect(await scoresOf(entry(url, { api: 'score' }), ANSWERS)).toEqual([
      { unscored: expect.stringMatching(/(is no finite number|gave no number)/) },
      1,
    ]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, unknown]>([
    ['a service of your own', { api: 'scores' }, { scores: [null, 1] }, 1],
    ['of another type', { api: 'scores' }, { scores: [[1], 0.5] }, 0.5],
    [
      'a class by its place',
      { api: 'classify', class: 1, conversation: false },
      {
        data: [
          { index: 0, probs: [0.1, null] },
          { index: 1, probs: [0.2, 0.8] },
        ],
      },
      0.8,
    ],
    [
      'a class by its name',
      { api: 'classify', class: 'safe', conversation: false },
      {
        data: [
          { index: 0, label: 7, probs: [] },
          { index: 1, label: 'safe', probs: [] },
        ],
      },
      1,
    ],
  ])('of %s too', async (_, options, served, other) => {
    const { url } = await moderationServer([ok(served)]);
    expect(await scoresOf(entry(url, options), ANSWERS)).toEqual([{ unscored: expect.any(String) }, other]);
  });

  test('a question that nobody kept', async () => {
    const { url, requests } = await moderationServer([ok({})]);
    const [first] = ANSWERS.map(({ question: _, ...answer }) => answer);
    expect(await scoresOf(entry(url, { api: 'score' }), first === undefined ? [] : [first])).toEqual([
      { unscored: 'endpoint: nobody kept what the answer is held against' },
    ]);
    expect(requests).toEqual([]);
  });

  test('an answer that is refused takes none beside it with it', async () => {
    const { url } = await moderationServer([
      ({ body }) => {
        const { text_2: texts } = body as unknown as { readonly text_2: readonly string[] };
        if (texts.includes('no')) return { status: 400 };
        return ok({ data: texts.map((_, index) => ({ index, score: 1 })) });
      },
    ]);
    expect(await scoresOf(entry(url, { api: 'score' }), ANSWERS)).toEqual([
      1,
      { unscored: 'endpoint: the service answered 400' },
    ]);
  });

  test.each([401, 404])('%i ends the task', async (status) => {
    const { url } = await moderationServer([{ status }]);
    await expect(scoresOf(entry(url, { api: 'score' }), ANSWERS)).rejects.toThrow(`answered ${status}`);
  });

  test('a budget ends the task before more is sent', async () => {
    const { url, requests } = await moderationServer([ok({ results: [{ index: 0, relevance_score: 1 }] })]);
    const options = { api: 'rerank', concurrency: 1, budget: { requests: 1 } };
    await expect(scoresOf(entry(url, options), ANSWERS)).rejects.toThrow(
      /scorers\.endpoint\.budget|budget of 1 requests/,
    );
    expect(requests).toHaveLength(1);
  });
});

test('what was scored is not asked again, of the same model', async () => {
  const { url, requests } = await moderationServer([
    ok({ data: [0, 1].map((index) => ({ index, score: 0.5 })) }),
  ]);
  await scoresOf(entry(url, { api: 'score' }), ANSWERS);
  expect(await scoresOf(entry(url, { api: 'score', max: 0.25 }), ANSWERS)).toHaveLength(2);
  expect(requests).toHaveLength(1);
  await scoresOf(entry(url, { api: 'score', version: '2' }), ANSWERS);
  expect(requests).toHaveLength(2);
});

test('two services on one machine know nothing of each other', async () => {
  const scoring = (score: number) =>
    moderationServer([ok({ data: [0, 1].map((index) => ({ index, score })) })]);
  const [one, other] = [await scoring(1), await scoring(0)];
  expect(await scoresOf(entry(one.url, { api: 'score' }), ANSWERS)).toEqual([1, 1]);
  expect(await scoresOf(entry(other.url, { api: 'score' }), ANSWERS)).toEqual([0, 0]);
});

describe('who scores', () => {
  const opened = async (...replies: readonly Reply[]) => {
    const { url } = await moderationServer(replies);
    return configured(entry(url, { api: 'rerank' })).open('/');
  };
  const { signal } = new AbortController();
  const said = (model: string) => ok({ model, results: [{ index: 0, relevance_score: 1 }] });

  test('is asked before a model is, and part of the version', async () => {
    const scorer = await opened(said('reward-2026'));
    await scorer.ready(signal);
    expect(scorer.version).toMatch(/^endpoint@1#[0-9a-f]{16}:reward-2026$/);
  });

  test('must answer', async () => {
    const scorer = await opened({ status: 500 });
    await expect(scorer.ready(signal)).rejects.toThrow(/the scoring service at http.*answered 500/);
  });

  test('must stay the same', async () => {
    const scorer = await opened(said('a'), said('b'));
    await scorer.ready(signal);
    await expect(scorer.score(ANSWERS, signal)).rejects.toThrow(/changed while it scored: "a" became "b"/);
  });
});

test('its place and its weights are part of the version, and how it is asked is not', async () => {
  const at = (url: string, more: Options = {}) => versionOf(entry(url, { api: 'score', ...more }));
  const version = await at('http://127.0.0.1:8000/score');
  expect(await at('http://127.0.0.1:9000/score', { attempts: 3, concurrency: 1 })).toBe(version);
  expect(await at('http://10.0.0.1:8000/score')).not.toBe(version);
  expect(await at('http://127.0.0.1:8000/other/score')).not.toBe(version);
  expect(await at('http://127.0.0.1:8000/score', { version: '2' })).not.toBe(version);
});

test.each<[Options, RegExp]>([
  [{ api: 'chat' }, /score.*rerank.*classify.*scores/s],
  [{}, /score.*rerank.*classify.*scores/s],
  [{ api: 'classify' }, /^class: /],
  [{ api: 'score', class: 1 }, /class/],
  [{ api: 'score', budget: { cost: 1 } }, /^budget: .*price/],
  [{ api: 'score', url: 'file:///etc/passwd' }, /^url: /],
])('%j is refused', (options, message) => {
  expect(issuesOf(entry('http://h/', options))).toMatch(message);
});
