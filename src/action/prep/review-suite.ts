import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join, posix, resolve } from 'node:path';
import type { WorkflowEvent } from '../../adapters/github/event.ts';
import { folderInRepository } from '../../adapters/process/git.ts';
import { resolveBase, tipOf } from '../../app/policy.ts';
import { compareSuites } from '../../app/suite/compare.ts';
import type { SuiteSide } from '../../app/suite/suite.ts';
import type { SuiteReview } from '../../core/domain/policy.ts';
import { commitFiles } from '../base-policy.ts';
import type { PrepContext } from './context.ts';

type Context = Pick<PrepContext, 'config' | 'overrides' | 'policy' | 'source' | 'directory'> & {
  readonly run: { readonly event: Pick<WorkflowEvent, 'headSha'> };
};

/**
 * How what will be asked differs from what the base branch has, before anything foreign runs.
 * @returns null where nothing differs, or there is no base branch with a config
 * @throws WeighbridgeError `platform` when nobody can tell what the base branch has
 */
export async function reviewSuite(
  { config, overrides, policy, source, run, directory }: Context,
  scratch: string,
): Promise<SuiteReview | null> {
  const { base } = policy;
  if (base === null) return null;
  const inside = (await folderInRepository(directory)) ?? source.prefix;
  const checkout = resolve(await realpath(directory), inside.replace(/[^/]+/g, '..'));
  const folder = posix.join(inside, dirname(source.configPath));
  const sideOf = async (at: { readonly revision: string; readonly config: string | null }, name: string) => {
    if (at.config === null) return null;
    const resolved = resolveBase(at.config, config, overrides).config;
    const root = join(scratch, name, 'files');
    await mkdir(root, { recursive: true });
    const files = await commitFiles(source, at.revision);
    const place = { folder, root, checkout, isCheckedOut: false, scratch: join(scratch, name) };
    return { config: resolved, files, ...place } satisfies SuiteSide;
  };
  const tip = await sideOf(tipOf(base), 'tip');
  if (tip === null) return null;
  const fork = base.tip === undefined ? null : await sideOf(base, 'fork');
  const head = join(scratch, 'head');
  await mkdir(head, { recursive: true });
  const files = await commitFiles(source, run.event.headSha ?? 'HEAD', 'HEAD');
  const place = { folder, root: checkout, checkout, isCheckedOut: true, scratch: head };
  return compareSuites({ base: tip, fork, head: { config, files, ...place }, mode: tip.config.suiteChanges });
}
