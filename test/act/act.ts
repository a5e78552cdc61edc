import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { NEWEST_NODE, nodeBinary } from '../../scripts/node-binary.ts';
import { runtimeToken } from '../simulator/runtime-token.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Installs act once under `.cache/`, with pip, by the digest in requirements.txt. */
function actBinary(): string {
  const target = join(ROOT, '.cache', 'act');
  const binary = join(target, 'bin', 'act');
  if (!existsSync(binary)) {
    const requirements = join(import.meta.dirname, 'requirements.txt');
    const install = ['-m', 'pip', 'install', '--quiet', '--require-hashes', '--no-deps', '--target', target];
    execFileSync('python3', [...install, '-r', requirements], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return binary;
}

/**
 * Commits everything in a folder; act only takes actions from repositories.
 * @returns the commit
 */
export function commit(folder: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  if (!existsSync(join(folder, '.git'))) git('init', '--quiet', '--initial-branch=main');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', 'Everything');
  return git('rev-parse', 'HEAD');
}

async function standIns(
  folder: string,
): Promise<Record<'actions/github-script' | 'actions/checkout', string>> {
  cpSync(join(import.meta.dirname, 'stand-ins'), folder, { recursive: true });
  const bundle = await rolldown({
    input: join(import.meta.dirname, '../simulator/github-script.mjs'),
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ file: join(folder, 'github-script/main.mjs'), format: 'esm' });
  await bundle.close();
  const paths = {
    'actions/github-script': join(folder, 'github-script'),
    'actions/checkout': join(folder, 'checkout'),
  };
  for (const path of Object.values(paths)) commit(path);
  return paths;
}

/** Every action that the files use, with its ref as written: act wants to be told where each lies. */
function referencesIn(files: readonly string[]): string[] {
  const uses = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/uses: ([\w./-]+@[0-9a-f]{40})/g),
  ]);
  return [...new Set(uses.map(([, reference]) => reference ?? ''))];
}

export interface ActRun {
  /** A repository in which everything is committed. */
  readonly workspace: string;
  /** Path of the workflow in it. */
  readonly workflow: string;
  readonly job?: string;
  readonly event: { readonly name: string; readonly payload: unknown };
  /** Where GitHub answers. */
  readonly url: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a workflow of a repository in act's host mode, with this checkout's `action.yml`, `dist/` and `engine/` as the action. */
export async function runAct(
  run: ActRun,
): Promise<{ readonly exitCode: number | null; readonly log: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-act-'));
  try {
    const action = join(folder, 'action');
    mkdirSync(action);
    for (const part of ['action.yml', 'report', 'dist', 'engine', 'suites', 'package.json']) {
      if (existsSync(join(ROOT, part))) cpSync(join(ROOT, part), join(action, part), { recursive: true });
    }
    commit(action);
    execFileSync('git', ['remote', 'add', 'origin', 'https://github.com/o/r.git'], { cwd: run.workspace });
    const known: Record<string, string> = {
      ...(await standIns(join(folder, 'stand-ins'))),
      'weighbridge/weighbridge': action,
    };
    const references = referencesIn([join(run.workspace, run.workflow), join(ROOT, 'action.yml')]);
    const repositories = new Set(
      references.map((reference) => reference.replace(/^([^/]+\/[^/@]+)[^@]*/, '$1')),
    );
    const event = join(folder, 'event.json');
    writeFileSync(event, JSON.stringify(run.event.payload));
    const variables = {
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_RUN_ID: '42',
      GITHUB_API_URL: run.url,
      GITHUB_GRAPHQL_URL: `${run.url}/graphql`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(),
      ACTIONS_RESULTS_URL: `${run.url}/`,
      NO_COLOR: '1',
      ...run.env,
    };
    const args = [
      run.event.name,
      ...['--workflows', run.workflow, '--eventpath', event, '--pull=false', '--no-cache-server'],
      ...['--platform', 'ubuntu-24.04=-self-hosted', '--action-cache-path', join(folder, 'cache')],
      ...[
        '--env-file',
        '.none',
        '--secret-file',
        '.none',
        '--var-file',
        '.none',
        '--secret',
        'GITHUB_TOKEN=fake',
      ],
      ...(run.job === undefined ? [] : ['--job', run.job]),
      ...[...repositories].flatMap((name) => [
        '--local-repository',
        `${name}=${known[name.split('@')[0] ?? '']}`,
      ]),
      ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ];
    return await finished(actBinary(), args, run.workspace);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function finished(program: string, args: readonly string[], cwd: string) {
  // act takes the first `node` on the path, whatever `using:` says.
  const path = [dirname(nodeBinary(NEWEST_NODE)), process.env.PATH].join(delimiter);
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  return new Promise<{ exitCode: number | null; log: string }>((settle, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => settle({ exitCode, log }));
  });
}
