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
  /** When it was changed last, in milliseconds. */
  at: number;
  /** Login of who edited it last, as GraphQL shows it; null where nobody did. */
  editor: string | null;
  /** Milliseconds that go by until lists show it. */
  lag: number;
}

export type FakeCheck = { readonly id: number; [key: string]: unknown };

/** A pull request as events and API tell it, as far as it is remembered: the payload of an event is one. */
export interface FakePull {
  readonly number: number;
  state: string;
  readonly head: {
    sha: string;
    readonly ref: string;
    /** Null once a fork is gone. */
    readonly repo: { readonly id: number; readonly owner: { readonly login: string } } | null;
  };
  readonly base: { readonly sha: string; readonly ref: string; repo: { readonly id: number } };
}

/** What was done with a label. */
export interface FakeLabel {
  readonly name: string;
  /** Null where no event tells of it. */
  readonly actor: string | null;
  readonly at: string;
  /** Labelled unless said otherwise. */
  readonly event?: 'labeled' | 'unlabeled';
  /** Number of the issue or pull request; 7 unless said otherwise. */
  readonly issue?: number;
}

export interface FakeArtifact {
  readonly id: number;
  readonly name: string;
  readonly content: Buffer;
  readonly runId: number;
  readonly mimeType: string;
  /** As GitHub reports it; the length of the content unless a test says otherwise. */
  readonly size?: number;
  /** Likewise. */
  readonly digest?: string | null;
  readonly expired?: boolean;
  /** Of the run's head; `main` of this repository unless said otherwise. */
  readonly headBranch?: string;
  readonly headRepositoryId?: number;
}

/** What a token may, and whose it is. */
export interface FakeToken {
  /** Login of its account; an app's ends in `[bot]`. */
  readonly login: string;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
}

/** The run that most tests are about. */
export const RUN_ID = 42;

/** What the fake remembers: one repository, `o/r`, whose id is 1. */
export class GitHubState {
  readonly comments: FakeComment[] = [];
  readonly checks: FakeCheck[] = [];
  pulls: FakePull[] = [];
  /** Oldest first. */
  labels: FakeLabel[] = [];
  /** Login to `role_name` and `permission`; whoever is not here may read, as anybody may in a public repository. */
  readonly permissions = new Map<string, readonly [role: string, permission: string]>();
  /** Commit, or branch, to the texts of its files. */
  readonly commits = new Map<string, Readonly<Record<string, string>>>();
  /** Paths that are links, of whatever commit. */
  readonly links = new Set<string>();
  /** Whether commits have more files than are listed at once. */
  isVast = false;
  /** Branch to the commit that it is at. */
  readonly branches = new Map<string, string>();
  /** Of whatever two commits; null where GitHub does not know them. */
  mergeBase: string | null = null;
  /** Commits since, the oldest first, each with how many parents it has. */
  since: readonly (readonly [commit: string, parents: number])[] = [];
  /** The last push to the head branch of the pull request, in whatever repository it lies. */
  push: { readonly after: string; readonly timestamp: string } | null = null;
  /** Of all runs. */
  artifacts: FakeArtifact[] = [];
  /** Workflow runs as `GET actions/runs/{id}` shows them: what differs from the smallest valid one. */
  readonly runs = new Map<number, Readonly<Record<string, unknown>>>();
  /** As installation tokens see themselves. */
  viewer = 'github-actions[bot]';
  /** Who writes what is posted. */
  author = 'github-actions[bot]';
  /** Milliseconds until lists show a new comment. */
  lag = 0;
  /** Tokens that are not almighty. */
  readonly tokens = new Map<string, FakeToken>();
  /** The primary rate limit, which begins anew at a second since 1970; null where nobody counts. */
  quota: {
    readonly limit: number;
    left: number;
    readonly resets: number;
    readonly status: 403 | 429;
  } | null = null;
  /** Conversations that take no comments. */
  readonly locked = new Set<number>();
  archived = false;
  /** Whether the repository was called `o/r` and has another name now: what asks for the old one is sent on. */
  renamed = false;
  /** Commits that are known; null for any. */
  heads: ReadonlySet<string> | null = null;
  /** Fields of GraphQL, such as `Ref.compare`, that a GitHub Enterprise Server is too old to know. */
  unknownFields: ReadonlySet<string> = new Set();
  /** The app that writes checks; only it may change them. */
  app = 'github-actions';
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
      ...{ at: Date.now(), editor: null, lag: this.lag },
      html_url: `https://github.com/o/r/pull/${issue}#issuecomment-${id}`,
    };
    this.comments.push(comment);
    return comment;
  }

  addArtifact(
    name: string,
    content: Buffer,
    more: Partial<Omit<FakeArtifact, 'id' | 'name' | 'content'>> = {},
  ): FakeArtifact {
    const id = this.#nextArtifact++;
    const artifact = { id, name, content, runId: RUN_ID, mimeType: 'application/zip', ...more };
    this.artifacts.push(artifact);
    return artifact;
  }

  /** The newest artifact of a name. */
  artifact(name: string): FakeArtifact | undefined {
    return this.artifacts.findLast((artifact) => artifact.name === name);
  }

  artifactNames(): readonly string[] {
    return this.artifacts.map(({ name }) => name);
  }
}

export const sha256 = (content: Buffer): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;

export const labelsOf = ({ labels }: GitHubState, number: number): readonly FakeLabel[] =>
  labels.filter(({ issue = 7 }) => issue === number);

/** Names of labels that were put on and not taken off again. */
export function labelsOn(state: GitHubState, issue: number): readonly string[] {
  const names = new Set<string>();
  for (const { name, event = 'labeled' } of labelsOf(state, issue)) {
    if (event === 'labeled') names.add(name);
    else names.delete(name);
  }
  return [...names];
}
