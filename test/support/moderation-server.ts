import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ModerationRequest {
  readonly authorization: string | undefined;
  readonly body: { readonly model: string; readonly input: readonly string[] };
}

/** Answers one request: a status with a body, or nothing at all. */
export type Reply =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | 'hang'
  | 'hang up';

/** A real server on loopback that answers the n-th request with the n-th reply, and goes on with the last. */
export async function moderationServer(
  replies: readonly (Reply | ((request: ModerationRequest) => Reply))[],
): Promise<{ url: string; requests: ModerationRequest[] }> {
  const requests: ModerationRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    const reply = replies[Math.min(requests.length, replies.length - 1)] ?? 'hang';
    requests.push(request);
    send(response, typeof reply === 'function' ? reply(request) : reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/moderations`, requests };
}

async function readRequest(incoming: IncomingMessage): Promise<ModerationRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  return { authorization: incoming.headers.authorization, body };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'hang up') {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
  response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {}));
}
