import { z } from 'zod';
import { askAtOnce, type RepositoryQuestion } from './at-once.ts';
import type { GitHubClient } from './client.ts';
import type { Repository } from './event.ts';
import { isNewer, type RunAttempt, sameRun } from './marker.ts';

/** What tells a check from all others on its commit. */
export interface CheckIdentity {
  /** Tells several gates on one commit apart. */
  readonly key: string;
  /** Jobs of a matrix share a key, and each has a check: one that passes must not stand in for one that does not. */
  readonly job: { readonly id: string; readonly label: string } | null;
  /** Whether no base branch's policy had a say: such a check never stands in for one that is required. */
  readonly ownPolicy?: boolean;
}

export interface CheckPlace extends CheckIdentity {
  readonly repository: Repository;
  readonly headSha: string;
  /** The run that judges. */
  readonly by: RunAttempt;
  readonly detailsUrl: string;
}

/** Beside the run: all checks of one gate, or of one job of its matrix, have the same. */
export function checkNames({ key, job, ownPolicy = false }: CheckIdentity) {
  const names = [key, ...(job === null ? [] : [job.label]), ...(ownPolicy ? ['own config'] : [])];
  const ids = ['weighbridge', key, ...(job === null ? [] : [job.id]), ...(ownPolicy ? ['own'] : [])];
  return { name: `weighbridge (${names.join(', ')})`, id: ids.join(':') };
}

/** GitHub shows the address of its own page in place of ours, so that the run stands in the id. */
export const externalId = (id: string, { run, attempt }: RunAttempt): string => `${id}@${run}.${attempt}`;

export const checkFields = (place: CheckPlace) => {
  const { name, id } = checkNames(place);
  return { name, external_id: externalId(id, place.by) };
};

/** A check of one identity on a commit, by whichever run. */
export interface SeenCheck {
  /** Null where an earlier version of ours wrote it, which did not say. */
  readonly by: RunAttempt | null;
  readonly isCompleted: boolean;
  /** As REST writes it; null while there is none. */
  readonly conclusion: string | null;
  /** In milliseconds; null where GitHub does not say. */
  readonly began: number | null;
  readonly ended: number | null;
}

/** Null for the id of another check. */
function runIn(id: string, external: string | null | undefined): { readonly by: RunAttempt | null } | null {
  if (external === id) return { by: null };
  const [, run, attempt] = external?.startsWith(`${id}@`)
    ? (/^@(\d+)\.(\d+)$/.exec(external.slice(id.length)) ?? [])
    : [];
  return run === undefined ? null : { by: { run: Number(run), attempt: Number(attempt) } };
}

const time = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : Date.parse(text)));

const suitesSchema = z.object({
  // Null for a commit that GitHub does not know, as whoever writes is told.
  object: z
    .object({
      checkSuites: z.object({
        nodes: z.array(
          z.object({
            app: z.object({ slug: z.string() }).nullable(),
            checkRuns: z.object({
              nodes: z.array(
                z.object({
                  ...{ externalId: z.string().nullable(), status: z.string(), startedAt: time },
                  ...{ conclusion: z.string().nullable(), completedAt: time },
                }),
              ),
            }),
          }),
        ),
      }),
    })
    .nullable(),
});

/**
 * The checks of an identity that the app of this token wrote on a commit: what another app calls so is not ours. GraphQL does not
 * tell the number by which one is changed.
 */
export function checksOn(headSha: string, of: CheckIdentity): RepositoryQuestion<readonly SeenCheck[]> {
  const { name, id } = checkNames(of);
  return {
    fields: `object(oid: $head) {
      ... on Commit {
        checkSuites(first: 100, filterBy: { checkName: $check }) {
          nodes {
            app { slug }
            checkRuns(first: 100, filterBy: { checkName: $check, checkType: ALL }) {
              nodes { externalId status conclusion startedAt completedAt }
            }
          }
        }
      }
    }`,
    variables: { head: ['GitObjectID!', headSha], check: ['String!', name] },
    read: (repository, viewer) => {
      const suites = suitesSchema.parse(repository).object?.checkSuites.nodes ?? [];
      const ours = suites.filter(({ app }) => app?.slug === viewer.replace(/\[bot\]$/, ''));
      return ours
        .flatMap(({ checkRuns }) => checkRuns.nodes)
        .flatMap(({ externalId: external, status, conclusion, startedAt, completedAt }) => {
          const run = runIn(id, external);
          const shown = {
            isCompleted: status === 'COMPLETED',
            conclusion: conclusion?.toLowerCase() ?? null,
            ...{ began: startedAt, ended: completedAt },
          };
          return run === null ? [] : [{ ...run, ...shown }];
        });
    },
  };
}

/** @throws what GitHub answered */
export async function askChecks(client: GitHubClient, place: CheckPlace): Promise<readonly SeenCheck[]> {
  const checks = checksOn(place.headSha, place);
  return (await askAtOnce(client, place.repository, { checks })).answers.checks;
}

/** The newest of those that a run wrote which was started after this one; null without one. */
export function newerThan(by: RunAttempt, seen: readonly SeenCheck[]) {
  const newer = seen.flatMap((each) =>
    each.by !== null && isNewer(each.by, by) ? [{ ...each, by: each.by }] : [],
  );
  return newer.reduce<(typeof newer)[number] | null>(
    (best, each) => (best === null || isNewer(each.by, best.by) ? each : best),
    null,
  );
}

/**
 * Takes back what the check of this key says of the commit, and tells older runs that may still judge it that this one does: until
 * the new verdict is there, nobody merges on that of another base branch or policy.
 * @param known what is there of it; null where that is to be asked
 * @param isAlone whether no other run can be judging this commit
 * @returns the number of the check that waits for the verdict; null where there is none
 * @throws what GitHub answered; see `explainFailure`
 */
export async function reopenCheck(
  client: GitHubClient,
  place: CheckPlace,
  known: readonly SeenCheck[] | null,
  isAlone: boolean,
): Promise<number | null> {
  const seen = known ?? (await askChecks(client, place));
  if (newerThan(place.by, seen) !== null) return null;
  // An answer may have been lost.
  if (seen.some(({ by, isCompleted }) => !isCompleted && by !== null && sameRun(by, place.by))) return null;
  if (isAlone && !seen.some(({ isCompleted }) => isCompleted)) return null;
  const { repository, headSha, detailsUrl } = place;
  const { data } = await client.rest.checks.create({
    ...{ owner: repository.owner, repo: repository.name, ...checkFields(place), head_sha: headSha },
    ...{ status: 'in_progress', details_url: detailsUrl },
    output: { title: 'Evaluated anew', summary: 'What was found before no longer counts.' },
  });
  return data.id;
}
