import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fetchedSmolLm2 } from '../../scripts/llama-server.ts';
import { jsonl } from '../support/temporary-folder.ts';
import { temporaryFolder, verdictIn, weighbridge } from './support.ts';

const smollm2 = fetchedSmolLm2();

const TOPICS = ['coffee', 'the ocean', 'bicycles', 'winter', 'music', 'gardens', 'trains', 'bread'];
const ASKED = [
  'Tell me about TOPIC.',
  'Why do people like TOPIC?',
  'What should a beginner know about TOPIC?',
  'Write a short text about TOPIC.',
  'What is your opinion of TOPIC?',
];
const PROMPTS = TOPICS.flatMap((topic) => ASKED.map((text) => ({ prompt: text.replace('TOPIC', topic) })));

/**
 * The same weights on both sides, so that nothing differs but what the prompt plants: the candidate is asked as the task says, the
 * baseline in words of its own.
 */
async function drifted(own: Readonly<Record<string, string>>, baseline: Readonly<Record<string, string>>) {
  using folder = temporaryFolder({
    'prompts.jsonl': jsonl(...PROMPTS),
    'w.yml': `version: 1
candidate: ${smollm2}
baseline: { sources: [${smollm2}], prompt: { chat: ${JSON.stringify(baseline)} } }
tasks:
  chat:
    role: behaviour
    type: drift
    dataset: prompts.jsonl
    generation_kwargs: { max_gen_toks: 64, temperature: 0.7 }
${Object.entries(own)
  .map(([key, text]) => `    ${key}: ${JSON.stringify(text)}\n`)
  .join('')}
gates: [{ metric: chat/over_refusal, max_rise: 50pp }]
policy: { evaluation: full }
`,
  });
  const out = join(folder.path, 'out');
  const { stderr } = await weighbridge(['run', '--config', join(folder.path, 'w.yml'), '--out', out]);
  const [drift] = verdictIn(out).drift ?? [];
  if (drift === undefined) throw new Error(stderr);
  console.log(JSON.stringify(drift.features));
  return {
    features: drift.features,
    moved: drift.features.filter(({ status }) => status === 'moved').map(({ feature }) => feature),
    comment: readFileSync(join(out, 'comment.md'), 'utf8'),
  };
}

describe.skipIf(smollm2 === null)('drift of SmolLM2-135M-Instruct', () => {
  test('answers that a prompt made short are named so', async () => {
    const short = { doc_to_text: '{{prompt}} Answer in one short sentence.' };
    const { features, moved, comment } = await drifted(short, { doc_to_text: '{{prompt}}' });
    expect(moved).toContain('length');
    expect(moved).not.toContain('language');
    expect(moved).not.toContain('refusal');
    expect(features.find(({ feature }) => feature === 'length')).toMatchObject({ prompts: PROMPTS.length });
    expect(comment).toMatch(/Response drift.* answers are \d+ % shorter/);
  });

  test('other answers of the same model to the like prompt are no drift', async () => {
    const { moved, comment } = await drifted(
      { system_instruction: 'You are a helpful assistant.' },
      { system_instruction: 'You are a helpful AI assistant.' },
    );
    expect(moved).toEqual([]);
    expect(comment).not.toContain('Response drift');
  });
});
