import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onBaseSuite } from '../../../src/app/suite/base-suite.ts';
import { readConfig } from '../../../src/config/load.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const config = (engine: string, reference: string) => `version: 1
candidate: c.gguf
baseline: b.gguf
reference: ${reference}
${engine}tasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl } }
gates: [{ metric: facts/acc, max_drop: 5pp }]
`;
const served = (host: string) =>
  `{ model: { url: "http://${host}/v1", model: large }, engine: { type: openai, api_key_env: KEY } }`;

test.each([
  ['that the change sends elsewhere', served('elsewhere')],
  ['that the change takes away', 'null'],
])('where the suite is that of the base branch, so is a reference %s', async (_, reference) => {
  const folder = temporaryFolder({ 'w.yml': config('engine: { threads: 1 }\n', reference) });
  const loaded = await readConfig(join(folder, 'w.yml'), {});
  const suite = { directory: folder, config: config('', served('ours')) };
  const asked = onBaseSuite(loaded, suite).config;
  expect(asked.reference).toMatchObject({ kind: 'endpoint', url: 'http://ours/v1' });
  expect(asked.referenceEngine).toMatchObject({ type: 'openai', api_key_env: 'KEY' });
  expect(asked.engine).toMatchObject({ type: 'llama.cpp', threads: 'auto' });
});
