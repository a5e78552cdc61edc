import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { newestSamples } from '../../adapters/github/artifact.ts';
import type { RemoteFiles } from '../../adapters/github/contents.ts';
import type { EvaluatedRun } from '../../adapters/github/evaluated-run.ts';
import {
  artifactsOfRun,
  downloadArtifact,
  newestOfBranch,
  type RemoteArtifact,
} from '../../adapters/github/run-artifacts.ts';
import { baselineSources } from '../../config/models.ts';
import { parseConfig } from '../../config/parse.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { unpack } from '../../results/unpack.ts';
import type { ReportInputs } from '../inputs.ts';

const MAX_ZIP_BYTES = 2 ** 29;

/**
 * Fetches the candidate's samples that a run has left, and nothing else of what it left: no verdict, no report, no baseline.
 * @returns the folder that holds them
 * @throws WeighbridgeError `data` when there are none, or what there is cannot be trusted to be unpacked
 */
export async function downloadCandidate(
  remote: RemoteFiles,
  run: EvaluatedRun,
  key: string | undefined,
  folder: string,
): Promise<string> {
  const artifacts = newestSamples(await artifactsOfRun(remote, run.id), key);
  const target = join(folder, 'candidate');
  await mkdir(target);
  let files = 0;
  for (const artifact of artifacts) {
    files += await fetchInto(remote, artifact, join(target, String(artifact.id)), 'run/candidate/');
  }
  if (files > 0) return target;
  throw new WeighbridgeError('data', 'the run has left no samples of the candidate', {
    fix: 'let it use the action with `artifact: on`, and look at its log',
  });
}

/**
 * The baseline's samples, from where a pull request cannot write: a folder of this job's checkout, or an artifact that a run on
 * the base branch has left.
 * @throws WeighbridgeError `usage` when nothing names one, `data` when it is not there
 */
export async function locateBaseline(
  remote: RemoteFiles,
  run: EvaluatedRun,
  inputs: ReportInputs,
  baseConfig: string | null,
  workspace: string,
  folder: string,
): Promise<string> {
  const directory = resolve(workspace, inputs['working-directory']);
  if (inputs.baseline !== undefined) return insideWorkspace(workspace, resolve(directory, inputs.baseline));
  const name = inputs['baseline-artifact'];
  if (name !== undefined) {
    const artifact = await newestOfBranch(remote, name, run.repositoryId, run.pullRequest.baseRef);
    const target = join(folder, 'baseline');
    if (artifact !== null && (await fetchInto(remote, artifact, target, '')) > 0) return target;
    throw new WeighbridgeError('data', `no run on ${run.pullRequest.baseRef} has left an artifact ${name}`, {
      fix: 'evaluate the base branch on push, and let that job upload its results under this name',
    });
  }
  const written = baseConfig === null ? undefined : parseConfig(baseConfig, inputs.config).head?.baseline;
  for (const source of baselineSources(written).sources) {
    if (source.from !== 'path' || source.model.kind !== 'results') continue;
    return insideWorkspace(workspace, resolve(directory, dirname(inputs.config), source.model.path));
  }
  throw new WeighbridgeError('usage', 'there is no baseline but the one that the run has made itself', {
    fix: 'name results of the baseline with the input baseline or baseline-artifact',
  });
}

async function fetchInto(
  remote: RemoteFiles,
  artifact: RemoteArtifact,
  target: string,
  inside: string,
): Promise<number> {
  const zip = `${target}.zip`;
  await downloadArtifact(remote, artifact, zip, MAX_ZIP_BYTES);
  await mkdir(target);
  return unpack(zip, target, (name) => (name.startsWith(inside) ? name : null));
}

async function insideWorkspace(workspace: string, path: string): Promise<string> {
  const found = await realpath(path).catch(() => null);
  const inside = found === null ? null : relative(await realpath(workspace), found);
  if (found !== null && inside !== null && inside !== '..' && !inside.startsWith(`..${sep}`)) return found;
  throw new WeighbridgeError('data', 'the results of the baseline are not in the checkout of this job', {
    at: { file: path },
    fix: 'check out the base branch first, or name an artifact with the input baseline-artifact',
  });
}
