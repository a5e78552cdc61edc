import { expect, test } from 'vitest';
import { type ChatMessage, renderChat } from '../../../../src/tasks/runners/native/chat.ts';

const MESSAGES: ChatMessage[] = [
  { role: 'system', content: 'be brief' },
  { role: 'user', content: 'hi' },
];
const chat = (template: string) => ({ template, bosToken: '<s>', eosToken: '</s>' });

/** The shapes of ChatML, Llama 3 and Gemma, reduced to what they need of the renderer. */
test.each([
  [
    "{% for message in messages %}\n{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>\n' }}\n{% endfor %}\n{% if add_generation_prompt %}\n{{ '<|im_start|>assistant\n' }}{% endif %}",
    '<|im_start|>system\nbe brief<|im_end|>\n\n<|im_start|>user\nhi<|im_end|>\n\n<|im_start|>assistant\n',
  ],
  [
    '{{ bos_token }}{% if not date_string is defined %}{% set date_string = strftime_now("%d %b %Y") %}{% endif %}{{ date_string }}|{{ messages[-1].content | trim }}{% if tools %}tools{% endif %}',
    '<s>26 Jul 2024|hi',
  ],
  [
    '{% for i in range(1, messages | length) %}{{ messages[i].content }}{{ eos_token }}{% endfor %}',
    'hi</s>',
  ],
])('%s', (template, expected) => {
  expect(renderChat(chat(template), MESSAGES)).toBe(expected);
});

test('a template may refuse', () => {
  const template = "{% if messages[0].role == 'system' %}{{ raise_exception('no system role') }}{% endif %}";
  expect(() => renderChat(chat(template), MESSAGES)).toThrow('no system role');
});

test('a date that cannot stand still is an error', () => {
  expect(() => renderChat(chat('{{ strftime_now("%s") }}'), MESSAGES)).toThrow('does not know %s');
});
