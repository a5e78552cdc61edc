import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBasePolicy } from '../../src/app/policy/base-policy.ts';
import { judgeUnderPolicies, type Policies } from '../../src/app/policy.ts';
import { onBaseSuite } from '../../src/app/suite/base-suite.ts';
import { baseInPlace, reviewSuite } from '../../src/app/suite/review-suite.ts';
import { makePlan } from '../../src/config/plan/plan.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import type { SuiteReview } from '../../src/core/domain/policy.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { record, run } from '../core/compare/build.ts';
import { GitRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A pull request that changes what decides about it and leaves the limits alone: each was green, and said nothing. */

const CONFIG = `version: 1
candidate: models/candidate.gguf
baseline: models/base.gguf
tasks:
  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }
  rude:
    role: safety
    type: generate
    dataset: prompts.jsonl
    scorers:
      - { name: profanity_rate, words: words.txt }
      - { name: toxicity, backend: command, command: [node, toxic.js], version: v1, threshold: 0.5 }
  law: { role: general, runner: lm-eval, task: law, include_path: tasks }
gates:
  - { metric: facts/acc, max_drop: 2pp }
policy: { allow: [unsafe_code] }
`;

const rows = (...ids: readonly number[]) =>
  ids.map((id) => `{"id":${id},"question":"q${id}","choices":["a","b"],"answer":0}\n`).join('');

const FILES = {
  'weighbridge.yml': CONFIG,
  'facts.jsonl': rows(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
  'prompts.jsonl': '{"question":"say something"}\n',
  'words.txt': 'damn\n',
  'toxic.js': 'console.log(1)\n',
  'models/base.gguf': 'weights of the baseline',
  'tasks/law.yaml': 'task: law\ninclude: ../shared/common.yml\n',
  'shared/common.yml': 'doc_to_text: "{{question}}"\ndataset_kwargs: { data_files: data/law.jsonl }\n',
  'data/law.jsonl': '{"question":"1"}\n{"question":"2"}\n',
};

const SERVED = {
  'weighbridge.yml': CONFIG.replace(
    'tasks:',
    'engine: { type: openai, serve: { command: [./serve.sh, "{checkpoint}", "{port}"] } }\ntasks:',
  ),
  'serve.sh': 'exec llama-server "$@"\n',
};

const PROGRAM = {
  'weighbridge.yml': CONFIG.replace(
    'scorers:\n',
    'scorers:\n      - { name: command, command: [python3, scorers/grade.py], version: v1 }\n',
  ),
  'scorers/grade.py': 'import json\nfrom lib.grade import grade\n',
  'scorers/lib/grade.py': 'def grade(text): return 0\n',
};

const WORDNET = {
  'weighbridge.yml': CONFIG.replace(
    'scorers:\n',
    'doc_to_target: question\n    scorers:\n      - { name: meteor, wordnet: wordnet }\n',
  ),
  'wordnet/noun.exc': 'geese goose\n',
  'wordnet/index.noun': 'goose n 1\n',
};

const CASES = {
  'weighbridge.yml': CONFIG.replace(
    'gates:',
    `  behaviour:
    role: behaviour
    type: cases
    dataset: cases.yml
    checks:
      graded: { name: command, command: [python3, grade], version: v1, reads: [lists] }
gates:`,
  ),
  'cases.yml': '- { name: polite, input: hi, checks: [graded] }\n',
  grade: 'import lib\n',
  'lib.py': 'right = 1\n',
  'lists/terms.txt': 'rude\n',
};

const MODULE = {
  'weighbridge.yml': SERVED['weighbridge.yml'].replace('./serve.sh', 'python3, -m, server.main'),
  'server/main.py': 'import lib\n',
  'lib.py': 'port = 1\n',
};

interface Attack {
  /** What the base branch has besides. */
  readonly base?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string | null>>;
  /** What a list of files cannot say, done before the commit. */
  readonly act?: (folder: string) => void;
  /** What the base branch takes over in the meantime. */
  readonly meanwhile?: Readonly<Record<string, string>>;
  /** What a step of the job does after the checkout. */
  readonly after?: (folder: string) => void;
}

async function attacked({ base = {}, files = {}, act, meanwhile, after }: Attack) {
  const repository = new GitRepository(temporaryFolder());
  repository.commit({ ...FILES, ...base });
  repository.git('checkout', '--quiet', '-b', 'attack');
  act?.(repository.folder);
  const headSha = repository.commit({ 'note.txt': 'harmless', ...files });
  repository.git('checkout', '--quiet', 'main');
  if (meanwhile !== undefined) repository.commit(meanwhile);
  const baseSha = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '--quiet', 'attack');
  after?.(repository.folder);
  const directory = repository.folder;
  const event = { name: 'pull_request', use: 'evaluate', baseSha, headSha, pullRequest: null } as const;
  const source = { checkout: directory, prefix: '', configPath: 'weighbridge.yml', remote: null };
  const found = await readBasePolicy(event, source);
  if (found === null) throw new Error('a pull request has a base');
  const { waivers, ...policy } = found;
  const text = { ...FILES, ...base, ...files }['weighbridge.yml'];
  const config = resolveConfig({ text, file: 'weighbridge.yml' });
  const context = {
    ...{ config, overrides: {}, source, head: headSha },
    policy: { base: policy, waivers, waiverPermission: 'maintain' },
  } as const;
  return { config, context, suite: await reviewSuite(context, temporaryFolder()), policy };
}

function side(of: 'baseline' | 'candidate') {
  const { samples } = run(Array.from({ length: 200 }, () => 1));
  const runs = ['facts', 'rude', 'law'].map((task) => ({
    ...{ folder: of, samples, incomplete: null },
    record: record({ side: of, planned: 200, task }),
  }));
  return { runs, faults: [] };
}

/** Both sides answer everything rightly: without a word on the suite it is a pass. */
function judged(
  { config, suite, policy }: Awaited<ReturnType<typeof attacked>>,
  rest: Partial<Policies> = {},
) {
  const sides = { baseline: side('baseline'), candidate: side('candidate') };
  const waivers = rest.waivers ?? [];
  return judgeUnderPolicies(config, {}, sides, {
    ...{ base: policy, suite, waivers, today: '2026-11-29', untrusted: null },
  });
}

const shown = (file: VerdictFile) => renderTerminal(file, { color: false });

const told = (suite: SuiteReview | null) =>
  suite?.changes.map(({ subject, size, kind, counts }) => ({
    ...{ subject, kind, counts },
    ...(size?.unit === 'rows' ? { rows: [size.added, size.removed, size.changed] } : {}),
  })) ?? [];

const counted = (subject: string, rest: object = {}) => ({ subject, kind: 'changed', counts: true, ...rest });
const onConfig = (from: string, to: string) => ({ files: { 'weighbridge.yml': CONFIG.replace(from, to) } });
const pointerTo = (text: string) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(text).digest('hex')}\nsize ${text.length}\n`;

describe('what decides is compared with the base branch', () => {
  test('a pull request that leaves it alone is a pass, and nothing is said', async () => {
    const result = await attacked({});
    expect(result.suite).toBeNull();
    expect(judged(result)).toMatchObject({ verdict: 'pass', blocked: false });
    expect(judged(result).policyOrigin).not.toHaveProperty('suite');
  });

  // red-team 2: baseline results, datasets, word lists, prompts, thresholds and paths changed in the pull request
  test.each<[string, Attack, readonly object[]]>([
    [
      'the dataset cut to what both sides know, and copied',
      { files: { 'facts.jsonl': rows(1, 2, 1, 2, 1, 2) } },
      [counted('tasks.facts.dataset', { rows: [4, 8, 0] })],
    ],
    [
      'answers of the dataset changed',
      { files: { 'facts.jsonl': FILES['facts.jsonl'].replaceAll('"answer":0', '"answer":1') } },
      [counted('tasks.facts.dataset', { rows: [0, 0, 10] })],
    ],
    [
      'the dataset deleted',
      { files: { 'facts.jsonl': null } },
      [counted('tasks.facts.dataset', { rows: [0, 10, 0] })],
    ],
    [
      'the word list of a scorer emptied',
      { files: { 'words.txt': '# nothing\nzzzz\n' } },
      [counted('tasks.rude.scorers.profanity_rate.words')],
    ],
    [
      'the program of a classifier',
      { files: { 'toxic.js': 'console.log(0)\n' } },
      [counted('tasks.rude.scorers.toxicity.command.1')],
    ],
    [
      'a file in the folder that a scorer reads',
      { base: WORDNET, files: { 'wordnet/noun.exc': 'bad good\n' } },
      [counted('tasks.rude.scorers.meteor.wordnet: noun.exc')],
    ],
    [
      'what the program of a scorer imports',
      { base: PROGRAM, files: { 'scorers/lib/grade.py': 'def grade(text): return 1\n' } },
      [counted('tasks.rude.scorers.command.command.1 beside: lib/grade.py')],
    ],
    [
      'a module that hides another of the program’s imports',
      { base: PROGRAM, files: { 'scorers/json.py': 'loads = lambda text: {}\n' } },
      [counted('tasks.rude.scorers.command.command.1 beside: json.py')],
    ],
    [
      'attributes by which git checks out something else than it has',
      {
        files: { '.gitattributes': 'words.txt text eol=crlf\n' },
        after: (folder) => {
          rmSync(join(folder, 'words.txt'));
          execFileSync('git', ['-C', folder, 'checkout', '--', 'words.txt']);
        },
      },
      [counted('tasks.rude.scorers.profanity_rate.words')],
    ],
    [
      'what the program of a scorer reads that lies elsewhere and is named',
      {
        base: {
          ...PROGRAM,
          'weighbridge.yml': PROGRAM['weighbridge.yml'].replace('version: v1', 'version: v1, reads: [lists]'),
          'lists/terms.txt': 'rude\n',
        },
        files: { 'lists/terms.txt': 'nothing\n' },
      },
      [counted('tasks.rude.scorers.command.reads.0: terms.txt')],
    ],
    [
      'what the command reads that serves the checkpoints, as it says',
      {
        base: {
          ...SERVED,
          'weighbridge.yml': SERVED['weighbridge.yml'].replace('serve: { ', 'serve: { reads: [deploy], '),
          'deploy/serve.conf': 'model=tuned\n',
        },
        files: { 'deploy/serve.conf': 'model=base\n' },
      },
      [counted('engine.serve.reads.0: serve.conf')],
    ],
    [
      'what the script imports that serves the checkpoints',
      { base: { ...SERVED, 'common.sh': 'port=1\n' }, files: { 'common.sh': 'port=2\n' } },
      [counted('engine.serve.command.0 beside: common.sh')],
    ],
    [
      'a test case',
      { base: CASES, files: { 'cases.yml': CASES['cases.yml'].replace('hi', 'ho') } },
      [counted('tasks.behaviour.dataset', { rows: [0, 0, 1] })],
    ],
    [
      'what the check of a test case reads',
      { base: CASES, files: { 'lists/terms.txt': 'nothing\n' } },
      [counted('tasks.behaviour.checks.graded.reads.0: terms.txt')],
    ],
    [
      'what a program imports whose name tells no language',
      { base: CASES, files: { 'lib.py': 'right = 0\n' } },
      [counted('tasks.behaviour.checks.graded.command.1 beside: lib.py')],
    ],
    [
      'what a module of Python imports that serves the checkpoints',
      { base: MODULE, files: { 'lib.py': 'port = 2\n' } },
      [counted('engine.serve.command.2 beside: lib.py')],
    ],
    [
      'a module of Python that hides an installed one',
      {
        base: { 'weighbridge.yml': MODULE['weighbridge.yml'].replace('server.main', 'vllm.main') },
        files: { 'vllm/main.py': 'port = 2\n' },
      },
      [counted('engine.serve.command.2 beside: vllm/main.py')],
    ],
    ...['hf:words', 'weighbridge:words', 'wo\nrds'].map((name): [string, Attack, readonly object[]] => [
      `a file called ${JSON.stringify(name)}`,
      {
        base: {
          'weighbridge.yml': CONFIG.replace('words: words.txt', `words: ${JSON.stringify(name)}`),
          [name]: 'damn\n',
        },
        files: { [name]: 'zzzz\n' },
      },
      [counted('tasks.rude.scorers.profanity_rate.words')],
    ]),
    [
      'the threshold of a classifier',
      onConfig('threshold: 0.5', 'threshold: 1000'),
      [counted('tasks.rude.scorers.toxicity.threshold')],
    ],
    [
      'the prompt',
      onConfig('dataset: facts.jsonl', "dataset: facts.jsonl, doc_to_text: '{{question}} {{answer}}'"),
      [counted('tasks.facts.doc_to_text')],
    ],
    [
      'a context of the engine in which no question fits',
      onConfig('tasks:', 'engine: { type: llama.cpp, context_size: 16 }\ntasks:'),
      [counted('engine.context_size')],
    ],
    [
      'the script that serves the checkpoints',
      { base: SERVED, files: { 'serve.sh': 'exec llama-server --lora good.gguf "$@"\n' } },
      [counted('engine.serve.command.0')],
    ],
    [
      'the command that serves them',
      {
        base: SERVED,
        files: { 'weighbridge.yml': SERVED['weighbridge.yml'].replace('"{port}"', '"{port}", --temp') },
      },
      [counted('engine.serve.command.3')],
    ],
    [
      'what an lm-eval task includes, in a folder of its own',
      { files: { 'shared/common.yml': 'doc_to_text: "{{question}} {{answer}}"\n' } },
      [
        counted('tasks.law.file shared/common.yml'),
        counted('tasks.law.data data/law.jsonl', { rows: [0, 2, 0] }),
      ],
    ],
    [
      'the data that an include names',
      { files: { 'data/law.jsonl': '{"question":"1"}\n' } },
      [counted('tasks.law.data data/law.jsonl', { rows: [0, 1, 0] })],
    ],
    [
      'a new task file beside the others, which could take a name',
      { files: { 'tasks/zz.yaml': 'task: law\n' } },
      [counted('tasks.law.include_path: zz.yaml'), counted('tasks.law.file tasks/zz.yaml')],
    ],
    [
      'a file whose name nobody would type',
      { base: { 'tasks/a\nb`<.yaml': 'task: odd\n' }, files: { 'tasks/a\nb`<.yaml': 'task: law\n' } },
      [counted('tasks.law.include_path: a\nb`<.yaml'), counted('tasks.law.file tasks/a\nb`<.yaml')],
    ],
    ['the baseline’s weights', { files: { 'models/base.gguf': 'worse' } }, [counted('baseline')]],
    [
      'the baseline moved to a weaker one',
      onConfig('models/base.gguf', 'models/weak.gguf'),
      [counted('baseline')],
    ],
    [
      'a link instead of the file',
      {
        base: { 'easy.jsonl': rows(1) },
        act: (folder) => {
          unlinkSync(join(folder, 'facts.jsonl'));
          symlinkSync('easy.jsonl', join(folder, 'facts.jsonl'));
        },
      },
      [counted('tasks.facts.dataset', { rows: [0, 9, 0] })],
    ],
    [
      'a folder on the way that becomes a link',
      {
        base: { 'easy/law.jsonl': '{"question":"1"}\n' },
        act: (folder) => {
          rmSync(join(folder, 'data'), { recursive: true });
          symlinkSync('easy', join(folder, 'data'));
        },
      },
      [counted('tasks.law.data data/law.jsonl', { rows: [0, 1, 0] })],
    ],
    [
      'a link out of the repository',
      {
        act: (folder) => {
          unlinkSync(join(folder, 'facts.jsonl'));
          symlinkSync('/etc/hostname', join(folder, 'facts.jsonl'));
        },
      },
      [counted('tasks.facts.dataset')],
    ],
    [
      'a file of another case, and the config with it',
      {
        files: { 'Facts.jsonl': rows(1), 'weighbridge.yml': CONFIG.replace('facts.jsonl', 'Facts.jsonl') },
      },
      [counted('tasks.facts.dataset', { rows: [0, 9, 0] })],
    ],
    [
      'a pointer of Git LFS in place of the file that it stands for',
      { files: { 'words.txt': pointerTo(FILES['words.txt']) } },
      [counted('tasks.rude.scorers.profanity_rate.words')],
    ],
    [
      'the attributes taken away by which Git LFS would fetch the file',
      { base: { 'words.txt': pointerTo('damn\n') }, files: { '.gitattributes': '' } },
      [counted('tasks.rude.scorers.profanity_rate.words')],
    ],
  ])('%s', async (_, attack, expected) => {
    const result = await attacked(attack);
    expect(told(result.suite)).toEqual(expected);
    const file = judged(result);
    expect(file).toMatchObject({ verdict: 'invalid', blocked: true, exitCode: 3 });
    const [first] = result.suite?.changes ?? [];
    expect(file.summary).toContain(first?.subject.replaceAll('\n', '; '));
    expect(shown(file)).toContain('This pull request changes what decides about it');
    expect(shown(file)).toContain(`Waiver: suite:${result.suite?.digest}`);
  });

  describe('until somebody accepts it', () => {
    const emptied: Attack = { files: { 'words.txt': 'zzzz\n' } };
    const waiver = { gate: 'suite', by: 'mona', reason: 'a word too many', source: 'label', refused: null };
    const until = (expires: string, gate = 'suite', source = 'label') => ({
      ...waiver,
      gate,
      expires,
      source,
    });

    test('by a label, for the commit that its setter saw', async () => {
      const result = await attacked(emptied);
      const file = judged(result, { waivers: [until(`commit ${'a'.repeat(40)}`)] });
      expect(file).toMatchObject({ verdict: 'pass', blocked: false, waivers: [{ applied: true }] });
      expect(file.policyOrigin?.suite?.accepted).toMatchObject({ by: 'mona' });
      expect(shown(file)).toContain('Accepted by mona until the next commit: a word too many');
    });

    // red-team 2: a waiver for another change
    test('by a waiver of the base branch, for this change and no other', async () => {
      const result = await attacked(emptied);
      const named = until('2026-12-01', `suite:${result.suite?.digest}`, 'weighbridge-waivers.yml:3');
      expect(judged(result, { waivers: [named] })).toMatchObject({ verdict: 'pass', blocked: false });
      const later = await attacked({ files: { 'words.txt': 'yyyy\n' } });
      expect(judged(later, { waivers: [named] })).toMatchObject({
        ...{ verdict: 'invalid', blocked: true },
        waivers: [{ applied: false, because: 'it accepts another change' }],
      });
    });

    test.each([
      ['without its digest', until('2026-12-01', 'suite', 'weighbridge-waivers.yml:3'), 'it names no change'],
      ['that has expired', until('2026-01-01'), 'it expired on 2026-01-01'],
      ['for longer than may be', until('2027-11-01'), 'more than 90 days'],
      [
        'by somebody who may not',
        { ...until('commit a'), refused: 'it needs maintain' },
        'it needs maintain',
      ],
      ['of a gate', until('commit a', 'facts/acc'), 'the gate does not block'],
    ])('a waiver %s does not', async (_, given, because) => {
      const file = judged(await attacked(emptied), { waivers: [given] });
      expect(file).toMatchObject({ verdict: 'invalid', blocked: true, waivers: [{ applied: false }] });
      expect(file.waivers?.[0]?.because).toContain(because);
    });

    test('or the base branch says that a mention is enough; the pull request cannot', async () => {
      const policy = (mode: string) => CONFIG.replace('policy: {', `policy: { suite_changes: ${mode},`);
      const files = { ...emptied.files, 'weighbridge.yml': policy('warn') };
      expect(judged(await attacked({ files })).verdict).toBe('invalid');
      const warned = judged(await attacked({ ...emptied, base: { 'weighbridge.yml': policy('warn') } }));
      expect(warned).toMatchObject({ verdict: 'pass', blocked: false });
      expect(shown(warned)).toContain('words.txt: 5 bytes → 5 bytes');
    });
  });

  describe('where a change takes effect when it is merged', () => {
    const onBase = CONFIG.replace('policy: {', 'policy: { suite_changes: base,');
    const start = { 'weighbridge.yml': onBase };

    async function asked(attack: Attack) {
      const result = await attacked({ ...attack, base: { ...start, ...attack.base } });
      const { suite } = await baseInPlace(result.context, result.suite, temporaryFolder());
      const { config } = result;
      const loaded = { config, overrides: {}, withResults: () => config };
      const evaluated = suite === null ? config : onBaseSuite(loaded, suite).config;
      const directory = result.context.source.checkout;
      const at = suite === null ? { ...config, taskDirectory: directory } : evaluated;
      // Ten rows prove nothing, and nothing is judged by them here.
      const { tasks } = await makePlan({ ...at, gates: [] });
      const digests = tasks.map(({ config: { name }, prepared }) => [name, prepared.datasetDigest]);
      const read = (name: string) => readFileSync(join(at.taskDirectory, name), 'utf8');
      return { ...result, evaluated, digests, read };
    }

    // red-team 2: a change that waits for its merge
    test('the base branch’s files and options are asked, and that is no obstacle', async () => {
      const honest = await asked({});
      const attack = await asked({
        files: {
          'facts.jsonl': rows(1, 2, 1, 2),
          'words.txt': 'zzzz\n',
          'shared/common.yml': 'doc_to_text: "{{answer}}"\n',
          'weighbridge.yml': onBase.replace('threshold: 0.5', 'threshold: 1000'),
        },
      });
      expect(attack.digests).toEqual(honest.digests);
      expect(attack.read('words.txt')).toBe('damn\n');
      expect(attack.read('shared/common.yml')).toBe(FILES['shared/common.yml']);
      const rude = attack.evaluated.tasks.find(({ name }) => name === 'rude');
      expect(JSON.stringify(rude)).toContain('"threshold":0.5');
      expect(attack.suite?.changes.filter(({ counts }) => counts)).toHaveLength(5);
      expect(judged(attack)).toMatchObject({ verdict: 'pass', blocked: false });
      expect(shown(judged(attack))).toContain('a change takes effect when it is merged');
    });

    test('a deleted dataset is asked all the same, and a new task with its own', async () => {
      const more = '  more: { role: general, type: multiple_choice, dataset: more.jsonl }\ngates:';
      const { digests } = await asked({
        files: {
          'facts.jsonl': null,
          'more.jsonl': rows(1),
          'weighbridge.yml': onBase.replace('gates:', more),
        },
      });
      expect(digests.map(([name]) => name)).toEqual(['facts', 'rude', 'more']);
    });

    test('what no commit had is not what the change puts there', async () => {
      const elsewhere = { 'weighbridge.yml': onBase.replace('facts.jsonl', 'fetched.jsonl') };
      const attack = { base: elsewhere, files: { 'fetched.jsonl': rows(1) } };
      await expect(asked(attack)).rejects.toThrow('no such file');
    });

    // red-team 2: a pointer of Git LFS swapped
    test('the content of a pointer is taken from Git LFS, or it is said that it is not here', async () => {
      const base = { 'words.txt': pointerTo('damn\n') };
      const oid = createHash('sha256').update('damn\n').digest('hex');
      const attack = { base, files: { 'words.txt': 'zzzz\n' } };
      await expect(asked(attack)).rejects.toThrow('words.txt is in Git LFS and was not fetched');
      const after = (folder: string) => {
        const place = join(folder, '.git/lfs/objects', oid.slice(0, 2), oid.slice(2, 4));
        mkdirSync(place, { recursive: true });
        writeFileSync(join(place, oid), 'damn\n');
      };
      expect((await asked({ ...attack, after })).read('words.txt')).toBe('damn\n');
    });

    test('so is the baseline’s', async () => {
      const { context, suite } = await attacked({
        ...{ base: start, files: { 'models/base.gguf': 'worse' } },
      });
      const { committed } = await baseInPlace(context, suite, temporaryFolder());
      const place = await committed?.('models/base.gguf', 'file');
      expect(readFileSync(place ?? '', 'utf8')).toBe('weights of the baseline');
    });

    test('a prompt of the baseline alone waits for a person, and counts once one has accepted it', async () => {
      const own = onBase.replace(
        'baseline: models/base.gguf',
        'baseline: { sources: models/base.gguf, prompt: { facts: { description: "Be sure. " } } }',
      );
      const result = await attacked({ base: start, files: { 'weighbridge.yml': own } });
      expect(told(result.suite)).toEqual([counted('baseline.prompt.facts.description')]);
      expect(judged(result)).toMatchObject({ verdict: 'invalid', blocked: true });
      const { config } = await baseInPlace(result.context, result.suite, temporaryFolder());
      expect(config.baselines.prompt).toEqual(result.config.baselines.prompt);
    });

    test('a store or an anchor of the pull request still waits for a person', async () => {
      const files = { 'weighbridge.yml': onBase.replace('tasks:', 'store: mine\ntasks:') };
      const result = await attacked({ base: start, files });
      expect(told(result.suite)).toEqual([counted('store')]);
      expect(judged(result)).toMatchObject({ verdict: 'invalid', blocked: true });
    });
  });

  test('content that Git LFS has fetched is what its pointer stands for', async () => {
    const fetched = { after: (folder: string) => writeFileSync(join(folder, 'words.txt'), 'damn\n') };
    const base = { 'words.txt': pointerTo('damn\n') };
    expect((await attacked({ base, ...fetched })).suite).toBeNull();
    const other = await attacked({ base, files: { 'words.txt': pointerTo('darn\n') }, ...fetched });
    expect(other.suite).toBeNull();
    const swapped = await attacked({
      ...{ base, files: { 'words.txt': pointerTo('zzzz\n') } },
      after: (folder) => writeFileSync(join(folder, 'words.txt'), 'zzzz\n'),
    });
    expect(told(swapped.suite)).toEqual([counted('tasks.rude.scorers.profanity_rate.words')]);
  });

  test('a locked split that is locked no more is listed', async () => {
    const locked = {
      'weighbridge.yml': CONFIG.replace('dataset: facts.jsonl', 'dataset: facts.jsonl, split: locked'),
    };
    const { suite, ...rest } = await attacked({ base: locked, files: { 'weighbridge.yml': CONFIG } });
    expect(judged({ suite, ...rest }).policyOrigin?.changes).toEqual([
      { subject: 'tasks.facts.split', before: 'locked', after: null, effect: 'changed' },
    ]);
  });

  test('a file that moves with its content is no change', async () => {
    const moved = await attacked({
      act: (folder) => renameSync(join(folder, 'facts.jsonl'), join(folder, 'moved.jsonl')),
      ...onConfig('facts.jsonl', 'moved.jsonl'),
    });
    expect(moved.suite).toBeNull();
  });

  test('another candidate is told, and is what a pull request is for', async () => {
    const result = await attacked(onConfig('models/candidate.gguf', 'models/good-copy.gguf'));
    expect(result.suite).toBeNull();
    const file = judged(result);
    expect(file).toMatchObject({ verdict: 'pass', policyOrigin: { state: 'same' } });
    expect(shown(file)).toContain(
      'This pull request names another candidate: models/candidate.gguf → models/good-copy.gguf.',
    );
  });

  test('the files of a new task are listed and block nothing', async () => {
    const result = await attacked({
      files: {
        'more.jsonl': rows(1, 2),
        'weighbridge.yml': CONFIG.replace(
          'gates:',
          '  more: { role: general, type: multiple_choice, dataset: more.jsonl }\ngates:',
        ),
      },
    });
    expect(told(result.suite)).toEqual([
      { subject: 'tasks.more.dataset', kind: 'new task', counts: false, rows: [2, 0, 0] },
    ]);
  });

  test('what the base branch has changed since is named as that, and counts', async () => {
    const result = await attacked({ meanwhile: { 'facts.jsonl': rows(1, 2, 3) } });
    expect(told(result.suite)).toEqual([
      { subject: 'tasks.facts.dataset', kind: 'outdated', counts: true, rows: [7, 0, 0] },
    ]);
    expect(judged(result).summary).toContain('bring it up to date');
  });

  // red-team 2: files planted in a commit inside of a merged pull request
  test('a commit inside of a merged pull request plants no file: the tip decides', async () => {
    const repository = new GitRepository(temporaryFolder());
    repository.commit(FILES);
    repository.git('checkout', '--quiet', '-b', 'first');
    const fork = repository.commit({ 'words.txt': 'zzzz\n' });
    repository.commit({ 'words.txt': FILES['words.txt'] });
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'first');
    const baseSha = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '--quiet', '-b', 'second', fork);
    const headSha = repository.commit({ 'note.txt': 'x' });
    const directory = repository.folder;
    const source = { checkout: directory, prefix: '', configPath: 'weighbridge.yml', remote: null };
    const event = { name: 'pull_request', use: 'evaluate', baseSha, headSha, pullRequest: null } as const;
    const base = await readBasePolicy(event, source);
    const config = resolveConfig({ text: CONFIG, file: 'weighbridge.yml' });
    const policy = { base, waivers: [], waiverPermission: 'maintain' } as const;
    const suite = await reviewSuite(
      { config, overrides: {}, source, head: headSha, policy },
      temporaryFolder(),
    );
    expect(told(suite)).toMatchObject([{ subject: 'tasks.rude.scorers.profanity_rate.words', counts: true }]);
  });

  test('what a file outside of the repository holds is the machine’s', async () => {
    const result = await attacked({
      ...onConfig('models/base.gguf', 'models/base.gguf'),
      after: (folder) => writeFileSync(join(folder, 'models/candidate.gguf'), 'made by a step before'),
    });
    expect(result.suite).toBeNull();
  });
});
