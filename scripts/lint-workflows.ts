import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { parse, stringify } from 'yaml';

const ROOT = resolve(import.meta.dirname, '..');
const REQUIREMENTS = join(import.meta.dirname, 'workflow-lint.requirements.txt');

/** What a user copies or runs, and what runs on us. Stand-ins of tests never meet GitHub. */
const SUBJECTS = ['action.yml', 'report/action.yml', '.github', 'examples'];

/** Installs zizmor and actionlint with pip, by their digests, once under `.cache/`. */
function linters(): string {
  const key = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const target = join(ROOT, '.cache', `workflow-lint-${key}`);
  if (existsSync(target)) return target;
  // Under its name only when it is whole: an installation that was killed is of no use.
  const unfinished = `${target}.${process.pid}`;
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--require-hashes', '--only-binary=:all:'];
  try {
    execFileSync(
      process.env.PYTHON ?? 'python3',
      [...pip, '--no-deps', '--target', unfinished, '-r', REQUIREMENTS],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (!existsSync(target)) renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}

interface Composite {
  readonly inputs?: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly steps?: readonly object[] };
}

/**
 * actionlint reads workflows only. So the steps of a composite action become those of a job that is called with the same inputs, which
 * checks their expressions, and any other action becomes a job that uses it, which checks its metadata.
 */
function asWorkflow(action: Composite, folder: string): string {
  const { inputs = {}, runs } = action;
  const declared = Object.entries(inputs).map(([name, { description }]) => [
    name,
    { description, type: 'string' },
  ]);
  return stringify({
    on: { workflow_call: { inputs: Object.fromEntries(declared) } },
    permissions: {},
    jobs: {
      steps: {
        'runs-on': 'ubuntu-24.04',
        steps: runs.using === 'composite' ? runs.steps : [{ uses: `./${folder}` }],
      },
    },
  });
}

/** A project with that workflow alone: actionlint follows `uses: ./` only from a file in its place. */
function projectOf(
  root: string,
  file: string,
): Disposable & { readonly path: string; readonly workflow: string } {
  const path = mkdtempSync(join(tmpdir(), 'weighbridge-lint-'));
  const workflow = join('.github', 'workflows', `of-${file.replaceAll('/', '-')}`);
  mkdirSync(join(path, '.github', 'workflows'), { recursive: true });
  mkdirSync(join(path, '.git'));
  for (const name of ['action.yml', 'report', 'dist']) symlinkSync(join(root, name), join(path, name));
  const action = parse(readFileSync(join(root, file), 'utf8')) as Composite;
  writeFileSync(join(path, workflow), asWorkflow(action, dirname(file)));
  return { path, workflow, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * Checks every workflow and action below a folder.
 * @returns what was found, nothing where all is well
 */
export function lintWorkflows(root: string, subjects: readonly string[] = SUBJECTS): string {
  const installed = linters();
  const run = (program: string, args: readonly string[], cwd: string): string => {
    const { status, stdout, stderr, error } = spawnSync(join(installed, 'bin', program), args, {
      cwd,
      // Where the Python of actionlint's starter finds the rest of it.
      env: { ...process.env, PYTHONPATH: installed },
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    // zizmor says on stderr what it could not read, and that it found nothing.
    return status === 0 ? '' : `${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}\n`;
  };
  const config = join(ROOT, '.github');
  const audit = ['--offline', '--no-progress', '--persona=pedantic', '--strict-collection', '--collect=all'];
  const actionlint = [
    '-no-color',
    '-config-file',
    join(config, 'actionlint.yaml'),
    '-shellcheck=',
    '-pyflakes=',
  ];
  const files = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...subjects],
    {
      cwd: root,
      encoding: 'utf8',
    },
  ).split('\n');
  const workflows = files.filter((file) => /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(file));
  const actions = files.filter((file) => /(^|\/)action\.ya?ml$/.test(file));
  if (workflows.length === 0) return `${root}: there is no workflow to check\n`;
  return [
    run('zizmor', [...audit, '--config', join(config, 'zizmor.yml'), ...subjects], root),
    run('actionlint', [...actionlint, ...workflows], root),
    ...actions.map((file) => {
      using project = projectOf(root, file);
      return run('actionlint', [...actionlint, project.workflow], project.path);
    }),
  ].join('');
}

if (process.argv[1] === import.meta.filename) {
  const found = lintWorkflows(ROOT);
  process.stderr.write(found);
  console.log(found === '' ? 'workflows and actions: nothing found' : 'workflows and actions: see above');
  process.exitCode = found === '' ? 0 : 1;
}
