import { describe, expect, test } from 'vitest';
import { judgeUnderPolicies, type Policies } from '../../src/app/policy.ts';
import { ownPromptOf } from '../../src/config/own-prompt.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { verdictFileSchema } from '../../src/config/verdict-schema.ts';
import type { SuiteChange, Waiver } from '../../src/core/domain/policy.ts';
import type { Side } from '../../src/core/domain/run.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import type { PartialRead } from '../../src/results/store/results.ts';
import { record, run } from '../core/compare/build.ts';
import { CONTEXT } from '../report/examples.ts';

const TASK = '  facts: { role: general, type: multiple_choice, dataset: facts.jsonl }\n';
const text = (gates: string, tasks = TASK) =>
  `version: 1\ncandidate: c.gguf\nbaseline: b.gguf\ntasks:\n${tasks}gates:\n${gates}`;
const LIMIT = (limit: string) => `  - { metric: facts/acc, max_drop: ${limit} }\n`;

/** A side that answered so many of 200 questions rightly. */
function side(of: Side, right: number, tasks = ['facts']): PartialRead {
  const { samples } = run(Array.from({ length: 200 }, (_, index) => (index < right ? 1 : 0)));
  const runs = tasks.map((task) => ({
    ...{ folder: of, samples, incomplete: null },
    record: record({ side: of, planned: 200, task }),
  }));
  return { runs, faults: [] };
}

const BASE_DIGEST = record().model.digest;
/** A candidate that answers as the baseline, with these weights. */
function ofWeights(digest: string, adapter_digest: string | null): PartialRead {
  const { runs, faults } = side('candidate', 150);
  return {
    faults,
    runs: runs.map((each) => ({
      ...each,
      record: { ...each.record, model: { ...each.record.model, digest, adapter_digest } },
    })),
  };
}

function judge(
  head: string,
  base: string | null,
  right = 150,
  rest: Partial<Policies> = {},
  tasks: string[] = ['facts'],
) {
  const sides = { baseline: side('baseline', 150, tasks), candidate: side('candidate', right, tasks) };
  return judgeUnderPolicies(resolveConfig({ text: head, file: 'w.yml' }), {}, sides, {
    base: { revision: 'f'.repeat(40), config: base },
    ...{ waivers: [], today: '2026-11-21', untrusted: null },
    ...rest,
  });
}

describe('a prompt of the baseline alone', () => {
  const own = (description: string) =>
    text(LIMIT('5pp')).replace(
      'baseline: b.gguf',
      `baseline: { sources: b.gguf, prompt: { facts: { description: "${description}" } } }`,
    );
  const digestIn = (config: string) =>
    ownPromptOf(resolveConfig({ text: config, file: 'w.yml' }), 'facts')?.digest ?? '';
  /** The baseline as the head's config has it asked. */
  function judgedAs(head: string, base: string, rest: Partial<Policies> = {}) {
    const sides = { baseline: side('baseline', 150), candidate: side('candidate', 150) };
    const [{ record: asked, ...run } = { record: record() }, ...others] = sides.baseline.runs;
    const fingerprint = { ...asked.fingerprint, prompt: 'sha256:other', own_prompt: digestIn(head) };
    const runs = [{ ...run, record: { ...asked, fingerprint } }, ...others] as typeof sides.baseline.runs;
    const config = resolveConfig({ text: head, file: 'w.yml' });
    return judgeUnderPolicies(
      config,
      {},
      { ...sides, baseline: { runs, faults: [] } },
      {
        base: { revision: 'f'.repeat(40), config: base },
        ...{ waivers: [], today: '2026-11-21', untrusted: null },
        ...rest,
      },
    );
  }

  test('that both say is accepted', () => {
    expect(judgedAs(own('a'), own('a'))).toMatchObject({
      verdict: 'pass',
      comparability: [{ field: 'own_prompt', severity: 'soft' }],
    });
  });

  test.each([
    ['only the pull request says', own('a'), text(LIMIT('5pp'))],
    ['the pull request changes', own('a'), own('b')],
  ])('that %s is not, and the change is named', (_, head, base) => {
    const file = judgedAs(head, base);
    expect(file).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(file.policyOrigin?.changes.map(({ subject }) => subject)).toContain('baseline.prompt.facts');
  });

  test('whose change a person has to accept is judged as it was asked, once one has', () => {
    const changed: SuiteChange = {
      ...{
        subject: 'baseline.prompt.facts.description',
        before: 'b',
        after: 'a',
        kind: 'changed',
        counts: true,
      },
      ...{ digests: { before: null, after: null }, size: null },
    };
    const suite = { mode: 'block' as const, digest: 'd'.repeat(64), changes: [changed] };
    expect(judgedAs(own('a'), own('b'), { suite }).verdict).toBe('invalid');
    const waiver = {
      ...{ gate: 'suite', by: 'lead', reason: 'the prompt that is in production', expires: '2026-12-01' },
      ...{ source: 'label' as const, refused: null },
    };
    const accepted = judgedAs(own('a'), own('b'), { suite, waivers: [waiver] });
    expect(accepted).toMatchObject({ verdict: 'pass' });
  });
});

describe('the policy of the base branch', () => {
  test('loosened by the pull request: the stricter verdict decides, and the change is shown', () => {
    const file = judge(text(LIMIT('50pp')), text(LIMIT('5pp')), 110);
    expect(file).toMatchObject({ verdict: 'regression', blocked: true, exitCode: 1 });
    expect(file.gates).toMatchObject([{ id: 'facts/acc:max_drop', limit: '5pp', verdict: 'regression' }]);
    expect(file.policyOrigin).toMatchObject({
      state: 'changed',
      changes: [{ before: '5pp', after: '50pp' }],
    });
    expect(file.reasons).toContainEqual(
      'The policy of the base branch says regression, which blocks; that of the pull request says pass. The stricter of the two decides.',
    );
    const { markdown } = renderMarkdown(file, CONTEXT, 60_000);
    expect(markdown).toContain('#### This pull request changes how it is judged');
    expect(markdown).toContain('<code>5pp</code> → <code>50pp</code> (looser)');
    expect(renderTerminal(file, { color: false })).toContain('- facts/acc: max_drop 5pp → 50pp (looser)');
  });

  test('tightened by the pull request: its own limit decides', () => {
    const file = judge(text(LIMIT('5pp')), text(LIMIT('50pp')), 110);
    expect(file).toMatchObject({ verdict: 'regression', blocked: true });
    expect(file.gates).toMatchObject([{ limit: '5pp' }]);
    expect(file.policy.limits['facts/acc:max_drop']?.value).toBe('5pp');
  });

  // red-team 1: a gate removed
  test('a gate that the pull request removes still decides', () => {
    const other = '  - { metric: facts/acc_norm, max_drop: 50pp }\n';
    const file = judge(text(other), text(LIMIT('5pp')), 110);
    expect(file.blocked).toBe(true);
    expect(file.gates.find(({ id }) => id === 'facts/acc:max_drop')?.verdict).toBe('regression');
  });

  // red-team 1: a gate made advisory
  test('a gate that the pull request makes advisory still blocks', () => {
    const advisory = text(
      `${LIMIT('5pp').replace(' }', ', tier: advisory }')}  - { metric: facts/acc, floor: 1% }\n`,
    );
    const file = judge(advisory, text(LIMIT('5pp')), 110);
    expect(file).toMatchObject({ verdict: 'regression', blocked: true });
    expect(file.gates[0]).toMatchObject({ tier: 'blocking', blocks: true });
  });

  test('warn instead of lean does not open the gate', () => {
    const warn = `${text(LIMIT('2pp'))}policy: { on_inconclusive: warn }\n`;
    const lenient = judge(warn, warn, 144);
    const file = judge(warn, text(LIMIT('2pp')), 144);
    expect(lenient).toMatchObject({ verdict: 'inconclusive', blocked: false });
    expect(file).toMatchObject({ verdict: 'inconclusive', blocked: true, exitCode: 2 });
  });

  test('a gated task that the pull request removes is invalid; ungated, it may go', () => {
    const more = TASK.replace('facts:', 'more:');
    const base = text(`${LIMIT('5pp')}  - { metric: more/acc, max_drop: 5pp }\n`, `${TASK}${more}`);
    const file = judge(text(LIMIT('5pp')), base);
    expect(file).toMatchObject({ verdict: 'invalid', blocked: true, exitCode: 3 });
    expect(file.summary).toContain('the base branch gates the task more, and this pull request removes it');
    const ungated = text(LIMIT('5pp'), `${TASK}${more}`);
    expect(judge(text(LIMIT('5pp')), ungated)).toMatchObject({ verdict: 'pass', blocked: false });
  });

  test('a new task and its gate are judged by the pull request', () => {
    const more = TASK.replace('facts:', 'more:');
    const head = text(`${LIMIT('5pp')}  - { metric: more/acc, max_drop: 5pp }\n`, `${TASK}${more}`);
    const file = judge(head, text(LIMIT('5pp')), 150, {}, ['facts', 'more']);
    expect(file).toMatchObject({ verdict: 'pass', blocked: false });
    expect(file.gates.map(({ id }) => id)).toEqual(['facts/acc:max_drop', 'more/acc:max_drop']);
  });

  test('a baseline that is the candidate itself is invalid', () => {
    const own = text(LIMIT('5pp')).replace('b.gguf', './c.gguf');
    expect(judge(own, text(LIMIT('5pp')))).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(judge(own, text(LIMIT('5pp'))).summary).toContain('the baseline is the candidate itself');
  });

  test('so is one that the pull request moves to a copy of the candidate, accepted or not', () => {
    const moved: SuiteChange = {
      ...{ subject: 'baseline', before: 'b.gguf', after: 'copy.gguf', size: null },
      ...{ digests: { before: null, after: null }, kind: 'changed', counts: true },
    };
    const suite = { mode: 'warn', digest: 'd', changes: [moved] } as const;
    const same = text(LIMIT('5pp'));
    expect(judge(same, same, 150, { suite })).toMatchObject({ verdict: 'invalid', blocked: true });
    const other = { ...suite, changes: [{ ...moved, subject: 'tasks.facts.dataset' }] };
    expect(judge(same, same, 150, { suite: other })).toMatchObject({ verdict: 'pass' });
    const unlike = { baseline: side('baseline', 150), candidate: ofWeights('sha256:other', null) };
    const adapted = { baseline: side('baseline', 150), candidate: ofWeights(BASE_DIGEST, 'sha256:adapter') };
    for (const sides of [unlike, adapted]) {
      const config = resolveConfig({ text: same, file: 'w.yml' });
      const policies = {
        base: { revision: 'f'.repeat(40), config: same },
        suite,
        waivers: [],
        today: '2026-11-21',
        untrusted: null,
      };
      expect(judgeUnderPolicies(config, {}, sides, policies)).toMatchObject({ verdict: 'pass' });
    }
  });

  test('the same policy is evaluated once, and said', () => {
    const file = judge(`# moved\n${text(LIMIT('5pp'))}`, text(LIMIT('5pp')));
    expect(file).toMatchObject({ verdict: 'pass', policyOrigin: { state: 'same', changes: [] } });
    const { markdown } = renderMarkdown(file, CONTEXT, 60_000);
    expect(markdown).toContain('Read from the base branch at <code>ffffffffffff</code>');
  });

  test('first adoption: the pull request’s own policy applies, and that is said', () => {
    const file = judge(text(LIMIT('5pp')), null);
    expect(file).toMatchObject({ verdict: 'pass', policyOrigin: { state: 'adopted' } });
    expect(renderMarkdown(file, CONTEXT, 60_000).markdown).toContain('The base branch has no config yet');
  });

  // red-team 1: a config of the base branch that cannot be read
  test('a base branch whose config is at fault is no licence', () => {
    expect(() => judge(text(LIMIT('5pp')), 'version: 1\ngaits: []\n')).toThrow('gaits');
  });

  test('the verdict file keeps to its schema, and is the same twice', () => {
    const waivers = [
      { gate: 'facts/acc', by: 'a', reason: 'r', expires: '2027-01-01', source: 'label', refused: null },
    ];
    const once = judge(text(LIMIT('50pp')), text(LIMIT('5pp')), 110, { waivers, untrusted: 'forged?' });
    expect(verdictFileSchema.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
    expect(judge(text(LIMIT('50pp')), text(LIMIT('5pp')), 110, { waivers, untrusted: 'forged?' })).toEqual(
      once,
    );
  });
});

describe('what the pull request changes of the suite', () => {
  const changes = ['a', 'b', 'c', 'd'].map(
    (name): SuiteChange => ({
      ...{ subject: `tasks.${name}.dataset`, before: 'x', after: 'y', kind: 'changed', counts: true },
      ...{ digests: { before: null, after: null }, size: null },
    }),
  );
  const suite = { mode: 'block' as const, digest: 'd'.repeat(64), changes };
  const word = { by: 'lead', reason: 'new rows', expires: '2026-12-01' };
  const same = text(LIMIT('5pp'));

  test('waits for a word, and three changes are named', () => {
    const file = judge(same, same, 150, { suite });
    expect(file).toMatchObject({
      verdict: 'invalid',
      blocked: true,
      policyOrigin: { suite: { accepted: null } },
    });
    expect(file).not.toHaveProperty('waivers');
    expect(file.summary).toContain(
      'tasks.a.dataset, tasks.b.dataset, tasks.c.dataset and 1 more. Nobody has',
    );
    const three = judge(same, same, 150, { suite: { ...suite, changes: changes.slice(1) } });
    expect(three.summary).toContain('tasks.b.dataset, tasks.c.dataset, tasks.d.dataset. Nobody has');
  });

  test.each([
    ['all of it', 'outdated', 'this branch does not have what the base branch has by now'],
    ['a part of it', 'changed', 'this pull request changes what decides about it'],
  ] as const)('is what the branch has not yet, where %s is', (_, kind, says) => {
    const some = changes.map((change, index) => ({
      ...change,
      kind: index === 3 ? kind : ('outdated' as const),
    }));
    expect(judge(same, same, 150, { suite: { ...suite, changes: some } }).summary).toContain(says);
  });

  test.each<[string, Partial<Waiver>, string | null]>([
    ['the label of this commit', { gate: 'suite', source: 'label' }, null],
    ['its digest, in the waivers', { gate: `suite:${suite.digest}` }, null],
    ['no change, in the waivers', { gate: 'suite' }, `it names no change: write \`suite:${suite.digest}\``],
    ['another change', { gate: `suite:${'e'.repeat(64)}` }, 'it accepts another change'],
    ['a day that is over', { gate: 'suite', source: 'label', expires: '2026-11-20' }, 'it expired'],
    ['somebody who may not', { gate: 'suite', source: 'label', refused: 'may not' }, 'may not'],
  ])('and a word for %s', (_, waiver, because) => {
    const waivers = [
      { ...word, source: 'weighbridge-waivers.yml:3', refused: null, gate: 'suite', ...waiver },
    ];
    const file = judge(same, same, 150, { suite, waivers });
    expect(file.waivers).toMatchObject([{ applied: because === null }]);
    expect(file.waivers?.[0]?.because ?? null).toEqual(
      because === null ? null : expect.stringContaining(because),
    );
    expect(file).toMatchObject({ verdict: because === null ? 'pass' : 'invalid' });
    expect(file.policyOrigin?.suite).toEqual({ ...suite, accepted: because === null ? word : null });
  });

  test('stands beside waivers of gates', () => {
    const gate = { ...word, gate: 'facts/acc', source: 'label', refused: null };
    const file = judge(same, same, 100, { suite, waivers: [gate, { ...gate, gate: 'suite' }] });
    expect(file.waivers?.map(({ gate, applied }) => [gate, applied]).sort()).toEqual([
      ['facts/acc', true],
      ['suite', true],
    ]);
    expect(file).toMatchObject({ verdict: 'regression', blocked: false });
  });

  test('a word that nothing waits for is said to be one', () => {
    const waiver = { ...word, gate: 'suite', source: 'label', refused: null };
    const file = judge(same, same, 150, { suite: { ...suite, mode: 'warn' }, waivers: [waiver] });
    expect(file).toMatchObject({
      verdict: 'pass',
      waivers: [{ applied: false, because: 'nothing waits for it' }],
    });
  });
});

describe('the tip of the base branch', () => {
  const judgeTip = (head: string, fork: string | null, tip: string | null, right = 110, more = {}) =>
    judge(head, fork, right, {
      base: { revision: 'f'.repeat(40), config: fork, tip: { revision: 'e'.repeat(40), config: tip } },
      ...more,
    });

  // red-team 1: a limit that the merge base or the tip has looser
  test.each([
    ['planted in the merge base', '50pp', '50pp', '5pp'],
    ['kept from before it was tightened', '5pp', '50pp', '50pp'],
  ])('a loose limit %s: the stricter decides, and both commits are named', (_, head, fork, tip) => {
    const file = judgeTip(text(LIMIT(head)), text(LIMIT(fork)), text(LIMIT(tip)));
    expect(file).toMatchObject({ verdict: 'regression', blocked: true, exitCode: 1 });
    expect(file.policyOrigin).toMatchObject({ revision: 'f'.repeat(40), tip: 'e'.repeat(40) });
    expect(verdictFileSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    const { markdown } = renderMarkdown(file, CONTEXT, 60_000);
    expect(markdown).toContain('<code>ffffffffffff</code>, where this branch left it, and at its tip');
    expect(markdown).toContain('<code>eeeeeeeeeeee</code>');
  });

  // red-team 1: a branch from before there was a policy
  test('a merge base from before the adoption does not adopt once more', () => {
    const file = judgeTip(text(LIMIT('50pp')), null, text(LIMIT('5pp')));
    expect(file).toMatchObject({ verdict: 'regression', policyOrigin: { state: 'changed' } });
  });

  test('a task that it gates by now is missed, with what to do', () => {
    const more = TASK.replace('facts:', 'more:');
    const tip = text(`${LIMIT('5pp')}  - { metric: more/acc, max_drop: 5pp }\n`, `${TASK}${more}`);
    const file = judgeTip(text(LIMIT('5pp')), text(LIMIT('5pp')), tip, 150);
    expect(file).toMatchObject({ verdict: 'invalid', blocked: true });
    expect(file.summary).toContain('bring this branch up to date');
  });

  // red-team 1: a waiver that never ends
  test.each([
    ['2027-02-19', undefined, true],
    ['2027-02-20', undefined, false],
    ['2027-02-20', 91, true],
    ['2026-12-02', 10, false],
  ])('a waiver until %s under a limit of %s days counts: %s', (expires, days, applied) => {
    const waiver = { gate: 'facts/acc', by: 'a', reason: 'r', source: 'w:3', refused: null, expires };
    const tip = `${text(LIMIT('5pp'))}${days === undefined ? '' : `policy: { waiver_max_days: ${days} }\n`}`;
    // What the merge base allows was perhaps planted there.
    const planted = `${text(LIMIT('5pp'))}policy: { waiver_max_days: 3000 }\n`;
    const file = judgeTip(planted, planted, tip, 110, { waivers: [waiver] });
    expect(file.blocked).toBe(!applied);
    expect(file.waivers?.[0]?.because ?? 'waiver_max_days').toContain('waiver_max_days');
  });

  test('untrusted samples merge undecided only where both commits say warn', () => {
    const strict = text(LIMIT('10pp'));
    const warn = `${strict}policy: { on_inconclusive: warn }\n`;
    expect(judgeTip(warn, warn, strict, 150, { untrusted: 'x' }).blocked).toBe(true);
    expect(judgeTip(warn, warn, warn, 150, { untrusted: 'x' }).blocked).toBe(false);
  });
});

describe('samples that nobody trusts', () => {
  const untrusted = 'evaluated by the fork’s own job: the samples could be forged';

  test.each([
    ['lean', true, 2],
    ['block', true, 2],
    ['warn', false, 0],
  ])('a pass proves nothing; under %s it blocks: %s', (onInconclusive, blocked, exitCode) => {
    const head = `${text(LIMIT('10pp'))}policy: { on_inconclusive: ${onInconclusive} }\n`;
    const file = judge(head, head, 150, { untrusted });
    expect(file).toMatchObject({ verdict: 'inconclusive', blocked, exitCode, untrusted });
    const { markdown } = renderMarkdown(file, CONTEXT, 60_000);
    expect(markdown.split('\n')[0]).toContain(
      '**INCONCLUSIVE ⚠️** The samples say pass, and evaluated by the',
    );
    expect(markdown).toContain('**Untrusted samples:** evaluated by the');
  });

  test.each([
    ['adds a config that says so', null],
    ['says so in place of the base branch', text(LIMIT('10pp'))],
  ])('a pull request that %s does not let itself merge', (_, base) => {
    const warn = `${text(`${LIMIT('10pp')}  - { metric: facts/acc, min_gain: 1pp }\n`)}policy: { on_inconclusive: warn }\n`;
    expect(judge(warn, base, 152, { untrusted })).toMatchObject({ verdict: 'inconclusive', blocked: true });
  });

  test('a regression is believed', () => {
    expect(judge(text(LIMIT('5pp')), null, 100, { untrusted })).toMatchObject({
      verdict: 'regression',
      exitCode: 1,
    });
  });
});
