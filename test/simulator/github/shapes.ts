import { merge, type Sampled, sample } from './sample.ts';
import {
  type FakeArtifact,
  type FakeCheck,
  type FakeComment,
  type FakeLabel,
  type FakePull,
  sha256,
} from './state.ts';

/** What the fake remembers, as GitHub shows it. */

const user = ({ login, type }: FakeComment['user']) => sample('simple-user', { login, type });

export const shownComment = ({
  id,
  node_id,
  issue,
  body,
  user: author,
  html_url,
  minimized,
  at,
}: FakeComment): Sampled =>
  sample('issue-comment', {
    ...{ id, node_id, body, html_url, user: user(author) },
    issue_url: `https://api.github.com/repos/o/r/issues/${issue}`,
    updated_at: new Date(at).toISOString(),
    minimized: minimized === null ? null : { reason: minimized },
  });

export function shownCheck(check: FakeCheck): Sampled {
  const output = check.output as Sampled | undefined;
  return sample('check-run', {
    ...{ id: check.id, name: check.name, head_sha: check.head_sha, status: check.status ?? 'queued' },
    ...{
      conclusion: check.conclusion ?? null,
      external_id: check.external_id ?? null,
      html_url: check.html_url,
    },
    output: { title: output?.title ?? null, summary: output?.summary ?? null, annotations_count: 0 },
  });
}

export function shownPull(schema: string, { number, state, head, base }: FakePull): Sampled {
  const smallest = sample(schema) as { base: { repo: Sampled } };
  const repo = (id: number, login: string) =>
    merge(smallest.base.repo, { id, name: 'r', owner: { login }, full_name: `${login}/r` });
  return merge(smallest, {
    ...{ number, state },
    head: {
      ...{ sha: head.sha, ref: head.ref },
      repo: head.repo === null ? null : repo(head.repo.id, head.repo.owner.login),
    },
    base: { sha: base.sha, ref: base.ref, repo: repo(base.repo.id, 'o') },
  });
}

export const shownArtifact = (artifact: FakeArtifact): Sampled =>
  sample('artifact', {
    ...{ id: artifact.id, name: artifact.name, expired: artifact.expired ?? false },
    size_in_bytes: artifact.size ?? artifact.content.length,
    digest: artifact.digest === undefined ? sha256(artifact.content) : artifact.digest,
    created_at: new Date(Date.UTC(2026, 10, 1, 0, 0, artifact.id)).toISOString(),
    workflow_run: {
      ...{ id: artifact.runId, repository_id: 1, head_repository_id: artifact.headRepositoryId ?? 1 },
      head_branch: artifact.headBranch ?? 'main',
    },
  });

export const shownLabel = ({ name, actor, at, event = 'labeled' }: FakeLabel): Sampled =>
  sample(`${event}-issue-event`, {
    ...{ event, created_at: at, label: { name, color: 'f00' } },
    actor: { login: actor },
  });
