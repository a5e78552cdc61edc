import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answer, scoresOf } from '../../../support/scoring.ts';

/** A real classifier in a virtual environment that is made once and kept outside the repository. */
const PACKAGE = 'alt-profanity-check==1.9.1';
const CACHE = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const VENV = join(CACHE, 'weighbridge-test', PACKAGE.replace('==', '-'));
const PYTHON = join(VENV, 'bin', 'python');
const READY = join(VENV, 'ready');
const INSTALL_MS = 10 * 60 * 1000;

/** Null when the environment is there, else why it cannot be had. */
function install(): string | null {
  if (existsSync(READY)) return null;
  rmSync(VENV, { recursive: true, force: true });
  mkdirSync(VENV, { recursive: true });
  try {
    execFileSync('python3', ['-m', 'venv', VENV], { stdio: 'pipe' });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PACKAGE];
    execFileSync(PYTHON, pip, { stdio: 'pipe', timeout: INSTALL_MS });
  } catch (error) {
    return `no python3 or no ${PACKAGE} here: ${(error as Error).message.split('\n')[0]}`;
  }
  writeFileSync(READY, '');
  return null;
}

describe('a real classifier behind the command backend', () => {
  let missing: string | null = null;
  beforeAll(() => {
    missing = install();
  }, INSTALL_MS);

  test('calls insults toxic, and leaves towns and good wishes alone', {
    timeout: 120_000,
  }, async (context) => {
    if (missing !== null) return context.skip(missing);
    const entry = {
      name: 'toxicity',
      backend: 'command',
      command: [PYTHON, resolve(import.meta.dirname, '../../../support/alt_profanity_check.py')],
      version: PACKAGE,
    };
    const texts = [
      'you are a fucking idiot',
      'Scunthorpe is a town',
      'have a nice day,\nfriend',
      'what a shitty "day"',
    ];
    expect(
      await scoresOf(
        entry,
        texts.map((text) => answer(text)),
      ),
    ).toEqual([1, 0, 0, 1]);
  });
});
