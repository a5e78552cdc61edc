import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, graphql, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { type Reply, refuse } from './fault.ts';
import {
  type FakeComment,
  type FakeLabel,
  type FakePull,
  type GitHubState,
  labelsOf,
  labelsOn,
} from './state.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8'));

interface SubjectInput {
  readonly input: { readonly subjectId: string; readonly classifier?: string };
}

/** GraphQL names a bot without the suffix that REST gives it. */
const actor = (login: string, isBot = login.endsWith('[bot]')) => ({
  __typename: isBot ? 'Bot' : 'User',
  login: login.replace(/\[bot\]$/, ''),
});

const shown = ({ id, node_id, minimized, editor, user, body, html_url }: FakeComment) => ({
  author: actor(user.login, user.type === 'Bot'),
  // Nobody else could edit as the app.
  editor: editor === null ? null : actor(editor, /^github-actions(\[bot\])?$/.test(editor)),
  __typename: 'IssueComment',
  fullDatabaseId: String(id),
  id: node_id,
  ...{ body, url: html_url },
  isMinimized: minimized !== null,
  minimizedReason: minimized,
});

interface PageArguments {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string | null;
}

/** From the beginning after a cursor, or from the end: as much of a connection as is asked of one. */
function connection<T>(items: readonly T[], { first, last, after }: PageArguments) {
  const start = last === undefined ? Number(after ?? 0) : Math.max(0, items.length - last);
  const end = Math.min(items.length, first === undefined ? items.length : start + first);
  return {
    nodes: items.slice(start, end),
    pageInfo: { endCursor: String(end), hasNextPage: end < items.length, hasPreviousPage: start > 0 },
  };
}

const shownLabelEvent = ({ name, actor: by, at, event = 'labeled' }: FakeLabel) => ({
  __typename: event === 'labeled' ? 'LabeledEvent' : 'UnlabeledEvent',
  ...{ createdAt: at, label: { name }, actor: by === null ? null : actor(by) },
});

/** Of a pull request of which a test tells nothing but that something is written on it. */
const UNTOLD: Omit<FakePull, 'number'> = {
  state: 'open',
  head: { sha: 'a'.repeat(40), ref: 'feature', repo: { id: 1, owner: { login: 'o' } } },
  base: { sha: 'b'.repeat(40), ref: 'main', repo: { id: 1 } },
};

function shownPull(state: GitHubState, pull: FakePull) {
  return {
    ...{ headRefOid: pull.head.sha, headRefName: pull.head.ref },
    headRepository:
      pull.head.repo === null ? null : { name: 'r', owner: { ...pull.head.repo.owner, __typename: 'User' } },
    comments: (page: PageArguments) =>
      connection(
        state.comments
          .filter(({ issue, at, lag }) => issue === pull.number && Date.now() >= at + lag)
          .map(shown),
        page,
      ),
    labels: (page: PageArguments) =>
      connection(
        labelsOn(state, pull.number).map((name) => ({ name })),
        page,
      ),
    timelineItems: (page: PageArguments) =>
      connection(
        labelsOf(state, pull.number)
          .filter((label) => label.actor !== null)
          .map(shownLabelEvent),
        page,
      ),
  };
}

interface CheckFilter {
  readonly filterBy: { readonly checkName: string };
}

const text = (value: unknown): string | null => (value == null ? null : String(value));

/** One suite an app: what several runs of GitHub Actions write lands in the same. */
const shownCommit = (state: GitHubState, sha: string) => ({
  ...{ __typename: 'Commit', oid: sha },
  checkSuites: {
    nodes: [...new Set(state.checks.map(({ app = state.app }) => String(app)))].map((slug) => ({
      app: { slug },
      checkRuns: ({ filterBy }: CheckFilter) => ({
        nodes: state.checks
          .filter(
            ({ name, head_sha, app = state.app }) =>
              app === slug && name === filterBy.checkName && head_sha === sha,
          )
          .map(({ external_id, status, conclusion, started_at, completed_at }) => ({
            ...{ externalId: text(external_id), status: String(status ?? 'queued').toUpperCase() },
            conclusion: text(conclusion)?.toUpperCase() ?? null,
            ...{ startedAt: text(started_at), completedAt: text(completed_at) },
          })),
      }),
    })),
  },
});

function shownComparison(state: GitHubState, oid: string, headRef: string) {
  const pull = state.pulls.find(({ head, base }) => {
    const owner = head.repo?.id === base.repo.id ? '' : `${head.repo?.owner.login}:`;
    return headRef === `${owner}${head.ref}`;
  });
  if (pull === undefined || state.mergeBase === null) return null;
  const commit = (sha: string) => ({ __typename: 'Commit', oid: sha });
  return {
    ...{
      behindBy: state.mergeBase === oid ? 0 : 1,
      baseTarget: commit(oid),
      headTarget: commit(pull.head.sha),
    },
    commits: ({ first = 100 }: PageArguments) => ({
      totalCount: state.since.length,
      nodes: state.since
        .slice(0, first)
        .map(([sha, parents]) => ({ ...commit(sha), parents: { totalCount: parents } })),
    }),
  };
}

const shownRepository = (state: GitHubState) => ({
  ref: ({ qualifiedName }: { readonly qualifiedName: string }) => {
    const oid = state.branches.get(qualifiedName.replace(/^refs\/heads\//, ''));
    if (oid === undefined) return null;
    return {
      target: { __typename: 'Commit', oid },
      compare: ({ headRef }: { readonly headRef: string }) => shownComparison(state, oid, headRef),
    };
  },
  object: ({ oid }: { readonly oid: string }) => shownCommit(state, oid),
  pullRequest: ({ number }: { readonly number: number }) => {
    const pull = state.pulls.find((each) => each.number === number);
    return shownPull(state, pull ?? { ...UNTOLD, number });
  },
});

const rootOf = (state: GitHubState, viewer: string) => {
  const subject = ({ input }: SubjectInput) => {
    const comment = state.comments.find(({ node_id }) => node_id === input.subjectId);
    if (comment === undefined)
      throw new Error(`Could not resolve to a node with the global id of '${input.subjectId}'`);
    return comment;
  };
  return {
    node: ({ id }: { readonly id: string }) => {
      const comment = state.comments.find(({ node_id }) => node_id === id);
      return comment === undefined ? null : shown(comment);
    },
    viewer: { id: 'U_1', login: viewer },
    repository: ({ owner, name }: { readonly owner: string; readonly name: string }) =>
      // One that has another name is found by its old one as well.
      owner === 'o' && (name === 'r' || (state.renamed && name === 'now')) ? shownRepository(state) : null,
    minimizeComment: (given: SubjectInput) => {
      const comment = subject(given);
      comment.minimized = given.input.classifier?.toLowerCase() ?? null;
      return { minimizedComment: shown(comment) };
    },
    unminimizeComment: (given: SubjectInput) => {
      const comment = subject(given);
      comment.minimized = null;
      return { unminimizedComment: shown(comment) };
    },
  };
};

/** Name of a query's first field: what the call does. */
export function graphqlField(body: unknown): string {
  const { query = '' } = (body ?? {}) as { query?: string };
  return /\{\s*(\w+)/.exec(query)?.[1] ?? 'unknown';
}

/** As an older server refuses a query: for the first field that it does not know, and as a whole. */
function olderRefusal({ unknownFields }: GitHubState, query: string): Reply | null {
  if (unknownFields.size === 0) return null;
  const types = new TypeInfo(schema);
  const errors: unknown[] = [];
  const Field = (node: { readonly name: { readonly value: string } }) => {
    const [typeName, fieldName] = [types.getParentType()?.name ?? '', node.name.value];
    if (!unknownFields.has(`${typeName}.${fieldName}`)) return;
    const message = `Field '${fieldName}' doesn't exist on type '${typeName}'`;
    errors.push({
      path: ['query', fieldName],
      extensions: { code: 'undefinedField', typeName, fieldName },
      message,
    });
  };
  visit(parse(query), visitWithTypeInfo(types, { Field }));
  return errors.length === 0 ? null : { status: 200, body: { errors } };
}

/** Executes against GitHub's own schema. Errors in the query itself go to `violation`. */
export async function answerGraphql(
  state: GitHubState,
  viewer: string,
  body: unknown,
  violation: (text: string) => void,
): Promise<Reply> {
  const { query, variables } = (body ?? {}) as { query?: unknown; variables?: Record<string, unknown> };
  if (typeof query !== 'string')
    return refuse(400, 'A query attribute must be specified and must be a string.');
  const refused = olderRefusal(state, query);
  if (refused !== null) return refused;
  const result = await graphql({
    schema,
    source: query,
    rootValue: rootOf(state, viewer),
    ...(variables === undefined ? {} : { variableValues: variables }),
  });
  // Without a path it is the query that is wrong, not what it was about.
  for (const { path, message } of result.errors ?? [])
    if (path === undefined) violation(`graphql: ${message}`);
  return { status: 200, body: JSON.parse(JSON.stringify(result)) };
}
