import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureNoise, NOISE_FILE } from '../../src/app/noise.ts';
import { renderNoise } from '../../src/report/noise.ts';
import { useBigramEngine } from '../support/bigram-engine.ts';
import { faultOf } from '../support/fault.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';
import { logged, projectFolder } from './story.ts';

const measure = (folder: string, more: Parameters<typeof logged>[1] = {}) =>
  measureNoise({
    ...{ configPath: join(folder, 'weighbridge.yml'), overrides: {} },
    ...logged(folder, more),
  });

test('the baseline is evaluated twice, by a model each time, whatever a store remembers', async () => {
  const folder = projectFolder('baseline: baseline.gguf\nstore: kept');
  const models = useBigramEngine();
  const noise = await measure(folder);
  expect(models).toEqual(['baseline.gguf', 'baseline.gguf']);
  expect(noise?.comparability).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, 'out', NOISE_FILE), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(noise)),
  );
});

test('stopped before its end it says nothing', async () => {
  const folder = projectFolder('baseline: baseline.gguf');
  const models = useBigramEngine();
  expect(await measure(folder, { signal: AbortSignal.abort() })).toBeNull();
  expect(models).toEqual([]);
});

test('results cannot be run again', async () => {
  const fault = await faultOf(() => measure(projectFolder('baseline: earlier')));
  expect(fault).toMatchObject({ kind: 'config', text: expect.stringContaining('shows no noise') });
});

test('several answers to each sample show what a second run would', async () => {
  const folder = temporaryFolder({
    'weighbridge.yml': `version: 1
candidate: candidate.gguf
baseline: baseline.gguf
tasks:
  said: { role: general, type: generate, dataset: rows.jsonl, scorers: [exact_match], doc_to_target: answer, repeats: 4, generation_kwargs: { temperature: 1 } }
gates: [{ metric: said, max_drop: 50pp }, { metric: said/pass@2, max_drop: 50pp }]
`,
    'rows.jsonl': jsonl(
      ...Array.from({ length: 12 }, (_, index) => ({
        id: `q${index}`,
        question: `the ${index}`,
        answer: 'a',
      })),
    ),
  });
  const models = useBigramEngine();
  const noise = await measure(folder);
  expect(models).toEqual(['baseline.gguf']);
  expect(noise?.metrics.map(({ metric, answers, pairs }) => [metric, answers, pairs])).toEqual([
    ['exact_match', 4, 12],
    ['exact_match_pass@2', undefined, 12],
  ]);
  expect(noise?.gates).toHaveLength(2);
  expect(noise === null ? '' : renderNoise(noise)).toContain('by the 4 answers to each sample of one run');
});
