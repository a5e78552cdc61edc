import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { EnginePackage } from '../../../../src/tasks/engines/llama-cpp/engine-package.ts';
import { findEnginePackage } from '../../../../src/tasks/engines/llama-cpp/engine-package.ts';
import { installationAhead, installEngine } from '../../../../src/tasks/engines/llama-cpp/install.ts';
import { treeDigest } from '../../../../src/tasks/engines/llama-cpp/install-tree.ts';
import { findNpm } from '../../../../src/tasks/engines/llama-cpp/npm.ts';
import { ENGINE_PLATFORMS, type EnginePlatform } from '../../../../src/tasks/engines/llama-cpp/platforms.ts';

const PLATFORM: EnginePlatform = {
  ...{ id: 'here', machine: `${process.platform}-${process.arch}`, backend: null, onCpu: true },
  ...{ packages: ['native'], version: '9.9.9' },
};

let folder: string;
let cache: string;
let engine: EnginePackage;
const find = () => findEnginePackage(PLATFORM, join(folder, 'src', 'engines', 'here.ts'));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weighbridge-'));
  cache = join(folder, 'cache');
  for (const name of ['here', 'stub']) mkdirSync(join(folder, 'engine', name), { recursive: true });
  writeFileSync(join(folder, 'engine/here/package.json'), '{"dependencies":{"node-llama-cpp":"9.9.9"}}');
  writeFileSync(join(folder, 'engine/here/package-lock.json'), '{"lock":1}');
  writeFileSync(join(folder, 'engine/stub/package.json'), '{}');
  engine = find();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** npm as a real script. It logs its calls, and makes the library unless told to fail. */
function fakeNpm(body = ''): () => { file: string; args: string[] } {
  const script = join(folder, 'npm.cjs');
  writeFileSync(
    script,
    `const fs = require('fs');
     fs.appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify({ args: process.argv.slice(2), files: fs.readdirSync('.').sort(), env: process.env }) + '\\n');
     ${body}
     fs.mkdirSync('node_modules/node-llama-cpp/dist', { recursive: true });
     fs.writeFileSync('node_modules/node-llama-cpp/dist/index.js', 'export const fake = true;');`,
  );
  return () => ({ file: process.execPath, args: [script] });
}

function calls(): { args: string[]; files: string[]; env: Record<string, string> }[] {
  const log = join(folder, 'calls');
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const install = (
  npm: () => { file: string; args: string[] },
  change: { signal?: AbortSignal; status?: (line: string) => void } = {},
) =>
  installEngine(engine, {
    environment: {
      PATH: process.env.PATH,
      WEIGHBRIDGE_CACHE: cache,
      GITHUB_TOKEN: 'secret',
      npm_config_registry: 'https://mirror',
    },
    status: () => {},
    signal: new AbortController().signal,
    npm,
    ...change,
  });

describe('what lies in the cache', () => {
  const marker = (library: string) => fileURLToPath(new URL('../../../installed.json', library));

  // red-team 6: a line appended to the cached engine
  test.each<[string, (library: string) => void]>([
    [
      'with a line appended',
      (library) => {
        chmodSync(fileURLToPath(library), 0o644);
        appendFileSync(fileURLToPath(library), 'globalThis.planted = true;');
      },
    ],
    [
      'with a file added',
      (library) => writeFileSync(fileURLToPath(new URL('package.json', library)), '{"type":"module"}'),
    ],
    [
      'with a marker that says nothing of it',
      (library) => {
        rmSync(marker(library));
        writeFileSync(marker(library), `{"lock":"${engine.digest}"}`);
      },
    ],
  ])('%s is installed anew', async (_, change) => {
    const npm = fakeNpm();
    const library = await install(npm);
    change(library);
    expect(await install(npm)).toBe(library);
    expect(calls()).toHaveLength(2);
    expect(readFileSync(fileURLToPath(library), 'utf8')).toBe('export const fake = true;');
  });

  // red-team 6: a forged marker beside a changed engine
  test('is held against the digest of the package, whatever its marker says', async () => {
    const npm = fakeNpm();
    const library = await install(npm);
    const folderOf = fileURLToPath(new URL('../../..', library));
    const facts = { downloadBytes: 1, installedBytes: 1 };
    const pinned = { ...engine, installed: { ...facts, tree: await treeDigest(folderOf) } };
    chmodSync(fileURLToPath(library), 0o644);
    appendFileSync(fileURLToPath(library), '//');
    const tree = await treeDigest(folderOf);
    rmSync(marker(library));
    writeFileSync(marker(library), JSON.stringify({ lock: engine.digest, version: '9.9.9', tree }));
    engine = pinned;
    await install(npm);
    expect(calls()).toHaveLength(2);
    engine = { ...pinned, installed: { ...facts, tree: '0'.repeat(64) } };
    await expect(install(npm)).rejects.toThrow(/installed an engine with the digest/);
  });

  test('can be written by nobody who does not change its rights first', async () => {
    const library = fileURLToPath(await install(fakeNpm()));
    for (const file of [library, join(library, '../../../../package-lock.json'), marker(`file://${library}`)])
      expect(statSync(file).mode & 0o222).toBe(0);
    rmSync(cache, { recursive: true });
  });

  test('of installers that were killed is removed by the next; of those that work, and of others, nothing', async () => {
    const [gone, here] = [spawnSync(process.execPath, ['-e', '']).pid, process.pid];
    const left = (pid: number, suffix = '') =>
      join(cache, `engine-0123456789ab-linux-x64.${pid}-0a1b2c3d.partial${suffix}`);
    const kept = [left(here), join(cache, 'lm-eval-1.partial'), join(cache, 'engine-mine.partial')];
    for (const folderName of [left(gone), left(gone, '.replaced'), ...kept]) {
      mkdirSync(join(folderName, 'node_modules'), { recursive: true });
      writeFileSync(join(folderName, 'node_modules/x'), '', { mode: 0o444 });
    }
    await install(fakeNpm());
    for (const name of [left(gone), left(gone, '.replaced')]) expect(existsSync(name)).toBe(false);
    for (const name of kept) expect(existsSync(name)).toBe(true);
    // A number that another process has by now does not keep it for ever.
    utimesSync(left(here), new Date(0), new Date(0));
    engine = { ...engine, digest: 'ffffffffffff' };
    await install(fakeNpm());
    expect(existsSync(left(here))).toBe(false);
  });

  test.each(ENGINE_PLATFORMS)('is pinned for $id', (platform) => {
    const { installed, folder: locked } = findEnginePackage(platform);
    expect(installed?.tree).toMatch(/^[0-9a-f]{64}$/);
    const lock = JSON.parse(readFileSync(join(locked, 'package-lock.json'), 'utf8'));
    const native = Object.entries<{ version?: string; integrity?: string; link?: boolean }>(
      lock.packages,
    ).filter(([name, { link }]) => name.includes('/@node-llama-cpp/') && link !== true);
    expect(native.map(([name]) => name.split('/').at(-1)).sort()).toEqual([...platform.packages].sort());
    for (const [, { version, integrity }] of [
      ...native,
      ['', lock.packages['node_modules/node-llama-cpp']] as const,
    ])
      expect([version, integrity]).toEqual([platform.version, expect.stringMatching(/^sha512-/)]);
  });

  test('is said with its size before it is installed, and not again', async () => {
    const sized = {
      ...engine,
      installed: { tree: '', downloadBytes: 46_500_000, installedBytes: 85_000_000 },
    };
    const environment = { WEIGHBRIDGE_CACHE: cache };
    expect(await installationAhead(sized, environment)).toBe(
      'the embedded engine (node-llama-cpp 9.9.9, 47 MB to download, 85 MB on disk) is installed',
    );
    await install(fakeNpm());
    expect(await installationAhead(engine, environment)).toBeNull();
  });
});

describe('installing', () => {
  test('leaves no link to the stub behind: on Windows it would name a folder that is gone', async () => {
    const npm = fakeNpm(
      "fs.mkdirSync('node_modules/@node-llama-cpp/native', { recursive: true }); fs.symlinkSync('../../stub', 'node_modules/@node-llama-cpp/other');",
    );
    const library = await install(npm);
    expect(readdirSync(fileURLToPath(new URL('../../@node-llama-cpp', library)))).toEqual(['native']);
    expect(existsSync(fileURLToPath(new URL('../../../stub', library)))).toBe(false);
  });

  test('once: the second time everything is there', async () => {
    const lines: string[] = [];
    const npm = fakeNpm();
    const library = await install(npm, { status: (line) => lines.push(line) });
    expect(await import(library)).toMatchObject({ fake: true });
    expect(await install(npm)).toBe(library);
    expect(calls()).toHaveLength(1);
    expect(lines[0]).toContain('installing the embedded engine (node-llama-cpp 9.9.9)');
    expect(fileURLToPath(library)).toContain(join(cache, `engine-${engine.digest}-`));
  });

  test('runs npm ci without scripts, beside copies, without tokens', async () => {
    await install(fakeNpm());
    const [call] = calls();
    expect(call?.args).toEqual(['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund']);
    expect(call?.files).toEqual(['package-lock.json', 'package.json', 'stub']);
    expect(call?.env).toMatchObject({ npm_config_registry: 'https://mirror' });
    expect(Object.values(call?.env ?? {})).not.toContain('secret');
  });

  test('installers at the same time do not break each other', async () => {
    const npm = fakeNpm();
    const libraries = await Promise.all([install(npm), install(npm), install(npm)]);
    expect(new Set(libraries).size).toBe(1);
    expect(await import(libraries[0] ?? '')).toMatchObject({ fake: true });
    expect(readdirSync(cache)).toHaveLength(1);
  });

  // red-team 10: a killed installation
  test('a folder without its marker is not used, and is replaced', async () => {
    const half = join(cache, `engine-${engine.digest}-here`, 'node_modules');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'leftover'), '');
    await install(fakeNpm());
    expect(calls()).toHaveLength(1);
    expect(existsSync(join(half, 'leftover'))).toBe(false);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('another lock is another installation', async () => {
    await install(fakeNpm());
    writeFileSync(join(folder, 'engine/here/package-lock.json'), '{"lock":2}');
    engine = find();
    await install(fakeNpm());
    expect(readdirSync(cache)).toHaveLength(2);
  });
});

describe('behind a proxy, the real npm fetches through it', () => {
  /** The one way out of a closed network: it answers for every host, and no name is known here. */
  async function closedNetwork() {
    mkdirSync(join(folder, 'package/dist'), { recursive: true });
    writeFileSync(join(folder, 'package/package.json'), '{"name":"node-llama-cpp","version":"9.9.9"}');
    writeFileSync(join(folder, 'package/dist/index.js'), 'export const fetched = true;');
    const { stdout: tarball } = spawnSync('tar', ['-cz', '-C', folder, 'package']);
    const resolved = 'http://registry.invalid/node-llama-cpp-9.9.9.tgz';
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    const dependencies = { 'node-llama-cpp': '9.9.9' };
    const lock = {
      ...{ name: 'engine', lockfileVersion: 3, requires: true },
      packages: {
        '': { name: 'engine', dependencies },
        'node_modules/node-llama-cpp': { version: '9.9.9', resolved, integrity },
      },
    };
    writeFileSync(join(folder, 'engine/here/package.json'), JSON.stringify({ name: 'engine', dependencies }));
    writeFileSync(join(folder, 'engine/here/package-lock.json'), JSON.stringify(lock));
    engine = find();
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(tarball);
    });
    server.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      server.emit('connection', socket);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return { asked, proxy: `127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  test.each([
    ['HTTP_PROXY', ''],
    ['ALL_PROXY', ''],
    ['http_proxy', 'http://'],
  ])('named by %s as %shost:port', async (name, scheme) => {
    const { asked, proxy } = await closedNetwork();
    const library = await installEngine(engine, {
      environment: {
        ...{ PATH: process.env.PATH, HOME: folder, WEIGHBRIDGE_CACHE: cache, [name]: `${scheme}${proxy}` },
        ...{ npm_config_fetch_retries: '0', npm_config_cache: join(folder, 'npm') },
      },
      status: () => {},
      signal: new AbortController().signal,
    });
    expect(await import(library)).toMatchObject({ fetched: true });
    expect(asked.join()).toContain('registry.invalid');
  });
});

describe('failing', () => {
  test.each([
    {
      name: 'offline',
      body: "console.error('npm error code ENOTFOUND'); process.exit(1);",
      message: /registry cannot be reached.*exit code 1.*ENOTFOUND/s,
      fix: /connected machine.*WEIGHBRIDGE_CACHE/,
    },
    {
      name: 'another failure',
      body: "console.error('npm error code EINTEGRITY'); process.exit(1);",
      message: /cannot be installed.*EINTEGRITY/s,
      fix: /npm's message/,
    },
    {
      name: 'killed',
      body: "process.kill(process.pid, 'SIGKILL');",
      message: /killed by SIGKILL/,
      fix: /npm's message/,
    },
  ])('$name: one clear error, nothing left behind', async ({ body, message, fix }) => {
    await expect(install(fakeNpm(body))).rejects.toMatchObject({
      kind: 'engine',
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    });
    expect(readdirSync(cache)).toEqual([]);
  });

  test('an abort ends npm and leaves nothing behind', async () => {
    const controller = new AbortController();
    const running = install(fakeNpm('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000);'), {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error('enough')), 500);
    await expect(running).rejects.toThrow('enough');
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a cache that cannot be written', async () => {
    writeFileSync(cache, 'a file');
    await expect(install(fakeNpm())).rejects.toMatchObject({ kind: 'engine' });
  });

  test('no engine folder above', () => {
    rmSync(join(folder, 'engine'), { recursive: true });
    expect(() => find()).toThrow('no folder `engine`');
  });
});

describe('where things are', () => {
  test('npm beside Node, else on PATH by the script it links to, else an error', () => {
    const beside = join(folder, 'node', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
    mkdirSync(join(beside, '..'), { recursive: true });
    writeFileSync(beside, '');
    const execPath = join(folder, 'node', 'bin', 'node');
    expect(findNpm(execPath, '')).toEqual({ file: execPath, args: [beside] });

    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'npm'), '#!/bin/sh\n', { mode: 0o755 });
    expect(findNpm('/nowhere/bin/node', `/no/such:${bin}`)).toEqual({ file: join(bin, 'npm'), args: [] });
    expect(() => findNpm('/nowhere/bin/node', '/no/such')).toThrow('no npm');
  });

  test('npm on Windows: its JavaScript, for the rest are scripts of a shell', () => {
    const home = join(folder, 'nodejs');
    const script = join(home, 'node_modules/npm/bin/npm-cli.js');
    mkdirSync(join(script, '..'), { recursive: true });
    writeFileSync(script, '');
    writeFileSync(join(home, 'npm'), '', { mode: 0o755 });
    expect(findNpm(join(home, 'node.exe'), '')).toEqual({ file: join(home, 'node.exe'), args: [script] });
    expect(findNpm('/no/where/node', home)).toEqual({ file: '/no/where/node', args: [script] });
  });

  test('the real package is found from here', () => {
    expect(findEnginePackage()).toMatchObject({
      version: '3.22.1',
      digest: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  });
});
