import { getOctokit } from '@actions/github';
import { request } from '../http/client.ts';

export type GitHubClient = ReturnType<typeof getOctokit>;

export interface ClientOptions {
  readonly token: string;
  /** `GITHUB_API_URL`, such as `https://api.github.com` or `https://ghe.example/api/v3`. */
  readonly apiUrl: string;
  /** For each request, in milliseconds: a GitHub that hangs must not hang the gate. */
  readonly timeoutMs: number;
  /** Ends every request, for a limit of all of them together. */
  readonly signal?: AbortSignal;
}

/** A page of a hundred comments of the greatest length, as JSON. */
const ANSWER = { bytes: 64 * 1024 ** 2 };

/** A client that talks to the given GitHub, through the runner's proxy where there is one, and never waits forever. */
export function createClient({ token, apiUrl, timeoutMs, signal }: ClientOptions): GitHubClient {
  const home = new URL(apiUrl).origin;
  const client = getOctokit(token, {
    baseUrl: apiUrl.replace(/\/+$/, ''),
    request: {
      fetch: async (url: string, init?: RequestInit) => {
        if (new URL(url).origin !== home)
          throw new Error(`GitHub's answer led to another host, ${new URL(url).host}`);
        const response = await request(
          url,
          { ...init, signal: signal ?? null },
          { ...ANSWER, totalMs: timeoutMs },
        );
        await assertWhole(response);
        return response;
      },
    },
  });
  client.hook.after('request', ({ headers: { date } }) => {
    if (date !== undefined) dates.set(client, date);
  });
  return client;
}

const dates = new WeakMap<GitHubClient, string>();

/** When GitHub answered this client last, as it writes times; null where it has not said. */
export const lastAnswer = (client: GitHubClient): string | null => dates.get(client) ?? null;

/**
 * Octokit hands on half an answer, or the page of a proxy, as text in place of data; to look for our comment in it would
 * be to find none, and to write a second one.
 */
async function assertWhole(response: Response): Promise<void> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || response.status === 204) return;
  if (type.startsWith('text/html')) throw new Error("a web page came back in place of GitHub's answer");
  if (!/\bjson\b/.test(type)) return;
  try {
    // Octokit takes it for an empty list, and a comment that is not found is written anew.
    if ((await response.clone().json()) === null) throw new TypeError('the answer is null');
  } catch (cause) {
    if (cause instanceof DOMException) throw cause;
    throw new Error("GitHub's answer was cut off, is null or is not JSON", { cause });
  }
}
