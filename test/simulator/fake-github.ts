import { Buffer } from 'node:buffer';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { quotaHeaders, refusal } from './github/access.ts';
import { matchCall, requestFaults, responseFaults } from './github/contract.ts';
import { type Fault, misbehave, type Reply, refuse, send } from './github/fault.ts';
import { answerGraphql, graphqlField } from './github/graphql.ts';
import { REST } from './github/rest.ts';
import { ResultsService } from './github/results-service.ts';
import { GitHubState } from './github/state.ts';

/** Calls that are also made about the repository of a fork. */
const OF_FORKS: ReadonlySet<string> = new Set(['repos/list-activities']);

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** GitHub's name of the call, such as `issues/create-comment`, `graphql/viewer` or `results/CreateArtifact`. */
  readonly call: string;
  /** As sent; null where none was. */
  readonly token: string | null;
}

/**
 * GitHub on the loopback: REST and GraphQL checked against GitHub's own descriptions in both directions, and the results
 * service that the official artifact client uploads to. Whatever a request or an answer has that GitHub's description
 * does not know is kept in `violations`, and `stop` throws it.
 */
export class FakeGitHub extends GitHubState {
  readonly requests: Recorded[] = [];
  readonly violations: string[] = [];
  fault: (request: Recorded) => Fault | undefined = () => undefined;
  /** Called after a comment was created and before the answer is sent: the place for a second run to interfere. */
  afterCreate: () => void = () => {};
  /** Calls that the token may still make within the hour; null where that is not said. */
  callsLeft: number | null = null;
  url = '';
  readonly #results = new ResultsService(this);
  readonly #server = createServer((request, response) => {
    this.#handle(request, response).catch((error: unknown) => {
      this.violations.push(`the fake failed: ${String(error)}`);
      response.destroy();
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  /** @throws Error with every request that GitHub would not know */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    if (this.violations.length > 0) throw new Error(this.violations.join('\n'));
  }

  writes(): readonly Recorded[] {
    return this.requests.filter(({ method, path }) => method !== 'GET' && path.startsWith('/repos'));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', this.url);
    const json = (request.headers['content-type'] ?? '').includes('json') && bytes.length > 0;
    const body = json ? (JSON.parse(bytes.toString('utf8')) as unknown) : undefined;
    const method = request.method ?? '';
    const token = request.headers.authorization?.replace(/^\w+ /, '') ?? null;
    const recorded = { method, path: url.pathname, body, call: callOf(method, url, body), token };
    this.requests.push(recorded);
    const answer = () => this.#answer(recorded, url, bytes, request.headers);
    const fault = this.fault(recorded);
    if (fault === undefined) send(response, await answer());
    else await misbehave(fault, response, answer);
  }

  async #answer(
    { method, path, body, call, token }: Recorded,
    url: URL,
    bytes: Buffer,
    headers: IncomingMessage['headers'],
  ): Promise<Reply> {
    const known = this.tokens.get(token ?? '') ?? null;
    const by = { author: known?.login ?? this.author, viewer: known?.login ?? this.viewer };
    if (path === '/graphql') {
      const { query = '' } = (body ?? {}) as { readonly query?: string };
      const refused = refusal(this, call, known, null, query);
      return refused ?? answerGraphql(this, by.viewer, body, (text) => this.violations.push(text));
    }
    if (path.startsWith('/twirp/')) {
      return this.#results.twirp(
        path.split('/').at(-1) ?? '',
        (body ?? {}) as Record<string, string>,
        this.url,
      );
    }
    if (path.startsWith('/blob/')) {
      // The address is signed by itself, and the store belongs to somebody else: it may not see our token.
      return headers.authorization === undefined ? this.#results.blob(method, url, bytes) : refuse(400);
    }
    const matched = matchCall(method, path);
    const handler = REST[call];
    if (matched === null || handler === undefined) {
      this.violations.push(`${method} ${path} is not a call of the slice: see scripts/github-contract.ts`);
      return refuse(404);
    }
    const wrong = requestFaults({ ...matched, query: url.searchParams, headers, body });
    if (wrong.length > 0) {
      this.violations.push(...wrong);
      return refuse(422, wrong.join('; '));
    }
    const { owner, repo, issue_number: issue } = matched.path;
    // The address of the repository by its id stays: the client is to ask there again, as it asked here.
    if (this.renamed && !path.startsWith('/repos/o/now/') && owner === 'o' && repo === 'r') {
      const location = `${this.url}${path.replace('/repos/o/r/', '/repos/o/now/')}${url.search}`;
      return { ...refuse(301, 'Moved Permanently'), headers: { location } };
    }
    const isHere = owner === 'o' && (repo === 'r' || (this.renamed && repo === 'now'));
    const refused = refusal(this, call, known, issue === undefined ? null : Number(issue));
    if (refused !== null) return refused;
    if (!isHere && !OF_FORKS.has(call)) return refuse(404);
    const fields = (body ?? {}) as Record<string, unknown>;
    const reply = handler({ state: this, url, path: matched.path, body: fields, by });
    if (call === 'issues/create-comment' && reply.status === 201) this.afterCreate();
    this.violations.push(...responseFaults(matched.operation, reply.status, reply.body));
    if (this.quota !== null) return { ...reply, headers: { ...reply.headers, ...quotaHeaders(this.quota) } };
    if (this.callsLeft === null) return reply;
    return { ...reply, headers: { ...reply.headers, 'x-ratelimit-remaining': String(this.callsLeft) } };
  }
}

function callOf(method: string, { pathname }: URL, body: unknown): string {
  if (pathname === '/graphql') return `graphql/${graphqlField(body)}`;
  if (pathname.startsWith('/twirp/')) return `results/${pathname.split('/').at(-1)}`;
  if (pathname.startsWith('/blob/')) return `blob/${method}`;
  return matchCall(method, pathname)?.operation.id ?? `${method} ${pathname}`;
}
