import { appendFile, copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { explainFailure, type Need } from '../../adapters/github/api-errors.ts';
import { artifactName, uploadArtifact } from '../../adapters/github/artifact.ts';
import { writeCheck } from '../../adapters/github/check.ts';
import { createClient, type GitHubClient } from '../../adapters/github/client.ts';
import { upsertComment } from '../../adapters/github/comment.ts';
import { setHidden } from '../../adapters/github/our-comments.ts';
import type { RetryBudget } from '../../adapters/github/retry-budget.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { renderJobs } from '../../report/jobs.ts';
import type { ActionInputs } from '../inputs.ts';
import { requiredVariable, type StepRuntime } from '../runtime.ts';
import type { WorkflowRun } from '../workflow-run.ts';
import { annotateGates } from './annotations.ts';
import type { JudgedRun } from './judgement.ts';

export interface Publication {
  readonly host: StepRuntime;
  readonly inputs: ActionInputs;
  readonly run: WorkflowRun;
  readonly judgement: JudgedRun;
  /** Of one publisher; begun anew for each. */
  readonly patience: () => RetryBudget;
  /** Null where nobody knows. */
  readonly elapsedSeconds: number | null;
}

const TITLE = { title: 'Weighbridge' };

/** Runs one publisher on its own: whatever it throws is a warning, and the others still run. */
export async function isolated<T>(
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
  host: StepRuntime,
  { file }: JudgedRun,
  directory: string,
): Promise<void> {
  await isolated(
    host,
    (error) => `The limits were not annotated: ${messageOf(error)}`,
    async () => file !== null && annotateGates(host, file, directory),
  );
}

/** @returns the artifact's address, null where there is none */
export async function publishArtifact(
  { host, run, patience }: Pick<Publication, 'host' | 'run' | 'patience'>,
  bundle: { readonly files: readonly string[]; readonly root: string; readonly label: readonly string[] },
): Promise<string | null> {
  // A second attempt may not take the name of the first, nor one leg of a matrix that of another.
  const name = artifactName(run.key, ...bundle.label, run.attempt);
  const { uploadMs } = patience().options;
  return isolated(host, explainUpload, () =>
    uploadArtifact({
      name,
      files: bundle.files,
      root: bundle.root,
      runUrl: run.runUrl,
      patienceMs: uploadMs,
    }),
  );
}

/**
 * Uploads the report as a file of its own, which a browser opens from its address; the service takes the file's name for that of
 * the artifact.
 * @returns its address, null where there is none
 */
export async function publishPage(
  { host, run, patience }: Pick<Publication, 'host' | 'run' | 'patience'>,
  page: string,
  label: readonly string[],
): Promise<string | null> {
  const root = dirname(page);
  const file = join(root, `${artifactName(run.key, ...label, 'report', run.attempt)}.html`);
  const { uploadMs } = patience().options;
  return isolated(host, explainUpload, async () => {
    await copyFile(page, file);
    const place = { name: basename(file), files: [file], root, runUrl: run.runUrl };
    return uploadArtifact({ ...place, patienceMs: uploadMs, unzipped: true });
  });
}

export async function publishSummary({ host }: Pick<Publication, 'host'>, markdown: string): Promise<void> {
  await isolated(
    host,
    (error) => `The job summary was not written: ${messageOf(error)}`,
    () => appendFile(requiredVariable(host.env, 'GITHUB_STEP_SUMMARY'), markdown),
  );
}

/** @returns the comment's address, null where there is none */
export async function publishComment(publication: Publication, text: string): Promise<string | null> {
  const { host, inputs, run, judgement } = publication;
  const { pullRequest } = run.event;
  if (inputs.comment === 'never' || pullRequest === null || !mayWrite(publication, 'comment')) return null;
  const explain = (need: Need) => (error: unknown) => explainFailure(error, need, pullRequest.fork);
  const patience = publication.patience();
  const client = connect(publication, patience);
  const { verdict, blocked } = judgement;
  // With failures only, legs that hold say nothing, and are not missing.
  const silent = inputs.comment === 'on-failure' && run.leg.expected > 1;
  const expected = silent ? null : run.leg.expected;
  const outcome = await isolated(host, explain('comment'), () =>
    upsertComment({
      ...{ client, patience, repository: run.repository, issue: pullRequest.number, key: run.key },
      meta: { sha: pullRequest.headSha, run: run.runId, attempt: run.attempt },
      id: run.leg.id,
      leg: {
        id: run.leg.id,
        label: run.leg.label,
        verdict,
        blocked,
        seconds: publication.elapsedSeconds === null ? null : Math.round(publication.elapsedSeconds),
        text,
      },
      render: (legs, current, bytes) =>
        renderJobs(legs, { current, expected, running: null, runUrl: run.runUrl }, bytes),
      mode: inputs.comment,
      shared: run.leg.expected > 1,
    }),
  );
  if (outcome === null) return null;
  if (outcome.kind === 'skipped') {
    host.core.notice(`No comment was written: ${outcome.reason}.`, TITLE);
    return null;
  }
  // Who asked for failures only does not want to read that all is well.
  const hidden = inputs.comment === 'on-failure' && !outcome.blocked;
  await isolated(host, explain('hiding'), () =>
    patience.retry(() => setHidden(client, outcome.comment, hidden)),
  );
  return outcome.comment.url;
}

export async function publishCheck(publication: Publication, text: string): Promise<void> {
  const { host, inputs, run, judgement } = publication;
  const { headSha, pullRequest } = run.event;
  if (!inputs.check || headSha === null || !mayWrite(publication, 'check')) return;
  const patience = publication.patience();
  await isolated(
    host,
    (error) => explainFailure(error, 'check', pullRequest?.fork ?? false),
    () =>
      patience.retry(() =>
        writeCheck({
          client: connect(publication, patience),
          repository: run.repository,
          headSha,
          key: run.key,
          leg: run.leg.expected > 1 ? run.leg : null,
          verdict: judgement.verdict,
          blocked: judgement.blocked,
          title: judgement.summary,
          summary: text,
          detailsUrl: run.runUrl,
        }),
      ),
  );
}

/** A fork's token cannot write, and asking would only be refused: one notice says where the report is. */
function mayWrite({ host, inputs, run }: Publication, need: Need): boolean {
  if (run.event.pullRequest?.fork === true) {
    host.core.notice(
      `No ${need} was written: the pull request comes from a fork. The report is in the job summary.`,
      TITLE,
    );
    return false;
  }
  if (inputs['github-token'] !== undefined) return true;
  host.core.warning(`No ${need} was written: the input github-token is empty.`, TITLE);
  return false;
}

export function connect(
  {
    inputs,
    run,
  }: {
    readonly inputs: Pick<ActionInputs, 'github-token'>;
    readonly run: Pick<WorkflowRun, 'apiUrl'>;
  },
  patience: RetryBudget,
): GitHubClient {
  const { signal, options } = patience;
  const token = inputs['github-token'] ?? '';
  return createClient({ token, apiUrl: run.apiUrl, timeoutMs: options.requestMs, signal });
}

/** GitHub Enterprise Server has no service that the official client of artifacts can talk to. */
function explainUpload(error: unknown): string {
  const why =
    error instanceof Error && error.name === 'GHESNotSupportedError'
      ? 'GitHub Enterprise Server does not take artifacts of this kind. The job summary and the comment carry what fits, and the files stay on the runner'
      : `The artifact was not uploaded: ${messageOf(error)}`;
  return `${why}. The verdict is not affected: it is in the job summary.`;
}
