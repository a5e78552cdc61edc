import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { showTask } from '../../src/app/show.ts';
import { loadConfig } from '../../src/config/load.ts';
import { faultOf } from '../support/fault.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

const FIXTURE = resolve(import.meta.dirname, '../../fixtures/checkpoints/base.gguf');
const rows = Array.from({ length: 11 }, (_, index) => ({ id: `r${index}`, q: `Q${index}`, a: `A${index}` }));

async function show(name = 'facts', { task = '', candidate = FIXTURE, count = 3 } = {}) {
  const folder = temporaryFolder({
    'rows.jsonl': jsonl(...rows),
    'weighbridge.yml': `version: 1
candidate: ${candidate}
baseline: ${FIXTURE}
tasks:
  facts: { role: general, alias: f, type: generate, dataset: rows.jsonl, doc_to_text: "{{q}}:", doc_to_target: a, scorers: [exact_match]${task} }
  other: { role: general, runner: lm-eval }
gates: [{ metric: facts, max_drop: 2pp }]
`,
  });
  const config = await loadConfig(join(folder, 'weighbridge.yml'), { assumeTasks: true });
  return showTask(config, name, { count, side: 'candidate' });
}

describe('a task', () => {
  test('is shown by samples from all over its dataset, by name or alias', async () => {
    const { task, samples, shown } = await show('f');
    expect({ task, samples }).toEqual({ task: 'facts', samples: 11 });
    expect(shown.map(({ id, prompt, targets }) => [id, prompt, targets])).toEqual([
      ['r0', 'Q0:', ['A0']],
      ['r5', 'Q5:', ['A5']],
      ['r10', 'Q10:', ['A10']],
    ]);
  });

  test.each([
    [1, ['r0']],
    [20, rows.map(({ id }) => id)],
  ])('%d samples', async (count, ids) => {
    expect((await show('facts', { count })).shown.map(({ id }) => id)).toEqual(ids);
  });

  test('is shown inside the chat template that the checkpoint carries', async () => {
    expect(readFileSync(FIXTURE).includes('tokenizer.chat_template')).toBe(true);
    const { shown } = await show('facts', { task: ', apply_chat_template: true', count: 1 });
    expect(shown[0]?.prompt).toContain('Q0:');
    expect(shown[0]?.prompt).not.toBe('Q0:');
  });
});

test.each<[string, Parameters<typeof show>, string, RegExp]>([
  ['a misspelt task', ['fatcs'], 'usage', /no task "fatcs"\n {2}fix: did you mean facts\?/],
  ['a task of a harness', ['other'], 'usage', /other is asked by lm-eval, which makes its own prompts/],
  [
    'a checkpoint that is not there',
    ['facts', { task: ', apply_chat_template: true', candidate: 'gone.gguf' }],
    'checkpoint',
    /gone\.gguf/,
  ],
])('%s', async (_, asked, kind, message) => {
  const fault = await faultOf(() => show(...asked));
  expect(fault.kind).toBe(kind);
  expect(fault.text).toMatch(message);
});
