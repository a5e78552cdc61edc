import { Buffer } from 'node:buffer';
import type { MatchedCall } from './contract.ts';
import { type Reply, refuse } from './fault.ts';
import { type Sampled, sample } from './sample.ts';
import { shownArtifact, shownCheck, shownComment, shownPull } from './shapes.ts';
import type { FakeCheck, GitHubState } from './state.ts';

export interface Call {
  readonly state: GitHubState;
  readonly url: URL;
  readonly path: MatchedCall['path'];
  readonly body: Readonly<Record<string, unknown>>;
}

type Handler = (call: Call) => Reply;

/** Not in GitHub's description: a longer body is refused. */
const COMMENT_CHARACTERS = 65_536;
/** Neither: the description counts characters, the server bytes as well. */
const CHECK_BYTES = 65_535;

const bytes = (text: unknown) => Buffer.byteLength(String(text ?? ''));
const numberOf = (text: string | undefined) => Number(text);

/** One page, and a link to the next. */
function paged(
  url: URL,
  items: readonly Sampled[],
  wrap = (page: readonly Sampled[]): unknown => page,
): Reply {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const page = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  const more = items.length > page * size;
  return {
    status: 200,
    body: wrap(items.slice((page - 1) * size, page * size)),
    ...(more ? { headers: { link: `<${next.href}>; rel="next"` } } : {}),
  };
}

function listArtifacts({ state, url }: Call): Reply {
  const name = url.searchParams.get('name');
  const found = state.uploaded.filter((artifact) => name === null || artifact.name === name);
  return paged(url, found.map(shownArtifact), (artifacts) => ({ total_count: found.length, artifacts }));
}

function tooLong(body: unknown): Reply | null {
  return String(body).length > COMMENT_CHARACTERS
    ? refuse(422, 'Validation Failed: body is too long (maximum is 65536 characters)')
    : null;
}

function writeCheck(state: GitHubState, id: number, body: Call['body']): Reply {
  const output = body.output as Sampled | undefined;
  if (bytes(output?.summary) > CHECK_BYTES)
    return refuse(422, 'Invalid request. Only 65535 characters are allowed');
  const known = state.checks.findIndex((check) => check.id === id);
  const before = known === -1 ? {} : state.checks[known];
  // What is over is cut without a word.
  const text =
    output?.text === undefined
      ? {}
      : { text: Buffer.from(String(output.text)).subarray(0, CHECK_BYTES).toString() };
  const check: FakeCheck = {
    ...{ ...before, ...body, id, html_url: `https://github.com/o/r/runs/${id}` },
    ...(output === undefined ? {} : { output: { ...output, ...text } }),
  };
  if (known === -1) state.checks.push(check);
  else state.checks[known] = check;
  return { status: known === -1 ? 201 : 200, body: shownCheck(check) };
}

const found = (value: Sampled | undefined): Reply =>
  value === undefined ? refuse(404) : { status: 200, body: value };

/** What the fake does for each call it knows, by GitHub's own name of it. */
export const REST: Readonly<Record<string, Handler>> = {
  'issues/list-comments': ({ state, url, path }) =>
    paged(url, state.comments.filter(({ issue }) => issue === numberOf(path.issue_number)).map(shownComment)),
  'issues/get-comment': ({ state, path }) => {
    const comment = state.comments.find(({ id }) => id === numberOf(path.comment_id));
    return found(comment && shownComment(comment));
  },
  'issues/create-comment': ({ state, path, body }) =>
    tooLong(body.body) ?? {
      status: 201,
      body: shownComment(
        state.addComment(String(body.body), state.author, undefined, numberOf(path.issue_number)),
      ),
    },
  'issues/update-comment': ({ state, path, body }) => {
    const comment = state.comments.find(({ id }) => id === numberOf(path.comment_id));
    if (comment === undefined) return refuse(404);
    const refusal = tooLong(body.body);
    if (refusal !== null) return refusal;
    comment.body = String(body.body);
    return { status: 200, body: shownComment(comment) };
  },
  'issues/delete-comment': ({ state, path }) => {
    const index = state.comments.findIndex(({ id }) => id === numberOf(path.comment_id));
    if (index === -1) return refuse(404);
    state.comments.splice(index, 1);
    return { status: 204 };
  },
  'issues/list-events': ({ state, url, path }) =>
    paged(url, state.events.get(numberOf(path.issue_number)) ?? []),
  'issues/list-labels-on-issue': ({ state, url, path }) =>
    paged(url, labelsOf(state, numberOf(path.issue_number))),
  'checks/list-for-ref': ({ state, url, path }) => {
    const name = url.searchParams.get('check_name');
    const runs = state.checks.filter(
      (check) => check.head_sha === path.ref && (name === null || check.name === name),
    );
    return paged(url, runs.map(shownCheck), (check_runs) => ({ total_count: runs.length, check_runs }));
  },
  'checks/create': ({ state, body }) => writeCheck(state, state.nextId(), body),
  'checks/update': ({ state, path, body }) => {
    const id = numberOf(path.check_run_id);
    return state.checks.some((check) => check.id === id) ? writeCheck(state, id, body) : refuse(404);
  },
  'pulls/get': ({ state, path }) => {
    const pull = state.pulls.find(({ number }) => number === numberOf(path.pull_number));
    return found(pull && shownPull('pull-request', pull));
  },
  'pulls/list': ({ state, url }) => {
    const wanted = url.searchParams.get('state') ?? 'open';
    const head = url.searchParams.get('head');
    const pulls = state.pulls.filter(
      (pull) =>
        (wanted === 'all' || pull.state === wanted) &&
        (head === null || head === `${pull.head.owner}:${pull.head.ref}`),
    );
    return paged(
      url,
      pulls.map((pull) => shownPull('pull-request-simple', pull)),
    );
  },
  'repos/list-pull-requests-associated-with-commit': ({ state, url, path }) =>
    paged(
      url,
      state.pulls
        .filter(({ head }) => head.sha === path.commit_sha)
        .map((pull) => shownPull('pull-request-simple', pull)),
    ),
  'repos/get-collaborator-permission-level': ({ state, path }) => {
    const permission = state.permissions.get(path.username ?? '');
    return permission === undefined
      ? refuse(404)
      : {
          status: 200,
          body: sample('repository-collaborator-permission', { permission, role_name: permission }),
        };
  },
  'repos/get-content': ({ state, url, path }) => {
    const text = state.contents.get(`${url.searchParams.get('ref') ?? 'main'}:${path.path}`);
    if (text === undefined) return refuse(404);
    const content = Buffer.from(text);
    return {
      status: 200,
      body: sample('content-file', {
        ...{ type: 'file', encoding: 'base64', content: content.toString('base64') },
        ...{ path: path.path, name: path.path?.split('/').at(-1), size: content.length },
      }),
    };
  },
  'repos/compare-commits': ({ state, path }) => {
    const sha = state.mergeBases.get(`${path.base}...${path.head}`);
    return found(sha === undefined ? undefined : sample('commit-comparison', { merge_base_commit: { sha } }));
  },
  'actions/list-artifacts-for-repo': listArtifacts,
  'actions/list-workflow-run-artifacts': listArtifacts,
  'actions/get-artifact': ({ state, path }) => {
    const artifact = state.uploaded.find(({ id }) => id === numberOf(path.artifact_id));
    return found(artifact && shownArtifact(artifact));
  },
  'actions/download-artifact': ({ state, url, path }) => {
    const artifact = state.uploaded.find(({ id }) => id === numberOf(path.artifact_id));
    return artifact === undefined
      ? refuse(404)
      : { status: 302, headers: { location: `${url.origin}/blob/${artifact.name}?sig=x` } };
  },
  'actions/get-workflow-run': ({ state, path }) => {
    const run = state.runs.get(numberOf(path.run_id));
    return found(run && sample('workflow-run', { id: numberOf(path.run_id), ...run }));
  },
  'actions/list-workflow-runs': ({ state, url }) => {
    const runs = [...state.runs].map(([id, run]) => sample('workflow-run', { id, ...run }));
    return paged(url, runs, (workflow_runs) => ({ total_count: runs.length, workflow_runs }));
  },
};

/** Labels that were put on and not taken off again. */
function labelsOf(state: GitHubState, issue: number): Sampled[] {
  const names = new Set<string>();
  for (const { event, label } of state.events.get(issue) ?? []) {
    const { name } = (label ?? {}) as { name?: string };
    if (name !== undefined && event === 'labeled') names.add(name);
    if (name !== undefined && event === 'unlabeled') names.delete(name);
  }
  return [...names].map((name) => sample('label', { name }));
}
