import { randomBytes } from 'node:crypto';
import { cp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { exportProxies } from '../../../adapters/http/client.ts';
import { cacheFolder } from '../../../adapters/process/cache-folder.ts';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { isRunning } from '../../../adapters/process/is-running.ts';
import { type CommandResult, run } from '../../../adapters/process/run.ts';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import { makeDirectory } from '../../../results/store/disk-faults.ts';
import { announce } from './announce.ts';
import type { EnginePackage } from './engine-package.ts';
import { dropStubs, INSTALLED_MARKER, makeReadOnly, treeDigest } from './install-tree.ts';
import { findNpm, type Npm } from './npm.ts';

const OFFLINE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;

export interface InstallOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly status: (line: string) => void;
  readonly signal: AbortSignal;
  /** Finds npm when it is needed. */
  readonly npm?: () => Npm;
}

/**
 * Makes sure the engine's packages are installed and returns the file URL of node-llama-cpp. Installs into a folder of its
 * own that is renamed into place when complete, so that a half-done installation is never seen and installers that run at
 * the same time do not meet.
 * @throws WeighbridgeError `engine`
 */
export async function installEngine(engine: EnginePackage, options: InstallOptions): Promise<string> {
  const { environment, status, signal } = options;
  const cache = cacheFolder(environment);
  const target = targetOf(engine, environment);
  if (await isInstalled(target, engine)) {
    if (await isWhole(target, engine)) return libraryUrl(target);
    status(`the embedded engine in ${target} is not what was installed: it is installed anew`);
    await rm(join(target, INSTALLED_MARKER));
  }

  const npm = (options.npm ?? (() => findNpm(process.execPath, environment.PATH ?? '')))();
  await removeAbandoned(cache);
  const partial = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.partial`;
  try {
    await makeDirectory(partial).catch((error: unknown) => {
      throw new WeighbridgeError('engine', `cannot write to the cache ${cache}: ${messageOf(error)}`, {
        fix: 'set WEIGHBRIDGE_CACHE to a folder that can be written',
        cause: error,
      });
    });
    for (const name of ['package.json', 'package-lock.json', '../stub']) {
      await cp(join(engine.folder, name), join(partial, basename(name)), { recursive: true });
    }
    const stop = announce(`installing ${describeEngine(engine)} into ${target}`, status);
    const env = childEnvironment(environment, ['base', 'network', 'npm']);
    exportProxies(env);
    const result = await run(
      {
        ...npm,
        args: [...npm.args, 'ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund'],
        cwd: partial,
        env,
      },
      signal,
    ).finally(stop);
    if (result.code !== 0) throw npmFault(result, cache);
    await dropStubs(partial);
    const tree = await treeDigest(partial);
    const pinned = pinnedTree(engine);
    if (pinned !== undefined && tree !== pinned) {
      throw new WeighbridgeError('engine', `npm installed an engine with the digest ${tree}, not ${pinned}`, {
        fix: 'use the npm of Node 20 or later and the packages of the lock, unchanged',
      });
    }
    await writeFile(
      join(partial, INSTALLED_MARKER),
      `${JSON.stringify({ lock: engine.digest, version: engine.version, tree })}\n`,
    );
    await makeReadOnly(partial);
    await putInPlace(partial, target, engine);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  status(`installed the embedded engine`);
  return libraryUrl(target);
}

/**
 * Release of llama.cpp in the installed engine, as its binaries say themselves; null where it is not installed, or they do not.
 */
export async function installedRelease(
  engine: EnginePackage,
  environment: InstallOptions['environment'],
): Promise<string | null> {
  const target = targetOf(engine, environment);
  if (!(await isInstalled(target, engine))) return null;
  const [name] = engine.platform.packages;
  const file = join(target, 'node_modules/@node-llama-cpp', name, 'bins', name, BUILD_FILE);
  const written = await readFile(file, 'utf8').then(
    (text): unknown => JSON.parse(text),
    () => null,
  );
  return buildFile.safeParse(written).data?.buildOptions.llamaCpp.release ?? null;
}

const BUILD_FILE = '_nlcBuildMetadata.json';
const buildFile = z.object({
  buildOptions: z.object({ llamaCpp: z.object({ release: z.string() }) }),
});

/** Native code: one copy a platform, should several share the cache. */
const targetOf = ({ digest, platform }: EnginePackage, environment: InstallOptions['environment']): string =>
  join(cacheFolder(environment), `engine-${digest}-${platform.id}`);

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** With what it will cost. */
function describeEngine({ version, platform, installed }: EnginePackage): string {
  const backend = platform.backend === null ? '' : `, ${platform.backend}`;
  const sizes =
    installed === null
      ? ''
      : `, ${megabytes(installed.downloadBytes)} to download, ${megabytes(installed.installedBytes)} on disk`;
  return `the embedded engine (node-llama-cpp ${version}${backend}${sizes})`;
}

/** What has to be installed before this engine answers; null where it is there. */
export async function installationAhead(
  engine: EnginePackage,
  environment: InstallOptions['environment'],
): Promise<string | null> {
  const isThere = await isInstalled(targetOf(engine, environment), engine);
  return isThere ? null : `${describeEngine(engine)} is installed`;
}

function libraryUrl(target: string): string {
  return pathToFileURL(join(target, 'node_modules', 'node-llama-cpp', 'dist', 'index.js')).href;
}

/** The marker is written last, before the rename: a folder that has it is complete. */
async function isInstalled(target: string, engine: EnginePackage): Promise<boolean> {
  const marker = await readFile(join(target, INSTALLED_MARKER), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw new WeighbridgeError('engine', `cannot read the cache ${target}: ${error.message}`, {
        cause: error,
        fix: 'remove that folder, or set WEIGHBRIDGE_CACHE to another',
      });
    },
  );
  return marker?.includes(`"lock":"${engine.digest}"`) ?? false;
}

/** What npm makes of the lock, whose hashes it checks. The marker can be changed along with the files. */
const pinnedTree = ({ installed }: EnginePackage): string | undefined => installed?.tree;

/** Whether every file is as it was installed: a job that ran before, on a machine that stays, could have changed one. */
async function isWhole(target: string, engine: EnginePackage): Promise<boolean> {
  const marker = await readFile(join(target, INSTALLED_MARKER), 'utf8');
  const expected = pinnedTree(engine) ?? /"tree":"([0-9a-f]{64})"/.exec(marker)?.[1];
  return expected === (await treeDigest(target));
}

/** Longer than npm takes on the slowest line; a process of this number may be another by now. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** Removes what installers left that were killed: nobody else would, and each is as large as the engine. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache).catch(() => [])) {
    const [, pid] = /^engine-.+\.(\d+)-[0-9a-f]{8}\.partial(?:\.replaced)?$/.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(cache, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_MS || !isRunning(Number(pid))) await rm(path, { recursive: true, force: true });
  }
}

/** Another installer may have been faster: then its copy is as good as ours. A folder without its marker is moved away. */
async function putInPlace(partial: string, target: string, engine: EnginePackage): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await rename(partial, target);
      return;
    } catch (error) {
      if (await isInstalled(target, engine)) return;
      if (attempt > 0) throw error;
      const aside = `${partial}.replaced`;
      await rename(target, aside);
      await rm(aside, { recursive: true, force: true });
    }
  }
}

function npmFault({ code, signal, output }: CommandResult, cache: string): WeighbridgeError {
  const end = signal === null ? `npm ended with exit code ${code}` : `npm was killed by ${signal}`;
  const prepared = `install on a connected machine, and bring its cache along: WEIGHBRIDGE_CACHE (here ${cache})`;
  return OFFLINE.test(output)
    ? new WeighbridgeError(
        'engine',
        `the embedded engine is not installed, and the npm registry cannot be reached (${end}): ${output.trim()}`,
        {
          fix: `allow the npm registry or a mirror (npm_config_registry), or ${prepared}`,
        },
      )
    : new WeighbridgeError('engine', `the embedded engine cannot be installed: ${end}: ${output.trim()}`, {
        fix: `see npm's message; or ${prepared}`,
      });
}
