import { appendFile, copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { explainFailure, type Need } from '../../adapters/github/api-errors.ts';
import { artifactName, uploadArtifact } from '../../adapters/github/artifact.ts';
import { CheckWriter } from '../../adapters/github/check-writer.ts';
import { type CommentMode, type JobReported, upsertComment } from '../../adapters/github/comment.ts';
import { setHidden } from '../../adapters/github/hiding.ts';
import type { DrawRecord } from '../../adapters/github/marker.ts';
import type { Companion } from '../../adapters/github/our-comments.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { renderJobs } from '../../report/jobs.ts';
import type { JudgedCommit, ReportContext } from '../../report/section.ts';
import { OWN_POLICY_TITLE } from '../../report/sections/verdict.ts';
import { connect, type GitHubAccess } from '../github-access.ts';
import { requiredVariable, type StepRuntime } from '../runtime.ts';
import { canShare, toWrite } from '../shared-comment.ts';
import { annotateGates } from './annotations.ts';
import type { JudgedRun } from './judgement.ts';
import { judgedCommit } from './pull-request.ts';

export interface Publication extends GitHubAccess {
  readonly comment: CommentMode;
  /** Whether the jobs of a matrix may leave each other their results as artifacts: then one of them writes the comment. */
  readonly share: boolean;
  /** Whether to write a check. */
  readonly check: boolean;
  /** Number of the check that waits for the verdict; null where there is none. */
  readonly ownCheck?: number | null;
  readonly judgement: JudgedRun;
  /** What the report says beside the verdict. */
  readonly context: ReportContext;
  /** To be remembered in the comment. */
  readonly draw?: DrawRecord | null;
}

/** Of comments that somebody else wrote with our marker, as many are hidden in one run. */
const MOST_OTHERS = 5;

const TITLE = { title: 'Weighbridge' };

/** Runs one publisher on its own: whatever it throws is a warning, and the others still run. */
async function isolated<T>(
  { core }: StepRuntime,
  explain: (error: unknown) => string,
  publish: () => Promise<T>,
) {
  try {
    return await publish();
  } catch (error) {
    core.warning(explain(error), TITLE);
    return null;
  }
}

/** Shows the gates that block at the limits they are beyond. */
export async function annotateLimits(
  runtime: StepRuntime,
  { file }: JudgedRun,
  directory: string,
): Promise<void> {
  await isolated(
    runtime,
    (error) => `The limits were not annotated: ${messageOf(error)}`,
    async () => file !== null && annotateGates(runtime, file, directory),
  );
}

/** @returns the artifact's address, null where there is none */
export async function publishArtifact(
  { runtime, run, budget }: GitHubAccess,
  bundle: { readonly files: readonly string[]; readonly root: string; readonly label: readonly string[] },
): Promise<string | null> {
  // A second attempt may not take the name of the first, nor one job of a matrix that of another.
  const name = artifactName(run.key, ...bundle.label, run.attempt);
  const { files, root } = bundle;
  const timeoutMs = budget().limits.uploadMs;
  return isolated(runtime, explainUpload, () =>
    uploadArtifact({ name, files, root, runUrl: run.runUrl, timeoutMs }),
  );
}

/**
 * Uploads the report as a file of its own, which a browser opens from its address; the service takes the file's name for that of
 * the artifact.
 * @returns its address, null where there is none
 */
export async function publishPage(
  { runtime, run, budget }: GitHubAccess,
  page: string,
  label: readonly string[],
): Promise<string | null> {
  const root = dirname(page);
  const file = join(root, `${artifactName(run.key, ...label, 'report', run.attempt)}.html`);
  const timeoutMs = budget().limits.uploadMs;
  return isolated(runtime, explainUpload, async () => {
    await copyFile(page, file);
    const files = { name: basename(file), files: [file], root };
    return uploadArtifact({ ...files, runUrl: run.runUrl, timeoutMs, unzipped: true });
  });
}

export async function publishSummary(
  { runtime }: Pick<Publication, 'runtime'>,
  markdown: string,
): Promise<void> {
  await isolated(
    runtime,
    (error) => `The job summary was not written: ${messageOf(error)}`,
    () => appendFile(requiredVariable(runtime.env, 'GITHUB_STEP_SUMMARY'), markdown),
  );
}

/**
 * @param textOf what this job says, given the commit that was judged
 * @param check is asked for and written with it where that takes fewer calls
 * @returns the comment's address, null where there is none
 */
export async function publishComment(
  publication: Publication,
  textOf: (commit: JudgedCommit | null) => string,
  check: CheckWriter | null = null,
): Promise<string | null> {
  const { runtime, run, comment: mode, judgement, context, draw = null } = publication;
  const { repository, key, job, runUrl } = run;
  const { pullRequest } = run.event;
  if (mode === 'never' || pullRequest === null || !mayWrite(publication, 'comment')) return null;
  const { verdict, blocked } = judgement;
  const { elapsedSeconds, ownPolicy = false } = context;
  const seconds = elapsedSeconds === null ? null : Math.round(elapsedSeconds);
  const { attempt } = run;
  const text = textOf(judgedCommit(run));
  const result = { id: job.id, label: job.label, verdict, blocked, seconds, attempt, text };
  const own = { result, ownPolicy, draw };
  const shared = publication.share && canShare(publication) ? await shareResult(publication, own) : null;
  if (shared?.length === 0) return null;
  // With failures only, jobs that pass say nothing to each other, and are not missing.
  const expected = mode === 'on-failure' && job.expected > 1 && shared === null ? null : job.expected;
  const explain = (need: Need) => (error: unknown) => explainFailure(error, need, pullRequest.fork);
  const budget = publication.budget();
  const client = connect(publication, budget);
  const outcome = await isolated(runtime, explain('comment'), () =>
    upsertComment({
      ...{ client, budget, repository, issue: pullRequest.number, key, mode },
      meta: { sha: pullRequest.headSha, run: run.runId, attempt },
      job: { id: job.id, ownPolicy },
      reported: shared ?? [own],
      companion: check && companionOf(publication, check),
      // What all of them have left says nothing of a commit that came later.
      ...(shared === null
        ? { ofOlderCommit: (ours, head) => ({ ...ours, text: textOf(judgedCommit(run, head)) }) }
        : {}),
      render: (results, current, bytes, head) => {
        const commit = shared === null ? null : judgedCommit(run, head);
        return renderJobs(results, { current, attempt, expected, running: null, runUrl, commit }, bytes);
      },
    }),
  );
  if (outcome === null) return null;
  if (outcome.kind === 'skipped') {
    // A run of another commit says nothing of this one.
    if (outcome.newer?.sha === pullRequest.headSha) check?.giveWay(outcome.newer.run);
    runtime.core.notice(`No comment was written: ${outcome.reason}.`, TITLE);
    return null;
  }
  // Who asked for failures only does not want to read that all is well.
  const hidden = mode === 'on-failure' && !outcome.blocked;
  await isolated(runtime, explain('hiding'), () =>
    budget.retry(() => setHidden(client, outcome.comment, hidden)),
  );
  // One that was written with another token has an old verdict, and one that nobody of us wrote has none.
  const visible = outcome.others.filter((other) => other.hidden === null);
  for (const other of visible.slice(-MOST_OTHERS)) {
    await isolated(runtime, explain('hiding'), () => setHidden(client, other, true));
  }
  return outcome.comment.url;
}

/** @returns what to write; null where the jobs cannot share anything, so that each writes into the comment by itself */
async function shareResult(
  publication: Publication,
  own: JobReported,
): Promise<readonly JobReported[] | null> {
  const { core } = publication.runtime;
  const explain = (error: unknown) =>
    `The jobs of the matrix could not leave each other their results, and each writes into the comment by itself: ${messageOf(error)}`;
  const reported = await isolated(publication.runtime, explain, () => toWrite(publication, own));
  if (reported?.length === 0)
    core.notice('The job of the matrix that ends last writes the comment of all.', TITLE);
  return reported;
}

/** @returns null where no check is to be written */
export function checkOf(publication: Publication, text: string): CheckWriter | null {
  const { run, judgement, context, ownCheck = null } = publication;
  const { ownPolicy = false } = context;
  const { repository, key, job, runUrl: detailsUrl, runId, attempt } = run;
  const { headSha } = run.event;
  if (!publication.check || headSha === null || !mayWrite(publication, 'check')) return null;
  const { verdict, blocked, summary } = judgement;
  return new CheckWriter(
    {
      ...{ repository, headSha, key, job: job.expected > 1 ? job : null, ownPolicy, detailsUrl },
      by: { run: runId, attempt },
    },
    { verdict, blocked, title: `${ownPolicy ? OWN_POLICY_TITLE : ''}${summary}`, summary: text },
    // The one that waits is of what a base branch's policy says.
    ownPolicy ? null : ownCheck,
  );
}

/** What fails is tried again, and told, by `publishCheck`. */
const companionOf = (publication: Publication, check: CheckWriter): Companion => ({
  question: check.question,
  told: (answer) => check.told(answer as Parameters<CheckWriter['told']>[0]),
  write: () => check.write(connect(publication, publication.budget())).catch(() => {}),
});

export async function publishCheck(publication: Publication, check: CheckWriter): Promise<void> {
  const { runtime, run } = publication;
  const budget = publication.budget();
  const client = connect(publication, budget);
  await isolated(
    runtime,
    (error) =>
      explainFailure(error, check.isWritten ? 'confirming' : 'check', run.event.pullRequest?.fork ?? false),
    () =>
      budget.retry(async () => {
        await check.write(client);
        await check.confirm(client, () => budget.settle());
      }),
  );
  if (check.newer !== null)
    runtime.core.notice(`The check is that of run ${check.newer}, which is newer.`, TITLE);
}

/** A fork's token cannot write, and asking would only be refused: one notice says where the report is. */
function mayWrite({ runtime: { core }, run, token }: Publication, need: Need): boolean {
  if (run.event.pullRequest?.fork === true) {
    core.notice(
      `No ${need} was written: the pull request comes from a fork. The report is in the job summary.`,
      TITLE,
    );
    return false;
  }
  if (token !== null) return true;
  core.warning(`No ${need} was written: the input github-token is empty.`, TITLE);
  return false;
}

/** GitHub Enterprise Server has no service that the official client of artifacts can talk to. */
function explainUpload(error: unknown): string {
  const why =
    error instanceof Error && error.name === 'GHESNotSupportedError'
      ? 'GitHub Enterprise Server does not take artifacts of this kind. The job summary and the comment carry what fits, and the files stay on the runner'
      : `The artifact was not uploaded: ${messageOf(error)}`;
  return `${why}. The verdict is not affected: it is in the job summary.`;
}
