import { type Reply, refuse } from './fault.ts';
import type { FakeToken, GitHubState } from './state.ts';

type Level = 'read' | 'write';

/** From "Permissions required for GitHub Apps" of GitHub's documentation: any one of those named is enough. */
const NEEDED: Readonly<Record<string, readonly [level: Level, ...of: string[]]>> = {
  'issues/list-comments': ['read', 'issues', 'pull_requests'],
  'issues/get-comment': ['read', 'issues', 'pull_requests'],
  'issues/create-comment': ['write', 'issues', 'pull_requests'],
  'issues/update-comment': ['write', 'issues', 'pull_requests'],
  'issues/delete-comment': ['write', 'issues', 'pull_requests'],
  'issues/list-events': ['read', 'issues', 'pull_requests'],
  'issues/list-labels-on-issue': ['read', 'issues', 'pull_requests'],
  'graphql/minimizeComment': ['write', 'issues', 'pull_requests'],
  'graphql/unminimizeComment': ['write', 'issues', 'pull_requests'],
  'checks/list-for-ref': ['read', 'checks'],
  'checks/create': ['write', 'checks'],
  'checks/update': ['write', 'checks'],
  'pulls/get': ['read', 'pull_requests'],
  'pulls/list': ['read', 'pull_requests'],
  'repos/list-pull-requests-associated-with-commit': ['read', 'pull_requests'],
  'repos/get-content': ['read', 'contents'],
  'git/get-commit': ['read', 'contents'],
  'git/get-tree': ['read', 'contents'],
  'git/get-blob': ['read', 'contents'],
  'git/get-ref': ['read', 'contents'],
  'repos/compare-commits': ['read', 'contents'],
  'actions/list-artifacts-for-repo': ['read', 'actions'],
  'actions/list-workflow-run-artifacts': ['read', 'actions'],
  'actions/download-artifact': ['read', 'actions'],
  'actions/get-workflow-run': ['read', 'actions'],
  'actions/list-workflow-runs': ['read', 'actions'],
  'actions/list-workflow-runs-for-repo': ['read', 'actions'],
};

/** Of what a query asks of a repository. */
const ASKED: Readonly<Record<string, readonly [level: Level, ...of: string[]]>> = {
  pullRequest: ['read', 'issues', 'pull_requests'],
  checkSuites: ['read', 'checks'],
  compare: ['read', 'contents'],
};

const BY_INTEGRATION = 'Resource not accessible by integration';

/** GraphQL refuses with a status of 200. */
const graphqlRefusal = (call: string): Reply => ({
  status: 200,
  body: {
    data: { [call.replace(/^graphql\//, '')]: null },
    errors: [{ type: 'FORBIDDEN', path: [call.replace(/^graphql\//, '')], message: BY_INTEGRATION }],
  },
});

/** Why a token may not make a call now, as GitHub says it; null where it may. */
export function refusal(
  state: GitHubState,
  call: string,
  token: FakeToken | null,
  issue: number | null,
  query = '',
): Reply | null {
  const asked = Object.entries(ASKED).filter(([field]) => query.includes(`${field}(`));
  return (
    overQuota(state) ??
    [NEEDED[call], ...asked.map(([, needed]) => needed)].reduce<Reply | null>(
      (refused, needed) => refused ?? withoutPermission(call, token, needed),
      null,
    ) ??
    closed(state, call, issue)
  );
}

/** The primary limit: no word of how long to wait but the second at which it begins anew. */
function overQuota({ quota }: GitHubState): Reply | null {
  if (quota === null) return null;
  if (Date.now() >= quota.resets * 1000) quota.left = quota.limit;
  quota.left -= 1;
  if (quota.left >= 0) return null;
  return {
    ...refuse(quota.status, 'API rate limit exceeded for installation ID 1.'),
    headers: quotaHeaders(quota),
  };
}

export const quotaHeaders = ({ limit, left, resets }: NonNullable<GitHubState['quota']>) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(Math.max(0, left)),
  'x-ratelimit-reset': String(resets),
});

function withoutPermission(
  call: string,
  token: FakeToken | null,
  [level, ...of]: readonly [level?: Level, ...of: string[]] = [],
): Reply | null {
  if (token === null || level === undefined) return null;
  const isEnough = of.some(
    (name) => token.permissions[name] === 'write' || token.permissions[name] === level,
  );
  if (isEnough) return null;
  return call.startsWith('graphql/')
    ? graphqlRefusal(call)
    : {
        ...refuse(403, BY_INTEGRATION),
        headers: { 'x-accepted-github-permissions': of.map((name) => `${name}=${level}`).join('; ') },
      };
}

const isWrite = (call: string): boolean => NEEDED[call]?.[0] === 'write';

/** Locked conversations take no comment of an integration, archived repositories nothing at all. */
function closed({ archived, locked }: GitHubState, call: string, issue: number | null): Reply | null {
  if (archived && isWrite(call)) return refuse(403, 'Repository was archived so is read-only.');
  const isLocked = call === 'issues/create-comment' && issue !== null && locked.has(issue);
  return isLocked ? refuse(403, 'Unable to create comment because issue is locked.') : null;
}
