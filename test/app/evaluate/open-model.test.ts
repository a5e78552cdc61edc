import { expect, test } from 'vitest';
import { templateSource } from '../../../src/app/evaluate/open-model.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';

const configOf = (candidate: string, accepted: string) =>
  resolveConfig({
    text: `version: 1
candidate: ${candidate}
baseline: base.gguf
accept_change: [${accepted}]
tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl } }
gates: [{ metric: facts/acc, max_drop: 2pp }]
`,
    file: 'w.yml',
  });

test.each([
  ['tuned.gguf', 'chat_template', 'baseline', { kind: 'file', path: 'tuned.gguf' }],
  ['tuned.gguf', 'chat_template', 'anchor', { kind: 'file', path: 'tuned.gguf' }],
  ['tuned.gguf', 'chat_template', 'candidate', null],
  ['tuned.gguf', 'prompt', 'baseline', null],
  ['tuned.gguf', '', 'baseline', null],
  ['earlier-run', 'chat_template', 'baseline', null],
] as const)(
  'candidate %s, accept_change: [%s]: the %s is asked through %j',
  (candidate, accepted, side, expected) => {
    expect(templateSource(configOf(candidate, accepted), side)).toEqual(expected);
  },
);
