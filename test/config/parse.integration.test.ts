import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import { MAX_CONFIG_SIZE } from '../../src/config/yaml.ts';
import { FULL, faults, HEAD, resolve } from './support.ts';

/** Text, place as `line:column key`, message, fix: each is the first fault of the file. */
const FILES: readonly [name: string, text: string, place: string, message: string, fix?: string][] = [
  ['an empty file', '', '1:1', 'the file is empty', 'version: 1'],
  ['only a comment', '# later\n', '1:1', 'the file is empty', 'init'],
  ['a list', '- version: 1\n', '1:1', 'must be a map', 'version: 1'],
  ['a scalar', 'hello', '1:1', 'must be a map'],
  ['no version', HEAD.replace('version: 1\n', ''), '1:1 version', 'version is missing', 'add version: 1'],
  ['another version', 'version: 2\n', '1:10 version', '2 is not a known version', 'write 1'],
  ['a version in quotes', 'version: "1"\n', '1:10 version', '"1" is not a known version'],
  ['a tab', 'version: 1\ntasks:\n\tfacts: {}\n', '3:1', 'a tab indents this line', 'spaces'],
  ['a key twice', 'version: 1\nseed: 1\nseed: 2\n', '3:1', 'the key seed is here a second time', 'keep one'],
  [
    'a day that is none',
    `version: 1\ncandidate: a.gguf\nbaseline: b.gguf\ntasks:\n  t: { role: general, type: generate, dataset: d.jsonl, scorers: [words], trained_until: 31.1.2025 }\n`,
    '5:90 tasks.t.trained_until',
    '"31.1.2025" is not allowed here',
    'write a day, such as 2025-03-01',
  ],
  ['two documents', 'version: 1\n---\nversion: 1\n', '2:1', 'several YAML documents'],
  ['a merge key', 'version: 1\n<<: { seed: 1 }\n', '2:1', 'merge keys are not supported'],
  ['a custom tag', 'version: !foo 1\n', '1:10', 'tags are not supported'],
  ['a binary tag', 'version: !!binary "aGk="\n', '1:10', 'tags are not supported'],
  ['an unknown alias', 'version: *v\n', '1:10', '*v names no anchor'],
  ['an alias of itself', 'version: &v [*v]\n', '1:14', '*v contains itself'],
  ['a map as a key', '? { a: 1 }\n: 1\n', '1:3', 'a key must be plain text'],
  ['YAML 1.1', '%YAML 1.1\n---\nversion: 1\n', '1:1', 'asks for YAML 1.1'],
  ['hexadecimal', 'version: 1\nseed: 0x10\n', '2:7', '0x10 is not a plain decimal number'],
  ['an exponent', 'version: 1\nseed: 1e400\n', '2:7', '1e400 is not a plain decimal number'],
  ['not a number', 'version: 1\nseed: .nan\n', '2:7', '.nan is not a plain decimal number'],
  ['a NUL', 'version: 1\ncandidate: a\0b\n', '2:12', 'holds the character NUL', 'remove it'],
  ['a NUL that is spelt', 'version: 1\ncandidate: "a\\0b"\n', '2:12', 'holds the character NUL'],
  ['a key with a NUL', 'version: 1\n"a\\0b": 1\n', '2:1', 'holds the character NUL'],
  ['an open bracket', 'version: [1\n', '2:1', 'not valid YAML'],
  ['deep nesting', `version: ${'['.repeat(60)}${']'.repeat(60)}`, '1:1', 'nested more than 50 levels deep'],
];

/** The same for what stands below the tasks of HEAD, which end on line 6. */
const BELOW: readonly [name: string, text: string, place: string, message: string, fix?: string][] = [
  ['an unknown key', 'candidte: x', '7:1 candidte', 'unknown key candidte', 'did you mean candidate?'],
  [
    'a key of elsewhere',
    'history: h.jsonl',
    '7:1 history',
    'unknown key history',
    'write record: { history:',
  ],
  [
    'a key of elsewhere in a gate',
    'gates: [{ task: facts, metric: facts/acc, max_drop: 2pp }]',
    '7:11 gates[0].task',
    'unknown key task',
    'metric: facts/acc',
  ],
  ['a key of policy beside it', 'alpha: 0.05', '7:1 alpha', 'unknown key alpha', 'policy: {'],
  ['a workflow', 'jobs: {}', '7:1 jobs', 'unknown key jobs', 'a workflow of GitHub Actions'],
  [
    'a checkpoint with a path',
    'candidate: { path: a.gguf }',
    '7:14 candidate.path',
    'unknown key path',
    'the path itself',
  ],
  [
    'another way to say a drop',
    'gates: [{ metric: facts/acc, tolerance: 2pp }]',
    '7:30 gates[0].tolerance',
    'unknown key tolerance',
    'write max_drop',
  ],
  ['gates by their metric', 'gates: { facts/acc: 2pp }', '7:8 gates', 'expected a list', 'metric: facts/acc'],
  [
    'a gate in one text',
    'gates: [facts/acc max_drop 2pp]',
    '7:9 gates[0]',
    'expected a map of keys',
    'metric: facts/acc',
  ],
  [
    'a threshold of a task',
    'thresholds: { max_general_drop: 2pp }',
    '7:15 thresholds.max_general_drop',
    'unknown key',
    'any other limit is a gate',
  ],
  ['constructor', 'constructor: 1', '7:1 constructor', 'unknown key constructor', 'known:'],
  ['__proto__', '__proto__: 1', '7:1', 'unknown key __proto__'],
  ['a Hugging Face name', 'candidate: hf:org/name', '7:12 candidate', 'names no commit', 'hf:org/name@'],
  ['a variable', 'candidate: $CKPT/model.gguf', '7:12 candidate', 'names a variable', '--candidate "$CKPT"'],
  ['one of a workflow', `candidate: '\${{ env.CKPT }}'`, '7:12 candidate', 'names a variable'],
  ['a branch of one', 'candidate: hf:org/name@main', '7:12 candidate', 'names no commit'],
  [
    'one below an adapter',
    'candidate: { base: hf:org/name, adapter: a }',
    '7:12 candidate',
    'names no commit',
  ],
  [
    'half an endpoint',
    'candidate: { url: http://x }',
    '7:12 candidate',
    'needs the name of its model',
    'url',
  ],
  ['a URL', 'baseline: https://x/y.gguf', '7:11 baseline', 'does not download', '{ url:'],
  ['another scheme', 'baseline: s3://bucket/y.gguf', '7:11 baseline', 'does not read s3: addresses'],
  ['an unknown source', 'baseline: { from: stroe }', '7:19 baseline.from', 'is not a known from', 'store'],
  [
    'one in a list',
    'baseline: [a.gguf, { from: base-branch }]',
    '7:20 baseline[1].pointer',
    'pointer is missing',
  ],
  ['a list of nothing', 'baseline: { sources: [] }', '7:22 baseline.sources', 'must not be empty'],
  ['a change that no evaluation can undo', 'accept_change: [dtype]', '7:17 accept_change[0]', 'not a known'],
  ['a URL in a list', 'baseline: [{ from: store }, https://x/y]', '7:29 baseline[1]', 'does not download'],
  [
    'a reference',
    'reference: { model: https://x/y.gguf, engine: {} }',
    '7:21 reference.model',
    'does not download',
  ],
  [
    'half an adapter',
    'candidate: { base: a.gguf }',
    '7:1 candidate.adapter',
    'adapter is missing',
    'add adapter',
  ],
  ['a number as path', 'candidate: 5', '7:12 candidate', 'expected text or a map of keys, not 5'],
  [
    'an engine to come',
    'engine: { type: tgi }',
    '7:17 engine.type',
    'has no engine tgi',
    'leave the engine out',
  ],
  [
    'an engine misspelt',
    'engine: { type: llama-cpp }',
    '7:17 engine.type',
    '"llama-cpp" is not a known type',
    'llama.cpp',
  ],
  [
    'an engine option',
    'engine: { type: llama.cpp, contxt_size: 5 }',
    '7:28 engine.contxt_size',
    'unknown key',
    'context_size',
  ],
  ['a fractional seed', 'seed: 1.5', '7:7 seed', 'expected a whole number, not 1.5'],
  ['a negative seed', 'seed: -1', '7:7 seed', '-1 is too small', 'at least 0'],
  [
    'yes',
    'gates: [{ metric: facts, max_drop: 2pp, allow_weak_scorer: yes }]',
    '7:60 gates[0].allow_weak_scorer',
    'expected true or false, not "yes"',
    'write true or false there',
  ],
  [
    'a threshold',
    'thresholds: { max_mlu_drop: 2pp }',
    '7:15 thresholds.max_mlu_drop',
    'unknown key max_mlu_drop',
    'did you mean max_mmlu_drop?',
  ],
  ['alpha', 'policy: { alpha: 0.5 }', '7:18 policy.alpha', '0.5 is too large', 'less than 0.5'],
  ['alpha as text', 'policy: { alpha: 5% }', '7:18 policy.alpha', 'expected a number, not "5%"'],
  [
    'on_inconclusive',
    'policy: { on_inconclusive: leen }',
    '7:28 policy.on_inconclusive',
    '"leen" is not a known',
    'did you mean lean?',
  ],
  [
    'a tier',
    'gates: [{ metric: facts, max_drop: 2pp, tier: advisry }]',
    '7:47 gates[0].tier',
    '"advisry" is not a known tier',
    'did you mean advisory?',
  ],
];

/** The same for one task, on line 3. */
const TASK: readonly [name: string, text: string, place: string, message: string, fix?: string][] = [
  ['a path as a name', '../x: {}', '3:3 tasks.../x', '"../x" cannot be a name', 'letters, digits'],
  [
    'no role',
    'a: { type: perplexity, dataset: d }',
    '3:3 tasks.a.role',
    'role is missing',
    'target, general, safety',
  ],
  [
    'a role misspelt',
    'a: { type: perplexity, dataset: d, role: generel }',
    '3:44 tasks.a.role',
    'not a known role',
    'general',
  ],
  ['no type', 'a: { role: general, dataset: d }', '3:3 tasks.a.type', 'type is missing', 'multiple_choice'],
  [
    'a type misspelt',
    'a: { role: general, type: multiple_choise, dataset: d }',
    '3:29 tasks.a.type',
    'not a known type',
    'multiple_choice',
  ],
  [
    'an option misspelt',
    'a: { role: general, type: perplexity, datset: d, dataset: d }',
    '3:41 tasks.a.datset',
    'unknown key datset',
    'dataset',
  ],
  [
    'examples from nowhere',
    'a: { role: general, type: multiple_choice, dataset: d, num_fewshot: 5 }',
    '3:71 tasks.a.num_fewshot',
    'needs solved examples: name their file in `fewshot_dataset`',
  ],
  [
    "another type's option",
    'a: { role: general, type: perplexity, dataset: d, num_fewshot: 5 }',
    '3:53 tasks.a.num_fewshot',
    'unknown key num_fewshot',
  ],
  [
    'a runner misspelt',
    'a: { runner: natve, role: general, type: perplexity, dataset: d }',
    '3:16 tasks.a.runner',
    '"natve" is not a known runner',
    'native',
  ],
  [
    'a primary metric',
    'a: { role: general, type: multiple_choice, dataset: d, primary_metric: accc }',
    '3:74 tasks.a.primary_metric',
    'has no metric "accc"',
    'did you mean acc?',
  ],
  [
    'a scorer misspelt',
    'a: { role: general, type: generate, dataset: d, doc_to_text: q, scorers: [exact_match, json_vaild] }',
    '3:90 tasks.a.scorers[1]',
    'there is no scorer "json_vaild": did you mean json_valid?',
  ],
  [
    'an option of a scorer',
    'a: { role: general, type: generate, dataset: d, doc_to_text: q, scorers: [{ name: exact_match, strp: true }] }',
    '3:98 tasks.a.scorers[0].strp',
    'unknown key strp',
    'did you mean strip?',
  ],
  [
    'a scorer without what it needs',
    'a: { role: safety, type: generate, dataset: d, scorers: [{ name: toxicity, backend: command, command: [x] }] }',
    '3:60 tasks.a.scorers[0].version',
    'version is missing',
    'add version: text',
  ],
  [
    'a toxicity by a classifier that there is not',
    'a: { role: safety, type: generate, dataset: d, scorers: [{ name: toxicity, backend: words }] }',
    '3:87 tasks.a.scorers[0].backend',
    'toxicity knows the backends',
  ],
  [
    'no scorers',
    'a: { role: general, type: generate, dataset: d, doc_to_text: q, scorers: [] }',
    '3:76 tasks.a.scorers',
    'must not be empty',
  ],
  ['a list', 'a: []', '3:6 tasks.a', 'expected a map of keys, not a list'],
  ['nothing', 'a:', '3:5 tasks.a', 'expected a map of keys, not null'],
];

function check(text: string, [place, message, fix]: [string, string, string?]) {
  const [first] = faults(text);
  const at = first?.at;
  expect(`${at?.line}:${at?.column}${at?.key === undefined ? '' : ` ${at.key}`}`, first?.describe()).toBe(
    place,
  );
  expect(first?.message).toContain(message);
  if (fix !== undefined) expect(first?.fix).toContain(fix);
  expect(first?.kind).toBe('config');
}

describe('what cannot be read is an error at its line', () => {
  test.each(FILES)('%s', (_, text, ...expected) => check(text, expected));
  test.each(BELOW)('%s', (_, text, ...expected) => check(HEAD + text, expected));
  test.each(TASK)('%s in a task', (_, text, ...expected) =>
    check(`version: 1\ntasks:\n  ${text}\n`, expected),
  );
});

describe('what only looks odd is read', () => {
  const expected = resolve(FULL).digest;
  test.each([
    ['a BOM', `\uFEFF${FULL}`],
    ['CRLF', FULL.replaceAll('\n', '\r\n')],
    ['no newline at the end', FULL.trimEnd()],
    ['JSON', JSON.stringify(parseDocument(FULL).toJS())],
    [
      'an alias',
      FULL.replace('role: general', 'role: &general general').replace('role: general,', 'role: *general,'),
    ],
    ['a schema comment and key', `# yaml-language-server: x\n$schema: x\n${FULL}`],
  ])('%s', (_, text) => {
    expect(resolve(text).digest).toBe(expected);
  });

  test('CRLF keeps lines and columns', () => {
    expect(faults(`${HEAD}sed: 1`.replaceAll('\n', '\r\n'))[0]?.at).toMatchObject({ line: 7, column: 1 });
  });
});

describe('what is too much', () => {
  test('a text of 10 MB', () => {
    const [fault] = faults('#'.repeat(10 * MAX_CONFIG_SIZE));
    expect(fault?.message).toContain('larger than 1024 KiB');
  });

  test('a hundred thousand brackets neither overflow the stack nor the log', () => {
    const found = faults('['.repeat(100_000));
    expect(found.length).toBeLessThanOrEqual(11);
  });

  test('aliases', () => {
    const text = `a: &a 1\nb: [${'*a, '.repeat(21)}]\n`;
    expect(faults(text).map(({ message }) => message)).toEqual(['more than 20 aliases']);
  });
});

test('all faults of a file are told at once, in the order of the file', () => {
  const text = `version: 1
seed: x
tasks:
  facts: { role: general, type: multiple_choice, dataset: d, tpyo: 1 }
  broken: { role: general, type: nothing }
  prose: { role: general, type: perplexity }
thresholds: { max_mmlu_drop: 2%, toxicity_ceiling: 1% }
gates:
  - { metric: facts/ac, max_drop: 2pp }
  - { metric: broken/acc, max_drop: 2pp }
  - { metric: facts/acc, max_drop: 2, floor: 3 }
policy: { alpha: 7 }
`;
  expect(faults(text).map(({ at, message }) => `${at?.line}:${at?.column} ${message}`)).toEqual([
    '2:7 expected a number, not "x"',
    '4:62 unknown key tpyo',
    '5:34 "nothing" is not a known type',
    '6:3 dataset is missing',
    '9:15 task facts has no metric "ac"',
    '11:5 the gate has 2 limits: max_drop, floor',
    '12:18 7 is too large',
  ]);
});

test('an unknown key anywhere is an error at that key', () => {
  const maps = mapsIn(parseDocument(FULL).toJS());
  expect(maps.length).toBeGreaterThan(10);
  const key = fc.oneof(
    fc.stringMatching(/^[a-z_]{1,12}$/),
    fc.constantFrom('__proto__', 'constructor', 'toString', '<<', ''),
  );
  fc.assert(
    fc.property(fc.constantFrom(...maps), key, (path, name) => {
      const document = parseDocument(FULL);
      const map = path.length === 0 ? document.contents : document.getIn(path);
      if (!isMap(map)) return expect.fail(`no map at ${path}`);
      fc.pre(!map.has(name) && !KNOWN.includes(name));
      // Below `tasks` a name is a task, and this one is none.
      map.add(document.createPair(name, 1));
      const found = faults(document.toString());
      expect(found.length).toBeGreaterThan(0);
      expect(found.every(({ at }) => at?.line !== undefined)).toBe(true);
    }),
  );
});

/** Paths of all maps in a value. */
function mapsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => mapsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return [path, ...Object.entries(value).flatMap(([key, item]) => mapsIn(item, [...path, key]))];
}

/** Keys that FULL does not use and that may stand where it has none of them. */
const KNOWN = ['batch_size', 'threads', 'gpu', 'limit', 'runner', 'alias', 'tier', 'description'];
