import { lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CommandFiles, guardedPaths } from '../../../src/action/evaluate/command-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** The folder of the runner's command files, with one that an earlier step of ours has written to. */
function runner() {
  const root = temporaryFolder({
    'commands/set_env_1': '',
    'commands/set_output_1': 'ours=1\n',
    'event.json': '{}',
  });
  const [folder, event] = [join(root, 'commands'), join(root, 'event.json')];
  const env = {
    GITHUB_ENV: join(folder, 'set_env_1'),
    GITHUB_OUTPUT: join(folder, 'set_output_1'),
    GITHUB_EVENT_PATH: event,
  };
  return { root, folder, event, paths: guardedPaths(env) };
}

describe('the files by which the runner takes commands', () => {
  test('are found from what the runner tells a step; outside of one there are none', () => {
    const { folder, event, paths } = runner();
    expect(paths).toEqual({ folders: [folder], files: [event] });
    expect(guardedPaths({})).toEqual({ folders: [], files: [] });
  });

  test('untouched: nothing to say', async () => {
    const { paths } = runner();
    expect(await (await CommandFiles.remember(paths)).restore()).toEqual([]);
  });

  test('a folder that cannot be looked at is vouched for by nobody', async () => {
    const { paths, root } = runner();
    const gone = { ...paths, folders: [join(root, 'gone')] };
    await expect(CommandFiles.remember(gone)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test.each<[string, (at: ReturnType<typeof runner>) => Promise<unknown>, string]>([
    [
      'a command that was added',
      ({ folder }) => writeFile(join(folder, 'set_env_1'), 'LD_PRELOAD=/x\n'),
      'set_env_1',
    ],
    [
      'one that was rewritten, to the same length',
      ({ folder }) => writeFile(join(folder, 'set_output_1'), 'ours=2\n'),
      'set_output_1',
    ],
    ['a new file', ({ folder }) => writeFile(join(folder, 'set_env_2'), 'A=1\n'), 'set_env_2'],
    ['one taken away', ({ folder }) => rm(join(folder, 'set_output_1')), 'set_output_1'],
    [
      'one made a link',
      async ({ root, folder }) => {
        await writeFile(join(root, 'precious'), 'keep');
        await rm(join(folder, 'set_env_1'));
        await symlink(join(root, 'precious'), join(folder, 'set_env_1'));
      },
      'set_env_1',
    ],
    [
      'one made a folder',
      async ({ folder }) => {
        await rm(join(folder, 'set_env_1'));
        await mkdir(join(folder, 'set_env_1/x'), { recursive: true });
      },
      'set_env_1',
    ],
    ['the whole folder taken away', ({ folder }) => rm(folder, { recursive: true }), 'commands'],
    [
      'the whole folder made a link',
      async ({ root, folder }) => {
        await rm(folder, { recursive: true });
        await mkdir(join(root, 'elsewhere'));
        await symlink(join(root, 'elsewhere'), folder);
      },
      'commands',
    ],
    ['the event', ({ event }) => writeFile(event, '{"pull_request":{"number":8}}'), 'event.json'],
  ])('%s: undone, and told', async (_, attack, name) => {
    const at = runner();
    const files = await CommandFiles.remember(at.paths);
    await attack(at);
    expect(await files.restore()).toContain(name);
    expect((await lstat(at.folder)).isDirectory()).toBe(true);
    expect((await readdir(at.folder)).sort()).toEqual(['set_env_1', 'set_output_1']);
    expect((await lstat(join(at.folder, 'set_env_1'))).isFile()).toBe(true);
    expect(await readFile(join(at.folder, 'set_env_1'), 'utf8')).toBe('');
    expect(await readFile(join(at.folder, 'set_output_1'), 'utf8')).toBe('ours=1\n');
    expect(await readFile(at.event, 'utf8')).toBe('{}');
    if ((await readdir(at.root)).includes('precious')) {
      expect(await readFile(join(at.root, 'precious'), 'utf8')).toBe('keep');
    }
    expect(await files.restore()).toEqual([]);
  });
});
