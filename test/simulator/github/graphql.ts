import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, graphql } from 'graphql';
import { type Reply, refuse } from './fault.ts';
import type { FakeComment, GitHubState } from './state.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8'));

interface SubjectInput {
  readonly input: { readonly subjectId: string; readonly classifier?: string };
}

const shown = ({ node_id, minimized, editor }: FakeComment) => ({
  editor: editor === null ? null : { __typename: 'User', login: editor },
  __typename: 'IssueComment',
  id: node_id,
  isMinimized: minimized !== null,
  minimizedReason: minimized,
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
