import { basename } from 'node:path';
import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { NOT_RECORDED } from '../../../core/domain/sample.ts';
import { digest, inputDigest } from '../digest.ts';
import { defineFormat, firstLine, idFrom, type Placed, unidentifiedModel } from '../format.ts';
import { groupBy } from '../group-by.ts';
import { meanMetric } from '../metrics.ts';
import type { JUnitCase, JUnitReport, JUnitSuite } from './parse.ts';

const TASK = 'junit';

const ROOT = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|\s)*<testsuites?[\s/>]/;

export const junit = defineFormat({
  name: 'JUnit',
  summary: 'a report in XML, as pytest --junit-xml and most test runners write it',
  detect: (head) => ROOT.test(head),

  read: async (file) => ({ file, report: await (await import('./parse.ts')).parseReport(file) }),

  toRuns([{ file, report }]) {
    const samples = samplesOf(report);
    if (samples.length === 0) {
      throw new WeighbridgeError('data', 'there are no test cases', { at: { file } });
    }
    const started = report.suites[0]?.attributes.timestamp;
    return [
      {
        ...{ file, task: TASK, samples, fingerprint: { harness: TASK } },
        metrics: [meanMetric('pass', 'higher_is_better', 'rate')],
        model: unidentifiedModel(`${basename(file)}, inputs not recorded`, { file: report.digest }),
        ...(started === undefined ? {} : { started }),
      },
    ];
  },
});

/**
 * Every test once, in the order of the report.
 * @throws WeighbridgeError `data` for tests that cannot be told apart, or whose number is not that which the report counts
 */
function samplesOf({ suites }: JUnitReport): Placed[] {
  for (const suite of suites) checkCounts(suite);
  const tests = groupBy(
    suites.flatMap(({ cases }) => cases),
    (test) => idFrom(nameOf(test)),
  );
  return [...tests].map(([id, cases], index): Placed => {
    const test = theOne(cases);
    const group = idFrom(test.attributes.classname || test.suite);
    const recorded = (part: keyof typeof RECORDED) =>
      RECORDED[part].map((name) => test.properties.get(name)).find((value) => value !== undefined);
    const [prompt, expected, output] = [recorded('prompt'), recorded('expected'), recorded('output')];
    const sample: SampleRecord = {
      id,
      index,
      input_digest: inputDigest(prompt),
      target_digest: expected === undefined ? NOT_RECORDED : digest(expected),
      scores: { pass: scoreOf(test) },
      group,
      ...(output === undefined ? {} : { output }),
      ...askedOf(prompt, undefined, expected),
    };
    return { sample, at: test.at };
  });
}

/** Names of the properties by which a test says what it asked, as with pytest's `record_property("prompt", …)`. */
const RECORDED = {
  prompt: ['prompt', 'question', 'input'],
  expected: ['expected', 'reference', 'target'],
  output: ['output', 'response', 'answer'],
} as const;

const nameOf = ({ attributes: { classname, name }, suite, at }: JUnitCase): string => {
  if (name) return [classname || suite, name].filter(Boolean).join('::');
  throw new WeighbridgeError('data', 'a test case without a name', { at });
};

/** pytest reports a test twice when it failed and could not be torn down either: with a failure, then with an error. */
function theOne(cases: readonly JUnitCase[]): JUnitCase {
  const [first, second, ...others] = cases;
  if (first === undefined) throw new Error('a group without cases');
  if (second === undefined) return first;
  const isTornDown = first.outcomes.has('failure') && second.outcomes.has('error') && others.length === 0;
  if (isTornDown) return first;
  throw new WeighbridgeError(
    'data',
    `the test ${JSON.stringify(nameOf(second))} is already on line ${first.at.line}`,
    { at: second.at, fix: 'give every test a name of its own; in pytest: pytest.param(…, id=…)' },
  );
}

/** A test that says of itself how it ended, in words of Google Test and of others: any other word is no pass. */
const PASSED = /^(run|completed|pass(ed)?|ok|success(ful)?)$/i;

/** What a test did not do is never a pass; what broke says nothing of the model. */
function scoreOf({ outcomes, attributes: { status, result } }: JUnitCase): Score {
  if (outcomes.has('failure')) return 0;
  for (const [outcome, message] of outcomes) return { unscored: reason(outcome, message) };
  const said = [status, result].flatMap((word) => (word && !PASSED.test(word) ? [word] : []));
  if (said.some((word) => /^fail/i.test(word))) return 0;
  return said[0] === undefined ? 1 : { unscored: said[0].slice(0, 200) };
}

const WORDS: Readonly<Record<string, string>> = {
  flakyFailure: 'passed only when tried again',
  flakyError: 'passed only when tried again',
};

const reason = (outcome: string, message = ''): string => {
  return [WORDS[outcome] ?? outcome, firstLine(message)].filter((part) => part !== '').join(': ');
};

/** @throws WeighbridgeError `data` where the report counts other tests than it holds */
function checkCounts({ at, attributes, cases, holdsSuites }: JUnitSuite): void {
  if (holdsSuites) return;
  const names = new Set(cases.map(nameOf)).size;
  const failed = cases.filter(({ outcomes }) => outcomes.has('failure')).length;
  const differ = (key: string, counted: number, found: number) => {
    throw new WeighbridgeError('data', `the suite counts ${counted} ${key} and holds ${found}`, {
      at: { ...at, key },
      fix: 'keep the whole report as it was written',
    });
  };
  const tests = count(attributes.tests);
  if (tests !== null && tests !== names && tests !== cases.length) differ('tests', tests, names);
  const failures = count(attributes.failures);
  if (failures !== null && failures > failed) differ('failures', failures, failed);
}

const count = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
