import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { dropStubs, treeDigest } from '../src/tasks/engines/llama-cpp/install-tree.ts';
import { ENGINE_PLATFORMS, type EnginePlatform } from '../src/tasks/engines/llama-cpp/platforms.ts';

/**
 * Makes the lock of the embedded engine for every platform, installs each as the engine would be (npm holds every tarball to its
 * hash), holds the hashes to what the registry says and has signed, and writes digest and sizes beside it. With `--check` nothing is
 * written, and what differs is an error. Names after it are the platforms to look at.
 *
 *     npx tsx scripts/engine-locks.ts [--check] [linux-x64 …]
 */

const ENGINE = resolve(import.meta.dirname, '../engine');
const SCOPE = '@node-llama-cpp';
/** A fresh one, so that every hash is held to what the registry sends today. */
const CACHE = mkdtempSync(join(tmpdir(), 'engine-lock-cache-'));
process.once('exit', () => rmSync(CACHE, { recursive: true, force: true }));

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

function npm(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}:\n${stderr}${stdout}`);
  return stdout;
}

/** Every platform package that this version names, so that all but those wanted can be stubbed. */
function namedPackages(version: string): readonly string[] {
  const named = JSON.parse(
    npm(tmpdir(), ['view', `node-llama-cpp@${version}`, 'optionalDependencies', '--json']),
  ) as Record<string, string>;
  return Object.keys(named).map((name) => name.replace(`${SCOPE}/`, ''));
}

function manifest({ id, packages, version }: EnginePlatform): string {
  const stubs = namedPackages(version).filter((name) => !packages.includes(name));
  const each = (value: (name: string) => string) =>
    Object.fromEntries(stubs.map((name) => [`${SCOPE}/${name}`, value(name)]));
  const written = {
    name: 'weighbridge-engine',
    version: '0.0.0',
    description: `The embedded engine for ${id}. Made by scripts/engine-locks.ts; see ../README.md.`,
    private: true,
    dependencies: { ...each(() => 'file:./stub'), 'node-llama-cpp': version },
    overrides: each((name) => `$${SCOPE}/${name}`),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** What the registry has of a package: its hash, and how many bytes come over the line. */
async function published(name: string, version: string): Promise<{ integrity: string; bytes: number }> {
  const dist = JSON.parse(npm(tmpdir(), ['view', `${name}@${version}`, 'dist', '--json'])) as {
    integrity: string;
    tarball: string;
  };
  const head = await fetch(dist.tarball, { method: 'HEAD' });
  return { integrity: dist.integrity, bytes: Number(head.headers.get('content-length')) };
}

/** npm looks its keys up at sigstore, which not every network reaches. */
let reachesSigstore = true;
function signatures(folder: string): string {
  try {
    if (!reachesSigstore) return 'signatures were not looked at';
    return npm(folder, ['audit', 'signatures', '--fetch-retries=0']).trim().replaceAll('\n', ' ');
  } catch (error) {
    if (!/ENOTFOUND|EAI_AGAIN|ECONNREFUSED/.test(String(error))) throw error;
    reachesSigstore = false;
    return 'signatures were not looked at: sigstore cannot be reached from here';
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** Versions that are locked stay: an update is made by removing the lock. What is native is looked up anew. */
function seedLock(locked: string, folder: string): void {
  if (!existsSync(locked)) return;
  const lock = JSON.parse(readFileSync(locked, 'utf8')) as Lock;
  const packages = Object.entries(lock.packages).filter(
    ([name]) => !name.includes(`${SCOPE}/`) && name !== 'stub',
  );
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }),
  );
}

async function lockFor(platform: EnginePlatform, folder: string): Promise<Readonly<Record<string, string>>> {
  cpSync(join(ENGINE, 'stub'), join(folder, 'stub'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), manifest(platform));
  seedLock(join(ENGINE, platform.id, 'package-lock.json'), folder);
  npm(folder, [
    'install',
    '--package-lock-only',
    '--ignore-scripts',
    '--omit-lockfile-registry-resolved',
    '--no-audit',
    '--no-fund',
  ]);

  const text = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as Lock;
  let download = 0;
  for (const name of [...platform.packages.map((each) => `${SCOPE}/${each}`), 'node-llama-cpp']) {
    const { integrity, bytes } = await published(name, platform.version);
    const entry = packages[`node_modules/${name}`];
    if (entry?.version !== platform.version || entry.integrity !== integrity)
      throw new Error(`${platform.id}: the lock and the registry differ in ${name}@${platform.version}`);
    download += bytes;
  }
  for (const [name, { integrity }] of Object.entries(packages))
    if (name.startsWith('node_modules/') && integrity === undefined && !name.includes(`${SCOPE}/`))
      throw new Error(`${platform.id}: ${name} has no hash`);

  const [os = '', cpu = ''] = platform.machine.split('-');
  npm(folder, [
    'ci',
    '--ignore-scripts',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    `--os=${os}`,
    `--cpu=${cpu}`,
    ...(os === 'linux' ? ['--libc=glibc'] : []),
  ]);
  console.error(`${platform.id}: ${signatures(folder)}`);
  await dropStubs(folder);
  for (const name of platform.packages)
    if (!existsSync(join(folder, 'node_modules', SCOPE, name)))
      throw new Error(`${platform.id}: ${name} was not installed`);
  const facts = {
    tree: await treeDigest(folder),
    downloadBytes: download,
    installedBytes: await sizeOf(folder),
  };
  return {
    'package.json': readFileSync(join(folder, 'package.json'), 'utf8'),
    'package-lock.json': text,
    'installed.json': `${JSON.stringify(facts, null, 2)}\n`,
  };
}

const check = process.argv.includes('--check');
const only = process.argv.slice(2).filter((each) => !each.startsWith('--'));
let differing = 0;
for (const platform of ENGINE_PLATFORMS.filter(({ id }) => only.length === 0 || only.includes(id))) {
  const folder = mkdtempSync(join(tmpdir(), 'engine-lock-'));
  try {
    const files = await lockFor(platform, folder);
    for (const [name, content] of Object.entries(files)) {
      const file = join(ENGINE, platform.id, name);
      if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
      console.error(`${platform.id}: ${name} ${check ? 'differs' : 'is written'}`);
      differing += 1;
      if (check) continue;
      mkdirSync(join(ENGINE, platform.id), { recursive: true });
      writeFileSync(file, content);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (check && differing > 0) {
  console.error(`${differing} files of engine/ are not what the registry gives: run it without --check`);
  process.exit(1);
}
