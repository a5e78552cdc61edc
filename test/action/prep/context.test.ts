import { expect, test } from 'vitest';
import { readContext } from '../../../src/action/prep/context.ts';
import type { Core } from '../../../src/action/runtime.ts';
import { faultOf } from '../../support/fault.ts';

const core: Core = { setOutput: () => {}, notice: () => {}, warning: () => {}, error: () => {} };
const prepared = (phase: string, server?: string) =>
  faultOf(() =>
    readContext({
      env: { WEIGHBRIDGE_INPUTS: JSON.stringify({ phase }), GITHUB_SERVER_URL: server },
      core,
    }),
  );

test.each(['evaluate', 'report'])(
  'GitHub Enterprise Server, which takes no artifacts, has no phase: %s, and is told before anything is evaluated',
  async (phase) => {
    const { kind, text } = await prepared(phase, 'https://ghe.example.com');
    expect([kind, text]).toEqual([
      'usage',
      expect.stringMatching(/phase: \w+` needs artifacts.*ghe\.example\.com/),
    ]);
    expect(text).toContain('fix: leave `phase` out');
  },
);

test.each([
  ['evaluate', 'https://github.com'],
  ['evaluate', undefined],
  ['report', 'https://acme.ghe.com'],
  ['all', 'https://ghe.example.com'],
])('phase: %s on %s gets as far as the event', async (phase, server) => {
  const { text } = await prepared(phase, server);
  expect(text).not.toContain('artifacts');
});
