import { expect, test } from 'vitest';
import type { GateResult, VerdictFile } from '../../../src/core/domain/decision.ts';
import type { ModelIdentity } from '../../../src/core/domain/model.ts';
import type { Verdict } from '../../../src/core/domain/verdict.ts';
import { toPlain } from '../../../src/report/inline.ts';
import type { ReportContext } from '../../../src/report/section.ts';
import { nextStepSection } from '../../../src/report/sections/next-step.ts';
import { CONTEXT } from '../examples.ts';

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

function said(file: Partial<VerdictFile>, context: Partial<ReportContext> = {}): string {
  const known = { candidate: null, baseline: null, ...file } as VerdictFile;
  const { blocks } = nextStepSection(known, { context: { ...CONTEXT, ...context } });
  const [block] = blocks;
  if (blocks.length !== 1 || block?.kind !== 'paragraph') throw new Error('not one paragraph');
  const text = toPlain(block.content);
  expect(text).toMatch(/^Next: /);
  return text.slice('Next: '.length);
}

test('a class of sums without samples is not to be run again', () => {
  const lost = gate('invalid', { metric: 'f1[refund]', pairs: 0, baseline: null });
  const file = { verdict: 'invalid', blocked: true, gates: [lost] } as const;
  expect(said({ ...file, comparability: [] })).toMatch(
    /results of facts that keep their samples, or gate a metric/,
  );
  const run = { task: 'facts', field: 'run', baseline: 'there', candidate: null, severity: 'hard' } as const;
  expect(said({ ...file, comparability: [run] })).toMatch(/run it again/);
});

test.each<[string, Verdict, boolean, GateResult[], RegExp]>([
  ['a pass', 'pass', false, [gate('pass')], /merge when/],
  ['a regression', 'regression', true, [gate('regression')], /train again.*waives.*base branch/],
  ['one that was waived', 'regression', false, [gate('regression')], /why it was waived/],
  [
    'what more samples would prove',
    'inconclusive',
    true,
    [gate('pass'), gate('inconclusive', { pairs: 1500 })],
    /^evaluate about 4,300 samples of facts, 1,500 until now; or choose.*facts\/acc/,
  ],
  [
    'what more samples than anybody has would prove',
    'inconclusive',
    true,
    [gate('inconclusive')],
    /^choose on the base branch a limit for facts\/acc.*: today’s takes about 4,300 samples of facts, 150 until now\./,
  ],
  ['what no number is known for', 'inconclusive', true, [gate('inconclusive', { needed: null })], /^choose/],
  [
    'a gate that cannot fail',
    'inconclusive',
    true,
    [gate('inconclusive', { blind: 'cannot see a loss' })],
    /judge facts by a metric that can show a loss/,
  ],
  [
    'cases of which the baseline passes none',
    'inconclusive',
    true,
    [gate('inconclusive', { rule: 'max_new_failures', needed: null })],
    /^add cases to facts that the baseline passes: only these can fail anew\./,
  ],
  ['a lean', 'inconclusive', false, [gate('inconclusive')], /merge if no proof.*4,300 samples of facts/],
  ['what is undecided without a gate', 'inconclusive', true, [], /read below/],
  ['what could not be judged', 'invalid', true, [gate('invalid')], /mend what is named/],
])('after %s there is one thing to do', (_, verdict, blocked, gates, words) => {
  expect(said({ verdict, blocked, gates })).toMatch(words);
});

const MODEL = { digest: 'sha256:a', adapter_digest: null } as ModelIdentity;

test.each<[string, Partial<VerdictFile>, Partial<ReportContext>, RegExp]>([
  ['of an older commit', {}, { commit: { sha: 'a', newerHead: 'b' } }, /^wait for the verdict on the newer/],
  ['by its own config', {}, { ownPolicy: true }, /^have it judged by the base branch's policy/],
  ['of a model against itself', { candidate: MODEL, baseline: MODEL }, {}, /the checkpoint that you mean/],
  ['with the same answers throughout', { identicalAnswers: 500 }, {}, /the checkpoint that you mean/],
  ['that blocks all the same', { blocked: true, verdict: 'regression' }, { ownPolicy: true }, /train again/],
])('nobody is told to merge on a verdict %s', (_, more, context, words) => {
  const file = {
    verdict: 'pass',
    blocked: false,
    gates: [],
    candidate: null,
    baseline: null,
    ...more,
  } as const;
  expect(said(file, context)).toMatch(words);
});
