import { expect, test } from 'vitest';
import { emptyOutputs } from '../../../src/app/judge/empty-outputs.ts';
import type { Gate, Tier } from '../../../src/core/domain/gate.ts';
import type { Side } from '../../../src/core/domain/run.ts';
import { record, run } from '../../core/compare/build.ts';

const gate = (tier: Tier): Gate => ({
  ...{ id: 'facts/acc:max_drop', rule: 'max_drop', task: 'facts', metric: 'acc', tier },
  ...{ limit: { kind: 'absolute', value: 0.1 }, source: { kind: 'default' } },
});

/** A side that says so in each of three answers; without an output, one of which none is kept. */
const side = (side: Side, harness: string, ...outputs: (string | undefined)[]) => ({
  record: record({ side, fingerprint: { harness } }),
  samples: run([1, 1, 1]).samples.map(({ output: _, ...sample }, index) => {
    const output = outputs[index];
    return output === undefined ? sample : { ...sample, output };
  }),
});

const NATIVE = 'weighbridge native';
// red-team 5: a candidate that answers nothing
test.each<[string, boolean, string, string[], string[], Tier]>([
  ['all answers empty', true, NATIVE, ['a', 'b', ''], ['', '\n', ' '], 'blocking'],
  ['and those of the baseline', true, NATIVE, ['', '', ''], ['', '', ''], 'blocking'],
  ['one answer is not', false, NATIVE, ['a', 'b', ''], ['', '', 'no'], 'blocking'],
  ['of a task that nobody asks for them', false, NATIVE, [], [], 'blocking'],
  ['where nothing can block', false, NATIVE, ['a', 'b', 'c'], ['', '', ''], 'advisory'],
  ['of another program that kept those of the baseline', true, 'x', ['a', 'b', ''], ['', '', ''], 'blocking'],
  ['of another program that kept none', false, 'x', ['', '', ''], ['', '', ''], 'blocking'],
])('%s: told %j', (_, isTold, harness, before, after, tier) => {
  const [baseline, candidate] = [side('baseline', harness, ...before), side('candidate', harness, ...after)];
  const told = emptyOutputs([candidate], [baseline], [gate(tier)]);
  expect(told).toEqual(isTold ? [expect.stringContaining('3 answers to facts are empty')] : []);
});
