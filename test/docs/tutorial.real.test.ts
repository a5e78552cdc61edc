import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, temporaryFolder } from '../e2e/support.ts';

const TUTORIAL = readFileSync(join(ROOT, 'docs/tutorial.md'), 'utf8');

const blocks = (language: string): readonly string[] =>
  [...TUTORIAL.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);

test('every command of the tutorial runs, and prints what the tutorial shows', () => {
  using folder = temporaryFolder({ 'clone/.keep': '' });
  // A clone beside which there is room for another repository.
  const script = [
    'set -euo pipefail',
    `ln -s '${ROOT}/dist' '${ROOT}/fixtures' .`,
    'export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org',
    ...blocks('sh'),
    'git log --oneline',
  ].join('\n');
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    ...{ cwd: join(folder.path, 'clone'), encoding: 'utf8' },
  });
  expect(status, stderr).toBe(0);
  const shown = blocks('text').flatMap((text) => text.trim().split('\n'));
  expect(shown.length).toBeGreaterThan(4);
  const lines = stdout.split('\n');
  for (const line of shown) expect(lines.filter((each) => each.startsWith(line))).not.toEqual([]);
  expect(stdout).toContain('Gate what a checkpoint may not forget');
}, 300_000);
