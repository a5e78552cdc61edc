import { Buffer } from 'node:buffer';
import { type Reply, refuse } from './fault.ts';
import { type GitHubState, sha256 } from './state.ts';

const MOST_ARTIFACTS = 500;
const FORBIDDEN_NAME = /["<>|*?\r\n\\/:]/;

type Fields = Readonly<Record<string, string | undefined>>;

/** Where the bytes of an artifact lie; runs may have artifacts of the same name. */
export const blobPath = ({ runId, name }: { readonly runId: number; readonly name: string }): string =>
  `/blob/${runId}/${encodeURIComponent(name)}?sig=x`;

/** Of the run that asks, as its token says: see `runtimeToken`. */
const runOf = ({ workflow_run_backend_id: id = '' }: Fields): number => Number(id.replace(/^run-/, ''));

interface Named {
  readonly runId: number;
  readonly name: string;
}

/**
 * The results service of Actions and its blob store, as the official `@actions/artifact` client talks to them: twirp in
 * JSON, Azure block blobs.
 */
export class ResultsService {
  readonly #state: GitHubState;
  readonly #blocks = new Map<string, Map<string, Buffer>>();
  /** Uploaded and not yet finalised. */
  readonly #blobs = new Map<string, Buffer>();
  /** Of each artifact the job that announced it. */
  readonly #jobs: string[] = [];
  /** As they were announced. */
  readonly #mimeTypes = new Map<string, string>();

  constructor(state: GitHubState) {
    this.#state = state;
  }

  twirp(method: string, body: Fields, origin: string): Reply {
    if (!body.workflow_run_backend_id || !body.workflow_job_run_backend_id) {
      return { status: 400, body: { code: 'invalid_argument', msg: 'backend ids are required' } };
    }
    const of = { runId: runOf(body), name: body.name ?? '' };
    switch (method) {
      case 'CreateArtifact':
        return this.#create(
          of,
          body.workflow_job_run_backend_id,
          body.mime_type ?? 'application/zip',
          origin,
        );
      case 'FinalizeArtifact':
        return this.#finalize(of, body);
      case 'ListArtifacts':
        return { status: 200, body: { artifacts: this.#list(of.runId, body) } };
      case 'GetSignedArtifactURL':
        return { status: 200, body: { signed_url: `${origin}${blobPath(of)}` } };
      case 'DeleteArtifact':
        return this.#delete(of);
      default:
        return { status: 404, body: { code: 'bad_route', msg: `no method ${method}` } };
    }
  }

  #create({ runId, name }: Named, job: string, mimeType: string, origin: string): Reply {
    const failed = (status: number, msg: string) => ({ status, body: { code: 'failed', msg } });
    if (name === '' || FORBIDDEN_NAME.test(name))
      return failed(400, `the artifact name is not valid: ${name}`);
    const ofRun = this.#state.artifacts.filter((artifact) => artifact.runId === runId);
    // A name is taken from the moment it is announced: jobs of a matrix that upload at once see it.
    if (this.#mimeTypes.has(`${runId}/${name}`) || ofRun.some((artifact) => artifact.name === name)) {
      return failed(409, 'an artifact with this name already exists on the workflow run');
    }
    const ofJob = this.#jobs.filter((each) => each === job);
    if (ofJob.length >= MOST_ARTIFACTS) return failed(403, 'too many artifacts');
    this.#jobs.push(job);
    this.#mimeTypes.set(`${runId}/${name}`, mimeType);
    return { status: 200, body: { ok: true, signed_upload_url: `${origin}${blobPath({ runId, name })}` } };
  }

  #finalize({ runId, name }: Named, { size, hash }: Fields): Reply {
    const blob = this.#blobs.get(`${runId}/${name}`);
    const mimeType = this.#mimeTypes.get(`${runId}/${name}`);
    if (
      blob === undefined ||
      mimeType === undefined ||
      String(blob.length) !== size ||
      hash !== sha256(blob)
    ) {
      return { status: 400, body: { code: 'invalid_argument', msg: 'not what was uploaded' } };
    }
    const { id } = this.#state.addArtifact(name, blob, { runId, mimeType });
    return { status: 200, body: { ok: true, artifact_id: String(id) } };
  }

  #list(runId: number, { name_filter: name, id_filter: wanted, workflow_run_backend_id: run }: Fields) {
    return this.#state.artifacts
      .filter((artifact) => artifact.runId === runId)
      .filter((artifact) => name === undefined || artifact.name === name)
      .filter((artifact) => wanted === undefined || String(artifact.id) === wanted)
      .map((artifact) => ({
        ...{ workflow_run_backend_id: run, workflow_job_run_backend_id: 'job-backend-id' },
        ...{ database_id: String(artifact.id), name: artifact.name, size: String(artifact.content.length) },
        ...{ created_at: '2026-11-21T00:00:00Z', digest: artifact.digest ?? sha256(artifact.content) },
      }));
  }

  #delete({ runId, name }: Named): Reply {
    const { artifacts } = this.#state;
    const index = artifacts.findIndex((artifact) => artifact.runId === runId && artifact.name === name);
    this.#mimeTypes.delete(`${runId}/${name}`);
    const [removed] = index === -1 ? [] : artifacts.splice(index, 1);
    return removed === undefined
      ? { status: 404, body: { code: 'not_found', msg: name } }
      : { status: 200, body: { ok: true, artifact_id: String(removed.id) } };
  }

  /** Blocks, then the list that joins them; or one plain put; or the way back. */
  blob(method: string, url: URL, bytes: Buffer): Reply {
    const name = decodeURIComponent(url.pathname.slice('/blob/'.length));
    if (url.searchParams.get('sig') === null) return refuse(403);
    if (method === 'GET') return this.#download(name);
    switch (url.searchParams.get('comp')) {
      case 'block': {
        const blocks = this.#blocks.get(name) ?? new Map<string, Buffer>();
        this.#blocks.set(name, blocks.set(url.searchParams.get('blockid') ?? '', bytes));
        break;
      }
      case 'blocklist': {
        // The list decides the order, not the arrival.
        const ids = [...bytes.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(
          ([, id]) => id ?? '',
        );
        const blocks = ids.map((id) => this.#blocks.get(name)?.get(id));
        if (blocks.includes(undefined)) return refuse(400, 'InvalidBlockList');
        this.#blobs.set(name, Buffer.concat(blocks.filter((block) => block !== undefined)));
        break;
      }
      default:
        this.#blobs.set(name, bytes);
    }
    return { status: 201, headers: { 'x-ms-request-id': '1' } };
  }

  #download(path: string): Reply {
    const artifact = this.#state.artifacts.find(({ runId, name }) => `${runId}/${name}` === path);
    if (artifact === undefined) return refuse(404);
    const { name, mimeType, content } = artifact;
    const fileName = mimeType === 'application/zip' ? `${name}.zip` : name;
    const headers = {
      'content-type': mimeType,
      'content-disposition': `attachment; filename="${fileName}"`,
    };
    return { status: 200, body: content, headers };
  }
}
