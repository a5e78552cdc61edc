import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { measuredSpeeds, rememberSpeeds, secondsOf, type TimedTask } from '../../src/app/speed.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import type { ModelSource } from '../../src/core/domain/model.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const config = resolveConfig({
  text: `version: 1
candidate: c.gguf
tasks: { facts: { role: general, type: multiple_choice, dataset: f.jsonl } }
gates: [{ metric: facts/acc, floor: 5% }]`,
  file: 'w.yml',
});
const speed = (task: string, rate: number) => ({ task, samples: 100, rate, tokensPerSecond: 10 * rate });

const file = (path: string): ModelSource => ({ kind: 'file', path });

test('the newest of each model and task stays: the config’s own model first, then others by their sizes', async () => {
  const environment = { WEIGHBRIDGE_CACHE: temporaryFolder() };
  const folder = temporaryFolder({
    'c.gguf': 'x'.repeat(20),
    'other.gguf': 'x'.repeat(5),
    'hf/w': 'x'.repeat(10),
  });
  const [own, other] = [file('c.gguf'), file('other.gguf')];
  const half: ModelSource = { kind: 'folder', path: 'hf' };
  // Paths of a config are from its own folder.
  const asked = { ...config, candidate: file('c.gguf'), directory: folder };
  const remember = (source: ModelSource, ...tasks: TimedTask[]) =>
    rememberSpeeds(asked, source, tasks, environment);
  await remember(own, speed('facts', 1));
  await remember(half, speed('facts', 6));
  await remember(other, speed('facts', 5), speed('rows', 7));
  await remember(file('gone.gguf'), speed('facts', 9));
  await remember({ kind: 'endpoint', url: 'http://here/v1', model: 'm' }, speed('facts', 9));
  await remember(own, speed('facts', 2), { ...speed('few', 9), samples: 3 });
  const found = await measuredSpeeds(asked, environment);
  expect(found.map(({ model, task, rate, times }) => [basename(model), task, rate, times])).toEqual([
    ['c.gguf', 'facts', 2, 1],
    ['hf', 'facts', 6, 2],
    ['other.gguf', 'facts', 5, 4],
    ['other.gguf', 'rows', 7, 4],
  ]);
  const cost = { samples: 100, tokens: 4000 };
  expect(secondsOf({ ...cost, task: 'facts' }, found)?.seconds).toBe(50);
  expect(secondsOf({ ...cost, task: 'new' }, found)?.seconds).toBe(200);
  // Half as large: 4000 tokens at 60 a second, twice.
  expect(secondsOf({ ...cost, task: 'facts' }, found.slice(1))?.seconds).toBeCloseTo(133.33, 1);
  expect(secondsOf({ ...cost, task: 'new' }, [])).toBeNull();
});

test('those of another machine or engine say nothing here', async () => {
  const environment = { WEIGHBRIDGE_CACHE: temporaryFolder() };
  await rememberSpeeds(config, file('c.gguf'), [speed('facts', 1)], environment);
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
  await rememberSpeeds(config, file('c.gguf'), [speed('facts', 1)], environment);
  expect(await measuredSpeeds(config, environment)).toHaveLength(1);
});

test('a cache that cannot be written costs the estimate alone', async () => {
  const environment = { WEIGHBRIDGE_CACHE: join(temporaryFolder({ cache: 'a file' }), 'cache') };
  await rememberSpeeds(config, file('c.gguf'), [speed('facts', 1)], environment);
  expect(await measuredSpeeds(config, environment)).toEqual([]);
});
