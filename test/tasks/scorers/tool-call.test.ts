import { describe, expect, test } from 'vitest';
import { faultOf } from '../../support/fault.ts';
import { answer, scoresOf } from '../../support/scoring.ts';

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

  test('any tool, and no arguments in particular', async () => {
    const said = `<tool_call>${call('news', {})}</tool_call>`;
    expect(await scoresOf('tool_call', [answer(said), answer('no')])).toEqual([1, 0]);
  });

  test('a keyword that nobody would check is refused', async () => {
    const entry = { name: 'tool_call', arguments: { propertys: {} } };
    await expect(faultOf(() => scoresOf(entry, [answer('x')]))).resolves.toMatchObject({
      kind: 'config',
      text: expect.stringMatching(/not a usable JSON Schema: .*propertys/),
    });
  });
});
