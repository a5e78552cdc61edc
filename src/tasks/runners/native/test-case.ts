import { z } from 'zod';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { MOST_CHECKS, SEVERITIES } from '../../../core/domain/sample.ts';
import { shortLine } from '../../../core/domain/short-line.ts';
import { suggestion } from '../../../core/domain/suggest.ts';
import type { Fields } from '../../datasets/row.ts';
import { targetOption } from './check.ts';

const text = z.string().min(1);
const call = z.strictObject({ name: text, arguments: z.record(z.string(), z.unknown()).default({}) });
const message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['system', 'user']), content: text }),
  z.strictObject({
    role: z.literal('assistant'),
    content: z.string().default(''),
    tool_calls: z.array(call).min(1).optional(),
  }),
  z.strictObject({ role: z.literal('tool'), content: z.string(), name: text.optional() }),
]);

/** As OpenAI's API has them, or the function by itself. */
const tool = z.union([
  z.strictObject({ type: z.literal('function'), function: z.looseObject({ name: text }) }),
  z
    .strictObject({
      name: text,
      description: z.string().optional(),
      parameters: z.record(z.string(), z.unknown()).optional(),
    })
    .transform((named) => ({ type: 'function' as const, function: named })),
]);

/** A row of a behaviour suite. */
const testCase = z.strictObject({
  name: text.max(200),
  description: z.string().optional(),
  input: text.optional(),
  messages: z.array(message).min(1).optional(),
  target: targetOption.optional(),
  checks: z
    .array(z.union([text, z.looseObject({ name: text })]))
    .min(1, 'a case without checks cannot fail')
    .max(MOST_CHECKS.count),
  tags: z
    .array(z.string().regex(/^[^\p{Cc}]{1,100}$/u, 'must be short and without control characters'))
    .min(1)
    .optional(),
  severity: z.enum(SEVERITIES).default('normal'),
  tools: z.array(tool).min(1).optional(),
});

export type ParsedCase = Omit<z.infer<typeof testCase>, 'input' | 'messages'> & {
  readonly messages: readonly z.infer<typeof message>[];
};

/**
 * A row as a test case.
 * @throws WeighbridgeError `data` for the first thing that is wrong, by the name of the case where it has one
 */
export function parseCase(fields: Fields, at: Location): ParsedCase {
  const parsed = testCase.safeParse(fields);
  const named = typeof fields.name === 'string' ? `the case ${JSON.stringify(fields.name)}` : 'a case';
  const fail = (what: string, fix: string, key?: string): never => {
    throw new WeighbridgeError('data', `${named}: ${what}`, {
      at: key === undefined || key === '' ? at : { ...at, key },
      fix,
    });
  };
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = issue?.path.join('.');
    if (issue?.code === 'unrecognized_keys' && issue.path.length === 0) {
      const [unknown = ''] = issue.keys;
      return fail(
        `unknown key ${shortLine(unknown, 100)}`,
        suggestion(unknown, Object.keys(testCase.shape), 'keys'),
        unknown,
      );
    }
    return fail(
      shortLine(issue?.message ?? 'it is none', 200),
      'write it as docs/how-to/behaviour-suites.md has it',
      key,
    );
  }
  const { input, messages, ...rest } = parsed.data;
  if ((input === undefined) === (messages === undefined))
    return fail(
      input === undefined ? 'nothing is asked' : 'it has both input and messages',
      'give it one of them: `input` for one question, `messages` for a conversation',
    );
  const asked = messages ?? [{ role: 'user' as const, content: input ?? '' }];
  const last = asked.at(-1);
  if (last?.role !== 'user' && last?.role !== 'tool')
    return fail(
      `the conversation ends with what the ${last?.role} says`,
      'end it where the model is to answer: with a turn of the user, or what a tool gave',
      'messages',
    );
  return { ...rest, messages: asked };
}
