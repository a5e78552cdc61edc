import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBucket } from '../../../src/adapters/http/bucket.ts';

/** Answers as S3 documents them; that requests are signed well, a real server says in test/app/baselines. */
interface Request {
  readonly call: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Answer = (call: string) => { readonly status?: number; readonly body?: string };

const requests: Request[] = [];
let answer: Answer;
const server = createServer(async (request, response) => {
  const call = `${request.method} ${request.url}`;
  let body = '';
  for await (const piece of request) body += piece;
  requests.push({ call, headers: request.headers, body });
  const { status = 200, body: text = '' } = answer(call);
  response.writeHead(status).end(text);
});
beforeEach(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterEach(() => {
  requests.length = 0;
  return new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
});

const open = (address = 's3://models/team a') =>
  openBucket(address, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    ...{ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'session' },
  });

const page = (keys: readonly string[], next = '') =>
  `<?xml version="1.0"?><ListBucketResult><Name>models</Name>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}${next}</ListBucketResult>`;

describe('a bucket', () => {
  test('lists all pages, with the signs that XML writes otherwise, below its prefix', async () => {
    answer = (call) => ({
      body: call.includes('continuation-token=x%2F1')
        ? page(['team a/c'])
        : page(['team a/a&amp;b', 'team a/b/&#x4e;'], '<NextContinuationToken>x/1</NextContinuationToken>'),
    });
    expect(await (await open()).list()).toEqual(['a&b', 'b/N', 'c']);
    expect(requests[0]?.call).toBe('GET /models?list-type=2&prefix=team+a%2F');
  });

  test('gives what is there, and null for what is not', async () => {
    answer = (call) => (call.endsWith('/there.json') ? { body: 'content' } : { status: 404 });
    const bucket = await open();
    expect(String(await bucket.get('entries/there.json'))).toBe('content');
    expect(await bucket.get('gone')).toBeNull();
    expect(requests.map(({ call }) => call)).toEqual([
      'GET /models/team%20a/entries/there.json',
      'GET /models/team%20a/gone',
    ]);
  });

  test('takes content with its digest, signed for the session of a role', async () => {
    answer = () => ({});
    await (await open('s3://models')).put('a', Buffer.from('content'));
    expect(requests).toMatchObject([{ call: 'PUT /models/a', body: 'content' }]);
    expect(requests[0]?.headers).toMatchObject({
      'x-amz-security-token': 'session',
      'x-amz-content-sha256': 'ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73',
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 .*us-east-1\/s3\/aws4_request/),
    });
  });

  test.each([
    ['refused', { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }, 'HTTP 403 AccessDenied'],
    ["a proxy's page", { status: 400, body: '<html><br>' }, 'HTTP 400'],
    ['no XML', { body: 'hello' }, ''],
    ['half an answer', { body: '<ListBucketResult><Contents>' }, ''],
    ['no such bucket', { status: 404 }, 'there is no such bucket'],
  ])('%s: a fault of the platform, which names the address', async (_, given, words) => {
    answer = () => given;
    await expect((await open()).list()).rejects.toMatchObject({
      kind: 'platform',
      message: expect.stringMatching(new RegExp(`^s3://models/team a did not list its objects: .*${words}`)),
    });
  });

  test('that is not there takes nothing', async () => {
    answer = () => ({ status: 404 });
    await expect((await open()).put('a', Buffer.from('x'))).rejects.toThrow('there is no such bucket');
  });
});
