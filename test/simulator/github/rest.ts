import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { MatchedCall } from './contract.ts';
import { type Reply, refuse } from './fault.ts';
import { blobPath } from './results-service.ts';
import { type Sampled, sample } from './sample.ts';
import { shownArtifact, shownCheck, shownComment, shownLabel, shownPull } from './shapes.ts';
import { type FakeCheck, type GitHubState, labelsOf, labelsOn } from './state.ts';

export interface Call {
  readonly state: GitHubState;
  readonly url: URL;
  readonly path: MatchedCall['path'];
  readonly body: Readonly<Record<string, unknown>>;
  /** Whose token it is. */
  readonly by: { readonly author: string; readonly viewer: string };
}

type Handler = (call: Call) => Reply;

/** Not in GitHub's description: a longer body is refused. */
const COMMENT_CHARACTERS = 65_536;
/** Neither: the description counts characters, the server bytes as well. */
const CHECK_BYTES = 65_535;

const bytes = (text: unknown) => Buffer.byteLength(String(text ?? ''));
const numberOf = (text: string | undefined) => Number(text);

const blobId = (text: string) =>
  createHash('sha1')
    .update(`blob ${bytes(text)}\0${text}`)
    .digest('hex');

const folderId = (commit: string, name: string) => blobId(`${commit} ${name}`);

type Files = Readonly<Record<string, string>>;

/** Every folder in which a file lies, by its path. */
const foldersOf = (files: Files): string[] => [
  ...new Set(
    Object.keys(files).flatMap((path) => {
      const parts = path.split('/').slice(0, -1);
      return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    }),
  ),
];

const within = (files: Files, folder: string): Files =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) =>
      path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), text]] : [],
    ),
  );

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

function listArtifacts({ state, url, path }: Call): Reply {
  const name = url.searchParams.get('name');
  const found = state.artifacts.filter(
    (artifact) =>
      (name === null || artifact.name === name) &&
      (path.run_id === undefined || artifact.runId === numberOf(path.run_id)),
  );
  return paged(url, found.map(shownArtifact), (artifacts) => ({ total_count: found.length, artifacts }));
}

function listRuns({ state, url }: Call): Reply {
  const [branch, status] = [url.searchParams.get('branch'), url.searchParams.get('status')];
  const runs = [...state.runs]
    .map(([id, run]) => sample('workflow-run', { id, ...run }))
    .filter(
      (run) =>
        (branch === null || run.head_branch === branch) &&
        (status === null || run.status === status || run.conclusion === status),
    );
  return paged(url, runs, (workflow_runs) => ({ total_count: runs.length, workflow_runs }));
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
  const now = new Date().toISOString();
  const isCompleted = body.status === 'completed' || body.conclusion !== undefined;
  const check: FakeCheck = {
    ...{ started_at: now, completed_at: isCompleted ? now : null },
    ...{ app: state.app, ...before, ...body, ...(isCompleted ? { completed_at: now } : {}) },
    ...{ id, html_url: `https://github.com/o/r/runs/${id}` },
    ...(output === undefined ? {} : { output: { ...output, ...text } }),
  };
  if (known === -1) state.checks.push(check);
  else state.checks[known] = check;
  return { status: known === -1 ? 201 : 200, body: shownCheck(check) };
}

const isUnknown = ({ heads }: GitHubState, sha: unknown): boolean =>
  heads !== null && !heads.has(String(sha));
const noCommit = (sha: unknown): Reply => refuse(422, `No commit found for SHA: ${sha}`);

const found = (value: Sampled | undefined): Reply =>
  value === undefined ? refuse(404) : { status: 200, body: value };

/** What the fake does for each call it knows, by GitHub's own name of it. */
export const REST: Readonly<Record<string, Handler>> = {
  'issues/list-comments': ({ state, url, path }) => {
    const since = Date.parse(url.searchParams.get('since') ?? '1970-01-01');
    const shown = state.comments.filter(
      ({ issue, at, lag }) => issue === numberOf(path.issue_number) && at >= since && Date.now() >= at + lag,
    );
    return paged(url, shown.map(shownComment));
  },
  'issues/get-comment': ({ state, path }) => {
    const comment = state.comments.find(({ id }) => id === numberOf(path.comment_id));
    return found(comment && shownComment(comment));
  },
  'issues/create-comment': ({ state, path, body, by }) =>
    tooLong(body.body) ?? {
      status: 201,
      body: shownComment(
        state.addComment(String(body.body), by.author, undefined, numberOf(path.issue_number)),
      ),
    },
  'issues/update-comment': ({ state, path, body, by }) => {
    const comment = state.comments.find(({ id }) => id === numberOf(path.comment_id));
    if (comment === undefined) return refuse(404);
    const refusal = tooLong(body.body);
    if (refusal !== null) return refusal;
    comment.body = String(body.body);
    comment.editor = by.viewer;
    // A list that is late shows what it held, so a comment is shown as long after its creation as before.
    comment.lag = Math.max(0, comment.at + comment.lag - Date.now());
    comment.at = Date.now();
    return { status: 200, body: shownComment(comment) };
  },
  'issues/delete-comment': ({ state, path }) => {
    const index = state.comments.findIndex(({ id }) => id === numberOf(path.comment_id));
    if (index === -1) return refuse(404);
    state.comments.splice(index, 1);
    return { status: 204 };
  },
  'issues/list-events': ({ state, url, path }) =>
    paged(
      url,
      labelsOf(state, numberOf(path.issue_number))
        .filter(({ actor }) => actor !== null)
        .map(shownLabel),
    ),
  'issues/list-labels-on-issue': ({ state, url, path }) =>
    paged(
      url,
      labelsOn(state, numberOf(path.issue_number)).map((name) => sample('label', { name })),
    ),
  'checks/list-for-ref': ({ state, url, path }) => {
    const name = url.searchParams.get('check_name');
    if (isUnknown(state, path.ref)) return noCommit(path.ref);
    const runs = state.checks.filter(
      (check) => check.head_sha === path.ref && (name === null || check.name === name),
    );
    return paged(url, runs.map(shownCheck), (check_runs) => ({ total_count: runs.length, check_runs }));
  },
  'checks/create': ({ state, body }) =>
    isUnknown(state, body.head_sha) ? noCommit(body.head_sha) : writeCheck(state, state.nextId(), body),
  'checks/update': ({ state, path, body }) => {
    const id = numberOf(path.check_run_id);
    const check = state.checks.find((each) => each.id === id);
    if (check === undefined) return refuse(404);
    return check.app === state.app
      ? writeCheck(state, id, body)
      : refuse(
          403,
          `Invalid app_id \`${state.app}\` - check run can only be modified by the GitHub App that created it.`,
        );
  },
  'pulls/get': ({ state, path }) => {
    const pull = state.pulls.find(({ number }) => number === numberOf(path.pull_number));
    return found(
      pull && {
        ...shownPull('pull-request', pull),
        labels: labelsOn(state, pull.number).map((name) => sample('label', { name })),
      },
    );
  },
  'pulls/list': ({ state, url }) => {
    const wanted = url.searchParams.get('state') ?? 'open';
    const head = url.searchParams.get('head');
    const pulls = state.pulls.filter(
      (pull) =>
        (wanted === 'all' || pull.state === wanted) &&
        (head === null || head === `${pull.head.repo?.owner.login}:${pull.head.ref}`),
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
    const [role_name, permission] = state.permissions.get(path.username ?? '') ?? ['read', 'read'];
    return found(sample('repository-collaborator-permission', { permission, role_name }));
  },
  'repos/get-content': ({ state, url, path }) => {
    const text = state.commits.get(url.searchParams.get('ref') ?? 'main')?.[path.path ?? ''];
    if (text === undefined) return refuse(404);
    const content = Buffer.from(text);
    return found(
      sample('content-file', {
        ...{ type: 'file', encoding: 'base64', content: content.toString('base64') },
        ...{ path: path.path, name: path.path?.split('/').at(-1), size: content.length },
      }),
    );
  },
  'git/get-tree': ({ state, url, path }) => {
    const folders = [...state.commits].flatMap(([commit, files]) => [
      { id: commit, files },
      ...foldersOf(files).map((name) => ({ id: folderId(commit, name), files: within(files, name) })),
    ]);
    const folder = folders.find(({ id }) => id === path.tree_sha);
    if (folder === undefined) return refuse(404);
    const isWhole = url.searchParams.has('recursive');
    const listed = Object.entries(folder.files).filter(([name]) => isWhole || !name.includes('/'));
    const blobs = listed.map(([name, text]) => ({
      ...{ path: name, mode: state.links.has(name) ? '120000' : '100644' },
      ...{ type: 'blob', sha: blobId(text), size: bytes(text) },
    }));
    const trees = foldersOf(folder.files)
      .filter((name) => isWhole || !name.includes('/'))
      .map((name) => ({ path: name, mode: '040000', type: 'tree', sha: folderId(folder.id, name) }));
    const truncated = isWhole && state.isVast;
    const tree = truncated ? [] : [...blobs, ...trees];
    return found({ ...sample('git-tree', { sha: path.tree_sha, truncated }), tree });
  },
  'git/get-blob': ({ state, path }) => {
    const texts = [...state.commits.values()].flatMap((files) => Object.values(files));
    const text = texts.find((each) => blobId(each) === path.file_sha);
    return found(
      text === undefined
        ? undefined
        : sample('blob', {
            ...{ sha: path.file_sha, encoding: 'base64', size: bytes(text) },
            content: Buffer.from(text).toString('base64'),
          }),
    );
  },
  'git/get-commit': ({ state, path }) => {
    const sha = path.commit_sha ?? '';
    return found(state.commits.has(sha) ? sample('git-commit', { sha }) : undefined);
  },
  'git/get-ref': ({ state, path }) => {
    const name = (path.ref ?? '').replace(/^heads\//, '');
    const sha = state.branches.get(name);
    return found(
      sha === undefined
        ? undefined
        : sample('git-ref', { ref: `refs/heads/${name}`, object: { type: 'commit', sha } }),
    );
  },
  'repos/compare-commits': ({ state }) =>
    found(
      state.mergeBase === null
        ? undefined
        : {
            ...sample('commit-comparison', { merge_base_commit: { sha: state.mergeBase } }),
            total_commits: state.since.length,
            commits: state.since.map(([sha, parents]) => ({
              ...sample('commit', { sha }),
              parents: Array.from({ length: parents }, () => ({ sha: 'p', url: 'https://x' })),
            })),
          },
    ),
  'repos/list-activities': ({ state: { push }, url }) => {
    const ref = url.searchParams.get('ref') ?? 'refs/heads/main';
    return paged(url, push === null ? [] : [sample('activity', { ...push, ref, activity_type: 'push' })]);
  },
  'actions/list-artifacts-for-repo': listArtifacts,
  'actions/list-workflow-run-artifacts': listArtifacts,
  'actions/get-artifact': ({ state, path }) => {
    const artifact = state.artifacts.find(({ id }) => id === numberOf(path.artifact_id));
    return found(artifact && shownArtifact(artifact));
  },
  'actions/download-artifact': ({ state, url, path }) => {
    const artifact = state.artifacts.find(({ id }) => id === numberOf(path.artifact_id));
    return artifact === undefined
      ? refuse(404)
      : { status: 302, headers: { location: `${url.origin}${blobPath(artifact)}` } };
  },
  'actions/get-workflow-run': ({ state, path }) => {
    const run = state.runs.get(numberOf(path.run_id));
    return found(run && sample('workflow-run', { id: numberOf(path.run_id), ...run }));
  },
  'actions/list-workflow-runs': listRuns,
  'actions/list-workflow-runs-for-repo': listRuns,
};
