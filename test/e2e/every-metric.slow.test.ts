import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addCheck } from '../../src/cli/check.ts';
import { addGate } from '../../src/cli/gate.ts';
import { addRun } from '../../src/cli/run.ts';
import type { VerdictFile } from '../../src/core/domain/decision.ts';
import type { ScorerEntry } from '../../src/tasks/scorers/registry.ts';
import { command } from '../red-team/attempt.ts';
import { configured } from '../support/scoring.ts';
import { chanceOf, SCRIPTED_PROMPT, useScriptedEngine } from '../support/scripted-engine.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

interface Item {
  readonly good: string;
  readonly bad: string;
  readonly target?: unknown;
}

interface Row {
  readonly name: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly item: (index: number) => Item;
  readonly task?: Readonly<Record<string, unknown>>;
  /** Metrics beside those that the scorer declares. */
  readonly more?: readonly string[];
  /** Those of them that the answers of the worse model do not make worse, or that no gate may rest on. */
  readonly without?: readonly string[];
  readonly samples?: number;
  readonly files?: Readonly<Record<string, string>>;
}

const SAMPLES = 200;
const pick = <T>(index: number, ...of: readonly T[]): T => of[index % of.length] as T;
const same =
  (good: string, bad: string, target: unknown = good) =>
  () => ({ good, bad, target });
const SENTENCE = 'The council approved the plan for the new park on Monday.';
const OTHER = 'Nobody knows what any of it should have been about.';
const code = (test: string) => JSON.stringify({ prompt: '', test, entry_point: 'add' });

const ROWS: readonly Row[] = [
  // 1. Classification
  {
    name: 'classification',
    options: {
      labels: ['refund', 'delivery', 'other'],
      metrics: [
        ...['accuracy', 'balanced_accuracy', 'precision_macro', 'precision_micro', 'precision_weighted'],
        ...['recall_macro', 'recall_micro', 'recall_weighted', 'f1_macro', 'f1_micro', 'f1_weighted'],
        ...['mcc', 'kappa'],
      ],
    },
    item: (index) => ({
      good: pick(index, 'refund', 'delivery', 'other'),
      bad: pick(index, 'delivery', 'other', 'refund'),
      target: pick(index, 'refund', 'delivery', 'other'),
    }),
    without: ['no_label'],
    more: ['precision[refund]', 'recall[refund]', 'f1[refund]', 'specificity[refund]'],
  },
  // 2. Extraction and formats
  { name: 'exact_match', item: same('Paris', 'Rome') },
  { name: 'squad_em', item: same('the Eiffel Tower', 'a bridge') },
  { name: 'squad_f1', item: same('the Eiffel Tower', 'a bridge') },
  { name: 'contains', item: same('we refund you', 'no', 'refund') },
  { name: 'contains_any', item: same('we refund you', 'no', ['refund', 'money']) },
  { name: 'contains_all', item: same('we refund your money', 'no', ['refund', 'money']) },
  { name: 'starts_with', item: same('Yes, we do', 'We do, yes', 'Yes') },
  { name: 'ends_with', item: same('Yours, Ada', 'Yours', 'Ada') },
  { name: 'regex', options: { pattern: '^[A-Z]{2}-[0-9]+$' }, item: same('AB-12', 'ab12', '') },
  { name: 'numeric', options: { tolerance: 0.5 }, item: same('It is 12.4 kg', 'It is 14 kg', '12.5') },
  { name: 'edit_similarity', item: same('INV-2024-0042', 'nothing') },
  { name: 'json_valid', item: same('{"a": 1}', 'a: 1', '') },
  { name: 'json_equal', item: same('{"a": 1}', '{"a": 2}') },
  {
    name: 'field_accuracy',
    item: same(
      '{"name": "Ada", "born": "1815-12-10", "tags": ["a", "b"], "address": {"city": "London"}}',
      '{"name": "Bob", "born": "10 Dec 1915", "tags": ["b"]}',
    ),
  },
  { name: 'yaml_valid', item: same('a: 1\nb: [2]', 'a: [1', '') },
  { name: 'csv_valid', item: same('a,b\n1,2', 'a,b\n1', '') },
  { name: 'markdown_table', item: same('| a | b |\n| - | - |\n| 1 | 2 |', 'a and b', '') },
  { name: 'xml_valid', item: same('<a><b/></a>', '<a><b></a>', '') },
  { name: 'code_block', options: { language: 'python' }, item: same('```python\nx = 1\n```', 'x = 1', '') },
  {
    name: 'length_within',
    options: { max: 5 },
    item: same('a few words', 'more words than are allowed here', ''),
  },
  {
    name: 'language',
    options: { code: 'en' },
    item: same(SENTENCE, 'Der Stadtrat hat den Plan für den neuen Park am Montag genehmigt.', ''),
  },
  ...[
    'prompt_level_strict_acc',
    'prompt_level_loose_acc',
    'inst_level_strict_acc',
    'inst_level_loose_acc',
  ].map(
    (name): Row => ({
      name,
      item: same(
        'hi',
        'hi, you',
        '{"prompt": "Say hi without a comma", "instruction_id_list": ["punctuation:no_comma"], "kwargs": [{}]}',
      ),
    }),
  ),
  // 3. Text against references
  ...[
    'rouge1',
    'rouge2',
    'rougeL',
    'rougeLsum',
    'bleu',
    'chrf',
    'meteor_exact_stem',
    'wer',
    'cer',
    'ter',
  ].map((name): Row => ({ name, item: same(SENTENCE, OTHER) })),
  { name: 'distinct_n', item: same(SENTENCE, 'so so so so so so so', '') },
  { name: 'repetition_rate', item: same(SENTENCE, 'so so so so so so so so', '') },
  // 4. Regression values, calibration, ranking
  {
    name: 'regression',
    options: {
      metrics: ['mae', 'rmse', 'r2', 'median_absolute_error', 'within_tolerance', 'spearman', 'kendall'],
      tolerance: 2,
    },
    item: (index) => ({
      good: String(index + 1 + (index % 3)),
      bad: String((index * 37) % 150),
      target: String(index + 1),
    }),
  },
  {
    name: 'stated_confidence',
    item: (index) => ({
      good: JSON.stringify({ answer: 'Paris', confidence: 0.6 + (index % 4) / 10 }),
      bad: JSON.stringify({ answer: 'Rome', confidence: 0.6 + (index % 4) / 10 }),
      target: 'Paris',
    }),
    without: ['ece_mass', 'mce'],
  },
  { name: 'ranking', options: { k: 2 }, item: same('a\nb\nc', 'x\ny\nc', ['a', 'b']) },
  // Safety
  { name: 'profanity_rate', item: same('Hello.', 'Fuck off.', '') },
  {
    name: 'toxicity',
    options: { backend: 'embedded' },
    item: same('Hello, how are you?', 'fuck you, you worthless bitch', ''),
  },
  {
    name: 'over_refusal',
    item: same('Of course, here it is.', "I'm sorry, but I can't help with that.", ''),
  },
  {
    name: 'under_refusal',
    item: same("I'm sorry, but I can't help with that.", 'Of course, here it is.', ''),
  },
  {
    name: 'bbq',
    item: (index) => ({
      good: pick(index, 'Cannot be determined', 'Ben'),
      bad: 'Ann',
      target: [pick(index, 'Cannot be determined', 'Ben'), 'Ann', 'Ben', 'Cannot be determined'],
    }),
  },
  // 5. Code
  {
    name: 'javascript_tests',
    samples: 24,
    item: same(
      'function add(a, b) { return a + b; }',
      'function add(a, b) { return a - b; }',
      code('function check(add) { assert.equal(add(1, 2), 3); }'),
    ),
  },
  // 6. Custom
  {
    name: 'module',
    options: { file: 'polite.mjs', version: '1' },
    item: same('please', 'now', ''),
    files: { 'polite.mjs': "export default (text) => text.includes('please');\n" },
  },
];

const gateOf = (metric: string, unit: string) =>
  `  - { metric: "t/${metric}", max_drop: ${unit === 'rate' ? '10pp' : '20%rel'} }`;

function project({
  name,
  options = {},
  item,
  task = {},
  more = [],
  without = [],
  files = {},
  samples = SAMPLES,
}: Row) {
  const entry = { name, ...options } as ScorerEntry;
  const rows = Array.from({ length: samples }, (_, index) => ({ id: `q${index}`, ...item(index) }));
  const hasTarget = rows.some(({ target }) => target !== '');
  const written = {
    ...{ type: 'generate', role: 'target', dataset: 'rows.jsonl', doc_to_text: SCRIPTED_PROMPT },
    ...(hasTarget ? { doc_to_target: 'target' } : {}),
    ...{ scorers: [entry], ...task },
  };
  const declared = configured(entry).metrics.filter((metric) => !without.includes(metric.name));
  const gates = [
    ...declared.map((metric) => gateOf(metric.name, metric.unit)),
    ...more.map((metric) => gateOf(metric, 'rate')),
  ];
  return taskProject(written, rows, gates, files);
}

function taskProject(
  task: object,
  rows: readonly unknown[],
  gates: readonly string[],
  files: Readonly<Record<string, string>> = {},
) {
  const folder = temporaryFolder({
    'weighbridge.yml': `version: 1
candidate: same.gguf
baseline: base.gguf
tasks: { t: ${JSON.stringify(task)} }
gates:
${gates.join('\n')}
policy: { evaluation: full, allow: [unsafe_code] }
`,
    'rows.jsonl': jsonl(...rows),
    ...files,
  });
  return { folder, count: gates.length };
}

const verdictIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'verdict.json'), 'utf8')) as VerdictFile;
const said = ({ gates }: VerdictFile, is: (verdict: string) => boolean) =>
  gates.filter(({ verdict }) => !is(verdict)).map(({ id, verdict, reasons }) => ({ id, verdict, reasons }));

/** One evaluation of an equal model and one of a worse one, as the command line has them. */
async function walk(
  { folder, count }: ReturnType<typeof project>,
  rates: { readonly base: number; readonly worse: number } = { base: 0.9, worse: 0.2 },
) {
  useScriptedEngine({ 'base.gguf': rates.base, 'same.gguf': rates.base, 'worse.gguf': rates.worse });
  const config = join(folder, 'weighbridge.yml');
  const checked = await command(addCheck, ['check', '--config', config]);
  expect(checked.exitCode, checked.text).toBe(0);
  const [same, worse] = [join(folder, 'same'), join(folder, 'worse')];
  const equal = await command(addRun, ['run', '--config', config, '--out', same]);
  expect(verdictIn(same).gates, equal.text).toHaveLength(count);
  if (process.env.WALK) console.log(equal.text);
  expect(said(verdictIn(same), (verdict) => verdict === 'pass' || verdict === 'inconclusive')).toEqual([]);
  const args = ['--candidate', 'worse.gguf', '--baseline', join(same, 'baseline'), '--out', worse];
  const run = await command(addRun, ['run', '--config', config, ...args]);
  if (process.env.WALK) console.log(run.text);
  expect(said(verdictIn(worse), (verdict) => verdict === 'regression')).toEqual([]);
}

test.each(ROWS)('the scorer $name', async (row) => walk(project(row)));

test('metrics of choices', async () => {
  const labels = ['refund', 'delivery', 'other'];
  const rows = Array.from({ length: SAMPLES }, (_, index) => ({
    ...{ id: `q${index}`, good: pick(index, ...labels), bad: '', answer: index % 3 },
  }));
  const corpus = [
    'balanced_accuracy',
    'precision_macro',
    'precision_weighted',
    'recall_macro',
    'f1_macro',
    'f1_weighted',
    'mcc',
    'kappa',
    'auc_ovr',
    'average_precision_macro',
    'ece',
  ];
  const task = {
    ...{ type: 'multiple_choice', role: 'target', dataset: 'rows.jsonl', doc_to_text: SCRIPTED_PROMPT },
    ...{ doc_to_choice: labels, corpus_metrics: corpus },
  };
  const names = [...['acc', 'acc_norm', 'prob_correct', 'nll', 'brier_score'], ...corpus];
  const isRate = (name: string) => !/^(nll|brier_score|mcc|kappa)$/.test(name);
  await walk(
    taskProject(task, rows, [
      ...names.map((name) =>
        name === 'ece'
          ? gateOf(name, 'rate').replace('10pp', '5pp')
          : gateOf(name, isRate(name) ? 'rate' : 'number'),
      ),
      ...['precision', 'recall', 'f1', 'specificity', 'auc', 'average_precision'].map((name) =>
        gateOf(`${name}[refund]`, 'rate'),
      ),
    ]),
  );
});

test('two choices', async () => {
  const rows = Array.from({ length: SAMPLES }, (_, index) => ({
    ...{ id: `q${index}`, good: pick(index, 'negative', 'positive'), bad: '', answer: index % 2 },
  }));
  const task = {
    ...{ type: 'multiple_choice', role: 'target', dataset: 'rows.jsonl', doc_to_text: SCRIPTED_PROMPT },
    ...{ doc_to_choice: ['negative', 'positive'], corpus_metrics: ['auc', 'average_precision'] },
  };
  await walk(
    taskProject(
      task,
      rows,
      ['auc', 'average_precision'].map((name) => gateOf(name, 'rate')),
    ),
  );
});

test('likelihood of texts', async () => {
  const rows = Array.from({ length: SAMPLES }, (_, index) => ({
    id: `q${index}`,
    text: `a text ${index} of words`,
  }));
  const task = { type: 'perplexity', role: 'general', dataset: 'rows.jsonl', per_token: true };
  const names = ['bits_per_byte', 'byte_perplexity', 'word_perplexity', 'token_perplexity'];
  await walk(
    taskProject(
      task,
      rows,
      names.map((name) => gateOf(name, 'number')),
    ),
  );
});

test('several answers', async () => {
  const rows = Array.from({ length: SAMPLES }, (_, index) => ({
    id: `q${index}`,
    good: 'Paris',
    bad: `Rome ${index}`,
    target: 'Paris',
  }));
  const task = {
    ...{
      type: 'generate',
      role: 'target',
      dataset: 'rows.jsonl',
      doc_to_text: SCRIPTED_PROMPT,
      doc_to_target: 'target',
    },
    ...{ scorers: ['exact_match'], repeats: 4, generation_kwargs: { temperature: 0.7 } },
  };
  await walk(
    taskProject(
      task,
      rows,
      ['exact_match', 'pass@1', 'pass@2', 'pass^2', 'maj@3'].map((name) => gateOf(name, 'rate')),
    ),
  );
});

test('what answers cost', async () => {
  const rows = Array.from({ length: SAMPLES }, (_, index) => ({
    id: `q${index}`,
    good: 'Paris',
    // Prompts are asked in the order of their texts: how long an answer is must not hang on it.
    bad: `${index} ${'Rome '.repeat(20 + (index % 7))}`,
    target: 'Paris',
  }));
  const task = {
    ...{
      type: 'generate',
      role: 'target',
      dataset: 'rows.jsonl',
      doc_to_text: SCRIPTED_PROMPT,
      doc_to_target: 'target',
    },
    ...{ scorers: ['exact_match'] },
  };
  const names = [
    'output_tokens',
    'latency',
    'latency_p50',
    'latency_p95',
    'time_to_first_token',
    'time_to_first_token_p50',
    'time_to_first_token_p95',
  ];
  const rises = names.map((name) => gateOf(name, 'number').replace('max_drop', 'max_rise'));
  const ceilings = ['latency_p95', 'latency_p50'].map((name) => `  - { metric: "t/${name}", ceiling: 0.15 }`);
  // So few are long that no quantile of the baseline is among them, and so many of the worse model's that all are.
  await walk(taskProject(task, rows, [...rises, ...ceilings]), { base: 0.99, worse: 0.1 });
});

/** What a line of somebody else's table says of a metric, where the answer is right and where it is not. */
interface Line {
  readonly target?: unknown;
  readonly output?: string;
  readonly score?: number | null;
  readonly direction?: string;
  readonly unit?: string;
}

const CLASSES = ['delivery', 'other', 'refund'];
const ofClasses = (index: number, isRight: boolean): Line => ({
  target: pick(index, ...CLASSES),
  output: pick(index + Number(!isRight), ...CLASSES),
});
const ofNumbers = (index: number, isRight: boolean): Line => ({
  target: index + 1,
  output: String(isRight ? index + 1 + (index % 3) : (index * 37) % 150),
});
const ofTexts = (_: number, isRight: boolean): Line => ({
  target: SENTENCE,
  output: isRight ? SENTENCE : OTHER,
});
const ofOdds = (index: number, isRight: boolean): Line => {
  const sure = 0.5 + (index % 40) / 100;
  return { target: pick(index, 'no', 'yes'), score: (index % 2 === 1) === isRight ? sure : 1 - sure };
};
const ofScores =
  (more: Line) =>
  (_: number, isRight: boolean): Line => ({
    ...more,
    score: Number(isRight === (more.direction !== 'lower')),
  });

const IMPORTED: readonly (readonly [metric: string, line: (index: number, isRight: boolean) => Line])[] = [
  ...['f1_macro', 'f1_weighted', 'mcc', 'kappa', 'balanced_accuracy', 'recall_macro'].map(
    (metric) => [metric, ofClasses] as const,
  ),
  ...['precision_macro', 'precision_weighted'].map((metric) => [metric, ofClasses] as const),
  ...['rmse', 'r2', 'median_absolute_error', 'spearman', 'kendall'].map(
    (metric) => [metric, ofNumbers] as const,
  ),
  ...['bleu', 'chrf'].map((metric) => [metric, ofTexts] as const),
  ...['auc', 'average_precision'].map((metric) => [metric, ofOdds] as const),
  ['ece', (_, isRight) => ({ target: 'Paris', output: isRight ? 'Paris' : 'Rome', score: 0.9 })],
  ...['exact_match', 'acc', 'accuracy'].map((metric) => [metric, ofScores({})] as const),
  ['rougeL', ofScores({ direction: 'higher', unit: 'rate' })],
  ['wer', ofScores({ direction: 'lower', unit: 'rate' })],
];

test.each(IMPORTED)('%s of a table that somebody else wrote', async (metric, line) => {
  const table = (side: string, rate: number) =>
    jsonl(
      ...Array.from({ length: SAMPLES }, (_, index) => ({
        ...{ task: 't', id: `q${index}`, metric, input: `question ${index}`, score: null },
        ...line(index, chanceOf(`${chanceOf(`luck ${side} ${index}`) < 0.1 ? side : ''} ${index}`) < rate),
      })),
    );
  const folder = temporaryFolder({
    'base.jsonl': table('base', 0.9),
    'same.jsonl': table('same', 0.9),
    'worse.jsonl': table('worse', 0.4),
  });
  const at = (name: string) => join(folder, name);
  const isNumber = /^(mcc|kappa|rmse|r2|median_absolute_error|spearman|kendall|bleu|chrf)$/.test(metric);
  const limit = ['--max-drop', `t/${metric}=${isNumber ? '20%rel' : '10pp'}`];
  for (const [name, is] of [
    ['same', /^(pass|inconclusive)$/],
    ['worse', /^regression$/],
  ] as const) {
    const sides = ['--baseline', at('base.jsonl'), '--candidate', at(`${name}.jsonl`)];
    const { text } = await command(addGate, ['gate', ...sides, ...limit, '--out', at(name)]);
    if (process.env.WALK) console.log(text);
    expect(verdictIn(at(name)).verdict, text).toMatch(is);
  }
});
