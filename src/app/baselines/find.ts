import { join, resolve } from 'node:path';
import { cacheFolder } from '../../adapters/process/cache-folder.ts';
import { askGit, mergeBase, resolveRevision } from '../../adapters/process/git.ts';
import { asFound } from '../../config/models.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import {
  type BaselineAttempt,
  type BaselineSource,
  describeBaselineSource,
  type Origin,
} from '../../core/domain/baseline.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { describeModel, type ModelSource, mapPaths } from '../../core/domain/model.ts';
import { designOf, type GatedSide } from '../../core/domain/run.ts';
import type { StoredRun } from '../../results/store/reader.ts';
import type { Log } from '../log.ts';
import { fetchSource } from '../sides/mlflow.ts';
import { checkSource } from '../sides/sources.ts';
import { readSideResults } from '../sides/stored.ts';
import { modelAt } from './base-branch.ts';
import { BaselineStore } from './store.ts';

/** A baseline that a source gave. */
export interface FoundBaseline {
  /** The source in words, as in the attempts. */
  readonly name: string;
  readonly source: ModelSource;
  /** Null for weights that are evaluated for this run. */
  readonly origin: Origin | null;
}

/** What trying the sources came to. More than one is found only where a declared change may set the first aside. */
export interface FoundBaselines {
  readonly found: readonly FoundBaseline[];
  readonly attempts: readonly BaselineAttempt[];
  /** Nothing was found, and this run makes the first baseline: it compares nothing. */
  readonly bootstrap: boolean;
}

/** What the resolution gets from outside; what is null cannot be had here. */
export interface BaselineContext {
  /** Where found results are written. */
  readonly scratch: string;
  /** The commit to compare with, where an event says it. */
  readonly baseCommit?: string | null;
  /** Whether this runs on the default branch; asks git where nothing is said. */
  readonly onDefaultBranch?: boolean;
  /**
   * Where results, or a checkpoint, that the repository holds lie as the base branch has them; null for what the repository does
   * not hold, and for what may be the change's.
   * @throws WeighbridgeError `data` where the change brings its own
   */
  readonly committed?: ((path: string, kind: ModelSource['kind']) => Promise<string | null>) | null;
  /** Told of what is downloaded. */
  readonly log?: Pick<Log, 'info'>;
  readonly artifact?:
    | ((into: string) => Promise<{ readonly folder: string; readonly origin: Origin }>)
    | null;
}

/** Whether the config leaves anything to find: a single path is what it is. */
export const mustFind = ({ baseline, baselines }: ResolvedConfig): boolean =>
  baseline === null && baselines.sources.length > 0;

/** The store that the config asks for; null for none. */
export function storeOf({ store, directory }: ResolvedConfig): BaselineStore | null {
  if (store === null) return null;
  return new BaselineStore(store === 'default' ? defaultStore() : resolve(directory, store.path));
}

export const defaultStore = (): string => join(cacheFolder(process.env), 'baselines');

/** Where an evaluation of this moment comes from, as far as git and GitHub tell. */
export async function originHere(directory: string): Promise<Origin> {
  const { GITHUB_ACTOR } = process.env;
  return {
    commit: await askGit(directory, ['rev-parse', 'HEAD']),
    date: new Date().toISOString(),
    by: GITHUB_ACTOR ?? (await askGit(directory, ['config', 'user.name'])),
  };
}

/** Tries the sources in the order in which they are written; a source that has nothing is told and passed over. */
export async function findBaseline(
  config: ResolvedConfig,
  context: BaselineContext,
): Promise<FoundBaselines> {
  const attempts: BaselineAttempt[] = [];
  const found: FoundBaseline[] = [];
  for (const [index, source] of config.baselines.sources.entries()) {
    const name = describeBaselineSource(source);
    try {
      const scratch = join(context.scratch, String(index + 1));
      found.push({ name, ...(await trySource(source, config, { ...context, scratch })) });
      attempts.push({ source: name, reason: null });
    } catch (error) {
      if (!(error instanceof WeighbridgeError)) throw error;
      attempts.push({ source: name, reason: messageOf(error) });
      continue;
    }
    const last = found.at(-1);
    if (last?.source.kind !== 'results' || config.acceptChange.length === 0) break;
  }
  const bootstrap =
    found.length === 0 &&
    config.baselines.bootstrap &&
    (context.onDefaultBranch ?? (await isDefaultBranch(config.directory)));
  return { found, attempts, bootstrap };
}

async function trySource(
  source: BaselineSource,
  config: ResolvedConfig,
  { scratch, baseCommit = null, committed = null, artifact = null, log }: BaselineContext,
): Promise<Omit<FoundBaseline, 'name'>> {
  const directory = resolve(config.directory);
  switch (source.from) {
    case 'path': {
      const isFetched = await fetchSource(source.model, log);
      const named = isFetched ? asFound(source.model, directory) : source.model;
      const model = committed === null ? named : await asCommitted(named, directory, committed);
      await checkSource(
        config,
        mapPaths(model, (path) => resolve(directory, path)),
        'baseline',
      );
      return { source: model, origin: null };
    }
    case 'base-branch': {
      const commit = await compareCommit(directory, baseCommit, source.branch);
      const pointed = await modelAt({ directory, pointer: source.pointer, commit, scratch });
      await checkSource(config, pointed.source, 'baseline');
      return { source: pointed.source, origin: null };
    }
    case 'store': {
      const store = storeOf(config);
      if (store === null) throw new Error('a config that names the store has none');
      const { blessings, faults } = await store.list();
      const [blessing] = blessings;
      if (blessing === undefined) {
        const told = faults.length === 0 ? '' : ` (${faults.join('; ')})`;
        throw new WeighbridgeError('data', `nothing was blessed in ${store.folder}${told}`, {
          fix: 'evaluate the accepted model and bless it: weighbridge baseline bless <run directory>',
        });
      }
      const path = await store.checkOut(blessing, scratch);
      return { source: { kind: 'results', path, label: blessing.source }, origin: blessing.origin };
    }
    case 'artifact': {
      if (artifact === null) {
        throw new WeighbridgeError('platform', 'artifacts can be had in GitHub Actions only', {
          fix: 'name another source beside it for runs on other machines',
        });
      }
      const { folder, origin } = await artifact(scratch);
      const label = `the checkpoint judged at ${origin.commit?.slice(0, 12)}`;
      await wholeRuns(folder, 'baseline');
      return { source: { kind: 'results', path: folder, label }, origin };
    }
  }
}

/** Results are what the base branch has: the change under judgement could have written its own. */
async function asCommitted(
  model: ModelSource,
  directory: string,
  committed: NonNullable<BaselineContext['committed']>,
): Promise<ModelSource> {
  const places = new Map<string, string>();
  for (const path of pathsIn(model)) {
    const place = await committed(path, model.kind);
    if (place !== null) places.set(path, place);
  }
  if (places.size === 0) return model;
  const found = asFound(
    mapPaths(model, (path) => places.get(path) ?? path),
    directory,
  );
  return 'path' in found ? { ...found, label: describeModel(model) } : found;
}

function pathsIn(model: ModelSource): readonly string[] {
  const paths: string[] = [];
  mapPaths(model, (path) => {
    paths.push(path);
    return path;
  });
  return paths;
}

/**
 * The runs of a folder, all of which can be a baseline: evaluated in full, to the end.
 * @throws WeighbridgeError `data` for anything else
 */
export async function wholeRuns(folder: string, side: GatedSide): Promise<readonly StoredRun[]> {
  const { runs, faults } = await readSideResults(folder, side);
  const [fault] = faults;
  if (fault !== undefined) throw fault;
  for (const { record, incomplete } of runs) {
    const short = incomplete ?? (designOf(record) === 'full' ? null : 'stopped early by design');
    if (short !== null)
      throw new WeighbridgeError('data', `its run of ${record.task} ${short}`, {
        at: { file: folder },
        fix: 'evaluate the baseline again, whole',
      });
  }
  return runs;
}

/**
 * The commit whose pointer counts: the tip of the base branch, since whoever opens a pull request chooses where it left the branch;
 * on the default branch itself, the commit before.
 */
async function compareCommit(
  directory: string,
  given: string | null,
  branch: string | null,
): Promise<string> {
  const head = await resolveRevision(directory, 'HEAD');
  const base = given ?? branch ?? (await defaultBranch(directory));
  if (base === null) {
    throw new WeighbridgeError('data', 'this clone does not say which branch is merged into', {
      fix: 'name it: `{ from: base-branch, pointer: model.yaml, branch: origin/main }`',
    });
  }
  const commit = await mergeBase(directory, base, 'HEAD');
  if (commit === null) {
    throw new WeighbridgeError('data', `${base} and HEAD have no common commit in this clone`, {
      fix: 'fetch the history: `fetch-depth: 0` of actions/checkout, or `git fetch --unshallow origin`',
    });
  }
  return commit === head && (await isDefaultBranch(directory))
    ? resolveRevision(directory, 'HEAD~1')
    : resolveRevision(directory, base);
}

const defaultBranch = (directory: string): Promise<string | null> =>
  askGit(directory, ['rev-parse', '--abbrev-ref', 'origin/HEAD']);

async function isDefaultBranch(directory: string): Promise<boolean> {
  const [current, default_] = [
    await askGit(directory, ['rev-parse', '--abbrev-ref', 'HEAD']),
    await defaultBranch(directory),
  ];
  return current !== null && default_ === `origin/${current}`;
}
