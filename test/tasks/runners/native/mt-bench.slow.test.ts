import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { fetchedSmolLm2 } from '../../../../scripts/llama-server.ts';
import { completionOf, grades, judgeServer } from '../../../support/judge-server.ts';
import { prepareTask, runTask } from '../../../support/native-task.ts';
import { openModel } from '../../../support/real-engine.ts';
import { sharedDataset } from '../../../support/shared-data.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const folder = sharedDataset('mt_bench');
const weights = fetchedSmolLm2();
const TASK = {
  ...{ type: 'generate', id_field: 'question_id', group_field: 'category', apply_chat_template: true },
  doc_to_turns: 'turns',
  // As docs/how-to/judge.md has it: some others have a reference too, which MT-Bench's judge is not shown.
  doc_to_target: "{{ reference if category in ['math', 'reasoning', 'coding'] else [] }}",
};
const judge = { name: 'judge', template: 'mt_bench', scale: { min: 1, max: 10 }, model: 'judge' };

const lines = <Row>(name: string): Row[] =>
  readFileSync(join(folder ?? '', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

/** The questions with GPT-4's answers beside those that have one, as MT-Bench's judge sees them. */
function questions() {
  const references = new Map(
    lines<{ question_id: number; choices: [{ turns: string[] }] }>('reference_answer/gpt-4.jsonl').map(
      ({ question_id: id, choices: [{ turns }] }) => [id, turns],
    ),
  );
  return lines<{ question_id: number; category: string; turns: string[] }>('question.jsonl').map((row) => {
    const reference = references.get(row.question_id);
    return { ...row, ...(reference === undefined ? {} : { reference }) };
  });
}

beforeEach(() => {
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  return () => vi.unstubAllEnvs();
});

test.skipIf(folder === null)('the 80 questions of MT-Bench are 160 turns, 60 with a reference', async () => {
  const url = 'http://127.0.0.1:9/v1';
  const { samples, show } = await prepareTask({ ...TASK, scorers: [{ ...judge, url }] }, questions());
  expect(samples).toHaveLength(160);
  expect(samples.filter((sample) => (show(sample, null).targets ?? []).length > 0)).toHaveLength(60);
  expect(new Set(samples.map(({ group }) => group)).size).toBe(8);
});

test.skipIf(folder === null || weights === null)(
  'SmolLM2 has two of these conversations in the embedded engine, each turn judged over HTTP',
  { timeout: 600_000 },
  async () => {
    const { url, graded } = await judgeServer(({ answer }) =>
      completionOf(grades({ mt_bench: answer === '(empty)' ? 1 : 5 })),
    );
    const model = await openModel(weights ?? '', { context_size: 2048 });
    const rows = questions().filter(({ question_id: id }) => id === 81 || id === 101);
    const generation_kwargs = { max_gen_toks: 48, until: [] };
    const samples = await runTask({ ...TASK, generation_kwargs, scorers: [{ ...judge, url }] }, rows, {
      model,
    });
    expect(samples.map(({ id, scores }) => [id, scores.judge])).toEqual([
      ['81-turn-1', 5],
      ['81-turn-2', 5],
      ['101-turn-1', 5],
      ['101-turn-2', 5],
    ]);
    const texts = graded().map(({ body }) => body.messages?.at(-1)?.content ?? '');
    const [first, second] = samples.map(({ output = '' }) => output.trim());
    expect(first).not.toBe(second);
    // What it said first is what it was asked to rewrite.
    expect(texts.find((text) => text.includes('Start every sentence with the letter A'))).toContain(first);
    expect(texts.filter((text) => text.includes('<reference'))).toHaveLength(2);
  },
);
