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

const ref = z.object({ ref: z.object({ target: z.object({ oid: z.string() }) }).nullable() });

/** The commit that a branch is at now; null where there is no such branch. */
export const tipOfBranch = (branch: string): RepositoryQuestion<string | null> => ({
  fields: 'ref(qualifiedName: $branch) { target { oid } }',
  variables: { branch: ['String!', `refs/heads/${branch}`] },
  read: (repository) => ref.parse(repository).ref?.target.oid ?? null,
});
