import type { IncomingMessage, ServerResponse } from 'node:http';

const OURS = { id: 1 };

/** A run that may give the baseline, as GitHub's API describes it. */
export const GREEN = {
  ...{ id: 41, event: 'push', conclusion: 'success', head_branch: 'main', head_sha: 'c'.repeat(40) },
  ...{
    head_repository: OURS,
    repository: OURS,
    created_at: '2026-11-01T10:00:00Z',
    actor: { login: 'somebody' },
  },
};

/** Its report. */
export const ARTIFACT = {
  ...{ id: 77, name: 'weighbridge-key-report-1', expired: false },
  ...{ digest: `sha256:${'0'.repeat(64)}`, size_in_bytes: 1000 },
};

export interface GreenRun {
  readonly runs: readonly object[];
  readonly artifacts: readonly object[];
  readonly zip?: Buffer;
}

/** The part of GitHub's API that leads from a workflow run to the bytes of an artifact. */
export function answerAsGitHub(
  { runs, artifacts, zip }: GreenRun,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const answer = (body: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (path === '/repos/o/r/actions/runs/42') return answer({ workflow_id: 5 });
  if (path === '/repos/o/r/actions/workflows/5/runs') return answer({ workflow_runs: runs });
  if (/^\/repos\/o\/r\/actions\/runs\/\d+\/artifacts$/.test(path)) return answer({ artifacts });
  if (path === '/repos/o/r/actions/artifacts/77/zip') {
    return response.writeHead(302, { location: `http://${request.headers.host}/blob.zip` }).end();
  }
  if (path === '/blob.zip' && zip !== undefined) {
    return response.writeHead(200, { 'content-type': 'application/zip' }).end(zip);
  }
  return response.writeHead(404).end();
}
