import type { ServerResponse } from 'node:http';

/**
 * What the fake does instead of answering rightly. The number is a status with GitHub's own words.
 *
 * | name         | what happens                                                              |
 * |--------------|---------------------------------------------------------------------------|
 * | `hang`       | nothing at all, until the client gives up                                 |
 * | `reset`      | the connection is reset before the call is done                           |
 * | `lost`       | the call is done, and the connection is reset before the answer           |
 * | `truncated`  | the call is done, and the answer ends half-way                            |
 * | `html`       | 200 with the page of a proxy                                              |
 * | `unicorn`    | 502 with GitHub's page for people                                         |
 * | `not-json`   | 200 with JSON's content type and no JSON                                  |
 */
export type Fault =
  | number
  | 'hang'
  | 'reset'
  | 'lost'
  | 'truncated'
  | 'html'
  | 'unicorn'
  | 'not-json'
  | { readonly secondaryLimit: { readonly retryAfter: number } }
  | { readonly delayMs: number }
  /** As it is, whatever GitHub's description says: its words, its status, another host's address. */
  | { readonly body: unknown; readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

export interface Reply {
  readonly status: number;
  /** JSON, or bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  409: 'Conflict',
  410: 'This issue was deleted',
  422: 'Validation Failed',
  429: 'API rate limit exceeded for installation ID 1.',
  500: 'Server Error',
  502: 'Server Error',
  503: 'Service unavailable',
};

export const refuse = (status: number, message = MESSAGES[status] ?? 'Error'): Reply => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

const PAGE = '<!DOCTYPE html><html><body><h1>Unicorn!</h1><p>@octocat</p></body></html>';
const page = (status: number): Reply => ({
  status,
  body: Buffer.from(PAGE),
  headers: { 'content-type': 'text/html; charset=utf-8' },
});

/** Answers wrongly. @param answer does the call that was asked for */
export async function misbehave(
  fault: Fault,
  response: ServerResponse,
  answer: () => Promise<Reply>,
): Promise<void> {
  if (typeof fault === 'number') return send(response, refuse(fault));
  if (typeof fault === 'object') {
    if ('delayMs' in fault) {
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
      return send(response, await answer());
    }
    if ('body' in fault) return send(response, { status: 200, ...fault });
    const limited = refuse(403, 'You have exceeded a secondary rate limit. Please wait a few minutes.');
    return send(response, {
      ...limited,
      headers: { 'retry-after': String(fault.secondaryLimit.retryAfter) },
    });
  }
  switch (fault) {
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'lost':
      await answer();
      response.socket?.resetAndDestroy();
      return;
    case 'truncated': {
      const { status, body } = await answer();
      const bytes = bytesOf(body);
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length + 10 });
      response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
      return;
    }
    case 'html':
      return send(response, page(200));
    case 'unicorn':
      return send(response, page(502));
    case 'not-json':
      return send(response, {
        status: 200,
        body: Buffer.from('{"id": 1, "bo'),
        headers: { 'content-type': 'application/json' },
      });
    default:
      return fault satisfies never;
  }
}

function bytesOf(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
}

export function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(bytesOf(body));
}
