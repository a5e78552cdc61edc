import { getOctokit } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';

export type GitHubClient = ReturnType<typeof getOctokit>;

export interface ClientOptions {
  readonly token: string;
  /** `GITHUB_API_URL`, such as `https://api.github.com` or `https://ghe.example/api/v3`. */
  readonly apiUrl: string;
  /** For each request, in milliseconds: a GitHub that hangs must not hang the gate. */
  readonly timeoutMs: number;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** A client that talks to the given GitHub, through the runner's proxy where there is one, and never waits forever. */
export function createClient({ token, apiUrl, timeoutMs }: ClientOptions): GitHubClient {
  const proxied = defaults.request?.fetch as Fetch | undefined;
  const send: Fetch = proxied ?? fetch;
  return getOctokit(token, {
    baseUrl: apiUrl.replace(/\/+$/, ''),
    request: {
      fetch: (url: string, init?: RequestInit) =>
        send(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
    },
  });
}
