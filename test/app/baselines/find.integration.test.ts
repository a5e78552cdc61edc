import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { chooseBaseline, noBaseline, provenanceOf, withBaseline } from '../../../src/app/baselines/choose.ts';
import { type BaselineContext, type FoundBaselines, findBaseline } from '../../../src/app/baselines/find.ts';
import { BaselineStore } from '../../../src/app/baselines/store.ts';
import { readSideResults } from '../../../src/app/sides/stored.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import type { ResolvedConfig } from '../../../src/config/resolved.ts';
import { RERUN_FIELDS } from '../../../src/core/domain/run.ts';
import { GitRepository, git } from '../../support/git-repository.ts';
import { hubServer } from '../../support/hub-server.ts';
import { writeRun } from '../../support/run-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const BASE = readFileSync(resolve(import.meta.dirname, '../../../fixtures/checkpoints/base.gguf'));
const OTHER = readFileSync(resolve(import.meta.dirname, '../../../fixtures/checkpoints/candidate-good.gguf'));
const ORIGIN = { commit: 'c0ffee', date: '2026-11-01T10:00:00.000Z', by: 'somebody' };

/** A config of one task in a folder, with these lines about its baseline. */
function configOf(folder: string, baseline: string, more = ''): ResolvedConfig {
  const text = `version: 1
candidate: candidate.gguf
baseline: ${baseline}
${more}
tasks: { facts: { role: general, type: multiple_choice, dataset: rows.jsonl } }
gates: [{ metric: facts/acc, max_drop: 2pp }]
`;
  return resolveConfig({ text, file: join(folder, 'weighbridge.yml') });
}

const find = (config: ResolvedConfig, context: Partial<BaselineContext> = {}): Promise<FoundBaselines> =>
  findBaseline(config, { scratch: temporaryFolder(), onDefaultBranch: false, ...context });

/** The bytes of the weights that were found. */
const weightsOf = ({ found }: FoundBaselines): Buffer => {
  const source = found[0]?.source;
  if (source?.kind !== 'file') throw new Error('no weights were found');
  return readFileSync(source.path);
};

describe('sources are tried in their order, each failure is told', () => {
  test('the first that has something wins, and none after it is tried', async () => {
    const folder = temporaryFolder({ 'base.gguf': BASE });
    const config = configOf(
      folder,
      '[nowhere.gguf, { from: store }, { from: artifact }, base.gguf, never.gguf]',
      'store: s',
    );
    const { found, attempts } = await find(config);
    expect(found).toEqual([{ name: 'base.gguf', source: { kind: 'file', path: 'base.gguf' }, origin: null }]);
    expect(attempts.map(({ source, reason }) => [source, reason?.split('\n')[0]])).toEqual([
      ['nowhere.gguf', expect.stringContaining('cannot be opened')],
      ['the store', expect.stringContaining('nothing was blessed')],
      ['the last green run on the base branch', 'artifacts can be had in GitHub Actions only'],
      ['base.gguf', undefined],
    ]);
  });

  test('nothing anywhere is no baseline, with every reason and how to make one', async () => {
    const config = configOf(temporaryFolder(), '[nowhere.gguf, also-nowhere.gguf]');
    const baselines = await find(config);
    expect(baselines).toMatchObject({ found: [], bootstrap: false });
    const error = noBaseline(baselines.attempts);
    expect(error.message).toContain('nowhere.gguf');
    expect(error.message).toContain('also-nowhere.gguf');
    expect(error.fix).toContain('baseline bless');
  });

  test('what was blessed comes out of the store with commit, date and who', async () => {
    const folder = temporaryFolder();
    const { runs } = await readSideResults(
      writeRun(join(folder, 'old'), 'candidate', 30, () => true),
      'candidate',
    );
    await new BaselineStore(join(folder, 'kept')).bless(runs, ORIGIN);
    const config = configOf(folder, '{ sources: { from: store }, max_age_days: 7 }', 'store: kept');
    const baselines = await find(config);
    expect(baselines.found[0]).toMatchObject({ origin: ORIGIN, source: { kind: 'results' } });
    const chosen = await chooseBaseline(config, baselines, []);
    const settled = withBaseline(config, chosen);
    const stored = await readSideResults(
      settled.baseline?.kind === 'results' ? settled.baseline.path : '',
      'baseline',
    );
    expect(stored.faults).toEqual([]);
    expect(provenanceOf(settled, chosen, stored.runs)).toEqual({
      attempts: [{ source: 'the store', reason: null }],
      origin: ORIGIN,
      max_age_days: 7,
      accepted: [],
    });
  });

  test('an artifact must hold whole runs', async () => {
    const whole = writeRun(temporaryFolder(), 'candidate', 30, () => true);
    const torn = writeRun(temporaryFolder(), 'candidate', 30, () => true);
    writeFileSync(
      join(torn, 'facts', 'samples.jsonl'),
      readFileSync(join(torn, 'facts', 'samples.jsonl'), 'utf8').slice(0, 900),
    );
    const config = configOf(temporaryFolder(), '{ from: artifact }');
    const from = (folder: string) => find(config, { artifact: async () => ({ folder, origin: ORIGIN }) });
    expect((await from(whole)).found[0]).toMatchObject({
      source: { path: whole, label: 'the checkpoint judged at c0ffee' },
    });
    expect(await from(torn)).toMatchObject({
      found: [],
      attempts: [{ reason: expect.stringContaining('facts') as string }],
    });
    expect((await from(temporaryFolder())).found).toEqual([]);
  });
});

describe('the pointer of the base branch', () => {
  const POINTER = 'path: models/base.gguf\n';
  const SOURCE = '{ from: base-branch, pointer: model.yaml, branch: main }';

  /** A branch `change` off main, checked out. */
  function changed(files: Record<string, string | Uint8Array>, changes: Record<string, string | Uint8Array>) {
    const repository = new GitRepository(temporaryFolder());
    const first = repository.commit({ 'readme.md': 'x', ...files });
    repository.git('checkout', '-qb', 'change');
    repository.commit({ 'more.md': 'y', ...changes });
    return { folder: repository.folder, first };
  }

  test('and its model are read as that branch has them, never as the change does', async () => {
    const { folder, first } = changed(
      { 'model.yaml': POINTER, 'models/base.gguf': BASE },
      { 'model.yaml': 'path: models/mine.gguf\n', 'models/mine.gguf': OTHER, 'models/base.gguf': OTHER },
    );
    const baselines = await find(configOf(folder, SOURCE));
    expect(baselines.attempts).toEqual([{ source: 'model.yaml of main', reason: null }]);
    expect(weightsOf(baselines).equals(BASE)).toBe(true);
    expect(baselines.found[0]?.source).toMatchObject({ label: `models/base.gguf at ${first.slice(0, 12)}` });
  });

  test('is that of its tip, wherever the change left it: an older pointer could be planted', async () => {
    const { folder } = changed({ 'model.yaml': POINTER, 'models/base.gguf': OTHER }, {});
    git(folder, 'checkout', '-q', 'main');
    writeFileSync(join(folder, 'models/base.gguf'), BASE);
    git(folder, 'commit', '-qam', 'the branch goes on');
    git(folder, 'checkout', '-q', 'change');
    expect(weightsOf(await find(configOf(folder, SOURCE))).equals(BASE)).toBe(true);
  });

  test('the commit of an event wins over any branch', async () => {
    const { folder, first } = changed({ 'model.yaml': POINTER, 'models/base.gguf': BASE }, {});
    git(folder, 'branch', '-D', 'main');
    expect(weightsOf(await find(configOf(folder, SOURCE), { baseCommit: first })).equals(BASE)).toBe(true);
  });

  test('may name a file that git does not know, but none that the change brings', async () => {
    const { folder } = changed({ 'model.yaml': POINTER, '.gitignore': 'models/\n' }, {});
    mkdirSync(join(folder, 'models'));
    writeFileSync(join(folder, 'models/base.gguf'), BASE);
    expect(weightsOf(await find(configOf(folder, SOURCE))).equals(BASE)).toBe(true);

    const other = changed({ 'model.yaml': POINTER }, { 'models/base.gguf': OTHER });
    expect((await find(configOf(other.folder, SOURCE))).attempts[0]?.reason).toContain('the change adds it');
  });

  test('a digest that does not fit is refused', async () => {
    const right = `digest: sha256:${createHash('sha256').update(BASE).digest('hex')}\n`;
    const wrong = `digest: sha256:${'0'.repeat(64)}\n`;
    const fitting = changed({ 'model.yaml': POINTER + right, 'models/base.gguf': BASE }, {});
    expect((await find(configOf(fitting.folder, SOURCE))).found).toHaveLength(1);
    const unfitting = changed({ 'model.yaml': POINTER + wrong, 'models/base.gguf': BASE }, {});
    expect((await find(configOf(unfitting.folder, SOURCE))).attempts[0]?.reason).toContain(
      'it has the digest',
    );
  });

  test('Git LFS: the object of that commit, found by its digest', async () => {
    const oid = createHash('sha256').update(BASE).digest('hex');
    const lfs = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${BASE.length}\n`;
    const { folder } = changed(
      { 'model.yaml': POINTER, 'models/base.gguf': lfs },
      { 'models/base.gguf': OTHER },
    );
    expect((await find(configOf(folder, SOURCE))).attempts[0]?.reason).toContain('Git LFS');
    const objects = join(folder, '.git/lfs/objects', oid.slice(0, 2), oid.slice(2, 4));
    mkdirSync(objects, { recursive: true });
    writeFileSync(join(objects, oid), OTHER);
    expect((await find(configOf(folder, SOURCE))).attempts[0]?.reason).toContain('Git LFS');
    rmSync(join(objects, oid));
    writeFileSync(join(objects, oid), BASE);
    expect(weightsOf(await find(configOf(folder, SOURCE))).equals(BASE)).toBe(true);
  });

  test.each([
    ['no pointer there', {}, 'is not there at'],
    ['no pointer by its content', { 'model.yaml': 'models/base.gguf' }, 'not a pointer'],
    ['a branch as revision', { 'model.yaml': 'repo: org/m\nrevision: main\n' }, 'not a pointer'],
    [
      'a repository that nobody fetched',
      { 'model.yaml': `repo: org/m\nrevision: ${'a'.repeat(40)}\n` },
      'hf download org/m',
    ],
    ['a folder', { 'model.yaml': 'path: models\n', 'models/x': '' }, 'no file in git'],
    ['a pickle', { 'model.yaml': 'path: m.gguf\n', 'm.gguf': Buffer.from([0x80, 4, 0x95, 0]) }, 'pickle'],
  ])('%s', async (_, files: Record<string, string | Uint8Array>, says) => {
    const { folder } = changed(files, {});
    const { found, attempts } = await find(configOf(folder, SOURCE));
    expect(found).toEqual([]);
    expect(attempts[0]?.reason).toContain(says);
  });

  test('a model in the cache of a machine that stays is held to its commit, or to the digest of the pointer', async () => {
    const revision = 'c'.repeat(40);
    const pointer = `repo: org/m\nrevision: ${revision}\nfile: base.gguf\n`;
    const digest = `digest: sha256:${createHash('sha256').update(BASE).digest('hex')}\n`;
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    vi.stubEnv('HF_HUB_CACHE', temporaryFolder({ [`models--org--m/snapshots/${revision}/base.gguf`]: BASE }));
    onTestFinished(() => void vi.unstubAllEnvs());
    const reasonOf = async (text: string) =>
      (await find(configOf(changed({ 'model.yaml': text }, {}).folder, SOURCE))).attempts[0]?.reason;
    await hubServer('models/org/m', { 'base.gguf': OTHER });
    expect(await reasonOf(pointer)).toContain('is not the commit’s');
    vi.stubEnv('HF_HUB_OFFLINE', '1');
    expect(await reasonOf(pointer)).toContain('write `digest: sha256:');
    expect(await reasonOf(pointer + digest)).toBeNull();
  });

  test('a clone of one commit says how to get the others', async () => {
    const { folder } = changed({ 'model.yaml': POINTER, 'models/base.gguf': BASE }, {});
    const clone = join(temporaryFolder(), 'clone');
    git('/', 'clone', '-q', '--depth', '1', '--no-single-branch', '-b', 'change', `file://${folder}`, clone);
    const config = configOf(clone, '{ from: base-branch, pointer: model.yaml, branch: origin/main }');
    expect((await find(config)).attempts[0]?.reason).toContain('fetch-depth: 0');
  });
});

describe('the first baseline', () => {
  test('is made on the default branch alone, and only where it is asked for', async () => {
    const origin = new GitRepository(temporaryFolder());
    origin.commit({ 'readme.md': 'x' });
    const clone = join(temporaryFolder(), 'clone');
    git('/', 'clone', '-q', origin.folder, clone);
    const wanted = configOf(clone, '{ sources: { from: store }, bootstrap: true }', 'store: s');
    const here = (config: ResolvedConfig) => findBaseline(config, { scratch: temporaryFolder() });
    expect((await here(wanted)).bootstrap).toBe(true);
    expect((await here(configOf(clone, '{ from: store }', 'store: s'))).bootstrap).toBe(false);
    expect((await find(wanted, { onDefaultBranch: false })).bootstrap).toBe(false);
    git(clone, 'checkout', '-qb', 'change');
    expect((await here(wanted)).bootstrap).toBe(false);
  });
});

describe('a declared change', () => {
  const FINGERPRINT = { dataset: 'd1', prompt: 'p1', chat_template: 't1', seed: 1, limit: null };

  /** What is chosen where the stored baseline and the candidate differ in these fields. */
  async function chosenWith(accepted: string, differs: Record<string, string>) {
    const folder = temporaryFolder({ 'base.gguf': BASE });
    writeRun(join(folder, 'stored'), 'baseline', 30, () => true, FINGERPRINT);
    writeRun(folder, 'candidate', 30, () => true, { ...FINGERPRINT, ...differs });
    const config = configOf(folder, '[stored, base.gguf]', `accept_change: [${accepted}]`);
    const { runs } = await readSideResults(join(folder, 'candidate'), 'candidate');
    const records = runs.map(({ record }) => record);
    const chosen = await chooseBaseline(config, await find(config), records);
    return { config, chosen, records };
  }

  test('sets the stored baseline aside, so that the weights are evaluated anew', async () => {
    const { config, chosen } = await chosenWith('chat_template', { chat_template: 't2' });
    expect(chosen.baseline?.name).toBe('base.gguf');
    expect(chosen.attempts).toEqual([
      { source: 'results in stored', reason: 'set aside for the declared change of chat_template' },
      { source: 'base.gguf', reason: null },
    ]);
    expect(provenanceOf(withBaseline(config, chosen), chosen, [])?.accepted).toEqual(['chat_template']);
  });

  test.each(RERUN_FIELDS)('of %s does so alone, and not undeclared', async (field) => {
    const others = RERUN_FIELDS.filter((each) => each !== field).join(', ');
    const names = async (accepted: string) =>
      (await chosenWith(accepted, { [field]: 'another' })).chosen.baseline?.name;
    expect(await names(field)).toBe('base.gguf');
    expect(await names(others)).toBe('results in stored');
  });

  test.each([
    ['that was not made', 'chat_template', {}],
    ['beside another that was not declared', 'chat_template', { chat_template: 't2', prompt: 'p2' }],
    ['that is another one', 'prompt', { chat_template: 't2' }],
  ])(
    '%s changes nothing: the stored one is compared, and judged',
    async (_, accepted, differs: Record<string, string>) => {
      const { chosen } = await chosenWith(accepted, differs);
      expect(chosen.baseline?.name).toBe('results in stored');
      expect(chosen.attempts).toEqual([{ source: 'results in stored', reason: null }]);
    },
  );

  test('with nothing else to evaluate leaves no baseline', async () => {
    const { config, records } = await chosenWith('chat_template', { chat_template: 't2' });
    const [first] = (await find(config)).found;
    if (first === undefined) throw new Error('nothing was found');
    const alone = { found: [first], attempts: [{ source: first.name, reason: null }], bootstrap: false };
    const chosen = await chooseBaseline(config, alone, records);
    expect(chosen.baseline).toBeNull();
    expect(noBaseline(chosen.attempts).message).toContain('declared change of chat_template');
  });
});
