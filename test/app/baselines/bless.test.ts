import { expect, test } from 'vitest';
import { type BlessableSide, runsToBless } from '../../../src/app/baselines/bless.ts';
import { type Tampered, writeTampered } from '../../red-team/attempt.ts';
import { faultOf } from '../../support/fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** `sequential` stopped half-way, `to its end` was designed so and has every sample all the same. */
type Design = 'full' | 'sequential' | 'to its end' | 'none';

const STOPPED: Tampered = {
  record: { design: 'sequential', status: { state: 'complete', stopped: { after: 10, because: 'decided' } } },
  line: (same, index) => (index < 10 ? same : null),
};
const DESIGNED: Record<Exclude<Design, 'none'>, Tampered> = {
  full: {},
  sequential: STOPPED,
  'to its end': { record: { design: 'sequential', order_seed: 7 } },
};

function folderOf(sides: Readonly<Record<BlessableSide, Design>>): string {
  const folder = temporaryFolder({});
  for (const side of ['baseline', 'candidate'] as const) {
    const design = sides[side];
    if (design !== 'none') writeTampered(folder, side, { planned: 20, ...DESIGNED[design] });
  }
  return folder;
}

test.each<[string, Record<BlessableSide, Design>, BlessableSide | undefined, BlessableSide]>([
  ['the candidate, where nobody says whose', { baseline: 'full', candidate: 'full' }, undefined, 'candidate'],
  ['the baseline of a default run', { baseline: 'full', candidate: 'sequential' }, undefined, 'baseline'],
  ['the baseline that was evaluated alone', { baseline: 'full', candidate: 'none' }, undefined, 'baseline'],
  [
    'a candidate that was to stop early, and has every sample',
    { baseline: 'full', candidate: 'to its end' },
    undefined,
    'candidate',
  ],
  ['the side that is named', { baseline: 'full', candidate: 'full' }, 'baseline', 'baseline'],
])('%s is blessed', async (_, sides, side, blessed) => {
  const { runs, remark } = await runsToBless(folderOf(sides), side);
  expect(runs.map(({ record }) => record.side)).toEqual([blessed]);
  // What nobody asked for is said.
  expect(remark === null).toBe(blessed === 'candidate' || side !== undefined);
});

test.each<[string, Record<BlessableSide, Design>, BlessableSide | undefined, RegExp]>([
  [
    'the side that was named',
    { baseline: 'full', candidate: 'sequential' },
    'candidate',
    /stop early\n {2}fix: .*`weighbridge evaluate --role candidate --full/,
  ],
  [
    'both',
    { baseline: 'sequential', candidate: 'sequential' },
    undefined,
    /stop early\n {2}fix: .*--role candidate --full/,
  ],
])('nothing is blessed where %s stopped early', async (_, sides, side, message) => {
  const fault = await faultOf(() => runsToBless(folderOf(sides), side));
  expect(fault.text).toMatch(message);
});
