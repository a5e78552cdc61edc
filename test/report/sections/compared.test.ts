import { expect, test } from 'vitest';
import type { AnswerHealth, BySide, GateResult, VerdictFile } from '../../../src/core/domain/decision.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../../src/report/markdown.ts';
import { CONTEXT, PASS } from '../examples.ts';

const HEALTHY = {
  answers: 200,
  blank: 0,
  invisible: 0,
  repeating: 0,
  identical: 2,
  truncated: 0,
  thinking: 0,
  unclosed: 0,
};

/** The report of a pass whose answers look like this. */
function told(answers: BySide<AnswerHealth | null>): string {
  const tasks = PASS.tasks.map((task) => ({ ...task, answers }));
  return renderMarkdown({ ...PASS, tasks }, CONTEXT, COMMENT_BYTES).markdown;
}

test('what the answers of each generation task look like is told of both sides', () => {
  const broken = {
    answers: 200,
    blank: 150,
    invisible: 20,
    repeating: 4,
    identical: 150,
    truncated: 6,
    thinking: 0,
    unclosed: 0,
  };
  expect(told({ baseline: HEALTHY, candidate: broken })).toContain(
    'of 200 answers of the candidate 75.0 % are empty, 10.0 % show nothing, 2.0 % go in circles, 3.0 % were cut at the limit, and the commonest is 75.0 % of them; of 200 answers of the baseline none is empty, goes in circles or was cut, and the commonest is 1.0 % of them',
  );
});

test.each([
  ['lm-evaluation-harness', 'think_end_token'],
  ['weighbridge native', 'strip_thinking: true'],
  ['lighteval', '--remove-reasoning-tags'],
  ['inspect_ai', 'reasoning_parser'],
  ['promptfoo', 'showThinking'],
])('thoughts that came to the scorer are told, and which setting of %s strips them', (harness, setting) => {
  const answers = { baseline: HEALTHY, candidate: { ...HEALTHY, thinking: 180, unclosed: 12 } };
  const tasks = PASS.tasks.map((task) => ({ ...task, answers }));
  const fingerprints = Object.fromEntries(
    tasks.map(({ task }) => [task, { baseline: { harness }, candidate: { harness } }]),
  );
  const file = { ...PASS, tasks, provenance: { ...PASS.provenance, fingerprints } };
  const { markdown } = renderMarkdown(file, CONTEXT, COMMENT_BYTES);
  expect(markdown).toContain('180 answers with thoughts, 12 of these without an end');
  const decoded = markdown.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  expect(decoded).toMatch(new RegExp(`The scorer saw the thoughts, which <code>[^<]*${setting}`));
});

test('what is not known is no 0', () => {
  const text = told({ baseline: null, candidate: { ...HEALTHY, truncated: null } });
  expect(text).toContain('none is empty or goes in circles, nobody says which were cut, and the commonest');
  expect(text).toContain('no answer of the baseline was kept');
});

test('of a task whose answers were chosen nothing is told', () => {
  expect(renderMarkdown(PASS, CONTEXT, COMMENT_BYTES).markdown).not.toContain('What the answers look like');
});

test('that other weights answer exactly alike stands in the first line', () => {
  const { markdown } = renderMarkdown({ ...PASS, identicalAnswers: 700 }, CONTEXT, COMMENT_BYTES);
  expect(markdown.split('\n')[0]).toContain(
    'The candidate answers exactly as its baseline on all 700 samples: was the adapter applied?',
  );
});

test('a gate that cannot see says so in its sentence, its effect and its reasons', () => {
  const [gate, ...others] = PASS.gates;
  if (gate === undefined) throw new Error('no gate');
  const blind =
    "cannot see a loss: the baseline's acc of 0.0 % could get worse by no more than the limit, since 0.0 % is the worst there is";
  const undecided: GateResult = {
    ...{ ...gate, blind, verdict: 'inconclusive', leaning: 'none', test: null, needed: null, blocks: true },
    reasons: [`This gate ${blind}.`],
  };
  const file: VerdictFile = {
    ...{ ...PASS, verdict: 'inconclusive', blocked: true },
    gates: [undecided, ...others],
  };
  const text = renderMarkdown(file, CONTEXT, COMMENT_BYTES).markdown;
  expect(text.split('\n')[0]).toContain('</code> cannot see a loss');
  expect(text).toContain('nothing leans on a gate that cannot fail');
  expect(text).toContain('No number of samples would change that.');
});

test('rows that ask the same are counted and named, task by task', () => {
  const [first, ...others] = PASS.tasks;
  if (first === undefined) throw new Error('no task');
  const again = { rows: 12, of: 500, first: ['s1', 's7'] } as const;
  const shown = (tasks: typeof PASS.tasks) => renderMarkdown({ ...PASS, tasks }, CONTEXT, 65_000).markdown;
  expect(shown([{ ...first, askedAgain: again }, ...others])).toMatch(
    /Rows that ask the same, which count as one cluster[\s\S]*12 of 500 rows, such as <code>s1<\/code> and <code>s7<\/code>/,
  );
  expect(shown(PASS.tasks)).not.toContain('ask the same');
});
