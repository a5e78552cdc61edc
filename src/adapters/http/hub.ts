import { createHash } from 'node:crypto';
import process from 'node:process';
import { z } from 'zod';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { parseJson } from '../../core/domain/json.ts';
import { request } from './client.ts';

/** A repository of the Hugging Face hub at a commit. */
export interface HubRepository {
  readonly kind: 'datasets' | 'models';
  readonly name: string;
  readonly commit: string;
  /** As the config writes it. */
  readonly written: string;
}

/** A file as the hub lists it. Its own words: nothing of it is believed but what a digest proves. */
const hubFile = z.object({
  type: z.string(),
  path: z.string().max(1000),
  size: z.number().int().min(0),
  oid: z.string().regex(/^[0-9a-f]{40}$/),
  lfs: z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
});
export type HubFile = z.infer<typeof hubFile>;
/** A list of files, as the hub sends it and as it may be kept. */
export const hubFileList = z.array(hubFile).max(20_000);

const MOST_LISTING_BYTES = 32 * 1024 * 1024;
const MOST_PAGES = 50;

export const hubEndpoint = (): string =>
  (process.env.HF_ENDPOINT || 'https://huggingface.co').replace(/\/+$/, '');

/**
 * What the hub says that the commit holds, folders too.
 * @throws WeighbridgeError `data` where it does not say
 */
export async function listHub(repository: HubRepository): Promise<readonly HubFile[]> {
  const { kind, name, commit, written } = repository;
  const files: HubFile[] = [];
  let next: string | null = `/api/${kind}/${name}/tree/${commit}?recursive=true`;
  for (let page = 0; next !== null; page += 1) {
    if (page >= MOST_PAGES) throw unfetched(repository, 'it has too many files');
    const response: Response = await askHub(repository, next, MOST_LISTING_BYTES);
    const parsed = hubFileList.safeParse(parseJson(await response.text(), { file: written }));
    if (!parsed.success) throw unfetched(repository, 'the list of its files is not one');
    files.push(...parsed.data);
    const link: string | undefined = /<([^>]+)>\s*;\s*rel="next"/.exec(
      response.headers.get('link') ?? '',
    )?.[1];
    const url = link === undefined ? null : new URL(link, hubEndpoint());
    // The address alone, so that another host is given no token.
    next = url === null ? null : `${url.pathname}${url.search}`;
  }
  return files;
}

/** @throws WeighbridgeError `data` for any answer but one of success */
export async function askHub(repository: HubRepository, path: string, bytes: number): Promise<Response> {
  const { HF_TOKEN: token } = process.env;
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const response = await request(`${hubEndpoint()}${path}`, { headers }, { bytes }).catch(
    (error: unknown) => {
      throw unfetched(repository, messageOf(error), error);
    },
  );
  if (response.ok) return response;
  const why: Readonly<Record<number, string>> = {
    401: 'it is gated or private: HF_TOKEN has to name an account that may read it',
    403: 'it is gated or private: HF_TOKEN has to name an account that may read it',
    404: `there is no such ${repository.kind === 'models' ? 'model' : 'dataset'} or commit`,
  };
  throw unfetched(repository, why[response.status] ?? `the hub answered ${response.status}`);
}

/** Git's name of a file's content, by which the hub knows what is small; large files it knows by SHA-256. */
export const gitBlob = (bytes: Buffer): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

export const unfetched = ({ kind, written, name }: HubRepository, why: string, cause?: unknown) =>
  new WeighbridgeError('data', `${written} cannot be fetched: ${why}`, {
    fix:
      kind === 'datasets'
        ? `correct it, or download it where there is network (hf download ${name} --repo-type dataset) and name the file`
        : `correct it, or download it where there is network (hf download ${name}) and name the folder; where the cache of this machine may be believed, set HF_HUB_OFFLINE=1`,
    cause,
  });
