import { realpath } from 'node:fs/promises';
import { devNull } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { folderInRepository } from '../../adapters/process/git.ts';
import type { Overrides } from '../../config/overrides.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { SuiteReview } from '../../core/domain/policy.ts';
import { makeDirectory } from '../../results/store/disk-faults.ts';
import type { BaselineContext } from '../baselines/find.ts';
import { commitFiles, type PolicySource } from '../policy/base-policy.ts';
import { type BasePolicy, resolveBase, tipOf } from '../policy.ts';
import { type BaseSuite, layOut } from './base-suite.ts';
import { compareSuites } from './compare.ts';
import { isCommitted, type SuiteSide, takeOut } from './suite.ts';

/** What is judged, and by whose word. */
export interface ReviewedChange {
  readonly config: ResolvedConfig;
  readonly overrides: Overrides;
  readonly policy: { readonly base: BasePolicy | null };
  readonly source: PolicySource;
  /** The commit that is judged; `HEAD` where nobody says which. */
  readonly head: string;
}

/**
 * How what will be asked differs from what the base branch has, before anything foreign runs.
 * @returns null where nothing differs, or there is no base branch with a config
 * @throws WeighbridgeError `platform` when nobody can tell what the base branch has
 */
export async function reviewSuite(context: ReviewedChange, scratch: string): Promise<SuiteReview | null> {
  const { config, overrides, policy } = context;
  const { base } = policy;
  if (base === null) return null;
  const sideOf = async (at: ReturnType<typeof tipOf>, name: string) =>
    at.config === null
      ? null
      : sideAt(context, at.revision, join(scratch, name), resolveBase(at.config, config, overrides).config);
  const tip = await sideOf(tipOf(base), 'tip');
  if (tip === null) return null;
  const fork = base.tip === undefined ? null : await sideOf(base, 'fork');
  const head = await headSide(context, join(scratch, 'head'));
  return compareSuites({ base: tip, fork, head, mode: tip.config.suiteChanges });
}

/** What is evaluated in place of what the pull request changes, where the base branch's suite counts. */
export interface InPlace {
  /** What the baseline is searched by. */
  readonly config: ResolvedConfig;
  readonly committed: NonNullable<BaselineContext['committed']> | null;
  /** Null where the tasks are asked as they are. */
  readonly suite: BaseSuite | null;
}

/**
 * Committed results are the base branch's in any case; with `suite_changes: base` so are changed baselines and tasks.
 * @throws WeighbridgeError `data` for what Git LFS keeps of the base branch and is not here
 */
export async function baseInPlace(
  context: ReviewedChange,
  review: SuiteReview | null,
  scratch: string,
): Promise<InPlace> {
  const { config, overrides, policy } = context;
  const { base } = policy;
  if (base === null) return { config, committed: null, suite: null };
  const { revision, config: text } = tipOf(base);
  const taken = (subject: RegExp) =>
    review?.mode === 'base' && review.changes.some((each) => each.counts && subject.test(each.subject));
  const isOldBaseline = taken(/^baseline\b(?!\.prompt\.)/);
  const tip = text === null ? config : resolveBase(text, config, overrides).config;
  const isOldSuite = text !== null && taken(/^(tasks|engine)\./);
  const suite = isOldSuite
    ? {
        config: text,
        directory: await layOut(
          await sideAt(context, revision, join(scratch, 'base'), tip),
          await headSide(context, join(scratch, 'head')),
        ),
      }
    : null;
  // How the baseline is asked waits for a person, whose word is on the prompt of the pull request.
  const old = { baseline: tip.baseline, baselines: { ...tip.baselines, prompt: config.baselines.prompt } };
  return {
    config: isOldBaseline ? { ...config, ...old } : config,
    committed: async (path, kind) =>
      kind === 'results' || isOldBaseline ? asOnBase(context, join(scratch, 'baseline'), path) : null,
    suite,
  };
}

/**
 * Where committed results lie as the tip of the base branch has them; null where no commit has them.
 * @throws WeighbridgeError `data` for those that the pull request brings
 */
export async function asOnBase(
  context: ReviewedChange,
  scratch: string,
  path: string,
): Promise<string | null> {
  const { config, policy } = context;
  if (policy.base === null) return null;
  const { revision, config: adopted } = tipOf(policy.base);
  const found = await takeOut(await sideAt(context, revision, join(scratch, 'tip'), config), path);
  // Nothing could be planted where there is no policy yet, and the report says that there is none.
  if (found !== null || adopted === null) return found;
  const head = await sideAt(context, context.head, join(scratch, 'head'), config, 'HEAD');
  if (!(await isCommitted(head, path))) return null;
  throw new WeighbridgeError('data', `${path} is not on the base branch, and this pull request brings it`, {
    fix: 'merge the results of the accepted model first: those of a pull request are not believed',
  });
}

async function sideAt(
  context: ReviewedChange,
  revision: string,
  scratch: string,
  config: ResolvedConfig,
  here = revision,
): Promise<SuiteSide> {
  const root = join(scratch, 'files');
  await makeDirectory(root);
  const files = await commitFiles(context.source, revision, here);
  return { config, files, root, isCheckedOut: false, scratch, ...(await placeOf(context)) };
}

/** What is checked out is what is evaluated; where nothing is, the commit has to do. */
async function headSide(context: ReviewedChange, scratch: string): Promise<SuiteSide> {
  if (context.source.checkout === null) return sideAt(context, context.head, scratch, context.config);
  await makeDirectory(scratch);
  const files = await commitFiles(context.source, context.head, 'HEAD');
  const place = await placeOf(context);
  return { config: context.config, files, root: place.checkout, isCheckedOut: true, scratch, ...place };
}

async function placeOf({ source }: ReviewedChange): Promise<Pick<SuiteSide, 'folder' | 'checkout'>> {
  const { checkout, prefix, configPath } = source;
  const folder = (inside: string) => posix.join(inside, dirname(configPath));
  // No absolute path of this machine is one of the repository.
  if (checkout === null) return { folder: folder(prefix), checkout: devNull };
  const inside = (await folderInRepository(checkout)) ?? prefix;
  const root = resolve(await realpath(checkout), inside.replace(/[^/]+/g, '..'));
  return { folder: folder(inside), checkout: root };
}
