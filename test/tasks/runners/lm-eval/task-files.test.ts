import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fingerprintFiles } from '../../../../src/tasks/runners/lm-eval/request.ts';
import {
  builtInNames,
  definedIn,
  forbiddenCode,
  readTaskFile,
  shadowed,
  taskFilesIn,
} from '../../../../src/tasks/runners/lm-eval/task-files.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const read = async (text: string) => readTaskFile(join(temporaryFolder({ 't.yaml': text }), 't.yaml'));

/** A kilobyte that becomes a thousand million texts. */
const BOMB = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  .map(
    (level) =>
      `l${level}: &l${level} [${Array(10)
        .fill(level === 0 ? 'x' : `*l${level - 1}`)
        .join(', ')}]\n`,
  )
  .join('');

describe('what a task file would run', () => {
  // red-team 4: tags and settings that run Python
  test.each([
    ['task: a\ndoc_to_text: !function utils.f\n', ['unsafe_code']],
    ['task: a\nx: { y: [1, !function utils.f] }\n', ['unsafe_code']],
    ['task: a\nx: !<!function> utils.f\n', ['unsafe_code']],
    ['%TAG !e! !func\n---\ntask: a\nx: !e!tion utils.f\n', ['unsafe_code']],
    ['task: a\nx: !!python/object/apply:os.system [id]\n', ['unsafe_code']],
    ['task: a\nx: !!str 5\ny: !!int 5\n', []],
    ['task: a\n? !function utils.f\n: 1\n', ['unsafe_code']],
    ['task: a\ndataset_kwargs: { trust_remote_code: true }\n', ['trust_remote_code']],
    ['task: a\nunsafe_code: true\n', ['unsafe_code']],
    ['task: a\nunsafe_code: false\n', []],
    ['task: a\ndoc_to_text: "{{q}} # !function utils.f"\n# !function\n', []],
  ])('%j: %j', async (text, needs) => {
    expect((await read(text)).code.map((each) => each.needs)).toEqual(needs);
  });

  // red-team 4: metrics loaded as scripts, and Jinja that reaches the system
  test.each([
    'metric_list: [{ metric: ./mine.py }]\n',
    'metric_list: [{ metric: mine }]\n',
    'metric_list: [{ metric: acc, hf_evaluate: true }]\n',
    'metric_list: &m [{ metric: mine }]\n',
    'class: Mine\n',
    'use_prompt: "other.yaml:p"\n',
    'use_prompt: "promptsource:p"\n',
    'dataset_path: ./data.py\n',
    'doc_to_text: "{{ lipsum.__globals__.os.popen(q) }}"\n',
    `doc_to_text: "{{ ''['__cla' ~ 'ss__'].mro()[1]['__subclasses__']() }}"\n`,
    `doc_to_text: "{{ ''|attr('__class__') }}"\n`,
    'doc_to_text: "{% set f = q[a][b] %}{{ f(q) }}"\n',
    `doc_to_text: "{# ' #}{{ f(q) }}{# ' #}"\n`,
    `doc_to_text: "{% raw %}{{ ' {% endraw %}{{ f(q) }}{{ ' }}"\n`,
    `doc_to_text: "{{ {'a': {}}, ' }} {{ f(q) }}' }}"\n`,
    `doc_to_text: "{{ '}}' ~ f (q) }}"\n`,
    'doc_to_text: "{{ f"\n',
    'doc_to_text: "{% for a in b %}{{ loop[c](d) }}{% endfor %}"\n',
    'doc_to_choice: ["a", "{{ (q.x)(1) }}"]\n',
  ])('%j needs unsafe_code', async (line) => {
    const needs = (await read(`task: a\n${line}`)).code.map((each) => each.needs);
    expect(new Set(needs)).toEqual(new Set(['unsafe_code']));
  });

  test.each([
    'metric_list: [{ metric: acc }, { metric: exact_match, ignore_case: true }]\n',
    'group: g\naggregate_metric_list: [{ metric: mine, weight_by_size: true }]\n',
    'doc_to_text: "Question (hard): {{ question.strip() }} ({{ loop.index }})\\nAnswer:"\n',
    `doc_to_text: "{% if a %}{{ a.split(' (')[0] | replace('__', '') }}{% else %}{{ choices[label] | join(', ') }}{% endif %}"\n`,
    'doc_to_choice: "{{ [a, b] }}"\n',
    'doc_to_text: "{% for i in range(3) %}{{ i }}. {{ choices[i|int] }}{% endfor %}"\n',
  ])('%j needs nothing', async (line) => {
    expect((await read(`task: a\n${line}`)).code).toEqual([]);
  });

  // red-team 4: a function behind a line break that only PyYAML sees
  test.each([0x85, 0x2028, 0x2029, 0x0d, 0xfeff, 0x0b, 0x0c, 0x1c])(
    'U+%s in a comment is refused: some readers see a new line behind it',
    async (code) => {
      const hidden = `task: a # a comment${String.fromCodePoint(code)}doc_to_text: !function utils.f\n`;
      await expect(read(hidden)).rejects.toThrow(/no YAML.*line break/);
    },
  );

  test('UTF-16, another version of YAML and what is no map are refused', async () => {
    const folder = temporaryFolder({});
    writeFileSync(join(folder, 't.yaml'), Buffer.from('\uFEFFtask: a\n', 'utf16le'));
    await expect(readTaskFile(join(folder, 't.yaml'))).rejects.toThrow(/not UTF-8/);
    await expect(read('%YAML 1.2\n---\ntask: a\n')).rejects.toThrow(/%YAML/);
    for (const other of ['', '- task\n', '--- |\ntask: !function a.b\n'])
      await expect(read(other)).rejects.toThrow(/no YAML/);
  });

  // red-team 4: code in a file that a task file includes
  test.each([
    'x: &x { include: other.txt }\n<<: *x\n',
    'include: other.txt\ninclude: []\n',
    'task: [{ task: b, include: other.txt }]\n',
    '"incl\\u0075de": other.txt\n',
    '? include\n: [other.txt]\n',
  ])('%j includes', async (text) => {
    expect((await read(text)).includes).toEqual([expect.stringMatching(/other\.txt$/)]);
  });

  test('data of a task that stands in a group, a folder of data and a pattern are in the fingerprint', async () => {
    const inner = '{ task: deep, dataset_path: json, dataset_kwargs: { data_files: "rows/*.jsonl" } }';
    const root = temporaryFolder({
      'tasks/g.yaml': `group: g\ntask: [{ group: inner, task: [${inner}] }, { task: b, dataset_kwargs: { data_dir: more } }]\n`,
      'rows/a.jsonl': '1',
      'more/deep/b.csv': '2',
    });
    const before = await fingerprintFiles(await taskFilesIn(join(root, 'tasks')), root);
    const paths = before.map(([path]) => path.slice(root.length + 1));
    expect(paths).toEqual(['more/deep/b.csv', 'rows/a.jsonl', 'tasks/g.yaml']);
    writeFileSync(join(root, 'rows/a.jsonl'), '3');
    expect(await fingerprintFiles(await taskFilesIn(join(root, 'tasks')), root)).not.toEqual(before);
  });

  test('a link includes what lies beside it, and beside what it leads to', async () => {
    const root = temporaryFolder({ 'real/t.yaml': 'include: b.txt\n', 'link/x': '' });
    symlinkSync('../real/t.yaml', join(root, 'link/t.yaml'));
    const { includes } = await readTaskFile(join(root, 'link/t.yaml'));
    expect(includes.map((path) => path.slice(root.length + 1))).toEqual(['link/b.txt', 'real/b.txt']);
  });

  test('is refused unless it is allowed, in files of the harness never', async () => {
    const file = await read('task: a\nx: !function utils.f\n');
    expect(forbiddenCode([file], [], null)).toHaveLength(1);
    expect(forbiddenCode([file], ['trust_remote_code'], null)).toHaveLength(1);
    expect(forbiddenCode([file], ['unsafe_code'], null)).toEqual([]);
    expect(forbiddenCode([file], [], join(file.path, '..'))).toEqual([]);
  });

  test('is found in what it includes, wherever that lies and whatever it is called', async () => {
    const root = temporaryFolder({
      'tasks/deep/a.yaml': 'task: a\ninclude: ../../shared.txt\n',
      'shared.txt': 'include: [other.yml]\n',
      'other.yml': 'include: shared.txt\nprocess_docs: !function utils.f\n',
    });
    const files = await taskFilesIn(join(root, 'tasks'));
    expect(files.map(({ path }) => path.slice(root.length + 1)).sort()).toEqual([
      'other.yml',
      'shared.txt',
      'tasks/deep/a.yaml',
    ]);
    expect(forbiddenCode(files, [], null)[0]?.describe()).toMatch(/other\.yml: .*!function/);
  });

  test('cannot be judged where it cannot be read', async () => {
    for (const hostile of ['task: [a\n', 'task: *a\n', BOMB])
      await expect(read(hostile)).rejects.toThrow(/no YAML/);
    await expect(taskFilesIn('/nowhere')).rejects.toThrow(/there is no folder/);
  });
});

describe('names', () => {
  test.each([
    ['task: mmlu\n', ['mmlu']],
    ['"task": "mmlu" # as ever\n', ['mmlu']],
    ['tag: [a, b]\ntask: c\n', ['a', 'b', 'c']],
    ['group:\n  - a\n  - b\ntask: c\n', ['a', 'b', 'c']],
    ['group: g\ntask:\n  - a\n  - b\nmetric_list:\n  - metric: acc\n', ['g', 'a', 'b']],
    ['doc_to_text: "task: x"\n', []],
  ])('built in by %j: %j', (text, names) => {
    expect(definedIn(text)).toEqual(names);
  });

  // red-team 4: a task that takes the name of a built-in one
  test('of the harness are not defined anew', async () => {
    const file = await read('group: mmlu\ntask:\n  - mmlu_anatomy\n');
    expect(file.names).toEqual(['mmlu']);
    const issues = shadowed([file], new Set(['mmlu', 'mmlu_anatomy']), [], '/elsewhere');
    expect(issues.map(({ message }) => message)).toEqual([expect.stringMatching(/^mmlu is the name/)]);
    expect(shadowed([file], new Set(['mmlu']), ['unsafe_code'], '/elsewhere')).toEqual([]);
  });

  test.each(['task_list: [{ task: mmlu }]\n', 'task_list: [mmlu]\n'])(
    'a list defines them too: %j',
    async (text) => {
      expect((await read(`x: 1\n${text}`)).names).toEqual(['mmlu']);
    },
  );

  test('of a harness that seems to have none are not taken for granted', async () => {
    const folder = temporaryFolder({ 'a.yaml': 'task: a\n' });
    await expect(builtInNames(folder)).rejects.toThrow(/not where they should be/);
    await expect(builtInNames('/nowhere')).rejects.toThrow(/not where they should be/);
  });
});
