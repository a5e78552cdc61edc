import { z } from 'zod';
import { assertNever } from '../../core/domain/errors.ts';
import type { Verdict } from '../../core/domain/verdict.ts';
import { failureOf } from './api-errors.ts';
import type { RepositoryQuestion } from './at-once.ts';
import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';

export interface CheckRequest {
  readonly client: GitHubClient;
  readonly repository: Repository;
  readonly headSha: string;
  /** Tells several gates on one commit apart. */
  readonly key: string;
  /** Jobs of a matrix share a key, and each has a check: one that passes must not stand in for one that does not. */
  readonly job: { readonly id: string; readonly label: string } | null;
  /** Whether no base branch's policy had a say: such a check never stands in for one that is required. */
  readonly ownPolicy?: boolean;
  readonly verdict: Verdict;
  readonly blocked: boolean;
  /** One sentence. */
  readonly title: string;
  /** Markdown, within 65,535 bytes. */
  readonly summary: string;
  readonly detailsUrl: string;
  /** Numbers of the checks that are known to be there, the newest first; they are asked for where nobody knows. */
  readonly before?: readonly number[] | null;
}

const TITLE_LENGTH = 255;

/** `neutral` satisfies a required check, so an undecided verdict that blocks is `action_required`. */
export function conclusionOf(verdict: Verdict, blocked: boolean) {
  switch (verdict) {
    case 'pass':
      return 'success';
    case 'inconclusive':
      return blocked ? 'action_required' : 'neutral';
    case 'regression':
      // Waived: whoever requires the check has said so, and it still is no success.
      return blocked ? 'failure' : 'neutral';
    case 'invalid':
      return 'failure';
    default:
      return assertNever(verdict);
  }
}

type CheckPlace = Pick<
  CheckRequest,
  'client' | 'repository' | 'headSha' | 'key' | 'job' | 'ownPolicy' | 'detailsUrl'
>;

/** What tells this check from all others. */
function identityOf({ key, job, ownPolicy = false }: Pick<CheckPlace, 'key' | 'job' | 'ownPolicy'>) {
  const names = [key, ...(job === null ? [] : [job.label]), ...(ownPolicy ? ['own config'] : [])];
  const ids = ['weighbridge', key, ...(job === null ? [] : [job.id]), ...(ownPolicy ? ['own'] : [])];
  return { name: `weighbridge (${names.join(', ')})`, external_id: ids.join(':') };
}

/** Those that there are of it, the newest first. */
async function find({ client, repository, headSha, ...of }: CheckPlace) {
  const { name, external_id: id } = identityOf(of);
  const place = { owner: repository.owner, repo: repository.name };
  const { data } = await client.rest.checks.listForRef({
    ...{ ...place, ref: headSha, check_name: name, filter: 'latest', per_page: 100 },
  });
  return data.check_runs
    .filter(({ external_id }) => external_id === id)
    .sort((left, right) => right.id - left.id);
}

/** Whether the commit has a check of this key, and whether one of them says a verdict. */
export type CheckState = 'absent' | 'open' | 'completed';

const suitesSchema = z.object({
  object: z.object({
    checkSuites: z.object({
      nodes: z.array(
        z.object({
          checkRuns: z.object({
            nodes: z.array(z.object({ externalId: z.string().nullable(), status: z.string() })),
          }),
        }),
      ),
    }),
  }),
});

/** The same of GraphQL, which does not tell the number by which a check is changed. */
export function checkState(
  headSha: string,
  of: Pick<CheckPlace, 'key' | 'job' | 'ownPolicy'>,
): RepositoryQuestion<CheckState> {
  const { name, external_id: id } = identityOf(of);
  return {
    fields: `object(oid: $head) {
      ... on Commit {
        checkSuites(first: 100, filterBy: { checkName: $check }) {
          nodes {
            checkRuns(first: 100, filterBy: { checkName: $check, checkType: LATEST }) {
              nodes { externalId status }
            }
          }
        }
      }
    }`,
    variables: { head: ['GitObjectID!', headSha], check: ['String!', name] },
    read: (repository) => {
      const suites = suitesSchema.parse(repository).object.checkSuites.nodes;
      const ours = suites
        .flatMap(({ checkRuns }) => checkRuns.nodes)
        .filter(({ externalId }) => externalId === id);
      if (ours.length === 0) return 'absent';
      return ours.some(({ status }) => status === 'COMPLETED') ? 'completed' : 'open';
    },
  };
}

/**
 * Takes back what the check of this key says of the commit, where it says something: until the new verdict is there, nobody merges
 * on that of another base branch or policy.
 * @param known what is known of it; null where that is to be asked
 * @returns the number of the check that waits for the verdict; null where there is none
 * @throws what GitHub answered; see `explainFailure`
 */
export async function reopenCheck(
  request: CheckPlace,
  known: CheckState | null = null,
): Promise<number | null> {
  const isCompleted = async () => (await find(request))[0]?.status === 'completed';
  if (known === null ? !(await isCompleted()) : known !== 'completed') return null;
  const { client, repository, headSha, detailsUrl } = request;
  const { data } = await client.rest.checks.create({
    ...{ owner: repository.owner, repo: repository.name, ...identityOf(request), head_sha: headSha },
    ...{ status: 'in_progress', details_url: detailsUrl },
    output: { title: 'Evaluated anew', summary: 'What was found before no longer counts.' },
  });
  return data.id;
}

/**
 * Writes the check of this key on the commit; a re-run updates it instead of adding a second one.
 * @returns its address
 * @throws what GitHub answered; see `explainFailure`
 */
export async function writeCheck(request: CheckRequest): Promise<string> {
  const { client, repository, headSha, verdict, blocked, title, summary, detailsUrl } = request;
  const place = { owner: repository.owner, repo: repository.name };
  const found = request.before ?? (await find(request)).map(({ id }) => id);
  const check = {
    ...identityOf(request),
    status: 'completed',
    conclusion: conclusionOf(verdict, blocked),
    details_url: detailsUrl,
    output: { title: Array.from(title).slice(0, TITLE_LENGTH).join(''), summary },
  } as const;
  let written: { readonly data: { readonly id: number; readonly html_url: string | null } } | null = null;
  for (const id of found) {
    written ??= await client.rest.checks
      .update({ ...place, ...check, check_run_id: id })
      .catch((error: unknown) => {
        // Another app's, whatever it calls itself: ours stands beside it.
        if (/only be modified by the GitHub App/i.test(failureOf(error).message)) return null;
        throw error;
      });
  }
  written ??= await client.rest.checks.create({ ...place, ...check, head_sha: headSha });
  // Whatever stands between us and GitHub may answer a write with 200 and nothing of it.
  if (typeof written.data?.id !== 'number') throw new Error('the answer to the write names no check');
  return written.data.html_url ?? detailsUrl;
}
