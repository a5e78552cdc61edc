import { expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve.ts';

const config = (backend: string, policy = '') => `version: 1
candidate: { path: c.gguf }
baseline: { path: b.gguf }
engine: { type: llama.cpp }
tasks:
  rude:
    role: safety
    type: generate
    dataset: d.jsonl
    scorers: [exact_match, { name: toxicity, ${backend} }]
${policy}`;
const COMMAND = 'backend: command, command: [node, x.js], version: v1';
const resolve = (text: string) => resolveConfig({ text, file: 'weighbridge.yml' });

// red-team 4: a scorer’s command that no policy allows
test.each(['', 'policy: { allow: [trust_remote_code] }'])(
  'a scorer with a command is refused under %j',
  (policy) => {
    expect(() => resolve(config(COMMAND, policy))).toThrow(
      /weighbridge\.yml:10[\s\S]*task rude runs code of its own: the command of its scorer toxicity[\s\S]*unsafe_code/,
    );
  },
);

test('and taken where the policy allows code, as is a service without that', () => {
  expect(() => resolve(config(COMMAND, 'policy: { allow: [unsafe_code] }'))).not.toThrow(/runs code/);
  expect(() => resolve(config('backend: moderations, url: "https://x.y/v1", model: m'))).not.toThrow(
    /runs code/,
  );
});
