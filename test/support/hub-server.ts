import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, vi } from 'vitest';

export const HUB_COMMIT = 'c'.repeat(40);

export interface HubAnswers {
  readonly status?: number;
  /** Sent in place of what is listed. */
  readonly lies?: Readonly<Record<string, Buffer>>;
}

/**
 * A Hugging Face hub on loopback with one repository, which every client of the test asks until it ends. Files in a folder are large ones.
 * @param repository such as `datasets/org/set`
 * @returns what was asked, each with its authorization
 */
export async function hubServer(
  repository: string,
  files: Readonly<Record<string, Buffer>>,
  { status = 200, lies = {} }: HubAnswers = {},
): Promise<readonly string[]> {
  const asked: string[] = [];
  const list = `/api/${repository}/tree/${HUB_COMMIT}`;
  const resolve = `/${repository}/resolve/${HUB_COMMIT}/`;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://hub');
    asked.push(`${url.pathname} ${request.headers.authorization ?? ''}`.trim());
    if (status !== 200) return void response.writeHead(status).end();
    if (url.pathname === list) {
      const all = Object.entries(files).map(([path, bytes]) => ({
        ...{ type: 'file', path, size: bytes.length, xetHash: 'more' },
        oid: createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex'),
        ...(path.includes('/') ? { lfs: { oid: createHash('sha256').update(bytes).digest('hex') } } : {}),
      }));
      const page = url.searchParams.get('cursor') === null ? 0 : 1;
      if (page === 0) response.setHeader('link', `<http://elsewhere${list}?cursor=1>; rel="next"`);
      return void response.end(JSON.stringify(page === 0 ? all.slice(0, 3) : all.slice(3)));
    }
    const name = decodeURIComponent(url.pathname.slice(resolve.length));
    const body = lies[name] ?? files[name];
    return void (body === undefined ? response.writeHead(404).end() : response.end(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  vi.stubEnv('HF_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return asked;
}
