import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NEWEST_NODE, nodeBinary } from './node-binary.ts';

/**
 * `dist/` is what users run, and nobody reads it in review. So it must be exactly what `src/` builds, and it must start:
 * rebuild, compare byte for byte, then execute every entry point on the oldest and the newest Node that we promise.
 */
const ROOT = resolve(import.meta.dirname, '..');

const NODE_VERSIONS = ['20.20.2', NEWEST_NODE];

/** What each entry point does when it is merely started: enough to load every static import. */
const ENTRIES: Record<string, { args: string[]; exitCode: number; says: RegExp }> = {
  'cli.js': { args: ['--version'], exitCode: 0, says: /^\d+\.\d+\.\d+/ },
  'report-action.js': { args: [], exitCode: 5, says: /github-token is empty/ },
  'evaluate.js': { args: [], exitCode: 1, says: /WEIGHBRIDGE_PLAN/ },
  'engine-child.js': { args: [], exitCode: 4, says: /engine process/ },
  'code-child.js': { args: [], exitCode: 4, says: /code process/ },
};

/** Entry points that github-script imports instead of running: importing them must have no effect and give this function. */
const MODULES: Record<string, string> = { 'prep.js': 'prep', 'report.js': 'report' };

const fail = (message: string): never => {
  console.error(`check-dist: ${message}`);
  process.exit(1);
};

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

function compareWithRebuild(): void {
  const fresh = mkdtempSync(join(tmpdir(), 'weighbridge-dist-'));
  try {
    execFileSync('npx', ['rolldown', '-c'], {
      cwd: ROOT,
      env: { ...process.env, WEIGHBRIDGE_DIST: fresh },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const committed = join(ROOT, 'dist');
    const names = [filesUnder(committed), filesUnder(fresh)];
    if (JSON.stringify(names[0]) !== JSON.stringify(names[1])) {
      fail(
        `dist/ has other files than a rebuild.\n  dist:    ${names[0]}\n  rebuilt: ${names[1]}\n  fix: npm run build`,
      );
    }
    for (const name of names[0] ?? []) {
      if (!readFileSync(join(committed, name)).equals(readFileSync(join(fresh, name)))) {
        fail(`dist/${name} is not what src/ builds.\n  fix: npm run build, and commit dist/`);
      }
    }
    console.log(`dist/ equals a rebuild (${names[0]?.length} files)`);
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

function execute(
  node: string,
  args: readonly string[],
): { exitCode: number; text: string; milliseconds: number } {
  const start = performance.now();
  const env = { PATH: process.env.PATH, HOME: tmpdir() };
  try {
    const text = execFileSync(node, args, { encoding: 'utf8', stdio: 'pipe', env, timeout: 30_000 });
    return { exitCode: 0, text, milliseconds: performance.now() - start };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { exitCode: status, text: `${stdout}${stderr}`, milliseconds: performance.now() - start };
  }
}

function executeOn(version: string): void {
  const node = nodeBinary(version);
  for (const [entry, { args, exitCode, says }] of Object.entries(ENTRIES)) {
    const result = execute(node, [join(ROOT, 'dist', entry), ...args]);
    if (result.exitCode !== exitCode || !says.test(result.text)) {
      fail(
        `node ${version} dist/${entry} ${args}: exit ${result.exitCode} (expected ${exitCode})\n${result.text}`,
      );
    }
    console.log(`node ${version}  ${entry.padEnd(16)} ${Math.round(result.milliseconds)} ms`);
  }
  for (const [module, name] of Object.entries(MODULES)) {
    const script = `import(${JSON.stringify(join(ROOT, 'dist', module))}).then((m) => console.log(typeof m.${name}))`;
    const result = execute(node, ['--input-type=module', '-e', script]);
    if (result.text.trim() !== 'function') fail(`node ${version} import dist/${module}: ${result.text}`);
    console.log(`node ${version}  ${module.padEnd(16)} ${Math.round(result.milliseconds)} ms (imported)`);
  }
}

compareWithRebuild();
for (const version of NODE_VERSIONS) executeOn(version);
