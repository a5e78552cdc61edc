import { Buffer } from 'node:buffer';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeRepository } from './repository-routes.ts';

export interface FakeComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
  readonly html_url: string;
}

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What the fake answers instead of doing as asked: a status, or silence until the client gives up. */
export type Fault = (request: Recorded) => number | 'hang' | undefined;

type Reply = readonly [status: number, body?: unknown, headers?: Record<string, string>];

/** GitHub as far as the report talks to it, on the loopback: comments, checks, GraphQL's viewer, the results service. */
export class FakeGitHub {
  readonly comments: FakeComment[] = [];
  readonly checks: { readonly id: number; [key: string]: unknown }[] = [];
  readonly requests: Recorded[] = [];
  /** Artifact name to the bytes uploaded. */
  readonly artifacts = new Map<string, Buffer>();
  /** As installation tokens see themselves. */
  viewer = 'github-actions[bot]';
  fault: Fault = () => undefined;
  /** Called after a comment was created and before the answer is sent: the place for a second run to interfere. */
  afterCreate: () => void = () => {};
  url = '';
  readonly repository = new FakeRepository();
  private readonly blocks = new Map<string, Buffer[]>();
  private nextId = 100;
  private readonly server = createServer((request, response) => {
    this.handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    this.repository.url = this.url;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A comment that was there before. */
  addComment(
    body: string,
    login = 'github-actions[bot]',
    type = login.endsWith('[bot]') ? 'Bot' : 'User',
  ): FakeComment {
    const id = this.nextId++;
    const comment = {
      id,
      body,
      user: { login, type },
      html_url: `https://github.com/o/r/pull/7#issuecomment-${id}`,
    };
    this.comments.push(comment);
    return comment;
  }

  writes(): readonly Recorded[] {
    return this.requests.filter(
      ({ method, path }) => method !== 'GET' && path !== '/graphql' && path.startsWith('/repos'),
    );
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', this.url);
    const json = (request.headers['content-type'] ?? '').includes('json') && bytes.length > 0;
    const recorded = {
      method: request.method ?? '',
      path: url.pathname,
      body: json ? (JSON.parse(bytes.toString('utf8')) as unknown) : null,
    };
    this.requests.push(recorded);
    const fault = this.fault(recorded);
    if (fault === 'hang') return;
    const stored = /^\/stored\/(.+)$/.exec(recorded.path)?.[1];
    const signed =
      this.repository.signed(recorded.path) ?? this.artifacts.get(decodeURIComponent(stored ?? ''));
    if (signed !== undefined) {
      response.writeHead(request.headers.authorization === undefined ? 200 : 400).end(signed);
      return;
    }
    const reply = fault === undefined ? this.route(recorded, url, bytes) : faultReply(fault);
    const [status, body, headers] = reply;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  private route({ method, path, body }: Recorded, url: URL, bytes: Buffer): Reply {
    const read = this.repository.route({ method, path, body }, url);
    if (read !== undefined) return read;
    const rest = path.replace('/repos/o/r', '');
    if (path === '/graphql') return [200, { data: { viewer: { login: this.viewer } } }];
    if (path.startsWith('/twirp/'))
      return this.results(path.split('/').at(-1) ?? '', body as Record<string, string>);
    if (path.startsWith('/blob/')) return this.blob(path, url, bytes);
    if (rest === '/issues/7/comments') return method === 'GET' ? this.list(url) : this.create(body);
    const comment = /^\/issues\/comments\/(\d+)$/.exec(rest);
    if (comment !== null) return this.change(method, Number(comment[1]), body);
    if (method === 'GET' && /^\/commits\/[0-9a-f]+\/check-runs$/.test(rest))
      return [200, { check_runs: this.checks }];
    if (method === 'POST' && rest === '/check-runs') return this.check(this.nextId++, body);
    const check = /^\/check-runs\/(\d+)$/.exec(rest);
    if (method === 'PATCH' && check !== null) return this.check(Number(check[1]), body);
    return [404, { message: `the fake does not know ${method} ${path}` }];
  }

  private list(url: URL): Reply {
    const size = Number(url.searchParams.get('per_page') ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    const shown = this.comments.slice((page - 1) * size, page * size);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    const more = this.comments.length > page * size;
    return [200, shown, more ? { link: `<${next.href}>; rel="next"` } : {}];
  }

  private create(body: unknown): Reply {
    const text = (body as { body: string }).body;
    if (text.length > 65_536) return [422, { message: 'Validation Failed: body is too long' }];
    const comment = this.addComment(text, 'github-actions[bot]');
    this.afterCreate();
    return [201, comment];
  }

  private change(method: string, id: number, body: unknown): Reply {
    const index = this.comments.findIndex((comment) => comment.id === id);
    const comment = this.comments[index];
    if (comment === undefined) return [404, { message: 'Not Found' }];
    if (method === 'DELETE') {
      this.comments.splice(index, 1);
      return [204];
    }
    comment.body = (body as { body: string }).body;
    return [200, comment];
  }

  private check(id: number, body: unknown): Reply {
    const known = this.checks.findIndex((check) => check.id === id);
    const check = { ...(body as Record<string, unknown>), id, html_url: `https://github.com/o/r/runs/${id}` };
    if (known === -1) this.checks.push(check);
    else this.checks[known] = check;
    return [known === -1 ? 201 : 200, check];
  }

  /** The two calls of an upload, in the twirp JSON of `@actions/artifact`. */
  private results(call: string, body: Record<string, string>): Reply {
    if (call === 'CreateArtifact')
      return [200, { ok: true, signed_upload_url: `${this.url}/blob/${body.name}?sig=x` }];
    if (call === 'FinalizeArtifact') {
      const index = [...this.artifacts.keys()].indexOf(body.name ?? '');
      return [200, { ok: true, artifact_id: String(77 + Math.max(0, index)) }];
    }
    if (call === 'ListArtifacts') return [200, { artifacts: this.listed(body.id_filter) }];
    if (call === 'GetSignedArtifactURL')
      return [200, { signed_url: `${this.url}/stored/${encodeURIComponent(body.name ?? '')}?sig=x` }];
    return [404, { msg: `the fake does not know ${call}` }];
  }

  private listed(id: string | undefined): unknown[] {
    const all = [...this.artifacts].map(([name, bytes], index) => ({
      ...{
        workflow_run_backend_id: 'run',
        workflow_job_run_backend_id: 'job',
        database_id: String(77 + index),
      },
      ...{ name, size: String(bytes.length), created_at: '2026-11-21T00:00:00Z' },
    }));
    return id === undefined ? all : all.filter(({ database_id }) => database_id === id);
  }

  /** Azure's block blobs: blocks, then the list that joins them; or one plain put. */
  private blob(path: string, url: URL, bytes: Buffer): Reply {
    const name = decodeURIComponent(path.slice('/blob/'.length));
    const kind = url.searchParams.get('comp');
    if (kind === 'block') this.blocks.set(name, [...(this.blocks.get(name) ?? []), bytes]);
    else if (kind === 'blocklist') this.artifacts.set(name, Buffer.concat(this.blocks.get(name) ?? []));
    else this.artifacts.set(name, bytes);
    return [201, undefined, { 'x-ms-request-id': '1' }];
  }
}

function faultReply(status: number): Reply {
  const messages: Record<number, string> = {
    403: 'Resource not accessible by integration',
    404: 'Not Found',
    422: 'Validation Failed',
    429: 'API rate limit exceeded',
  };
  return [status, { message: messages[status] ?? 'Server Error' }];
}
