import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { logged } from '../../scripts/python-environment.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const says = (bytes: number, code: number) => [
  '-e',
  `process.stderr.write('w'.repeat(${bytes}) + '\\nit is broken\\n', () => process.exit(${code}))`,
];

test('a program may say more than any buffer holds', () => {
  const log = join(temporaryFolder({}), 'build.log');
  logged(process.execPath, says(2 ** 22, 0), log);
  expect(readFileSync(log).length).toBeGreaterThan(2 ** 22);
});

test('one that fails is told with the end of its log, and where the rest is', () => {
  const log = join(temporaryFolder({}), 'build.log');
  expect(() => logged(process.execPath, says(10, 3), log)).toThrow(
    new RegExp(`ended with 3:\\n[^]*it is broken\\n\\(all of it: ${log}\\)`),
  );
  expect(() => logged('no-program-of-this-name', [], log)).toThrow('ENOENT');
});
