import { Buffer } from 'node:buffer';
import type { Agent, EnvHttpProxyAgent } from 'undici';
import { WeighbridgeError } from '../../core/domain/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What one request may cost. */
export interface RequestLimits {
  /** For everything together: connecting, redirects and the last byte of the body. In milliseconds. */
  readonly totalMs: number;
  /** Of the body as it is read, after decompression. */
  readonly bytes: number;
  readonly redirects: number;
}

const REQUEST_LIMITS: RequestLimits = { totalMs: 120_000, bytes: 256 * 1024 ** 2, redirects: 5 };

/** The ways out of a closed network; null where requests go straight. */
export interface Proxies {
  readonly http: string | null;
  readonly https: string | null;
  readonly no: string;
}

/** Lower case wins, as with curl. A proxy without a scheme is spoken to by HTTP, as everywhere else. */
export function proxiesOf(environment: Environment): Proxies {
  const read = (...names: readonly string[]) =>
    names.flatMap((name) => [environment[name], environment[name.toUpperCase()]]).find(Boolean) ?? null;
  const proxy = (name: string) => {
    const value = read(name, 'all_proxy');
    return value === null || /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  };
  return { http: proxy('http_proxy'), https: proxy('https_proxy'), no: read('no_proxy') ?? '' };
}

/**
 * Tells libraries of ours that read the environment themselves: some know no ALL_PROXY, and some no proxy without a
 * scheme.
 */
export function exportProxies(environment: Record<string, string | undefined>): void {
  const { http, https } = proxiesOf(environment);
  if (http !== null) environment.http_proxy = http;
  if (https !== null) environment.https_proxy = https;
}

const agents = new Map<string, Agent | EnvHttpProxyAgent>();

/** One for each way out, so that connections are kept. `NODE_EXTRA_CA_CERTS` is read by Node itself. */
function agentFor(
  { Agent, EnvHttpProxyAgent }: Pick<typeof import('undici'), 'Agent' | 'EnvHttpProxyAgent'>,
  { protocol }: URL,
  { http, https, no }: Proxies,
): Agent | EnvHttpProxyAgent {
  const proxy = protocol === 'https:' ? https : http;
  const key = JSON.stringify([proxy, no]);
  const known = agents.get(key);
  if (known !== undefined) return known;
  if (proxy !== null && !/^https?:/i.test(proxy)) {
    throw new WeighbridgeError('usage', `a proxy of the kind ${proxy.replace(/:.*/s, '')} is not supported`, {
      fix: 'set HTTPS_PROXY or ALL_PROXY to the address of an HTTP proxy, such as http://proxy:3128',
    });
  }
  const agent =
    proxy === null
      ? new Agent()
      : new EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy, noProxy: no });
  agents.set(key, agent);
  return agent;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** What was meant for the host that was asked. */
const SECRET_HEADERS = [
  'authorization',
  'cookie',
  'proxy-authorization',
  'x-amz-security-token',
  'x-api-key',
];

/**
 * Asks like fetch, and hands on an answer that was read to its end. Redirects keep method and body, so that a create
 * stays one (a 303 alone is followed as GET); no header that identifies us goes to another origin, nor does a body.
 * @throws Error for what does not end in time, or is larger or longer than the limits allow
 */
export async function request(
  url: string | URL,
  init: RequestInit = {},
  limits: Partial<RequestLimits> = {},
  environment: Environment = process.env,
): Promise<Response> {
  const { bytes } = { ...REQUEST_LIMITS, ...limits };
  return readWhole(await openResponse(url, init, limits, environment), bytes);
}

/** The same with a body that is still to be read, and counted by whoever reads it. */
export async function openResponse(
  url: string | URL,
  init: RequestInit = {},
  limits: Partial<Omit<RequestLimits, 'bytes'>> = {},
  environment: Environment = process.env,
): Promise<Response> {
  const { totalMs, redirects } = { ...REQUEST_LIMITS, ...limits };
  const timeout = AbortSignal.timeout(totalMs);
  const signal = init.signal == null ? timeout : AbortSignal.any([init.signal, timeout]);
  const proxies = proxiesOf(environment);
  const headers = new Headers(init.headers);
  // Most commands ask nobody, and it takes longer to load than a small gate takes.
  const undici = await import('undici');
  let target = new URL(url);
  let { method = 'GET', body } = init;
  for (let hop = 0; ; hop++) {
    const dispatcher = agentFor(undici, target, proxies);
    const response = await undici.fetch(target, {
      ...{ method, headers: [...headers], redirect: 'manual', signal, dispatcher },
      ...(body == null ? {} : { body: body as string }),
    });
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null || init.redirect === 'manual') {
      return response as unknown as Response;
    }
    await response.body?.cancel();
    if (init.redirect === 'error' || hop >= redirects) {
      throw new Error(hop >= redirects ? `redirected more than ${redirects} times` : 'redirected elsewhere');
    }
    const next = new URL(location, target);
    if (target.protocol === 'https:' && next.protocol !== 'https:')
      throw new Error('redirected to plain HTTP');
    if (response.status === 303) {
      method = 'GET';
      body = null;
    }
    if (next.origin !== target.origin) {
      if (body != null) throw new Error(`redirected to another host, ${next.host}, with what was sent`);
      for (const name of SECRET_HEADERS) headers.delete(name);
    }
    target = next;
  }
}

const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** The same response, read to its end. @throws Error for a body of more bytes than `most` */
export async function readWhole(response: Response, most: number): Promise<Response> {
  const { status, statusText, headers, url } = response;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    length += piece.value.byteLength;
    if (length > most) {
      await reader?.cancel();
      throw new Error(`the answer is larger than ${most} bytes`);
    }
    pieces.push(piece.value);
  }
  const answer = new Response(NO_BODY.has(status) ? null : Buffer.concat(pieces), {
    ...{ status, statusText, headers: [...headers] },
  });
  return Object.defineProperty(answer, 'url', { value: url });
}
