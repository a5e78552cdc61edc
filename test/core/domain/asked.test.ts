import { describe, expect, test } from 'vitest';
import { allSaid, askedOf, MOST_ASKED } from '../../../src/core/domain/asked.ts';

const CHAT = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Capital of France?' },
  { role: 'assistant', content: 'Paris.' },
  { role: 'user', content: 'Of Italy?' },
];
const TURNS = [
  { role: 'system', text: 'Be brief.' },
  { role: 'user', text: 'Capital of France?' },
  { role: 'assistant', text: 'Paris.' },
];

describe('what was asked', () => {
  test.each<[string, unknown, unknown]>([
    ['a text', 'Of Italy?', { question: 'Of Italy?' }],
    ['a list of messages', CHAT, { question: 'Of Italy?', turns: TURNS }],
    ['the JSON of them', JSON.stringify(CHAT), { question: 'Of Italy?', turns: TURNS }],
    ['one message', CHAT.slice(-1), { question: 'Of Italy?' }],
    [
      'ShareGPT',
      [
        { from: 'human', value: 'Hi' },
        { from: 'gpt', value: 'Hello' },
        { from: 'human', value: 'Who?' },
      ],
      {
        question: 'Who?',
        turns: [
          { role: 'human', text: 'Hi' },
          { role: 'gpt', text: 'Hello' },
        ],
      },
    ],
    [
      'OpenCompass',
      [
        { role: 'SYSTEM', prompt: 'Be brief.' },
        { role: 'HUMAN', prompt: 'Who?' },
      ],
      { question: 'Who?', turns: [{ role: 'SYSTEM', text: 'Be brief.' }] },
    ],
    [
      'the beginning of an answer',
      [
        { role: 'user', content: 'Who?' },
        { role: 'assistant', content: 'It is' },
      ],
      { question: 'Who?\n\nassistant: It is' },
    ],
    [
      'parts, and calls of tools',
      [
        { role: 'assistant', content: null, tool_calls: [{ name: 'look' }] },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'See' },
            { type: 'image_url', image_url: 'x' },
          ],
        },
      ],
      { question: 'See\n[image_url]', turns: [{ role: 'assistant', text: '{"name":"look"}' }] },
    ],
    ['instructions alone', CHAT.slice(0, 1), { question: 'Be brief.' }],
    ['a list of something else', ['q1', 'q2'], { question: '["q1","q2"]' }],
    ['messages among something else', [...CHAT, 'and'], { question: JSON.stringify([...CHAT, 'and']) }],
    ['JSON that is torn', '[{"role": "user"', { question: '[{"role": "user"' }],
  ])('%s', (_name, asked, expected) => expect(askedOf(asked).asked).toEqual(expected));

  test.each([undefined, null, '', [], {}, 7])('%j is nothing', (asked) => expect(askedOf(asked)).toEqual({}));

  test('is bounded, and says what it leaves out', () => {
    const long = Array.from({ length: 40 }, (_, index) => ({
      role: index % 2 === 0 ? 'user' : 'a'.repeat(99),
      content: `${index}${'x'.repeat(9000)}`,
    }));
    const { question = '', turns = [] } = askedOf([...long, { role: 'user', content: 'Last?' }]).asked ?? {};
    expect(question).toBe('Last?');
    expect(turns).toHaveLength(MOST_ASKED.turns);
    expect(turns[0]).toEqual({ role: '…', text: '25 earlier turns' });
    for (const { role, text } of turns) {
      expect(role.length).toBeLessThanOrEqual(MOST_ASKED.role);
      expect(text.length).toBeLessThanOrEqual(MOST_ASKED.turn);
    }
  });

  test('is searched with all that was said', () =>
    expect(allSaid({ question: 'Of Italy?', turns: TURNS })).toBe(
      'Be brief.\nCapital of France?\nParis.\nOf Italy?',
    ));
});
