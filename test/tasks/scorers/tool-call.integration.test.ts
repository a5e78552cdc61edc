import { describe, expect, test } from 'vitest';
import { answer, issuesOf, scoresOf } from '../../support/scoring.ts';

// Pins tool_call.

const OSLO = { properties: { city: { const: 'Oslo' } }, required: ['city'] };
const call = (name: string, args: unknown) => JSON.stringify({ name, arguments: args });

describe('tool_call', () => {
  test.each<[string, string, object, number]>([
    [
      'Hermes and Qwen',
      `Let me see.\n<tool_call>\n${call('weather', { city: 'Oslo' })}\n</tool_call>`,
      {},
      1,
    ],
    ['Llama 3.1', '{"name": "weather", "parameters": {"city": "Oslo"}}', {}, 1],
    ['Llama 3.1, a custom function', '<function=weather>{"city": "Oslo"}</function>', {}, 1],
    ['Llama 3.1, behind a tag', `<|python_tag|>${call('weather', { city: 'Oslo' })}`, {}, 1],
    ['Mistral', `[TOOL_CALLS] [${call('weather', { city: 'Oslo' })}]`, {}, 1],
    ['Mistral since v11', '[TOOL_CALLS]weather[ARGS]{"city": "Oslo"}', {}, 1],
    [
      'OpenAI',
      '{"tool_calls": [{"function": {"name": "weather", "arguments": "{\\"city\\": \\"Oslo\\"}"}}]}',
      {},
      1,
    ],
    ['a fence around it', `\`\`\`json\n${call('weather', { city: 'Oslo' })}\n\`\`\``, {}, 1],
    ['another tool', `<tool_call>${call('news', { city: 'Oslo' })}</tool_call>`, {}, 0],
    ['other arguments', `<tool_call>${call('weather', { city: 'Bergen' })}</tool_call>`, {}, 0],
    ['arguments that are no JSON', '<function=weather>{"city": </function>', {}, 0],
    ['none at all', 'It rains in Oslo.', {}, 0],
    ['JSON that is no call', '{"city": "Oslo"}', {}, 0],
    [
      'a second call',
      `<tool_call>${call('weather', { city: 'Oslo' })}</tool_call><tool_call>${call('news', {})}</tool_call>`,
      {},
      1,
    ],
    [
      'a second call where there may be one',
      `<tool_call>${call('weather', { city: 'Oslo' })}</tool_call><tool_call>${call('news', {})}</tool_call>`,
      { only: true },
      0,
    ],
  ])('%s', async (_, output, options, expected) => {
    const entry = { name: 'tool_call', tool: 'weather', arguments: OSLO, ...options };
    expect(await scoresOf(entry, [answer(output)])).toEqual([expected]);
  });

  test.each<[string, string, number]>([
    ['it is not called', 'It rains in Oslo.', 1],
    ['another is', `<tool_call>${call('news', {})}</tool_call>`, 1],
    ['it is', `<tool_call>${call('rm', { path: '/' })}</tool_call>`, 0],
    ['without arguments', '<tool_call>{"name": "rm"}</tool_call>', 0],
    ['with arguments that are no JSON', '<function=rm>{"path":}</function>', 0],
    ['cut off', '<tool_call>{"name":"rm","arguments":{"path":"/"}', 0],
    ['before a mark of the end', '[TOOL_CALLS]rm[ARGS]{"path":"/"}</s>', 0],
    ['by a call that cannot be read', '<tool_call>{"name":"rm" "arguments"</tool_call>', 0],
  ])('never: %s', async (_, output, expected) => {
    expect(await scoresOf({ name: 'tool_call', tool: 'rm', never: true }, [answer(output)])).toEqual([
      expected,
    ]);
  });

  test('a call that cannot be read stands beside', async () => {
    const said = `<tool_call>${call('weather', {})}</tool_call><tool_call>{"name":"rm","arguments":{"x":}}</tool_call>`;
    expect(await scoresOf({ name: 'tool_call', tool: 'weather', only: true }, [answer(said)])).toEqual([0]);
  });

  test('one form within the other is one call', async () => {
    const said = '<tool_call><function=weather>{"city": "Oslo"}</function></tool_call>';
    expect(await scoresOf({ name: 'tool_call', tool: 'weather', only: true }, [answer(said)])).toEqual([1]);
  });

  test('any tool, and no arguments in particular', async () => {
    const said = `<tool_call>${call('news', {})}</tool_call>`;
    expect(await scoresOf('tool_call', [answer(said), answer('no')])).toEqual([1, 0]);
  });

  test('a keyword that nobody would check is refused', () => {
    expect(issuesOf({ name: 'tool_call', arguments: { propertys: {} } })).toMatch(
      /not a usable JSON Schema: .*propertys/,
    );
  });
});
