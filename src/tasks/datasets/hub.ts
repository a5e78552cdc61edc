import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import {
  askHub,
  gitBlob,
  type HubFile,
  type HubRepository,
  hubEndpoint,
  hubFileList,
  listHub,
  unfetched,
} from '../../adapters/http/hub.ts';
import { believedFolder, cacheFolder, isJobOfWorkflow } from '../../adapters/process/cache-folder.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { parseJson } from '../../core/domain/json.ts';
import { suggestion } from '../../core/domain/suggest.ts';
import { writeAtomically } from '../../results/store/atomic-file.ts';
import { makeDirectory } from '../../results/store/disk-faults.ts';

/** `hf:org/name@commit#split`, or `#config/split` where the dataset has several configurations. */
interface HubDataset extends HubRepository {
  readonly split: string;
}

const FORM =
  'write hf:org/name@<full commit>#split, such as hf:cais/mmlu@c30699e8356da336a370243923dbaf21066bb9fe#all/test';

export const isHubDataset = (written: string): boolean => /^hf:/.test(written);

/** @throws WeighbridgeError `config` for what names no fixed content */
function parseHubDataset(written: string): HubDataset {
  const [, name, commit, split] = /^hf:([\w.-]+\/[\w.-]+)@([^#]+)#(.+)$/.exec(written) ?? [];
  if (name === undefined || commit === undefined || split === undefined) {
    throw new WeighbridgeError('config', `${JSON.stringify(written)} names no split of a dataset`, {
      fix: FORM,
    });
  }
  if (!/^[0-9a-f]{40}$/.test(commit)) {
    throw new WeighbridgeError('config', `${written}: ${commit} may be another dataset tomorrow`, {
      fix: `name the full commit, 40 hexadecimal digits, from the history of ${hubEndpoint()}/datasets/${name}`,
    });
  }
  return { kind: 'datasets', written, name, commit, split };
}

/**
 * The Parquet files of a split, downloaded once and kept in the cache; what is kept is used when its digest is the hub's.
 * @throws WeighbridgeError `config` for a split that is not there, `data` for what cannot be fetched or is too large
 */
export async function hubFiles(written: string, maxBytes: number): Promise<readonly string[]> {
  const dataset = parseHubDataset(written);
  const folder = join(cacheFolder(process.env), 'datasets', dataset.name.replace('/', '--'), dataset.commit);
  const files = filesOfSplit(await listing(dataset), dataset);
  const size = files.reduce((total, file) => total + file.size, 0);
  if (size > maxBytes) {
    throw new WeighbridgeError('data', `${written} is larger than ${Math.round(maxBytes / 1024 ** 2)} MiB`, {
      fix: 'download it and evaluate a part of it: a file in the repository',
    });
  }
  const paths: string[] = [];
  for (const file of files) paths.push(await fetched(dataset, file, folder));
  return paths;
}

async function listing(dataset: HubDataset): Promise<readonly HubFile[]> {
  // By this list all bytes are held to what the commit has, and nothing but the hub tells that it is the commit's: where there is
  // network it is asked, and without one a job of a workflow believes the list that it got itself, not what an earlier one left.
  const kept = join(
    believedFolder(process.env, 'dataset-lists'),
    `${dataset.name.replace('/', '--')}@${dataset.commit}.json`,
  );
  const isOurs = !isJobOfWorkflow(process.env) || Boolean(process.env.RUNNER_TEMP);
  if (process.env.HF_HUB_OFFLINE === '1' && isOurs) {
    const text = await readFile(kept, 'utf8').catch(() => null);
    const known = text === null ? null : hubFileList.safeParse(parseJson(text, { file: kept }));
    if (known?.success === true) return known.data;
  }
  requireNetwork(dataset);
  const entries = await listHub(dataset);
  const parquet = entries.filter(({ type, path }) => type === 'file' && /\.parquet$/i.test(path));
  await makeDirectory(dirname(kept));
  await writeAtomically(kept, JSON.stringify(parquet));
  return parquet;
}

/** Where the hub puts a split: `all/test-00000-of-00001.parquet`, `data/test.parquet`, or converted, `all/test/0000.parquet`. */
function placeOf(path: string): {
  readonly config: string;
  readonly split: string;
  readonly parts: number | null;
} {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  if (/^\d{4,5}\.parquet$/i.test(name)) {
    return { split: folders.pop() ?? '', config: folders.join('/'), parts: null };
  }
  const [, split = '', parts] = /^(.+?)(?:-\d{5}-of-(\d{5})(?:-[0-9a-f]+)?)?\.parquet$/i.exec(name) ?? [];
  return { split, config: folders.join('/'), parts: parts === undefined ? null : Number(parts) };
}

function filesOfSplit(
  entries: readonly HubFile[],
  { written, split: asked }: HubDataset,
): readonly HubFile[] {
  const placed = entries
    .filter(({ path }) => !path.split('/').includes('..'))
    .map((entry) => ({ entry, ...placeOf(entry.path) }));
  const name = ({ config, split }: { readonly config: string; readonly split: string }) =>
    config === '' || config === 'data' ? split : `${config}/${split}`;
  const found = placed.filter((each) => name(each) === asked || each.split === asked);
  const exact = found.filter((each) => name(each) === asked);
  const chosen = exact.length > 0 ? exact : found;
  const names = [...new Set(placed.map(name))].sort();
  const config = new Set(chosen.map(name));
  if (config.size === 0) {
    throw new WeighbridgeError(
      'config',
      `${written}: there are no Parquet files of ${JSON.stringify(asked)}`,
      {
        fix:
          names.length > 0
            ? suggestion(asked, names, 'splits')
            : 'take a commit of its branch refs/convert/parquet, or download the dataset and name a file',
      },
    );
  }
  if (config.size > 1) {
    throw new WeighbridgeError('config', `${written}: ${config.size} configurations have this split`, {
      fix: `name one: ${[...config].slice(0, 12).join(', ')}`,
    });
  }
  const missing = chosen.find(({ parts }) => parts !== null && parts !== chosen.length);
  if (missing !== undefined) {
    throw new WeighbridgeError('data', `${written}: ${chosen.length} of ${missing.parts} files are there`, {
      fix: 'take a commit that has all of them',
    });
  }
  return chosen.map(({ entry }) => entry).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function fetched(dataset: HubDataset, entry: HubFile, folder: string): Promise<string> {
  const file = join(folder, entry.path);
  const kept = await readFile(file).catch(() => null);
  if (kept !== null && isWhole(kept, entry)) return file;
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  requireNetwork(dataset);
  const response = await askHub(
    dataset,
    `/datasets/${dataset.name}/resolve/${dataset.commit}/${path}`,
    entry.size + 1,
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!isWhole(bytes, entry)) throw unfetched(dataset, `${entry.path} has another digest than the hub lists`);
  await makeDirectory(dirname(file));
  await writeAtomically(file, bytes);
  return file;
}

function isWhole(bytes: Buffer, { size, oid, lfs }: HubFile): boolean {
  if (bytes.length !== size) return false;
  return lfs === undefined
    ? gitBlob(bytes) === oid
    : createHash('sha256').update(bytes).digest('hex') === lfs.oid;
}

function requireNetwork(dataset: HubDataset): void {
  if (process.env.HF_HUB_OFFLINE !== '1') return;
  if (isJobOfWorkflow(process.env)) {
    throw new WeighbridgeError(
      'data',
      `${dataset.written} cannot be checked: HF_HUB_OFFLINE forbids to ask which files the commit has, and what an earlier job left in the cache may be others`,
      { fix: 'let this step ask the hub, or commit the data and name the file' },
    );
  }
  throw unfetched(dataset, 'it is not in the cache, and HF_HUB_OFFLINE forbids to fetch it');
}
