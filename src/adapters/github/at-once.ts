import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';

/**
 * Something to ask of a repository, beside other such questions in one call of GraphQL: REST takes a call for each, and a token has
 * so many an hour.
 */
export interface RepositoryQuestion<T> {
  /** What stands below `repository`. */
  readonly fields: string;
  /** By name, each with its type. */
  readonly variables: Readonly<Record<string, readonly [type: string, value: unknown]>>;
  /**
   * @param viewer login of the token's account
   * @throws ZodError for what GitHub does not document
   */
  readonly read: (repository: unknown, viewer: string) => T;
}

type RepositoryQuestions = Readonly<Record<string, RepositoryQuestion<unknown>>>;

interface Answers<Q extends RepositoryQuestions> {
  readonly answers: { readonly [Name in keyof Q]: ReturnType<Q[Name]['read']> };
  /** Whose token it is. */
  readonly viewer: string;
}

const envelope = z.object({ repository: z.unknown(), viewer: z.object({ login: z.string() }) });

/** @throws what GitHub answered, also where it answered only a part; ZodError */
export async function askAtOnce<Q extends RepositoryQuestions>(
  client: GitHubClient,
  { owner, name }: Repository,
  questions: Q,
): Promise<Answers<Q>> {
  const asked = Object.values(questions);
  const variables = Object.entries({
    ...{ owner: ['String!', owner], name: ['String!', name] },
    ...Object.assign({}, ...asked.map((each) => each.variables)),
  } as RepositoryQuestion<unknown>['variables']);
  const declared = variables.map(([variable, [type]]) => `$${variable}: ${type}`).join(', ');
  const fields = asked.map((each) => each.fields).join(' ');
  const query = `query (${declared}) { repository(owner: $owner, name: $name) { ${fields} } viewer { login } }`;
  const values = Object.fromEntries(variables.map(([variable, [, value]]) => [variable, value]));
  const { repository, viewer } = envelope.parse(await client.graphql(query, values));
  const answers = Object.entries(questions).map(([key, { read }]) => [key, read(repository, viewer.login)]);
  return { answers: Object.fromEntries(answers), viewer: viewer.login };
}

const target = z.object({ oid: z.string() });
const ref = z.object({
  ref: z
    .object({
      target,
      compare: z
        .object({
          ...{ behindBy: z.number(), baseTarget: target, headTarget: target },
          commits: z.object({
            totalCount: z.number(),
            nodes: z.array(z.object({ oid: z.string(), parents: z.object({ totalCount: z.number() }) })),
          }),
        })
        .nullish(),
    })
    .nullable(),
});

/** Where a branch is, and what joins it. */
export interface BranchState {
  /** The commit that the branch is at now. */
  readonly tip: string;
  /**
   * Commits that left the branch at its very tip: the head, and those between where they are one line. None where the branch went on,
   * so that REST has to tell where they left it.
   */
  readonly ahead: readonly string[];
}

/** So few that the query costs one point: each brings a list of its parents. */
const COMMITS = 30;

/**
 * Null where there is no such branch.
 * @param head branch to compare with it, as `branch`, or `owner:branch` of a fork; none where null
 */
export const stateOfBranch = (
  branch: string,
  head: string | null,
): RepositoryQuestion<BranchState | null> => ({
  fields:
    head === null
      ? 'ref(qualifiedName: $branch) { target { oid } }'
      : `ref(qualifiedName: $branch) {
    target { oid }
    compare(headRef: $headRef) {
      behindBy baseTarget { oid } headTarget { oid }
      commits(first: ${COMMITS}) { totalCount nodes { oid parents(first: 1) { totalCount } } }
    }
  }`,
  variables: {
    branch: ['String!', `refs/heads/${branch}`],
    ...(head === null ? {} : { headRef: ['String!', head] }),
  },
  read: (repository) => {
    const found = ref.parse(repository).ref;
    if (found === null) return null;
    const { oid: tip } = found.target;
    const { compare } = found;
    if (compare == null || compare.behindBy !== 0 || compare.baseTarget.oid !== tip)
      return { tip, ahead: [] };
    const { nodes, totalCount } = compare.commits;
    const isLine = nodes.length === totalCount && nodes.every(({ parents }) => parents.totalCount === 1);
    const between = isLine ? nodes.map(({ oid }) => oid) : [];
    return { tip, ahead: [...new Set([compare.headTarget.oid, ...between])] };
  },
});
