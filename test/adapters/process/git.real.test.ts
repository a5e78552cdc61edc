import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  askGit,
  folderInRepository,
  mergeBase,
  readAtRevision,
  resolveRevision,
  storedCredentials,
  treeAtRevision,
  writeBlob,
} from '../../../src/adapters/process/git.ts';
import { GitRepository } from '../../support/git-repository.ts';

let root: string;
let repository: GitRepository;
const commits: Record<string, string> = {};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'weighbridge git #'));
  repository = new GitRepository(join(root, 'work'));
  commits.fork = repository.commit({ 'a b/policy.yml': 'limit: 2pp\n', '-x.yml': 'dash\n' });
  commits.main = repository.commit({ 'other.txt': 'x' });
  repository.git('checkout', '--quiet', '-b', 'feature', commits.fork);
  commits.head = repository.commit({ 'a b/policy.yml': 'limit: 5pp\n' });
});
afterAll(() => rm(root, { recursive: true }));

const at = (name: string) => commits[name] ?? '';

test('everything in a revision, with what a blob holds', async () => {
  const tree = await treeAtRevision(repository.folder, at('fork'));
  expect([...(tree ?? [])].map(([path, { mode, bytes }]) => [path, mode, bytes])).toEqual([
    ['-x.yml', '100644', 5],
    ['a b/policy.yml', '100644', 11],
  ]);
  const id = tree?.get('a b/policy.yml')?.id ?? '';
  const file = join(root, 'blob');
  await writeBlob(repository.folder, id, file);
  expect(readFileSync(file, 'utf8')).toBe('limit: 2pp\n');
  expect(await treeAtRevision(repository.folder, 'f'.repeat(40))).toBeNull();
});

describe('a file of a revision', () => {
  test.each([
    ['fork', 'a b/policy.yml', 'limit: 2pp\n'],
    ['head', 'a b/policy.yml', 'limit: 5pp\n'],
    ['head', '-x.yml', 'dash\n'],
    ['head', 'other.txt', null],
    ['head', '*.yml', null],
  ])('%s %s', async (revision, path, content) => {
    const bytes = await readAtRevision(repository.folder, at(revision), path);
    expect(bytes?.toString() ?? null).toBe(content);
  });

  test.each(['0'.repeat(40), '--output=/tmp/x', 'main; id', ''])(
    'the revision %j is not there',
    async (revision) => {
      await expect(readAtRevision(repository.folder, revision, 'x')).rejects.toThrow('has no revision');
    },
  );

  test('a folder or a link is no file', async () => {
    symlinkSync('/etc/passwd', join(repository.folder, 'link.yml'));
    const commit = repository.commit({});
    await expect(readAtRevision(repository.folder, commit, 'link.yml')).rejects.toThrow('not a plain file');
    await expect(readAtRevision(repository.folder, commit, 'a b')).rejects.toThrow('not a plain file');
    repository.commit({ 'link.yml': null });
  });

  test('where the config lies in the repository', async () => {
    expect(await folderInRepository(repository.folder)).toBe('');
    expect(await folderInRepository(join(repository.folder, 'a b'))).toBe('a b/');
    expect(await folderInRepository(root)).toBeNull();
  });

  test('a folder that somebody filled like a repository is none', async () => {
    const folder = join(repository.folder, 'a b');
    for (const name of ['objects', 'refs']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n');
    expect(await folderInRepository(folder)).toBeNull();
    for (const name of ['objects', 'refs', 'HEAD']) rmSync(join(folder, name), { recursive: true });
  });
});

describe('the commit where two went apart', () => {
  test('is known of a whole clone', async () => {
    expect(await mergeBase(repository.folder, at('main'), at('head'))).toBe(at('fork'));
    expect(await mergeBase(repository.folder, 'main', 'f'.repeat(40))).toBeNull();
  });

  test('is not told by a shallow clone, which could name an older one', async () => {
    const shallow = join(root, 'shallow');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.folder}`, shallow]);
    expect(await mergeBase(shallow, 'HEAD', 'HEAD')).toBeNull();
  });
});

// red-team 6: settings, hooks and drivers of a clone that run programs
test('settings of a hostile repository run nothing, not even for an object that is missing', async () => {
  const hostile = new GitRepository(join(root, 'hostile'));
  const commit = hostile.commit({ 'weighbridge.yml': 'x', '.gitattributes': '* filter=evil diff=evil' });
  const mark = join(root, 'ran');
  const command = `touch ${mark}; false`;
  for (const [key, value] of [
    ...[
      ['core.fsmonitor', command],
      ['core.sshCommand', command],
      ['core.pager', command],
      ['core.editor', command],
    ],
    ...[
      ['filter.evil.smudge', command],
      ['diff.evil.textconv', command],
      ['diff.external', command],
    ],
    ...[
      ['remote.evil.url', `ext::sh -c "${command}"`],
      ['remote.evil.promisor', 'true'],
    ],
    ...[
      ['extensions.partialClone', 'evil'],
      ['protocol.ext.allow', 'always'],
      ['alias.ls-tree', `!${command}`],
    ],
    ...[
      ['core.hooksPath', root],
      ['core.askPass', command],
      ['core.gitProxy', command],
      ['core.alternateRefsCommand', command],
    ],
    ...[
      ['credential.helper', `!${command}`],
      ['remote.evil.uploadpack', command],
      ['uploadpack.packObjectsHook', command],
      ['gpg.program', command],
    ],
    ...[
      ['filter.evil.process', command],
      ['filter.evil.clean', command],
      ['diff.evil.command', command],
      ['merge.evil.driver', command],
      ['pager.rev-parse', command],
      ['alias.rev-parse', `!${command}`],
      ['alias.cat-file', `!${command}`],
    ],
    ['core.repositoryFormatVersion', '1'],
  ] as const) {
    hostile.git('config', key ?? '', value ?? '');
  }
  expect((await readAtRevision(hostile.folder, commit, 'weighbridge.yml'))?.toString()).toBe('x');
  await expect(readAtRevision(hostile.folder, 'f'.repeat(40), 'weighbridge.yml')).rejects.toThrow(
    'has no revision',
  );
  await mergeBase(hostile.folder, commit, 'e'.repeat(40));
  expect(existsSync(mark)).toBe(false);
});

describe('what an earlier job left in the clone', () => {
  /** A clone with a policy on main and a branch that went off after it; `old` is an ancestor of both. */
  function clone(name: string) {
    const made = new GitRepository(join(root, name));
    const old = made.commit({ 'policy.yml': 'limit: 50pp\n' });
    const fork = made.commit({ 'policy.yml': 'limit: 2pp\n', 'a/x': '1' });
    const head = made.commit({ 'a/x': '2' });
    return { made, old, fork, head };
  }
  const policyAt = async (folder: string, commit: string) =>
    (await readAtRevision(folder, commit, 'policy.yml'))?.toString();

  // red-team 6: grafts
  test('grafts do not change the merge base', async () => {
    const { made, old, fork, head } = clone('grafts');
    mkdirSync(join(made.folder, '.git/info'), { recursive: true });
    writeFileSync(join(made.folder, '.git/info/grafts'), `${head} ${old}\n`);
    expect(made.git('merge-base', head, fork)).toBe(old);
    expect(await mergeBase(made.folder, head, fork)).toBe(fork);
  });

  // red-team 6: replace refs
  test('replace refs change neither the merge base nor a file', async () => {
    const { made, old, fork, head } = clone('replaced');
    made.git('config', 'core.useReplaceRefs', 'true');
    made.git('replace', fork, old);
    expect(made.git('show', `${fork}:policy.yml`)).toBe('limit: 50pp');
    expect(await policyAt(made.folder, fork)).toBe('limit: 2pp\n');
    expect(await mergeBase(made.folder, head, fork)).toBe(fork);
  });

  // red-team 6: a forged list of shallow commits
  test('a clone that is made to look shallow tells no merge base', async () => {
    const { made, fork, head } = clone('cut');
    writeFileSync(join(made.folder, '.git/shallow'), `${head}\n`);
    expect(await mergeBase(made.folder, head, fork)).toBeNull();
  });

  test('another commit under the name of a parent moves no merge base', async () => {
    const { made, old, fork, head } = clone('forged-parent');
    const later = made.commit({ 'a/x': '3' });
    const forged = made.git('commit-tree', `${head}^{tree}`, '-p', old, '-m', 'forged');
    const file = (id: string) => join(made.folder, '.git/objects', id.slice(0, 2), id.slice(2));
    chmodSync(file(head), 0o644);
    copyFileSync(file(forged), file(head));
    expect(made.git('merge-base', later, fork)).toBe(old);
    await expect(mergeBase(made.folder, later, fork)).rejects.toThrow(`${head} is another`);
    rmSync(file(head));
    expect(await mergeBase(made.folder, later, fork)).toBeNull();
  });

  test('another tree or file on the way to the policy is not believed, also out of a pack', async () => {
    const { made, old, fork } = clone('forged-pack');
    const [wanted = '', other = ''] = [fork, old].map((commit) => made.git('rev-parse', `${commit}^{tree}`));
    // A pack whose index calls the older tree by the name of the newer: git checks the sum of the pack alone.
    const pack = execFileSync('git', ['-C', made.folder, 'pack-objects', join(root, 'forged')], {
      input: `${other}\n`,
    });
    const index = readFileSync(join(root, `forged-${pack.toString().trim()}.idx`));
    const at = index.indexOf(Buffer.from(other, 'hex'));
    Buffer.from(wanted, 'hex').copy(index, at);
    const first = Number.parseInt(wanted.slice(0, 2), 16);
    for (let byte = 0; byte < 256; byte += 1) index.writeUInt32BE(byte >= first ? 1 : 0, 8 + 4 * byte);
    createHash('sha1')
      .update(index.subarray(0, -20))
      .digest()
      .copy(index, index.length - 20);
    const folder = join(made.folder, '.git/objects/pack');
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(root, `forged-${pack.toString().trim()}.pack`), join(folder, 'pack-forged.pack'));
    writeFileSync(join(folder, 'pack-forged.idx'), index);
    rmSync(join(made.folder, '.git/objects', wanted.slice(0, 2), wanted.slice(2)));
    expect(made.git('show', `${fork}:policy.yml`)).toBe('limit: 50pp');
    await expect(policyAt(made.folder, fork)).rejects.toThrow(`the tree ${wanted} is another`);
  });

  test('another folder below the root is not listed', async () => {
    const { made, fork, head } = clone('forged-folder');
    const [wanted = '', other = ''] = [head, fork].map((commit) => made.git('rev-parse', `${commit}:a`));
    const file = (id: string) => join(made.folder, '.git/objects', id.slice(0, 2), id.slice(2));
    expect([...((await treeAtRevision(made.folder, head))?.keys() ?? [])]).toEqual(['a/x', 'policy.yml']);
    chmodSync(file(wanted), 0o644);
    copyFileSync(file(other), file(wanted));
    await expect(treeAtRevision(made.folder, head)).rejects.toThrow(`the tree ${wanted} is another`);
  });

  test('a file of git that lies there already is held against its id, and written anew', async () => {
    const { made, fork } = clone('scratch');
    const blob = made.git('rev-parse', `${fork}:policy.yml`);
    const file = join(root, 'scratch-file');
    writeFileSync(file, 'limit: 50pp\n');
    await writeBlob(made.folder, blob, file);
    expect(readFileSync(file, 'utf8')).toBe('limit: 2pp\n');
    await expect(writeBlob(made.folder, 'f'.repeat(40), file)).rejects.toThrow('no blob');
    expect(existsSync(file)).toBe(false);
  });

  // red-team 6: an object with another content than its name says
  test.each(['commit', 'tree', 'blob'])(
    'another %s under the name of an object is not believed',
    async (kind) => {
      const { made, old, fork } = clone(`forged-${kind}`);
      const [name = '', other = ''] = [fork, old].map((commit) =>
        made.git('rev-parse', { commit, tree: `${commit}^{tree}`, blob: `${commit}:policy.yml` }[kind] ?? ''),
      );
      const file = (id: string) => join(made.folder, '.git/objects', id.slice(0, 2), id.slice(2));
      chmodSync(file(name), 0o644);
      copyFileSync(file(other), file(name));
      await expect(policyAt(made.folder, fork)).rejects.toMatchObject({ kind: 'data' });
    },
  );

  // red-team 6: settings that move the work tree
  test.each([
    ['core.worktree', (folder: string) => join(folder, 'a')],
    ['core.bare', () => 'true'],
  ])('%s does not move the root of the repository', async (key, value) => {
    const { made } = clone(key);
    made.git('config', key, value(made.folder));
    expect(await folderInRepository(join(made.folder, 'a'))).toBe('a/');
    mkdirSync(join(made.folder, 'a/.git'));
    expect(await folderInRepository(join(made.folder, 'a'))).toBe('a/');
  });

  // red-team 6: alternates
  test('objects lent by another clone are those of their names, or none', async () => {
    const { made, fork } = clone('borrower');
    const { made: lender, old } = clone('lender');
    const blob = made.git('rev-parse', `${fork}:policy.yml`);
    const objects = (folder: string) => join(folder, '.git/objects');
    const path = join(blob.slice(0, 2), blob.slice(2));
    rmSync(join(objects(made.folder), path));
    writeFileSync(join(objects(made.folder), 'info/alternates'), `${objects(lender.folder)}\n`);
    expect(await policyAt(made.folder, fork)).toBe('limit: 2pp\n');
    chmodSync(join(objects(lender.folder), path), 0o644);
    const loose = lender.git('rev-parse', `${old}:policy.yml`);
    copyFileSync(
      join(objects(lender.folder), loose.slice(0, 2), loose.slice(2)),
      join(objects(lender.folder), path),
    );
    await expect(policyAt(made.folder, fork)).rejects.toThrow('damaged');
    const file = join(root, 'damaged blob');
    await expect(writeBlob(made.folder, blob, file)).rejects.toThrow(`no blob ${blob}`);
    expect(existsSync(file)).toBe(false);
  });

  // red-team 6: variables that steer git
  test.each([
    ['GIT_DIR', '.git'],
    ['GIT_WORK_TREE', '.'],
    ['GIT_OBJECT_DIRECTORY', '.git/objects'],
    ['GIT_ALTERNATE_OBJECT_DIRECTORIES', '.git/objects'],
    ['GIT_GRAFT_FILE', 'grafts'],
    ['GIT_REPLACE_REF_BASE', 'refs/evil/'],
    ['GIT_INDEX_FILE', 'index'],
    ['GIT_NAMESPACE', 'evil'],
    ['GIT_EXEC_PATH', '.'],
    ['GIT_EXTERNAL_DIFF', './run'],
    ['GIT_SSH_COMMAND', './run'],
    ['GIT_CONFIG_COUNT', '1'],
    ['GIT_CONFIG_PARAMETERS', "'core.worktree'='/'"],
    ['GIT_TRACE', 'trace'],
    ['GIT_TRACE2_EVENT', 'trace'],
    ['HOME', '.'],
  ])('%s of the environment is not passed on', async (name, value) => {
    const { made, fork, head } = clone(`variable-${name}`);
    const other = new GitRepository(join(root, `other-${name}`));
    vi.stubEnv(name, value.startsWith('.') ? join(other.folder, value) : value);
    try {
      expect(await mergeBase(made.folder, head, fork)).toBe(fork);
      expect(await policyAt(made.folder, fork)).toBe('limit: 2pp\n');
      expect(await folderInRepository(join(made.folder, 'a'))).toBe('a/');
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

// red-team 6: a token that the checkout keeps in the clone
describe('credentials that a checkout keeps', () => {
  const kept = async (name: string, ...settings: (readonly [string, string])[]) => {
    const made = new GitRepository(join(root, `credentials-${name}`));
    for (const [key, value] of settings) made.git('config', key, value);
    return storedCredentials(made.folder);
  };

  test.each<[string, [string, string][], string[]]>([
    [
      'header',
      [['http.https://github.com/.extraheader', 'AUTHORIZATION: basic x']],
      ['http.https://github.com/.extraheader'],
    ],
    ['helper', [['credential.helper', 'store']], ['credential.helper']],
    ['ssh', [['core.sshCommand', 'ssh -i /key']], ['core.sshcommand']],
    ['url', [['remote.origin.url', 'https://x:ghs_secret@github.com/a/b']], ['remote.origin.url']],
    ['none', [['remote.origin.url', 'https://github.com/a/b']], []],
  ])('%s', async (name, settings, found) => {
    expect(await kept(name, ...settings)).toEqual(found);
  });

  test('in a file that the config includes for this clone', async () => {
    const file = join(root, 'credentials.config');
    writeFileSync(file, '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic x\n');
    const folder = join(root, 'credentials-included');
    expect(await kept('included', [`includeIf.gitdir:${folder}/.git.path`, file])).toEqual([
      'http.https://github.com/.extraheader',
    ]);
  });

  test('outside of a repository there are none', async () => {
    expect(await storedCredentials(root)).toEqual([]);
  });
});

describe('names and questions', () => {
  test('a name stands for its commit', async () => {
    expect(await resolveRevision(repository.folder, 'HEAD')).toMatch(/^[0-9a-f]{40}$/);
  });

  test.each(['--upload-pack=x', '', 'a b', '-x', ':/message', 'nowhere'])('%j is no commit', async (name) => {
    await expect(resolveRevision(repository.folder, name)).rejects.toMatchObject({
      kind: 'data',
      fix: expect.stringContaining('fetch-depth: 0'),
    });
  });

  test('outside of a repository there are no answers', async () => {
    expect(await askGit(root, ['rev-parse', 'HEAD'])).toBeNull();
    expect(await askGit(repository.folder, ['rev-parse', '--is-inside-work-tree'])).toBe('true');
  });
});
