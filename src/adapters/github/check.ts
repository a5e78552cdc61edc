import { assertNever } from '../../core/domain/errors.ts';
import type { Verdict } from '../../core/domain/verdict.ts';
import { failureOf } from './api-errors.ts';
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

/** What tells this check from all others, and those that there are of it, the newest first. */
async function find({ client, repository, headSha, key, job, ownPolicy = false }: CheckPlace) {
  const names = [key, ...(job === null ? [] : [job.label]), ...(ownPolicy ? ['own config'] : [])];
  const ids = ['weighbridge', key, ...(job === null ? [] : [job.id]), ...(ownPolicy ? ['own'] : [])];
  const identity = { name: `weighbridge (${names.join(', ')})`, external_id: ids.join(':') };
  const place = { owner: repository.owner, repo: repository.name };
  const { data } = await client.rest.checks.listForRef({
    ...{ ...place, ref: headSha, check_name: identity.name, filter: 'latest', per_page: 100 },
  });
  const found = data.check_runs
    .filter(({ external_id }) => external_id === identity.external_id)
    .sort((left, right) => right.id - left.id);
  return { place, identity, found };
}

/**
 * Takes back what the check of this key says of the commit, where it says something: until the new verdict is there, nobody merges
 * on that of another base branch or policy.
 * @throws what GitHub answered; see `explainFailure`
 */
export async function reopenCheck(request: CheckPlace): Promise<void> {
  const { place, identity, found } = await find(request);
  if (found[0]?.status !== 'completed') return;
  const { client, headSha, detailsUrl } = request;
  await client.rest.checks.create({
    ...{ ...place, ...identity, head_sha: headSha, status: 'in_progress', details_url: detailsUrl },
    output: { title: 'Evaluated anew', summary: 'What was found before no longer counts.' },
  });
}

/**
 * Writes the check of this key on the commit; a re-run updates it instead of adding a second one.
 * @returns its address
 * @throws what GitHub answered; see `explainFailure`
 */
export async function writeCheck(request: CheckRequest): Promise<string> {
  const { client, headSha, verdict, blocked, title, summary, detailsUrl } = request;
  const { place, identity, found } = await find(request);
  const check = {
    ...identity,
    status: 'completed',
    conclusion: conclusionOf(verdict, blocked),
    details_url: detailsUrl,
    output: { title: Array.from(title).slice(0, TITLE_LENGTH).join(''), summary },
  } as const;
  let written: { readonly data: { readonly id: number; readonly html_url: string | null } } | null = null;
  for (const { id } of found) {
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
