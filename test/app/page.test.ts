import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { renderPage } from '../../src/app/page.ts';
import type { ShownSamples } from '../../src/core/domain/shown-samples.ts';
import { CONTEXT, PASS } from '../report/examples.ts';
import { shownOf, shownSample } from '../report/shown.ts';

const unpack = (page: string): ShownSamples => {
  const [, text = ''] = /<script type="text\/plain" id="samples-data">([^<]*)</.exec(page) ?? [];
  return JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString());
};

describe('the samples in a page', () => {
  test('are all there, whatever they say', () => {
    const question = '</script><script>alert(1)</script><!-- \u2028 ]]> \u0000';
    const samples = shownOf([shownSample({ asked: { question } })], 3);
    expect(unpack(renderPage(PASS, CONTEXT, samples))).toEqual(samples);
  });

  test('are as many as there is room for, the worst first, and the others are counted', () => {
    const random = () => shownSample({ asked: { question: randomBytes(750).toString('hex') } });
    const samples = shownOf(Array.from({ length: 300 }, random));
    const page = renderPage(PASS, CONTEXT, samples, 100_000);
    expect(page.length).toBeLessThan(200_000);
    const kept = unpack(page);
    expect(kept.samples.length).toBeGreaterThan(50);
    expect(kept.samples).toEqual(samples.samples.slice(0, kept.samples.length));
    expect(kept.omitted).toBe(300 - kept.samples.length);
  });
});
