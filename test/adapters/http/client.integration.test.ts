import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { exportProxies, proxiesOf, request } from '../../../src/adapters/http/client.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function serve(listener: RequestListener) {
  const seen: { readonly method: string; readonly token: string | undefined; readonly body: string }[] = [];
  const server = createServer(async (asked: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const piece of asked) body += piece;
    seen.push({ method: asked.method ?? '', token: asked.headers.authorization, body });
    listener(asked, response);
  });
  const connects: string[] = [];
  server.on('connect', (asked, socket) => {
    connects.push(asked.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  return { seen, connects, port, url: `http://127.0.0.1:${port}` };
}

const secret = { headers: { authorization: 'token t' } };
const post = { ...secret, method: 'POST', body: 'what is said' };

// red-team 10: corporate proxies
describe('proxies', () => {
  test.each([
    [{}, { http: null, https: null, no: '' }],
    [{ HTTPS_PROXY: 'http://p:1' }, { http: null, https: 'http://p:1', no: '' }],
    [{ HTTPS_PROXY: 'p:1' }, { http: null, https: 'http://p:1', no: '' }],
    [
      { ALL_PROXY: 'p:1', NO_PROXY: 'a,b' },
      { http: 'http://p:1', https: 'http://p:1', no: 'a,b' },
    ],
    [
      { https_proxy: 'http://low', HTTPS_PROXY: 'http://up' },
      { http: null, https: 'http://low', no: '' },
    ],
    [
      { https_proxy: '', HTTPS_PROXY: 'http://up' },
      { http: null, https: 'http://up', no: '' },
    ],
  ])('%o', (environment, proxies) => expect(proxiesOf(environment)).toEqual(proxies));

  test.each(['HTTP_PROXY', 'ALL_PROXY', 'http_proxy'])(
    '%s without a scheme is gone through',
    async (name) => {
      const proxy = await serve((_, response) => response.end());
      const environment = { [name]: `127.0.0.1:${proxy.port}` };
      await expect(request('http://nowhere.invalid/', {}, { totalMs: 3000 }, environment)).rejects.toThrow();
      expect(proxy.connects).toEqual(['nowhere.invalid:80']);
    },
  );

  test('libraries that read the environment are told of it with a scheme', () => {
    const environment = { ALL_PROXY: 'p:1', HTTPS_PROXY: 'q:2' };
    exportProxies(environment);
    expect(environment).toMatchObject({ http_proxy: 'http://p:1', https_proxy: 'http://q:2' });
  });

  test('a proxy of a kind that we do not speak is an error, and not gone around', async () => {
    await expect(request('http://a.invalid', {}, {}, { ALL_PROXY: 'socks5://p:1' })).rejects.toThrow(
      'a proxy of the kind socks5 is not supported',
    );
  });

  test('what NO_PROXY names is asked straight', async () => {
    const server = await serve((_, response) => response.end('straight'));
    const environment = { ALL_PROXY: '127.0.0.1:1', NO_PROXY: '127.0.0.1' };
    expect(await (await request(server.url, {}, {}, environment)).text()).toBe('straight');
  });
});

// red-team 10: bodies without end, bombs, drips and loops
describe('what never ends, or is too much', () => {
  test.each([
    ['hangs', () => {}],
    [
      'drips',
      (_, response) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ] as readonly (readonly [string, RequestListener])[])(
    'a server that %s has a total deadline',
    async (_, listener) => {
      const { url } = await serve(listener);
      await expect(request(url, {}, { totalMs: 300 })).rejects.toMatchObject({ name: 'TimeoutError' });
    },
  );

  test.each([
    ['a body without end', {}, Buffer.alloc(200_000)],
    ['a gzip bomb', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000))],
  ])('%s is cut', async (_, headers, body) => {
    const { url } = await serve((_, response) => response.writeHead(200, headers).end(body));
    await expect(request(url, {}, { bytes: 100_000 })).rejects.toThrow('larger than 100000 bytes');
  });

  test('a loop of redirects', async () => {
    const { url, seen } = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    await expect(request(url)).rejects.toThrow('redirected more than 5 times');
    expect(seen).toHaveLength(6);
  });
});

describe('redirects', () => {
  test.each([301, 302, 307, 308])('%s on a create is followed as a create', async (status) => {
    const { url, seen } = await serve(({ url }, response) =>
      url === '/'
        ? response.writeHead(status, { location: '/new' }).end()
        : response.writeHead(201).end('{}'),
    );
    expect(await request(url, post)).toMatchObject({ status: 201 });
    expect(seen).toEqual(Array(2).fill({ method: 'POST', token: 'token t', body: 'what is said' }));
  });

  // red-team 10: a redirect to another host
  test('another host is given no token, and nothing that was sent', async () => {
    const other = await serve((_, response) => response.end('found'));
    const { url } = await serve((_, response) => response.writeHead(307, { location: other.url }).end());
    expect(await (await request(url, secret)).text()).toBe('found');
    expect(other.seen).toEqual([{ method: 'GET', token: undefined, body: '' }]);
    await expect(request(url, post)).rejects.toThrow('to another host');
    expect(other.seen).toHaveLength(1);
  });

  test('are an error where the caller says so', async () => {
    const { url } = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    await expect(request(url, { redirect: 'error' })).rejects.toThrow('redirected');
  });
});
