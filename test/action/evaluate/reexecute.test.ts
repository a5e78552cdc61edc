import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reexecute } from '../../../src/action/evaluate/reexecute.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SCRIPT = `
import { writeFileSync } from 'node:fs';
writeFileSync(process.argv[2], JSON.stringify(process.env));
process.exit(7);
`;

const env = { PATH: process.env.PATH ?? '', LANG: 'C' };
const never = (): never => {
  throw new Error('was replaced');
};

test.each([
  ['on Windows', { platform: 'win32', execve: never }],
  ['before Node 22.15', { platform: 'linux' }],
] as const)(
  '%s a child has the clean environment alone, and its exit code is handed on',
  async (_, running) => {
    const folder = temporaryFolder({ 'script.mjs': SCRIPT });
    const seen = join(folder, 'seen.json');
    process.env.SECRET_OF_THE_JOB = 'x';
    try {
      expect(await reexecute(join(folder, 'script.mjs'), [seen], env, running)).toBe(7);
    } finally {
      delete process.env.SECRET_OF_THE_JOB;
    }
    expect(JSON.parse(readFileSync(seen, 'utf8'))).toEqual(expect.objectContaining(env));
    expect(readFileSync(seen, 'utf8')).not.toContain('SECRET_OF_THE_JOB');
  },
);

test('elsewhere the process itself is replaced, with the clean environment', async () => {
  const replaced: unknown[] = [];
  const execve = (...given: unknown[]): never => {
    replaced.push(given);
    throw new Error('was replaced');
  };
  await expect(reexecute('x.js', ['--a'], env, { platform: 'linux', execve })).rejects.toThrow(
    'was replaced',
  );
  const [file] = [process.execPath];
  expect(replaced).toEqual([[file, [file, ...process.execArgv, 'x.js', '--a'], env]]);
});
