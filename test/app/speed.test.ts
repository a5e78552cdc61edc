import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measuredSpeeds, rememberSpeeds, secondsOf } from '../../src/app/speed.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const config = resolveConfig({
  text: `version: 1
candidate: c.gguf
tasks: { facts: { role: general, type: multiple_choice, dataset: f.jsonl } }
gates: [{ metric: facts/acc, floor: 5% }]`,
  file: 'w.yml',
});
const speed = (task: string, rate: number) => ({ task, samples: 100, rate, tokensPerSecond: 10 * rate });

test('the newest of each model and task stays, the config’s own model first', async () => {
  const environment = { WEIGHBRIDGE_CACHE: temporaryFolder() };
  await rememberSpeeds(config, 'c.gguf', [speed('facts', 1)], environment);
  await rememberSpeeds(config, 'other.gguf', [speed('facts', 5), speed('rows', 6)], environment);
  await rememberSpeeds(
    config,
    'c.gguf',
    [speed('facts', 2), { ...speed('few', 9), samples: 3 }],
    environment,
  );
  const found = await measuredSpeeds(config, environment);
  expect(found.map(({ model, task, rate }) => [model, task, rate])).toEqual([
    ['c.gguf', 'facts', 2],
    ['other.gguf', 'facts', 5],
    ['other.gguf', 'rows', 6],
  ]);
  const cost = { samples: 100, tokens: 4000 };
  expect(secondsOf({ ...cost, task: 'facts' }, found)?.seconds).toBe(50);
  expect(secondsOf({ ...cost, task: 'new' }, found)?.seconds).toBe(200);
  expect(secondsOf({ ...cost, task: 'new' }, [])).toBeNull();
});

test('those of another machine or engine say nothing here', async () => {
  const environment = { WEIGHBRIDGE_CACHE: temporaryFolder() };
  await rememberSpeeds(config, 'c.gguf', [speed('facts', 1)], environment);
  const served = { ...config, engine: { ...config.engine, type: 'openai' } } as typeof config;
  expect(await measuredSpeeds(served, environment)).toEqual([]);
  const [own] = await measuredSpeeds(config, environment);
  const elsewhere = { schema_version: 1, speeds: [{ ...own, machine: 'elsewhere' }] };
  writeFileSync(join(environment.WEIGHBRIDGE_CACHE, 'speeds.json'), JSON.stringify(elsewhere));
  expect(await measuredSpeeds(config, environment)).toEqual([]);
});

test.each(['{', '{"speeds": 3}'])('a file that says %s is begun anew', async (content) => {
  const environment = { WEIGHBRIDGE_CACHE: temporaryFolder({ 'speeds.json': content }) };
  expect(await measuredSpeeds(config, environment)).toEqual([]);
  await rememberSpeeds(config, 'c.gguf', [speed('facts', 1)], environment);
  expect(await measuredSpeeds(config, environment)).toHaveLength(1);
});

test('a cache that cannot be written costs the estimate alone', async () => {
  const environment = { WEIGHBRIDGE_CACHE: join(temporaryFolder({ cache: 'a file' }), 'cache') };
  await rememberSpeeds(config, 'c.gguf', [speed('facts', 1)], environment);
  expect(await measuredSpeeds(config, environment)).toEqual([]);
});
