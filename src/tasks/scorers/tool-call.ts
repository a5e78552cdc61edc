import { z } from 'zod';
import { HIGHER } from '../../core/metrics/traits.ts';
import { compileSchema, inlineSchema } from './json.ts';
import { defineScorer, metricOption, oneByOne } from './scorer.ts';
import { toolCallsIn } from './tool-calls.ts';

/** 1 where the answer calls a tool with arguments that meet a schema, else 0. */
export const toolCall = defineScorer({
  name: 'tool_call',
  summary: 'the answer calls a tool, with arguments that meet a JSON Schema',
  facts: {
    definition:
      '1 where one of the calls in the answer is of the tool and its arguments are valid, and with `only` there is no other call; with `never` 1 where no call could be one, readable or not',
    reference:
      'ajv 8.20 (draft-07 and 2020-12), strict; forms of Hermes, Qwen, Llama 3.1, Mistral and plain JSON',
    use: 'models that call tools: which one, and with what; `json_valid` for other structured answers',
  },
  codeVersion: 1,
  options: z.strictObject({
    ...metricOption,
    tool: z.string().min(1).optional().describe('Name of the tool. Default: any.'),
    arguments: inlineSchema
      .optional()
      .describe(
        'JSON Schema of the arguments (draft-07 or 2020-12), such as `{ properties: { city: { const: Paris } }, required: [city] }`.',
      ),
    only: z.boolean().default(false).describe('Whether no other call may stand beside it.'),
    never: z
      .boolean()
      .default(false)
      .describe(
        'Whether the tool must not be called with such arguments: a call that cannot be read may be one.',
      ),
  }),
  metric: HIGHER,
  example: { options: { tool: 'get_weather' }, targets: [] },
  async open({ tool, arguments: schema, only, never }) {
    const validate = schema === undefined ? null : compileSchema(schema);
    return oneByOne(({ output }) => {
      const calls = toolCallsIn(output);
      const couldBe = calls.some(
        (call) =>
          (tool === undefined || call.name === null || call.name === tool) &&
          (validate === null || call.arguments === undefined || validate(call.arguments)),
      );
      if (never) return Number(!couldBe);
      const fits = calls.some(
        (call) =>
          (tool === undefined || call.name === tool) &&
          call.arguments !== undefined &&
          (validate === null || validate(call.arguments)),
      );
      return Number(fits && (!only || calls.length === 1));
    });
  },
});
