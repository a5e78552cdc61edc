import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureNoise, NOISE_FILE } from '../../src/app/noise.ts';
import { useBigramEngine } from '../support/bigram-engine.ts';
import { faultOf } from '../support/fault.ts';
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
