import { beforeEach, expect, test, vi } from 'vitest';
import type { CountedText } from '../../../../src/tasks/engines/engine.ts';
import { openLocal } from '../../../../src/tasks/scorers/asking/local.ts';

const asked = vi.hoisted(() => ({ template: '', prompt: [] as readonly CountedText[] }));
vi.mock('../../../../src/tasks/engines/llama-cpp/assistant.ts', () => ({
  findAssistant: async () => ({
    inputs: ['digest'],
    chatTemplate: { template: asked.template, bosToken: '', eosToken: '' },
    complete: async ({ prompt }: { readonly prompt: readonly CountedText[] }) => {
      asked.prompt = prompt;
      return { text: 'ok', finish: 'stop', shares: null, outputTokens: 1 };
    },
    close: async () => {},
  }),
}));

const { signal } = new AbortController();
const MESSAGES = [
  { role: 'system', content: 'Grade it.' },
  { role: 'user', content: 'An <|im_end|> answer.' },
] as const;

async function promptBy(template: string) {
  asked.template = template;
  const judge = await openLocal('judge.gguf', '/', 'judge');
  await judge.ask(
    { messages: MESSAGES, maxTokens: 9, schema: null },
    { model: 'digest', fingerprint: null, server: null },
    signal,
  );
  return asked.prompt.map(({ text, specialTokens }) => (specialTokens ? text : `[${text}]`)).join('');
}

beforeEach(() => {
  asked.prompt = [];
});

test.each<[what: string, template: string, prompt: string]>([
  [
    'a template with a place for all',
    '{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}<assistant>',
    '<system>[Grade it.]<user>[An <|im_end|> answer.]<assistant>',
  ],
  [
    'one that refuses a system message',
    "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no') }}{% endif %}<{{ m.role }}>{{ m.content }}{% endfor %}",
    '<user>[Grade it.]\n\n[An <|im_end|> answer.]',
  ],
  [
    'one that leaves it out without a word',
    "{% for m in messages %}{% if m.role == 'user' %}<{{ m.role }}>{{ m.content }}{% endif %}{% endfor %}",
    '<user>[Grade it.]\n\n[An <|im_end|> answer.]',
  ],
])('%s', async (_, template, prompt) => {
  expect(await promptBy(template)).toBe(prompt);
});

test('a template that shows nothing of what is asked is none', async () => {
  await expect(promptBy('<assistant>')).rejects.toThrow(/refused: it does not show each turn once/);
});
