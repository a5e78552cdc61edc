import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import { z } from 'zod';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { parseAnswer, parseJson } from '../../core/domain/json.ts';
import { METRICS } from '../../core/metrics/registry.ts';
import { defineScorer, metricOption, sha256Hex } from './scorer.ts';

/**
 * The value a text stands for, or undefined where it is not JSON, or nested deeper than any answer: white space around it is all
 * that is forgiven.
 */
export function parsedJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseAnswer(text, { file: 'answer' }) };
  } catch {
    return undefined;
  }
}

/** A schema in place of its file, whose faults are known before anything runs. */
export const inlineSchema = z.record(z.string(), z.unknown()).superRefine((schema, context) => {
  try {
    compileSchema(schema);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `not a usable JSON Schema: ${messageOf(error)}` });
  }
});

/** 1 where the answer is JSON, and meets the schema if there is one; else 0. */
export const jsonValid = defineScorer({
  name: 'json_valid',
  summary: 'the answer is JSON, and meets a JSON Schema if one is given',
  facts: {
    definition: '1 where the answer is one JSON value, and valid by the schema if there is one',
    reference: 'RFC 8259; ajv 8.20 (draft-07 and 2020-12), strict',
    use: 'the form of structured answers; `json_equal` and `field_accuracy` for what is in them',
  },
  codeVersion: 1,
  options: z.strictObject({
    ...metricOption,
    schema: z
      .union([z.string().min(1), inlineSchema])
      .optional()
      .describe('JSON Schema (draft-07 or 2020-12): a file, or the schema itself.'),
  }),
  metric: METRICS.json_valid,
  example: { options: {}, targets: [] },
  async open({ schema }, directory) {
    const source = schema === undefined ? null : await openSchema(schema, directory);
    return {
      inputs: source === null ? [] : [sha256Hex(source.text)],
      async score(answers) {
        return answers.map(({ output }) => {
          const json = parsedJson(output);
          if (json === undefined) return 0;
          return source === null || source.validate(json.value) ? 1 : 0;
        });
      },
    };
  },
});

/** 1 where the answer and a target are the same JSON value: order of keys, white space and `1.0` for `1` do not matter. */
export const jsonEqual = defineScorer({
  name: 'json_equal',
  summary: 'the answer is the same JSON value as a target',
  facts: {
    definition:
      '1 where answer and a target are the same JSON value: order of keys, white space and 1.0 for 1 do not matter',
    reference: 'RFC 8785 (canonical form)',
    use: 'records of which only the whole counts; `field_accuracy` where part of one is worth something',
  },
  codeVersion: 1,
  options: z.strictObject(metricOption),
  metric: METRICS.json_equal,
  example: { options: {}, targets: ['{"queue": "billing"}'] },
  checkTargets(targets) {
    if (targets.length === 0) return 'json_equal needs a target: set doc_to_target';
    const wrong = targets.find((target) => parsedJson(target) === undefined);
    return wrong === undefined ? null : `the target is not JSON: ${JSON.stringify(wrong.slice(0, 80))}`;
  },
  async open() {
    return {
      inputs: [],
      async score(answers) {
        return answers.map(({ output, targets }) => {
          const answer = canonical(output);
          return answer !== undefined && targets.some((target) => canonical(target) === answer) ? 1 : 0;
        });
      },
    };
  },
});

/** 1e999 parses to Infinity: what cannot be written back is not equal to anything. */
function canonical(text: string): string | undefined {
  const json = parsedJson(text);
  try {
    return json === undefined ? undefined : canonicalJson(json.value);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function openSchema(
  schema: string | Readonly<Record<string, unknown>>,
  directory: string,
): Promise<{ text: string; validate: ValidateFunction }> {
  if (typeof schema !== 'string') return { text: canonicalJson(schema), validate: compileSchema(schema) };
  const file = resolve(directory, schema);
  try {
    const text = await readFile(file, 'utf8');
    return { text, validate: compileSchema(parseJson(text, { file })) };
  } catch (cause) {
    throw new WeighbridgeError('config', `not a usable JSON Schema: ${messageOf(cause)}`, {
      at: { file },
      fix: 'give a draft-07 or 2020-12 schema; a keyword or format that would not be checked is refused, and a pattern that RE2 cannot run: no lookaround, no backreference',
      cause,
    });
  }
}

/** Patterns run in linear time: a model must not hang the gate by what it says. `code` would name the engine in code that is kept. */
const linearTime = Object.assign((pattern: string) => RE2JS.compile(pattern), { code: 'RE2JS.compile' });

/** Strict about what it does not know: a `format` that nobody checks would be a check that cannot fail. */
export function compileSchema(schema: unknown): ValidateFunction {
  const options = {
    ...{ strict: true, strictTypes: false, strictTuples: false, strictRequired: false },
    code: { regExp: linearTime },
  } as const;
  const draft = typeof schema === 'object' && schema !== null && '$schema' in schema ? schema.$schema : '';
  const ajv = String(draft).includes('2020-12') ? new Ajv2020(options) : new Ajv(options);
  return ajv.compile(schema as AnySchema);
}
