import { appendFile } from 'node:fs/promises';
import { messageOf } from '../domain/errors.ts';
import { artifactName, uploadArtifact } from '../github/artifact.ts';
import { writeCheck } from '../github/check.ts';
import { createClient } from '../github/client.ts';
import { upsertComment } from '../github/comment.ts';
import { explainFailure, type Need } from '../github/trouble.ts';
import { COMMENT_BYTES, type ReportContext } from '../report/markdown.ts';
import { type Host, required } from './host.ts';
import type { ActionInputs } from './inputs.ts';
import type { Judgement } from './judgement.ts';
import type { RunFacts } from './run-facts.ts';

export interface Publication {
  readonly host: Host;
  readonly inputs: ActionInputs;
  readonly run: RunFacts;
  readonly judgement: Judgement;
}

const TIMEOUT_MS = 30_000;
const TITLE = { title: 'Weighbridge' };

/** Runs one publisher on its own: whatever it throws is a warning, and the others still run. */
export async function isolated<T>(
  { core }: Host,
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

/** @returns the artifact's address, null where there is none */
export async function publishArtifact(
  { host, run }: Pick<Publication, 'host' | 'run'>,
  bundle: { readonly files: readonly string[]; readonly root: string; readonly label: string },
): Promise<string | null> {
  // A second attempt may not take the name of the first.
  const name = artifactName(run.key, bundle.label, run.attempt);
  const explain = (error: unknown) =>
    `The artifact was not uploaded: ${messageOf(error)}. The verdict is not affected: it is in the job summary.`;
  return isolated(host, explain, () =>
    uploadArtifact({ name, files: bundle.files, root: bundle.root, runUrl: run.runUrl }),
  );
}

export async function publishSummary({ host }: Pick<Publication, 'host'>, markdown: string): Promise<void> {
  await isolated(
    host,
    (error) => `The job summary was not written: ${messageOf(error)}`,
    () => appendFile(required(host.env, 'GITHUB_STEP_SUMMARY'), markdown),
  );
}

/** @returns the comment's address, null where there is none */
export async function publishComment(
  publication: Publication,
  context: ReportContext,
): Promise<string | null> {
  const { host, inputs, run, judgement } = publication;
  const { pullRequest } = run.event;
  if (inputs.comment === 'never' || pullRequest === null || !mayWrite(publication, 'comment')) return null;
  const explain = (error: unknown) => explainFailure(error, 'comment', pullRequest.fork);
  const outcome = await isolated(host, explain, () =>
    upsertComment({
      client: client(publication),
      repository: run.repository,
      issue: pullRequest.number,
      key: run.key,
      meta: { sha: pullRequest.headSha, run: run.runId, attempt: run.attempt },
      text: judgement.render(context, COMMENT_BYTES),
      mode: inputs.comment,
      failed: judgement.blocked,
    }),
  );
  if (outcome === null) return null;
  if (outcome.kind !== 'skipped') return outcome.url;
  host.core.notice(`No comment was written: ${outcome.reason}.`, TITLE);
  return null;
}

export async function publishCheck(publication: Publication, context: ReportContext): Promise<void> {
  const { host, inputs, run, judgement } = publication;
  const { headSha, pullRequest } = run.event;
  if (!inputs.check || headSha === null || !mayWrite(publication, 'check')) return;
  await isolated(
    host,
    (error) => explainFailure(error, 'check', pullRequest?.fork ?? false),
    () =>
      writeCheck({
        client: client(publication),
        repository: run.repository,
        headSha,
        key: run.key,
        verdict: judgement.verdict,
        blocked: judgement.blocked,
        title: judgement.summary,
        summary: judgement.render(context, COMMENT_BYTES),
        detailsUrl: run.runUrl,
      }),
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

function client({ inputs, run }: Publication) {
  return createClient({ token: inputs['github-token'] ?? '', apiUrl: run.apiUrl, timeoutMs: TIMEOUT_MS });
}
