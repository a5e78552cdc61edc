import { describe, expect, test, vi } from 'vitest';
import { faultOf } from '../../../support/fault.ts';
import { type ModerationRequest, moderationServer, type Reply } from '../../../support/moderation-server.ts';
import { answer, configured, scoresOf } from '../../../support/scoring.ts';

// Pins toxicity.

const results = ({ body }: ModerationRequest): Reply => ({
  status: 200,
  body: {
    id: 'modr-1',
    model: body.model,
    results: body.input.map((text) => ({
      flagged: text.includes('bad'),
      categories: {},
      category_scores: { hate: Math.min(1, text.length / 10), violence: 0.1 },
    })),
  },
});
const entry = (url: string, options: object = {}) => ({
  name: 'toxicity',
  backend: 'moderations',
  url,
  model: 'guard-1',
  timeout_seconds: 5,
  ...options,
});
const TWO = [answer('a bad answer'), answer('good')];

describe('a service that answers', () => {
  test('flags', async () => {
    const { url, requests } = await moderationServer([results]);
    expect(await scoresOf(entry(url), TWO)).toEqual([1, 0]);
    expect(requests).toEqual([
      { authorization: undefined, body: { model: 'guard-1', input: ['a bad answer', 'good'] } },
    ]);
  });

  test('contradicts itself', async () => {
    const said = { flagged: false, categories: { violence: false, hate: true } };
    const { url } = await moderationServer([{ status: 200, body: { results: [said] } }]);
    expect(await scoresOf(entry(url), [answer('x')])).toEqual([
      { unscored: 'toxicity: the service flags hate, and does not flag the text' },
    ]);
  });

  test('gives scores for a threshold', async () => {
    const { url } = await moderationServer([results]);
    expect(await scoresOf(entry(url, { threshold: 0.4 }), [answer('abc'), answer('abcd')])).toEqual([0, 1]);
  });

  test.each([-1, 1.5, 7])('and one of %d is none, beside a threshold from 0 to 1', async (odd) => {
    const { url } = await moderationServer([
      { status: 200, body: { results: [{ flagged: false, category_scores: { hate: odd, violence: 0.1 } }] } },
    ]);
    expect(await scoresOf(entry(url, { threshold: 0.4 }), [answer('abc')])).toEqual([
      { unscored: `toxicity: the service's category score of ${odd} is not from 0 to 1` },
    ]);
  });

  test.each<[number, unknown]>([
    [0.4, { unscored: 'toxicity: the service left a category unscored' }],
    [0.05, 1],
  ])('and a category without one is no innocence, at a threshold of %d', async (threshold, score) => {
    const { url } = await moderationServer([
      {
        status: 200,
        body: { results: [{ flagged: false, category_scores: { hate: null, violence: 0.1 } }] },
      },
    ]);
    expect(await scoresOf(entry(url, { threshold }), [answer('abc')])).toEqual([score]);
  });

  test('refuses one text without leaving those beside it unscored', async () => {
    const { url } = await moderationServer([
      (request) => (request.body.input.includes('good') ? { status: 413 } : results(request)),
    ]);
    expect(await scoresOf(entry(url), TWO)).toEqual([1, { unscored: 'toxicity: the service answered 413' }]);
  });

  test('gets at most 32 texts at once, and the key', async () => {
    const { url, requests } = await moderationServer([results]);
    vi.stubEnv('GUARD_KEY', 'secret');
    const answers = Array.from({ length: 70 }, (_, index) => answer(index === 69 ? 'bad' : 'good'));
    const scores = await scoresOf(entry(url, { api_key_env: 'GUARD_KEY' }), answers);
    vi.unstubAllEnvs();
    expect(scores.reduce<number>((sum, score) => sum + Number(score), 0)).toBe(1);
    expect(scores[69]).toBe(1);
    expect(requests.map(({ body }) => body.input.length)).toEqual([32, 32, 6]);
    expect(requests[0]?.authorization).toBe('Bearer secret');
  });
});

describe('a service that recovers', () => {
  test.each<[string, Reply]>([
    ['500', { status: 500 }],
    ['429 with Retry-After in seconds', { status: 429, headers: { 'retry-after': '0' } }],
    ['429 with a date', { status: 429, headers: { 'retry-after': new Date().toUTCString() } }],
    ['garbage', { status: 200, body: '<html>' }],
    ['too few results', { status: 200, body: { results: [] } }],
    ['hanging up', 'hang up'],
  ])('%s', async (_, reply) => {
    const { url, requests } = await moderationServer([reply, results]);
    expect(await scoresOf(entry(url), TWO)).toEqual([1, 0]);
    expect(requests).toHaveLength(2);
  });

  test('waits as long as Retry-After says', async () => {
    const { url } = await moderationServer([{ status: 429, headers: { 'retry-after': '1' } }, results]);
    const started = performance.now();
    await scoresOf(entry(url), TWO);
    expect(performance.now() - started).toBeGreaterThan(950);
  });
});

describe('a service that does not recover leaves answers unscored, never 0', () => {
  test.each<[string, Reply, string, object?]>([
    ['500', { status: 500 }, 'the service answered 500'],
    ['400, which no retry would change', { status: 400 }, 'the service answered 400', { attempts: 10 }],
    ['garbage', { status: 200, body: 'x' }, 'the answer is not a moderation'],
    ['no flag', { status: 200, body: { results: [{}, {}] } }, 'the answer is not a moderation'],
    [
      'no scores for a threshold',
      {
        status: 200,
        body: { results: [{ flagged: false }, { flagged: false }] },
      },
      'the service gave no category scores',
      { threshold: 0.5 },
    ],
    ['silence', 'hang', 'no answer within 0.2 s', { timeout_seconds: 0.2 }],
  ])('%s', async (_, reply, reason, options = {}) => {
    const { url } = await moderationServer([reply]);
    const score = { unscored: `toxicity: ${reason}` };
    expect(await scoresOf(entry(url, { attempts: 2, ...options }), TWO)).toEqual([score, score]);
  });

  test('what is no moderation of one text takes none beside it with it', async () => {
    const { url } = await moderationServer([
      { status: 200, body: { results: [{ flagged: null }, { flagged: true }] } },
    ]);
    expect(await scoresOf(entry(url), TWO)).toEqual([
      { unscored: 'toxicity: the answer is not a moderation' },
      1,
    ]);
  });

  test('nobody there', async () => {
    const scores = await scoresOf(entry('http://127.0.0.1:1/v1/moderations', { attempts: 1 }), [answer('x')]);
    expect(scores).toEqual([{ unscored: expect.stringMatching(/^toxicity: the request failed \(/) }]);
  });

  test('one batch fails, the others count', async () => {
    const { url } = await moderationServer([results, { status: 500 }, results]);
    const scores = await scoresOf(
      entry(url, { attempts: 1 }),
      Array.from({ length: 96 }, () => answer('good')),
    );
    expect(scores.filter((score) => score === 0)).toHaveLength(64);
    expect(scores[40]).toEqual({ unscored: 'toxicity: the service answered 500' });
  });
});

describe('what stays wrong stops the task', () => {
  test.each([401, 403, 404])('%d', async (status) => {
    const { url, requests } = await moderationServer([{ status }]);
    const fault = await faultOf(() => scoresOf(entry(url), TWO));
    expect(fault).toMatchObject({ kind: 'config', text: expect.stringContaining(`answered ${status}`) });
    expect(requests).toHaveLength(1);
  });

  test('a key that is not set, before anything is asked', async () => {
    const fault = await faultOf(() =>
      configured(entry('http://127.0.0.1:1/', { api_key_env: 'NO_KEY' })).open('/'),
    );
    expect(fault.text).toMatch(/NO_KEY is not set[\s\S]*env-allow/);
  });

  test('an abort', async () => {
    const { url } = await moderationServer(['hang']);
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('stop')), 100);
    await expect(scoresOf(entry(url), TWO, '/', abort.signal)).rejects.toThrow('stop');
  });
});

describe('the model that moderates', () => {
  const said =
    (model?: string) =>
    ({ body }: ModerationRequest): Reply => ({
      status: 200,
      body: { model, results: body.input.map(() => ({ flagged: false })) },
    });
  const ready = async (url: string) => {
    const scorer = await configured(entry(url, { attempts: 1 })).open('/');
    await scorer.ready(signal);
    return scorer;
  };
  const { signal } = new AbortController();

  test('is part of the version, by the name under which it answers', async () => {
    const { url } = await moderationServer([said('guard-2026-01'), said('guard-2026-02'), said()]);
    const versions = [(await ready(url)).version, (await ready(url)).version, (await ready(url)).version];
    expect(versions).toEqual(
      ['guard-2026-01', 'guard-2026-02', 'guard-1'].map((name) => expect.stringMatching(`:${name}$`)),
    );
    expect(new Set(versions).size).toBe(3);
  });

  test('ends the task where it becomes another under way', async () => {
    const { url } = await moderationServer([said('guard-2026-01'), said('guard-2026-02')]);
    const scorer = await ready(url);
    expect(await faultOf(async () => scorer.score(TWO, signal))).toMatchObject({
      kind: 'engine',
      text: expect.stringContaining('"guard-2026-01" became "guard-2026-02"'),
    });
  });

  test('that is not there is known before a model is asked', async () => {
    const fault = await faultOf(() => ready('http://127.0.0.1:1/v1/moderations'));
    expect(fault).toMatchObject({
      kind: 'engine',
      text: expect.stringContaining('the moderation service at'),
    });
  });
});
