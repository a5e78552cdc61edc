import { expect, test } from 'vitest';
import type { GateResult, VerdictFile } from '../../../src/core/domain/decision.ts';
import type { Verdict } from '../../../src/core/domain/verdict.ts';
import { toPlain } from '../../../src/report/inline.ts';
import { nextStepSection } from '../../../src/report/sections/next-step.ts';

const gate = (verdict: Verdict, more: Partial<GateResult> = {}) =>
  ({
    ...{
      id: 'facts/acc:max_drop',
      task: 'facts',
      metric: 'acc',
      rule: 'max_drop',
      tier: 'blocking',
      verdict,
    },
    ...{ pairs: 150, needed: 4280, limit: '2pp', delta: null, candidate: null },
    ...more,
  }) as GateResult;

test.each<[string, Verdict, boolean, GateResult[], RegExp]>([
  ['a pass', 'pass', false, [gate('pass')], /merge when/],
  ['a regression', 'regression', true, [gate('regression')], /train again.*waives.*base branch/],
  ['one that was waived', 'regression', false, [gate('regression')], /why it was waived/],
  [
    'what more samples would prove',
    'inconclusive',
    true,
    [gate('pass'), gate('inconclusive')],
    /evaluate about 4,280 samples of facts, 150 until now; or choose.*facts\/acc/,
  ],
  ['what no number is known for', 'inconclusive', true, [gate('inconclusive', { needed: null })], /^choose/],
  [
    'a gate that cannot fail',
    'inconclusive',
    true,
    [gate('inconclusive', { blind: 'cannot see a loss' })],
    /judge facts by a metric that can show a loss/,
  ],
  ['a lean', 'inconclusive', false, [gate('inconclusive')], /merge if no proof.*4,280 samples of facts/],
  ['what is undecided without a gate', 'inconclusive', true, [], /read below/],
  ['what could not be judged', 'invalid', true, [gate('invalid')], /mend what is named/],
])('after %s there is one thing to do', (_, verdict, blocked, gates, words) => {
  const { blocks } = nextStepSection({ verdict, blocked, gates } as unknown as VerdictFile);
  const [block] = blocks;
  if (blocks.length !== 1 || block?.kind !== 'paragraph') throw new Error('not one paragraph');
  const text = toPlain(block.content);
  expect(text).toMatch(/^Next: /);
  expect(text.slice('Next: '.length)).toMatch(words);
});
