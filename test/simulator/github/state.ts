import { createHash } from 'node:crypto';

export interface FakeComment {
  readonly id: number;
  readonly node_id: string;
  /** Number of the issue or pull request. */
  readonly issue: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
  readonly html_url: string;
  /** Classifier, in lower case, where it is hidden. */
  minimized: string | null;
}

export type FakeCheck = { readonly id: number; [key: string]: unknown };

export interface FakePull {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    readonly owner: string;
    readonly repoId: number;
  };
  readonly base: { readonly sha: string; readonly ref: string };
}

export interface FakeArtifact {
  readonly id: number;
  readonly name: string;
  readonly content: Buffer;
}

export type Permission = 'admin' | 'write' | 'read' | 'none';

/** What the fake remembers: one repository, `o/r`, whose id is 1. */
export class GitHubState {
  readonly comments: FakeComment[] = [];
  readonly checks: FakeCheck[] = [];
  readonly pulls: FakePull[] = [];
  /** Issue number to its events, as GitHub describes them, oldest first. */
  readonly events = new Map<number, Readonly<Record<string, unknown>>[]>();
  readonly permissions = new Map<string, Permission>();
  /** `<ref>:<path>` to the file's text. */
  readonly contents = new Map<string, string>();
  /** `<base>...<head>` to the commit both come from. */
  readonly mergeBases = new Map<string, string>();
  readonly uploaded: FakeArtifact[] = [];
  /** Workflow runs as `GET actions/runs/{id}` shows them: what differs from the smallest valid one. */
  readonly runs = new Map<number, Readonly<Record<string, unknown>>>();
  /** As installation tokens see themselves. */
  viewer = 'github-actions[bot]';
  /** Who writes what is posted. */
  author = 'github-actions[bot]';
  #nextId = 100;
  #nextArtifact = 77;

  nextId(): number {
    return this.#nextId++;
  }

  addComment(
    body: string,
    login = 'github-actions[bot]',
    type = login.endsWith('[bot]') ? 'Bot' : 'User',
    issue = 7,
  ): FakeComment {
    const id = this.nextId();
    const comment = {
      ...{ id, node_id: `IC_${id}`, issue, body, user: { login, type }, minimized: null },
      html_url: `https://github.com/o/r/pull/${issue}#issuecomment-${id}`,
    };
    this.comments.push(comment);
    return comment;
  }

  addArtifact(name: string, content: Buffer): FakeArtifact {
    const artifact = { id: this.#nextArtifact++, name, content };
    this.uploaded.push(artifact);
    return artifact;
  }
}

export const sha256 = (content: Buffer): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;
