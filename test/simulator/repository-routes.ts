import { Buffer } from 'node:buffer';
import type { Recorded } from './fake-github.ts';

type Reply = readonly [status: number, body?: unknown, headers?: Record<string, string>];
const NOT_FOUND: Reply = [404, { message: 'Not Found' }];

export interface FakeArtifact {
  readonly id: number;
  readonly name: string;
  readonly zip: Buffer;
  /** As GitHub reports it; the length of the zip unless a test says otherwise. */
  readonly size?: number;
  readonly expired?: boolean;
  readonly runId: number;
  readonly headBranch?: string;
  readonly headRepositoryId?: number;
}

export interface FakeWaiverLabel {
  readonly name: string;
  readonly actor: string | null;
  readonly at: string;
}

/** What a repository answers about commits, files, pull requests and artifacts: everything that is only read. */
export class FakeRepository {
  /** Commit to path to content. */
  readonly commits = new Map<string, Readonly<Record<string, string>>>();
  mergeBase: string | null = null;
  pulls: {
    number: number;
    head: { sha: string; ref: string; repo: unknown };
    base: unknown;
    state?: string;
  }[] = [];
  labels: FakeWaiverLabel[] = [];
  /** Login to `role_name` and `permission`. */
  readonly permissions = new Map<string, readonly [role: string, permission: string]>();
  /** The last push to the head branch. */
  push: { after: string; timestamp: string } | null = null;
  artifacts: FakeArtifact[] = [];
  comments: { user: { login: string }; body: string }[] = [];
  url = '';

  route({ method, path }: Pick<Recorded, 'method' | 'path'>, url: URL): Reply | undefined {
    if (method !== 'GET') return undefined;
    const at = (pattern: RegExp) => pattern.exec(path)?.slice(1).map(decodeURIComponent);
    const commit = at(/^\/repos\/o\/r\/git\/commits\/([0-9a-f]+)$/);
    if (commit !== undefined)
      return this.commits.has(commit[0] ?? '') ? [200, { sha: commit[0] }] : NOT_FOUND;
    if (at(/^\/repos\/o\/r\/compare\/(.+)$/) !== undefined)
      return this.mergeBase === null ? NOT_FOUND : [200, { merge_base_commit: { sha: this.mergeBase } }];
    const file = at(/^\/repos\/o\/r\/contents\/(.+)$/);
    if (file !== undefined) return this.file(url.searchParams.get('ref') ?? '', file[0] ?? '');
    if (path === '/repos/o/r/pulls') return [200, this.listPulls(url)];
    const pull = at(/^\/repos\/o\/r\/pulls\/(\d+)$/);
    if (pull !== undefined) return this.pull(Number(pull[0]));
    if (/^\/repos\/o\/r\/issues\/\d+\/events$/.test(path)) return [200, this.labels.map(labelEvent)];
    if (/^\/repos\/[^/]+\/[^/]+\/activity$/.test(path)) return [200, this.push === null ? [] : [this.push]];
    const person = at(/^\/repos\/o\/r\/collaborators\/([^/]+)\/permission$/);
    if (person !== undefined) {
      const [role_name, permission] = this.permissions.get(person[0] ?? '') ?? ['read', 'read'];
      return [200, { role_name, permission, user: { login: person[0] } }];
    }
    return this.artifactRoute(path, url);
  }

  private file(ref: string, path: string): Reply {
    const content = this.commits.get(ref)?.[path];
    if (content === undefined) return NOT_FOUND;
    return [
      200,
      { type: 'file', encoding: 'base64', path, content: Buffer.from(content).toString('base64') },
    ];
  }

  private listPulls(url: URL): unknown[] {
    const wanted = url.searchParams.get('head');
    return this.pulls.filter(({ head }) => {
      const { owner } = (head.repo ?? { owner: { login: '' } }) as { owner: { login: string } };
      return `${owner.login}:${head.ref}` === wanted;
    });
  }

  private pull(number: number): Reply {
    const found = this.pulls.find((pull) => pull.number === number);
    if (found === undefined) return NOT_FOUND;
    return [200, { ...found, labels: this.labels.map(({ name }) => ({ name })) }];
  }

  private artifactRoute(path: string, url: URL): Reply | undefined {
    const ofRun = /^\/repos\/o\/r\/actions\/runs\/(\d+)\/artifacts$/.exec(path);
    const named = url.searchParams.get('name');
    if (ofRun !== null || path === '/repos/o/r/actions/artifacts') {
      const artifacts = this.artifacts
        .filter(({ runId, name }) => (ofRun === null ? name === named : runId === Number(ofRun[1])))
        .map((artifact) => ({
          ...{ id: artifact.id, name: artifact.name, expired: artifact.expired ?? false },
          size_in_bytes: artifact.size ?? artifact.zip.length,
          created_at: `2026-11-${String(10 + artifact.id).padStart(2, '0')}T00:00:00Z`,
          workflow_run: {
            ...{ id: artifact.runId, repository_id: 1, head_repository_id: artifact.headRepositoryId ?? 1 },
            head_branch: artifact.headBranch ?? 'main',
          },
        }));
      return [200, { total_count: artifacts.length, artifacts }];
    }
    const zip = /^\/repos\/o\/r\/actions\/artifacts\/(\d+)\/zip$/.exec(path);
    return zip === null ? undefined : [302, undefined, { location: `${this.url}/signed/${zip[1]}?sig=s` }];
  }

  /** The bytes behind a signed address, where no token may be sent. */
  signed(path: string): Buffer | undefined {
    const id = /^\/signed\/(\d+)$/.exec(path)?.[1];
    return this.artifacts.find((artifact) => artifact.id === Number(id))?.zip;
  }
}

const labelEvent = ({ name, actor, at }: FakeWaiverLabel) => ({
  event: 'labeled',
  label: { name },
  actor: actor === null ? null : { login: actor },
  created_at: at,
});
