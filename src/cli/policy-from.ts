import { realpath } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { Option } from 'commander';
import { folderInRepository, mergeBase, readAtRevision, resolveRevision } from '../adapters/process/git.ts';
import { readWaivers, WAIVER_FILE } from '../app/policy/waiver-file.ts';
import { type Policies, waiversBeside } from '../app/policy.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';

export const policyFromOption = (): Option =>
  new Option(
    '--policy-from <rev>',
    'judge by the configs of this revision, such as origin/main, and of the commit where HEAD left it as well; the strictest verdict decides',
  );

/**
 * The policies that judge on this machine as they would on a pull request. Labels are GitHub's: they waive nothing here.
 * @throws WeighbridgeError `usage` when the repository does not have the revision
 */
export async function policiesFrom(configPath: string, revision: string | undefined): Promise<Policies> {
  const today = new Date().toISOString().slice(0, 10);
  if (revision === undefined) {
    return { base: null, waivers: await waiversBeside(configPath), today, untrusted: null };
  }
  const folder = dirname(configPath);
  const prefix = await folderInRepository(folder);
  const commit = prefix === null ? null : await mergeBase(folder, revision, 'HEAD');
  if (prefix === null || commit === null) {
    throw new WeighbridgeError(
      'usage',
      `flag --policy-from: nothing is known of where HEAD left ${revision}`,
      {
        fix: 'name a revision of the repository that the config lies in, and fetch all of its history',
      },
    );
  }
  await refuseLinks(folder, prefix, configPath);
  const read = async (at: string, name: string) =>
    (await readAtRevision(folder, at, `${prefix}${name}`))?.toString('utf8') ?? null;
  const configAt = async (at: string) => ({ revision: at, config: await read(at, basename(configPath)) });
  const tip = await resolveRevision(folder, revision);
  const waivers = await read(tip, WAIVER_FILE);
  return {
    base: { ...(await configAt(commit)), ...(tip === commit ? {} : { tip: await configAt(tip) }) },
    waivers: waivers === null ? [] : readWaivers(waivers, WAIVER_FILE),
    ...{ today, untrusted: null },
  };
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
