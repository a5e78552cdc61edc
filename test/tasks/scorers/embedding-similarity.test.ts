import { expect, test, vi } from 'vitest';
import { moderationServer, type Reply } from '../../support/moderation-server.ts';
import { answer, configured, issuesOf, scoresOf, versionOf } from '../../support/scoring.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// Pins embedding_similarity.

const entry = (url: string, more: object = {}) => ({
  ...{ name: 'embedding_similarity', url, model: 'bge', version: '1', attempts: 1 },
  ...more,
});

/** Embeds each text by its letters a and b. */
const byLetters = ({ body }: { body: { input: readonly string[] } }): Reply => ({
  status: 200,
  body: {
    data: body.input
      .map((text, index) => ({ index, embedding: ['a', 'b'].map((letter) => text.split(letter).length - 1) }))
      .reverse(),
  },
});

test('the cosine of answer and nearest target, each text asked of once', async () => {
  const { url, requests } = await moderationServer([byLetters]);
  const scores = await scoresOf(entry(url), [answer('aaa', 'a', 'b'), answer('ab', 'a'), answer('b', 'a')]);
  expect(scores.map((score) => Number(score).toFixed(6))).toEqual(['1.000000', '0.707107', '0.000000']);
  expect(requests.map(({ body }) => body)).toEqual([
    { model: 'bge', input: ['aaa', 'a', 'b', 'ab'], encoding_format: 'float' },
  ]);
});

test('an empty answer is unscored, and asked of nobody', async () => {
  const { url, requests } = await moderationServer([byLetters]);
  expect(await scoresOf(entry(url), [answer(' ', 'a'), answer('a', 'a')])).toEqual([
    { unscored: 'an empty text has no embedding' },
    1,
  ]);
  expect(requests[0]?.body.input).toEqual(['a']);
});

test('a service to which all texts are alike scores none', async () => {
  const same = ({ body }: { body: { input: readonly string[] } }): Reply => ({
    status: 200,
    body: { data: body.input.map((_, index) => ({ index, embedding: [1, 2] })) },
  });
  const { url } = await moderationServer([same]);
  for (const name of ['embedding_similarity', 'embedding_direction']) {
    const opened = await configured(entry(url, { name })).open('/');
    await expect(opened.ready(new AbortController().signal)).rejects.toThrow(/unlike texts the same vector/);
  }
  const other = await configured(entry((await moderationServer([byLetters])).url)).open('/');
  await expect(other.ready(new AbortController().signal)).resolves.toBeUndefined();
});

test.each<[string, unknown]>([
  ['no number in it', [0.1, null]],
  ['nothing in it', []],
  ['none at all', null],
])('a vector with %s takes none beside it with it', async (_, embedding) => {
  const { url } = await moderationServer([
    ({ body }) => ({
      status: 200,
      body: {
        data: body.input.map((text, index) => ({ index, embedding: text === 'a' ? embedding : [1, 0] })),
      },
    }),
  ]);
  expect(await scoresOf(entry(url), [answer('a', 'b'), answer('c', 'b')])).toEqual([
    { unscored: 'embedding_similarity: the service gave no vector of finite numbers' },
    1,
  ]);
});

test.each<[string, Reply, RegExp]>([
  ['an error', { status: 500 }, /the service answered 500/],
  ['something else', { status: 200, body: { data: 'x' } }, /the answer is not an embedding/],
  ['too few', { status: 200, body: { data: [{ index: 0, embedding: [1] }] } }, /answered 1 of 2 texts/],
  [
    'vectors of two lengths',
    {
      status: 200,
      body: {
        data: [
          { index: 0, embedding: [1] },
          { index: 1, embedding: [1, 2] },
        ],
      },
    },
    /vectors that cannot be compared/,
  ],
  [
    'vectors without a direction',
    {
      status: 200,
      body: {
        data: [
          { index: 0, embedding: [0] },
          { index: 1, embedding: [1] },
        ],
      },
    },
    /vectors that cannot be compared/,
  ],
])('%s leaves the answer unscored', async (_, reply, reason) => {
  const { url } = await moderationServer([reply]);
  expect(await scoresOf(entry(url), [answer('a', 'b')])).toEqual([
    { unscored: expect.stringMatching(reason) },
  ]);
});

test('a key that is refused stops the task, and is sent from the environment alone', async () => {
  vi.stubEnv('EMBED_KEY', 'k');
  try {
    const { url, requests } = await moderationServer([{ status: 401 }]);
    await expect(scoresOf(entry(url, { api_key_env: 'EMBED_KEY' }), [answer('a', 'b')])).rejects.toThrow(
      /the embedding service answered 401/,
    );
    expect(requests[0]?.authorization).toBe('Bearer k');
  } finally {
    vi.unstubAllEnvs();
  }
});

test('model and version are part of the fingerprint', async () => {
  const versions = await Promise.all(
    [{}, { model: 'x' }, { version: '2' }].map((more) => versionOf(entry('http://h/', more))),
  );
  expect(new Set(versions).size).toBe(3);
  expect(configured(entry('http://h/')).checkTargets([])).toMatch(/needs a target/);
});

test.each<[object, RegExp]>([
  [{}, /^checkpoint: set checkpoint \(a GGUF file of an embedding model\), or url/],
  [{ url: 'http://h/' }, /^model: is needed with url\nversion: is needed with url$/],
  [
    { checkpoint: 'e.gguf', url: 'http://h/', model: 'm' },
    /^url: belongs to a service.*\nmodel: belongs to url/,
  ],
])('%j does not say what embeds', (options, says) => {
  expect(issuesOf({ name: 'embedding_similarity', ...options })).toMatch(says);
});

test.each<[string, string | null, RegExp]>([
  ['is not there', null, /cannot be opened/],
  ['is none', 'GGML', /is not a GGUF file/],
  ['is torn', 'GGUF\u0003', /has a header that cannot be read/],
])('a checkpoint that %s stops the task before anything is started', async (_, content, says) => {
  const folder = temporaryFolder(content === null ? {} : { 'e.gguf': content });
  const entry = { name: 'embedding_similarity', checkpoint: 'e.gguf' };
  await expect(scoresOf(entry, [answer('a', 'b')], folder)).rejects.toThrow(says);
});
