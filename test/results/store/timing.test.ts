import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnswerSpeed } from '../../../src/core/domain/speed.ts';
import {
  type EvaluationTiming,
  readSpeeds,
  recordSpeeds,
  recordTiming,
} from '../../../src/results/store/timing.ts';
import { faultOf } from '../../support/fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const timing = (side: string): EvaluationTiming => ({
  side,
  started: '2026-01-01T00:00:00.000Z',
  seconds: 1.5,
  tasks: [{ task: 'facts', evaluated: 3, reused: 1 }],
});
const stored = (out: string) =>
  JSON.parse(readFileSync(join(out, 'timing.json'), 'utf8')) as { host: object; evaluations: object[] };

describe('timing.json', () => {
  test('keeps every evaluation in order, and says on what they ran', async () => {
    const out = temporaryFolder();
    await recordTiming(out, timing('baseline'));
    await recordTiming(out, timing('candidate'));
    expect(stored(out).evaluations).toEqual([timing('baseline'), timing('candidate')]);
    expect(stored(out).host).toEqual({
      platform: process.platform,
      node: process.version,
      processors: expect.any(Number),
    });
  });

  test('keeps how fast the sides answered, beside the evaluations', async () => {
    const out = temporaryFolder();
    const speed: AnswerSpeed = {
      ...{ task: 'facts', side: 'baseline', answers: 3, latency: { p50: 1, p95: 2 }, firstToken: null },
      ...{ tokensPerSecond: 12.5, cost: null, currency: null, machines: ['here'] },
    };
    await recordTiming(out, timing('baseline'));
    await recordSpeeds(out, [speed]);
    await recordTiming(out, timing('candidate'));
    expect(stored(out).evaluations).toHaveLength(2);
    expect(await readSpeeds(out)).toEqual([speed]);
    await recordSpeeds(out, []);
    expect(await readSpeeds(out)).toEqual([]);
  });

  test('speeds that are none are left out', async () => {
    const out = temporaryFolder({ 'timing.json': '{"speeds": [{"task": "facts", "machines": "all"}]}' });
    expect(await readSpeeds(out)).toEqual([]);
    await recordSpeeds(temporaryFolder(), []);
  });

  test.each([
    ['half a file', '{"evaluations": ['],
    ['another shape', '{"evaluations": 3}'],
  ])('%s is begun anew: it is for people', async (_, content) => {
    const out = temporaryFolder({ 'timing.json': content });
    await recordTiming(out, timing('baseline'));
    expect(stored(out).evaluations).toEqual([timing('baseline')]);
  });

  test('a folder that is a file is said, not thrown', async () => {
    const out = join(temporaryFolder({ out: 'a file' }), 'out');
    expect(await faultOf(() => recordTiming(out, timing('baseline')))).toMatchObject({
      kind: 'engine',
      text: expect.stringContaining('a file stands where a folder must be'),
    });
  });
});
