import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { lintWorkflows } from '../../scripts/lint-workflows.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const QUICK_START = 'examples/quick-start/.github/workflows/weighbridge.yml';

/** What is linted, in a repository of its own, with one text of one file changed. */
function changed(file: string, from: string, to: string): string {
  const folder = temporaryFolder();
  for (const part of ['action.yml', 'report', '.github', 'examples', 'dist/report-action.js'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
  return folder;
}

// red-team 9: workflows with more permission than they need
test('nothing is found in what we ship', () => {
  expect(lintWorkflows(ROOT)).toBe('');
});

test.each([
  [
    'permissions for the whole workflow',
    QUICK_START,
    'permissions: {}',
    'permissions: write-all',
    /excessive-perm/,
  ],
  [
    'an action by a name that moves',
    QUICK_START,
    '@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1',
    '@v6',
    /unpinned-uses/,
  ],
  ['credentials that stay', QUICK_START, ', persist-credentials: false', '', /artipacked/],
  [
    'an expression in a script',
    'action.yml',
    'exec "$WEIGHBRIDGE_NODE"',
    `exec $\{{ inputs.config }}`,
    /template-inj/,
  ],
  ['an unknown key', QUICK_START, 'runs-on:', 'run-on:', /unexpected key "run-on"/],
  [
    'an unknown context',
    'examples/two-jobs/.github/workflows/weighbridge.yml',
    'github.event.pull_request.number',
    'githup.event',
    /undefined variable "githup"/,
  ],
  [
    'an unknown step',
    'action.yml',
    'steps.prep.outputs.evaluate',
    'steps.prap.outputs.x',
    /property "prap" is not defined/,
  ],
  ['an unknown input', 'action.yml', 'inputs.github-token', 'inputs.token', /property "token" is not/],
  ['a runtime that is gone', 'report/action.yml', 'using: node24', 'using: node12', /node12/],
] as const)('%s is found', (_what, file, from, to, says) => {
  expect(lintWorkflows(changed(file, from, to))).toMatch(says);
});

test('a folder without workflows is not called clean', () => {
  const folder = temporaryFolder();
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  expect(lintWorkflows(folder)).toMatch(/no workflow to check/);
});
