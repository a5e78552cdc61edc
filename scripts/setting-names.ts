import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

/**
 * Writes the names of all settings that the newest versions of the harnesses record, from their packages. A test holds them
 * against the table in `src/results/formats/setting-rules.ts`. For newer versions: the lines of `setting-names.requirements.txt`, the
 * version below, and this again.
 */
const PROMPTFOO = 'promptfoo@0.123.1';
const TARGET = resolve(import.meta.dirname, '../test/results/formats/setting-names.json');

function main(): void {
  const python = process.env.PYTHON ?? 'python3';
  const folder = mkdtempSync(join(tmpdir(), 'setting-names-'));
  const run = (file: string, ...args: readonly string[]) =>
    execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const requirements = join(import.meta.dirname, 'setting-names.requirements.txt');
    const pinned = ['--require-hashes', '--requirement', requirements];
    run(python, '-m', 'pip', 'download', '--quiet', '--no-input', '--no-deps', '--dest', folder, ...pinned);
    run('npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder, PROMPTFOO);
    writeFileSync(TARGET, run(python, join(import.meta.dirname, 'setting_names.py'), folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
