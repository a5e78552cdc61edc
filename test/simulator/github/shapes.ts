import { type Sampled, sample } from './sample.ts';
import { type FakeArtifact, type FakeCheck, type FakeComment, type FakePull, sha256 } from './state.ts';

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
}: FakeComment): Sampled =>
  sample('issue-comment', {
    ...{ id, node_id, body, html_url, user: user(author) },
    issue_url: `https://api.github.com/repos/o/r/issues/${issue}`,
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
  const repo = (id: number, owner: string) => ({ id, owner: { login: owner }, full_name: `${owner}/r` });
  return sample(schema, {
    ...{ number, state },
    head: {
      sha: head.sha,
      ref: head.ref,
      repo: { ...baseRepository(schema), ...repo(head.repoId, head.owner) },
    },
    base: { sha: base.sha, ref: base.ref, repo: { ...baseRepository(schema), ...repo(1, 'o') } },
  });
}

const baseRepository = (schema: string) => (sample(schema).base as { repo: Sampled }).repo;

export const shownArtifact = ({ id, name, content }: FakeArtifact): Sampled =>
  sample('artifact', {
    ...{ id, name, size_in_bytes: content.length, digest: sha256(content), expired: false },
  });
