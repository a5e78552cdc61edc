import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fetchedSmolLm2 } from '../../../../scripts/llama-server.ts';
import { cacheFolder } from '../../../../scripts/python-environment.ts';
import { faultOf } from '../../../support/fault.ts';
import { temporaryFolder } from '../../../support/real-engine.ts';
import { configured } from '../../../support/scoring.ts';

const weights = fetchedSmolLm2();
const { signal } = new AbortController();

/** The smallest model that follows a schema at all: what it is no judge of, it must not be taken for. */
test.skipIf(weights === null).each([
  ['faithfulness', {}],
  ['over_refusal', { backend: 'judge' }],
])(
  'SmolLM2-135M-Instruct in the embedded engine is known as no judge of %s',
  { timeout: 900_000 },
  async (name, more) => {
    const cache = temporaryFolder();
    // Replies are kept anew; the engine need not be installed again.
    for (const folder of readdirSync(cacheFolder()).filter((each) => each.startsWith('engine-')))
      symlinkSync(join(cacheFolder(), folder), join(cache, folder));
    vi.stubEnv('WEIGHBRIDGE_CACHE', cache);
    onTestFinished(() => void vi.unstubAllEnvs());
    const opened = await configured({ name, checkpoint: weights ?? '', max_tokens: 512, ...more }).open('/');
    onTestFinished(() => opened.close());
    expect(await faultOf(() => opened.ready(signal))).toMatchObject({
      kind: 'config',
      text: expect.stringMatching(
        /the model cannot judge (faithfulness|refusals): [\s\S]*name a larger model/,
      ),
    });
  },
);
