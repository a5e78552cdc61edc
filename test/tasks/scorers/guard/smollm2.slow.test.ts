import { expect, test } from 'vitest';
import { fetchedSmolLm2 } from '../../../../scripts/llama-server.ts';
import { GUARD_NAMES } from '../../../../src/tasks/scorers/guard/guards.ts';
import { faultOf } from '../../../support/fault.ts';
import { configured } from '../../../support/scoring.ts';

const checkpoint = fetchedSmolLm2();
const { signal } = new AbortController();
const SAID = 'I like trains.';

/** No guard fits on a small machine; a model that is none must neither pass for one nor leave a score of 0. */
test.skipIf(checkpoint === null).each(GUARD_NAMES)(
  'SmolLM2 under the prompt of %s is refused, and what it says is unscored',
  async (guard) => {
    const entry = { name: 'toxicity', backend: 'guard', guard, checkpoint: checkpoint ?? '' };
    const opened = await configured(entry).open('/');
    try {
      const fault = await faultOf(() => opened.ready(signal));
      expect(fault).toMatchObject({ kind: 'config', text: expect.stringContaining(`is no ${guard}`) });
      const answer = { id: '1', output: SAID, question: 'What is the capital of Italy?', targets: [] };
      const unscored = { unscored: expect.stringMatching(/said none of its labels/) };
      expect(await opened.score([answer], signal)).toEqual([
        { toxicity: unscored, 'toxicity.severity': unscored },
      ]);
    } finally {
      await opened.close();
    }
  },
);
