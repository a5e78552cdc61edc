import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/core/domain/verdict.ts';
import { writeBigram, writeRandom } from '../support/planted.ts';
import { jsonl } from '../support/temporary-folder.ts';
import { hasVerdict, interrupt, killEngine, temporaryFolder, verdictIn, weighbridge } from './support.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const CONFIG = `version: 1
candidate: candidate.gguf
baseline: baseline.gguf
tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }
gates:
  - { metric: facts/acc, max_drop: 30pp, allow_floor: true }
`;

const questions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `q${index}`,
    question: `hello world ${index}`,
    choices: ['yes', 'no'],
    answer: index % 2,
  }));

const [first, ...others] = questions(20);
const withFirst = (row: Record<string, unknown>): Files => ({
  'facts.jsonl': jsonl({ ...first, ...row }, ...others),
});

const planted = mkdtempSync(join(tmpdir(), 'weighbridge-planted-'));
const plantedFile = (name: string) => readFileSync(join(planted, name));
beforeAll(() => {
  writeBigram(join(planted, 'good.gguf'));
  writeBigram(join(planted, 'nan.gguf'), { brokenToken: 'hello' });
  writeRandom(join(planted, 'other-tokens.gguf'), { vocabularySize: 352 });
});
afterAll(() => rmSync(planted, { recursive: true, force: true }));

/** A folder in which `weighbridge run` passes, but for what is given. */
function suite(files: Files = {}) {
  return temporaryFolder({
    'weighbridge.yml': CONFIG,
    'facts.jsonl': jsonl(...questions(20)),
    'baseline.gguf': plantedFile('good.gguf'),
    'candidate.gguf': plantedFile('good.gguf'),
    ...files,
  });
}

const PICKLE = Uint8Array.from([0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc]);
const ZIPPED_PICKLE = Buffer.from('PK\x03\x04\x00\x00archive/data.pkl');

interface Row {
  readonly name: string;
  /** Files that differ from those of a suite that passes. */
  readonly files?: () => Files;
  readonly args?: readonly string[];
  readonly exitCode: number;
  /** What, where and the fix: each must be said on stderr or stdout. */
  readonly says: readonly RegExp[];
  /** Whether a verdict could be formed, which then is `invalid`, with `comment.md`. */
  readonly verdict: boolean;
  /** Samples of the candidate that must be stored. */
  readonly stored?: number;
}

const CHECKPOINTS: readonly Row[] = [
  {
    name: 'a missing GGUF',
    args: ['--candidate', 'nowhere.gguf'],
    exitCode: EXIT_CODES.invalid,
    says: [/nowhere\.gguf: the checkpoint cannot be opened/, /fix: check the path/],
    verdict: true,
  },
  {
    name: 'a truncated GGUF',
    files: () => ({ 'candidate.gguf': plantedFile('good.gguf').subarray(0, 300_000) }),
    exitCode: EXIT_CODES.invalid,
    says: [
      /llama\.cpp cannot load \S*candidate\.gguf/,
      /not within the file bounds/,
      /fix: check that the file is complete/,
    ],
    verdict: true,
  },
  ...[
    { file: 'pytorch_model.bin', content: PICKLE },
    { file: 'last.pt', content: ZIPPED_PICKLE },
    { file: 'renamed.gguf', content: ZIPPED_PICKLE },
    { file: 'opaque.ckpt', content: Buffer.from('neither pickle nor zip') },
  ].map(
    ({ file, content }): Row => ({
      name: `a pickle-based checkpoint, ${file}`,
      files: () => ({ [file]: content }),
      args: ['--candidate', file],
      exitCode: EXIT_CODES.invalid,
      says: [new RegExp(`${file}: the checkpoint .*pickle.* refused unread`), /fix: .*safetensors.*GGUF/],
      verdict: true,
    }),
  ),
  {
    name: 'a pickle named in the config',
    files: () => ({
      'pytorch_model.bin': PICKLE,
      'weighbridge.yml': CONFIG.replace('candidate.gguf', 'pytorch_model.bin'),
    }),
    exitCode: EXIT_CODES.invalid,
    says: [/pytorch_model\.bin: the checkpoint is a pickle/, /safetensors/],
    verdict: true,
  },
  {
    name: 'a Hugging Face folder with empty weights',
    files: () => ({ 'hf/config.json': '{}', 'hf/model.safetensors': '' }),
    args: ['--candidate', 'hf'],
    exitCode: EXIT_CODES.invalid,
    says: [
      /hf\/model\.safetensors: the checkpoint has no readable safetensors header/,
      /fix: .*git lfs pull/,
    ],
    verdict: true,
  },
  {
    name: 'a folder without weights or results',
    files: () => ({ 'empty/README.md': '' }),
    args: ['--baseline', 'empty'],
    exitCode: EXIT_CODES.invalid,
    says: [/empty: .*neither a GGUF file nor results/, /fix: name a \.gguf file, a folder with/],
    verdict: true,
  },
  {
    name: 'NaN from the engine',
    files: () => ({ 'candidate.gguf': plantedFile('nan.gguf') }),
    exitCode: EXIT_CODES.invalid,
    says: [
      /facts\/acc could not be judged: Only 0 of 20 samples/,
      /Without a score on the candidate: 20, .*“the log-likelihood of choice 0 is not a number”/,
    ],
    verdict: true,
    stored: 20,
  },
];

const CONFIGS: readonly Row[] = [
  {
    name: 'an unknown key',
    files: () => ({ 'weighbridge.yml': CONFIG.replace('dataset:', 'datset:') }),
    exitCode: EXIT_CODES.wrongUsage,
    says: [/weighbridge\.yml:5:50 \(tasks\.facts\.datset\): unknown key/, /fix: did you mean dataset\?/],
    verdict: false,
  },
  {
    name: 'two entries for one task',
    files: () => ({
      'weighbridge.yml': CONFIG.replace(
        'gates:',
        '  facts: { role: target, type: perplexity, dataset: x.jsonl }\ngates:',
      ),
    }),
    exitCode: EXIT_CODES.wrongUsage,
    says: [/weighbridge\.yml:6:3: the key facts is here a second time/, /fix: keep one of them/],
    verdict: false,
  },
];

const DATASETS: readonly Row[] = [
  {
    name: 'a line that is not JSON',
    files: () => ({ 'facts.jsonl': `${jsonl(...questions(3))}{"id": "q3", question}\n` }),
    exitCode: EXIT_CODES.invalid,
    says: [/facts\.jsonl:4: not JSON/, /fix: write one JSON object a line/],
    verdict: true,
  },
  {
    name: 'two samples with one id',
    files: () => withFirst({ id: 'q7' }),
    exitCode: EXIT_CODES.invalid,
    says: [
      /facts\.jsonl:8 \(id\)/,
      /"q7" was already used on line 1/,
      /fix: give every row an id of its own/,
    ],
    verdict: true,
  },
  {
    name: 'no rows',
    files: () => ({ 'facts.jsonl': '\n' }),
    exitCode: EXIT_CODES.invalid,
    says: [/facts\.jsonl: the dataset has no rows/, /fix: check the step that writes it/],
    verdict: true,
  },
  {
    name: 'an answer that is no choice',
    files: () => withFirst({ answer: 7 }),
    exitCode: EXIT_CODES.invalid,
    says: [
      /facts\.jsonl:1 \(answer\): the answer 7 is neither/,
      /fix: give the index of the right choice, from 0 to 1/,
    ],
    verdict: true,
  },
  {
    name: 'a prompt longer than the context',
    files: () => withFirst({ question: 'hello '.repeat(400) }),
    exitCode: EXIT_CODES.invalid,
    says: [/Only 19 of 20 samples/, /the candidate: 1, .*“the prompt has \d+ tokens, the context holds 256/],
    verdict: true,
    stored: 20,
  },
];

async function runIn(cwd: string, args: readonly string[] = []) {
  const finished = await weighbridge(['run', ...args], { cwd });
  return { ...finished, text: finished.stdout + finished.stderr, out: join(cwd, 'weighbridge-out') };
}

const storedBy = (out: string, side = 'candidate') =>
  readFileSync(join(out, side, 'facts/samples.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');

test('the suite as it is passes', async () => {
  using folder = suite();
  const { exitCode, out, text } = await runIn(folder.path);
  expect(exitCode, text).toBe(EXIT_CODES.notBlocked);
  expect(verdictIn(out).verdict).toBe('pass');
});

describe.each([
  { what: 'checkpoints', rows: CHECKPOINTS },
  { what: 'config', rows: CONFIGS },
  { what: 'datasets', rows: DATASETS },
])('$what', ({ rows }) => {
  test.each(rows)('$name', async ({ files, args, exitCode, says, verdict, stored }) => {
    using folder = suite(files?.());
    const finished = await runIn(folder.path, args);
    expect(finished.exitCode, finished.text).toBe(exitCode);
    for (const pattern of says) expect(finished.text).toMatch(pattern);
    expect(hasVerdict(finished.out)).toBe(verdict);
    expect(existsSync(join(finished.out, 'comment.md'))).toBe(verdict);
    if (verdict)
      expect(verdictIn(finished.out)).toMatchObject({ verdict: 'invalid', blocked: true, exitCode });
    if (stored !== undefined) expect(storedBy(finished.out)).toHaveLength(stored);
  });
});

describe('results of an earlier run', () => {
  const gate = (cwd: string, ...args: string[]) =>
    weighbridge(['gate', '--config', 'weighbridge.yml', '--baseline', 'weighbridge-out', ...args], { cwd });

  test('a baseline of another dataset', async () => {
    using folder = suite({ 'changed.jsonl': jsonl({ ...first, question: 'hello?' }, ...others) });
    await weighbridge(['evaluate', '--role', 'baseline', '--out', 'before'], { cwd: folder.path });
    cpSync(join(folder.path, 'changed.jsonl'), join(folder.path, 'facts.jsonl'));
    const { exitCode, out, text } = await runIn(folder.path, ['--baseline', 'before/baseline']);
    expect(exitCode, text).toBe(EXIT_CODES.invalid);
    expect(text).toMatch(/digest of the dataset rows \(dataset\): \w+ in the baseline, \w+ in the candidate/);
    expect(text).toMatch(/Whoever changed the task: evaluate the baseline again/);
    expect(verdictIn(out).comparability).toContainEqual(
      expect.objectContaining({ task: 'facts', field: 'dataset', severity: 'hard' }),
    );
  });

  test('two runs of different models claim one task', async () => {
    using folder = suite({ 'candidate.gguf': plantedFile('other-tokens.gguf') });
    await runIn(folder.path);
    const both = join(folder.path, 'both');
    cpSync(join(folder.path, 'weighbridge-out/baseline'), join(both, 'one'), { recursive: true });
    cpSync(join(folder.path, 'weighbridge-out/candidate'), join(both, 'two'), { recursive: true });
    const { exitCode, stdout, stderr } = await gate(folder.path, '--candidate', both, '--out', 'judged');
    expect(exitCode, stderr).toBe(EXIT_CODES.invalid);
    expect(stdout).toMatch(/both\/two\/facts: \S*both\/one\/facts and this are not parts of one run/);
    expect(stdout).toMatch(/fix: name a folder with the results of one model only/);
    expect(verdictIn(join(folder.path, 'judged')).verdict).toBe('invalid');
  });

  test.each([
    ['a file', 'weighbridge.yml', /weighbridge\.yml: there are no results of the candidate/],
    ['nothing', 'nowhere', /nowhere: there are no results of the candidate/],
  ])('%s in place of a folder', async (_, path, says) => {
    using folder = suite();
    const { exitCode, stdout, stderr } = await gate(folder.path, '--candidate', path, '--out', 'judged');
    expect(exitCode, stderr).toBe(EXIT_CODES.invalid);
    expect(stdout).toMatch(says);
    expect(verdictIn(join(folder.path, 'judged')).verdict).toBe('invalid');
  });

  test('limits by flags on nothing: the results are at fault, not the flags', async () => {
    using folder = temporaryFolder();
    const args = ['gate', '--baseline', 'a', '--candidate', 'b', '--max-drop', 'facts/acc=2pp'];
    const { exitCode, stderr } = await weighbridge(args, { cwd: folder.path });
    expect(exitCode).toBe(EXIT_CODES.invalid);
    expect(stderr).toMatch(/a: there are no results of the baseline/);
    expect(stderr).toMatch(/b: there are no results of the candidate/);
  });
});

describe('a run that does not come to its end', () => {
  /** Large enough to be still at work when the first sample is told. */
  const LONG: Files = { 'facts.jsonl': jsonl(...questions(400)) };

  test('the engine is killed: invalid with the reason, samples kept, and again completes', async () => {
    using folder = suite(LONG);
    const killed = await weighbridge(['run'], {
      cwd: folder.path,
      at: { line: /baseline +facts +1\/400/, happens: killEngine },
    });
    const out = join(folder.path, 'weighbridge-out');
    expect(killed.exitCode, killed.stderr).toBe(EXIT_CODES.invalid);
    expect(killed.stderr).toMatch(/baseline\/facts failed: the engine's process was killed by SIGKILL/);
    expect(verdictIn(out)).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(readFileSync(join(out, 'comment.md'), 'utf8')).toContain('killed by SIGKILL');
    const kept = storedBy(out, 'baseline');
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(400);
    const again = await runIn(folder.path);
    expect(again.exitCode, again.text).toBe(EXIT_CODES.notBlocked);
    expect(storedBy(out, 'baseline').slice(0, kept.length)).toEqual(kept);
  });

  test('Ctrl-C: 130, and again gives the verdict of an uninterrupted run, byte for byte', async () => {
    using folder = suite(LONG);
    const whole = await runIn(folder.path, ['--out', 'whole']);
    expect(whole.exitCode, whole.text).toBe(EXIT_CODES.notBlocked);
    const interrupted = await weighbridge(['run'], {
      cwd: folder.path,
      at: { line: /baseline +facts +1\/400/, happens: interrupt },
    });
    const out = join(folder.path, 'weighbridge-out');
    expect(interrupted.exitCode, interrupted.stderr).toBe(130);
    expect(interrupted.stderr).toMatch(/the same command goes on from there/);
    expect(hasVerdict(out)).toBe(false);
    const kept = storedBy(out, 'baseline');
    expect(kept.length).toBeLessThan(400);
    const again = await runIn(folder.path);
    expect(again.exitCode, again.text).toBe(EXIT_CODES.notBlocked);
    expect(storedBy(out, 'baseline').slice(0, kept.length)).toEqual(kept);
    const [left, right] = ['whole', 'weighbridge-out'].map((name) =>
      readFileSync(join(folder.path, name, 'verdict.json'), 'utf8'),
    );
    expect(right).toBe(left);
  });

  test('the disk is full: one error, samples kept, and with room again it completes', async ({ skip }) => {
    using folder = suite(LONG);
    using disk = smallDisk(join(folder.path, 'disk'));
    if (!disk.mounted) skip('mounting a small tmpfs needs root');
    const full = await runIn(folder.path, ['--out', 'disk/out']);
    expect(full.exitCode, full.text).toBe(EXIT_CODES.invalid);
    expect(full.text).toMatch(/error: disk\/out\S*: no space is left on the disk; stored samples are kept/);
    expect(full.text).toMatch(/fix: make room there/);
    expect(full.text.match(/error:/g)).toHaveLength(1);
    const stored = join(folder.path, 'disk/out/baseline/facts/samples.jsonl');
    const kept = readFileSync(stored, 'utf8');
    expect(kept).toMatch(/^(\{.*\}\n)+$/);
    disk.grow();
    const again = await runIn(folder.path, ['--out', 'disk/out']);
    expect(again.exitCode, again.text).toBe(EXIT_CODES.notBlocked);
    expect(readFileSync(stored, 'utf8').startsWith(kept)).toBe(true);
  });
});

/** A file system of 64 KiB where the system lets us make one. */
function smallDisk(path: string): Disposable & { readonly mounted: boolean; grow(): void } {
  mkdirSync(path);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path]);
  const mounted = status === 0;
  return {
    mounted,
    grow: () => execFileSync('mount', ['-o', 'remount,size=8m', path]),
    [Symbol.dispose]: () => {
      if (mounted) execFileSync('umount', [path]);
    },
  };
}
