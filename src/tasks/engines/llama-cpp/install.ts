import { createHash, randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { chmod, cp, readdir, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, relative, sep } from 'node:path';
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

/** Platforms for which the lock holds native code. */
const PLATFORMS = ['linux-x64', 'linux-arm64'];
const MARKER = 'installed.json';
const OFFLINE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;

/** How to start npm without a shell. */
export interface Npm {
  readonly file: string;
  readonly args: readonly string[];
}

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
    await rm(join(target, MARKER));
  }

  requirePlatform(`${process.platform}-${process.arch}`);
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
    for (const name of ['package.json', 'package-lock.json', 'stub']) {
      await cp(join(engine.folder, name), join(partial, name), { recursive: true });
    }
    const stop = announce(
      `installing the embedded engine (node-llama-cpp ${engine.version}) into ${target}`,
      status,
    );
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
    await dropForeignCode(partial);
    const tree = await treeDigest(partial);
    const pinned = pinnedTree(engine);
    if (pinned !== undefined && tree !== pinned) {
      throw new WeighbridgeError('engine', `npm installed an engine with the digest ${tree}, not ${pinned}`, {
        fix: 'use the npm of Node 20 or later and the packages of the lock, unchanged',
      });
    }
    await writeFile(
      join(partial, MARKER),
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
  const platform = `${process.platform}-${process.arch}`;
  const file = join(target, 'node_modules/@node-llama-cpp', platform, 'bins', platform, BUILD_FILE);
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
const targetOf = ({ digest }: EnginePackage, environment: InstallOptions['environment']): string =>
  join(cacheFolder(environment), `engine-${digest}-${process.platform}-${process.arch}`);

/** The package for arm64 claims to run on x64 too, so npm installs both: 20 MB that nothing would ever load. */
async function dropForeignCode(folder: string): Promise<void> {
  const foreign = PLATFORMS.filter((platform) => platform !== `${process.platform}-${process.arch}`);
  for (const platform of foreign) {
    await rm(join(folder, 'node_modules', '@node-llama-cpp', platform), { recursive: true, force: true });
  }
}

/** @throws WeighbridgeError `engine` where there is no native code, before anything is downloaded */
export function requirePlatform(platform: string): void {
  if (PLATFORMS.includes(platform)) return;
  throw new WeighbridgeError(
    'engine',
    `the embedded engine does not run on ${platform}, only on ${PLATFORMS.join(' and ')}`,
    {
      fix: 'run on Linux (a container will do), or evaluate elsewhere and gate the results',
    },
  );
}

function libraryUrl(target: string): string {
  return pathToFileURL(join(target, 'node_modules', 'node-llama-cpp', 'dist', 'index.js')).href;
}

/** The marker is written last, before the rename: a folder that has it is complete. */
async function isInstalled(target: string, engine: EnginePackage): Promise<boolean> {
  const marker = await readFile(join(target, MARKER), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new WeighbridgeError('engine', `cannot read the cache ${target}: ${error.message}`, {
      cause: error,
      fix: 'remove that folder, or set WEIGHBRIDGE_CACHE to another',
    });
  });
  return marker?.includes(`"lock":"${engine.digest}"`) ?? false;
}

/** What npm has made of the lock, whose hashes it checks, on this platform. The marker can be changed along with the files. */
const pinnedTree = ({ trees }: EnginePackage): string | undefined =>
  trees[`${process.platform}-${process.arch}`];

/** Whether every file is as it was installed: a job that ran before, on a machine that stays, could have changed one. */
async function isWhole(target: string, engine: EnginePackage): Promise<boolean> {
  const marker = await readFile(join(target, MARKER), 'utf8');
  const expected = pinnedTree(engine) ?? /"tree":"([0-9a-f]{64})"/.exec(marker)?.[1];
  return expected === (await treeDigest(target));
}

/** Of all names, contents and links, but for what npm writes for itself and nothing loads. */
export async function treeDigest(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const lines: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isDirectory() || name === MARKER || /(^|\/)(\.bin\/|\.package-lock\.json$)/.test(name))
      continue;
    const link = entry.isSymbolicLink() ? `-> ${await readlink(path)}` : null;
    // A pipe would be read for ever.
    const content = link ?? (entry.isFile() ? await readFile(path) : '-> neither file nor link');
    lines.push(`${name} ${createHash('sha256').update(content).digest('hex')}`);
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
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

/**
 * What an evaluation starts runs as the same user, and could give the right back; root needs none. It keeps accidents out, and
 * the digest before each start tells of the rest. Folders stay as they are, so that whoever clears the cache can.
 */
async function makeReadOnly(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
    const path = join(parentPath, name);
    await chmod(path, (await stat(path)).mode & ~0o222);
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

/**
 * npm as it comes with the Node that runs this (a GitHub runner's own Node is on no PATH), else the one on PATH.
 * @throws WeighbridgeError `engine` when there is none
 */
export function findNpm(execPath: string, path: string): Npm {
  const beside = join(dirname(execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (existsSync(beside)) return { file: execPath, args: [beside] };
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, 'npm');
    if (folder === '' || !isExecutable(candidate)) continue;
    const target = realpathSync(candidate);
    // The script itself rather than its `#!/usr/bin/env node`, which needs a node on PATH.
    return target.endsWith('.js') ? { file: execPath, args: [target] } : { file: candidate, args: [] };
  }
  throw new WeighbridgeError(
    'engine',
    'the embedded engine has to be installed, and there is no npm to do it',
    {
      fix: 'put Node.js with npm on PATH (actions/setup-node), or point WEIGHBRIDGE_CACHE at a folder where the engine is installed',
    },
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
