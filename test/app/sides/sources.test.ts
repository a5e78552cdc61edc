import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireSources, sourceIssue } from '../../../src/app/sides/sources.ts';
import { resolveConfig } from '../../../src/config/resolve.ts';
import { faultOf } from '../../support/fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const FILES = {
  'good.gguf': 'GGUF....',
  'last.pt': 'PK\x03\x04',
  blob: 'GGUF....',
  'hf/config.json': '{}',
  'empty/README.md': '',
  'results/candidate/facts/run.json': '{',
};

const checkpoints = join(import.meta.dirname, '../../../fixtures/checkpoints');
const ADAPTER = `{ base: ${checkpoints}/base.gguf, adapter: ${checkpoints}/adapter-tickets.gguf }`;

const config = (folder: string, candidate: string | null, baseline = 'good.gguf') =>
  resolveConfig({
    text: `version: 1
${candidate === null ? '' : `candidate: ${candidate}`}
baseline: ${baseline}
tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl } }
gates: [{ metric: facts/acc, max_drop: 10pp }]
`,
    file: join(folder, 'w.yml'),
  });

describe('what a side names', () => {
  // Results that cannot be read are there: whoever judges says what is wrong with them.
  test.each(['good.gguf', ADAPTER, 'results', 'results/candidate/facts'])(
    '%s may be evaluated',
    async (candidate) => {
      expect(await sourceIssue(config(temporaryFolder(FILES), candidate), 'candidate')).toBeNull();
    },
  );

  test.each([
    ['missing.gguf', 'checkpoint', /missing\.gguf: the checkpoint cannot be opened/],
    ['missing', 'checkpoint', /missing: the checkpoint cannot be opened/],
    ['last.pt', 'checkpoint', /last\.pt: the checkpoint is a pickle.*\n {2}fix: save it as safetensors/],
    ['hf', 'checkpoint', /hf: the checkpoint is a Hugging Face folder/],
    ['empty', 'checkpoint', /empty: .*neither a GGUF file nor results/],
    ['blob', 'checkpoint', /blob: .*by its name.*\n {2}fix: name a \.gguf file/],
    ['{ base: good.gguf, adapter: missing.gguf }', 'checkpoint', /missing\.gguf: .*cannot be opened/],
    ['{ base: good.gguf, adapter: good.gguf }', 'checkpoint', /good\.gguf: .*no readable GGUF header/],
    [null, 'config', /no candidate is named/],
  ])('%s: %s', async (candidate, kind, says) => {
    const issue = await sourceIssue(config(temporaryFolder(FILES), candidate), 'candidate');
    expect(issue?.kind).toBe(kind);
    expect(issue?.describe()).toMatch(says);
  });
});

test('both sides are told at once, and a side that is not asked for is not looked at', async () => {
  const both = config(temporaryFolder(FILES), 'a.gguf', 'b.gguf');
  const { text } = await faultOf(() => requireSources(both, ['baseline', 'candidate']));
  expect(text).toMatch(/a\.gguf: the checkpoint cannot be opened/);
  expect(text).toMatch(/b\.gguf: the checkpoint cannot be opened/);
  const half = config(temporaryFolder(FILES), 'a.gguf');
  await expect(requireSources(half, ['baseline'])).resolves.toBeUndefined();
});
