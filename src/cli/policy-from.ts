import { realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Option } from 'commander';
import { folderInRepository, mergeBase, resolveRevision } from '../adapters/process/git.ts';
import { foundIn } from '../app/baselines/choose.ts';
import type { BaselineContext } from '../app/baselines/find.ts';
import { type PolicySource, readBasePolicy, refuseNewCode } from '../app/policy/base-policy.ts';
import { type Policies, tipOf, waiversBeside } from '../app/policy.ts';
import { type BaseSuite, onBaseSuite } from '../app/suite/base-suite.ts';
import { asOnBase, baseInPlace, reviewSuite } from '../app/suite/review-suite.ts';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';

export const policyFromOption = (): Option =>
  new Option(
    '--policy-from <rev>',
    'judge by the configs of this revision, such as origin/main, and of the commit where HEAD left it as well; the strictest verdict decides',
  );

/** The policies that judge on this machine as they would on a pull request, and where they were read. */
export interface FoundPolicies {
  readonly policies: Policies;
  /** Null without a revision. */
  readonly source: PolicySource | null;
}

/**
 * Labels are GitHub's: they waive nothing here.
 * @throws WeighbridgeError `usage` when the repository does not have the revision
 */
export async function policiesFrom(configPath: string, revision: string | undefined): Promise<FoundPolicies> {
  const judgedAt = { today: new Date().toISOString().slice(0, 10), untrusted: null };
  if (revision === undefined) {
    const waivers = await waiversBeside(configPath);
    return { policies: { base: null, waivers, ...judgedAt }, source: null };
  }
  const folder = dirname(configPath);
  const prefix = await folderInRepository(folder);
  if (prefix === null || (await mergeBase(folder, revision, 'HEAD')) === null) {
    throw new WeighbridgeError(
      'usage',
      `flag --policy-from: nothing is known of where HEAD left ${revision}`,
      {
        fix: 'name a revision of the repository that the config lies in, and fetch all of its history',
      },
    );
  }
  await refuseLinks(folder, prefix, configPath);
  const [baseSha, headSha] = [await resolveRevision(folder, revision), await resolveRevision(folder, 'HEAD')];
  const source = { checkout: folder, prefix, configPath: basename(configPath), remote: null };
  const { waivers, ...base } = await readBasePolicy({ name: 'pull_request', baseSha, headSha }, source);
  return { policies: { base, waivers, ...judgedAt }, source };
}

/** What a run is to do under the policies that judge it. */
export interface RunUnderPolicies {
  readonly policies: Policies;
  /** What is asked: the base branch's tasks where those count. */
  readonly asked: LoadedConfig;
  /** Null where those of the config are asked. */
  readonly suite: BaseSuite | null;
  /** Where the baseline is looked for. */
  readonly search: BaselineContext;
  /** The config with the revision's baselines, where those count. */
  readonly taken: ResolvedConfig;
}

/**
 * Compares what the config at hand asks with what the revision has, and takes from there what counts, as a pull request would.
 * @throws WeighbridgeError `config` where the config lets code run that the revision's does not
 */
export async function runUnder(
  loaded: LoadedConfig,
  { policies, source }: FoundPolicies,
  out: string,
): Promise<RunUnderPolicies> {
  const { config, overrides } = loaded;
  const { base } = policies;
  if (source === null || base === null) {
    return { policies, asked: loaded, suite: null, search: foundIn(out), taken: config };
  }
  refuseNewCode(base, config, overrides);
  const scratch = join(out, 'base-branch');
  await rm(scratch, { recursive: true, force: true });
  const change = { config, overrides, policy: { base }, source, head: 'HEAD' };
  const suite = await reviewSuite(change, join(scratch, 'review'));
  const inPlace = await baseInPlace(change, suite, join(scratch, 'suite'));
  const search = { ...foundIn(out), baseCommit: tipOf(base).revision, committed: inPlace.committed };
  return {
    policies: { ...policies, suite },
    asked: inPlace.suite === null ? loaded : onBaseSuite(loaded, inPlace.suite),
    suite: inPlace.suite,
    search,
    taken: inPlace.config,
  };
}

/**
 * Results that are named as the baseline, as the revision has them: whoever may change the limits may not write what is compared with either.
 * @param path with what is chosen of it behind `#`
 * @returns the path itself where no commit has it, such as results that a job has downloaded
 * @throws WeighbridgeError `data` for results that HEAD has and the revision has not
 */
export async function baselineFrom(
  { policies: { base }, source }: FoundPolicies,
  configPath: string,
  path: string,
  out: string,
): Promise<string> {
  if (source === null || base === null) return path;
  const [name = '', ...choices] = path.split('#');
  const folder = await realpath(dirname(resolve(name))).catch(() => null);
  if (folder === null) return path;
  const scratch = join(out, 'base-branch');
  await rm(scratch, { recursive: true, force: true });
  const config = await loadConfig(configPath, { assumeTasks: true });
  const change = { config, overrides: {}, policy: { base }, source, head: 'HEAD' };
  const taken = await asOnBase(change, scratch, join(folder, basename(name)));
  return taken === null ? path : [taken, ...choices].join('#');
}

/** A branch could turn a folder into a link to one that the other revision does not have, and so be without its limits. */
async function refuseLinks(folder: string, prefix: string, configPath: string): Promise<void> {
  const [written, real] = [resolve(folder), await realpath(folder)];
  const up = prefix.replace(/[^/]+/g, '..');
  // Above the repository links are the machine's own.
  const [writtenRoot, root] = [resolve(written, up), resolve(real, up)];
  const isSame = relative(writtenRoot, written) === relative(root, real);
  if (isSame && (await realpath(writtenRoot)) === root) return;
  throw new WeighbridgeError(
    'usage',
    `${configPath} leads through a symbolic link, behind which the limits of --policy-from cannot be looked up`,
    { fix: 'name the file itself' },
  );
}
