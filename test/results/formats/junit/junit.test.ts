import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { junit } from '../../../../src/results/formats/junit/junit.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { compare, load } from '../load.ts';

const passed = (name: string) => `<testcase classname="test_model" name="${name}" time="0.1"/>`;
const ended = (name: string, child: string) =>
  `<testcase classname="test_model" name="${name}">${child}</testcase>`;
const failed = (name: string) => ended(name, '<failure message="assert 1 == 2">trace &lt;here&gt;</failure>');
const suite = (cases: readonly string[], attributes = `tests="${cases.length}"`) =>
  `<testsuite name="pytest" ${attributes} timestamp="2026-11-21T02:00:00">${cases.join('\n')}</testsuite>`;
const report = (...suites: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!-- made here -->\n<testsuites name="all">${suites.join('\n')}</testsuites>`;
const loadCases = (...cases: readonly string[]) => load({ 'report.xml': report(suite(cases)) });

describe('a report', () => {
  test('becomes one task, whose samples are the tests', async () => {
    const { format, runs, faults } = await loadCases(passed('a[1]'), failed('a[2]'));
    expect(format).toBe(junit);
    expect(faults).toEqual([]);
    expect(runs[0]?.record).toMatchObject({
      task: 'junit',
      planned: 2,
      primary_metric: 'pass',
      started: '2026-11-21T02:00:00',
      metrics: [{ name: 'pass', unit: 'rate', direction: 'higher_is_better' }],
    });
    expect(runs[0]?.samples).toMatchObject([
      { id: 'test_model::a[1]', group: 'test_model', scores: { pass: 1 } },
      { id: 'test_model::a[2]', group: 'test_model', scores: { pass: 0 } },
    ]);
  });

  test.each<[string, string, unknown]>([
    ['a test that was skipped', '<skipped message="no key"/>', { unscored: 'skipped: no key' }],
    ['a test that broke', '<error message="refused&#10;at x"/>', { unscored: 'error: refused' }],
    [
      'a test that passed when tried again',
      '<flakyFailure message="x"/>',
      { unscored: 'passed only when tried again: x' },
    ],
    ['a failure with output', '<system-out><![CDATA[<failure/>]]></system-out><failure type="E"/>', 0],
    [
      'output alone',
      '<properties><property name="failure" value="1"/></properties><system-out>failure</system-out>',
      1,
    ],
    ['an attempt before the last', '<failure message="a"/><rerunFailure message="b"/>', 0],
  ])('%s', async (_what, child, expected) => {
    const { runs, faults } = await loadCases(ended('a', child), passed('b'));
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.scores.pass).toEqual(expected);
  });

  test.each([
    ['status="notrun"', { unscored: 'notrun' }],
    ['result="suppressed"', { unscored: 'suppressed' }],
    ['status="failed"', 0],
    ['status="aborted"', { unscored: 'aborted' }],
    ['status="Inconclusive"', { unscored: 'Inconclusive' }],
    ['result="timed out" status="run"', { unscored: 'timed out' }],
    ['status="Passed"', 1],
    ['status="run" result="completed"', 1],
  ])('a test with %s', async (attributes, expected) => {
    const { runs } = await loadCases(`<testcase name="a" ${attributes}/>`);
    expect(runs[0]?.samples[0]?.scores.pass).toEqual(expected);
  });

  test('may be one suite, suites in suites, and without classes', async () => {
    const inner = '<testsuite name="inner" tests="1"><testcase name="a"/></testsuite>';
    const { runs, faults } = await load({ out: `<testsuite name="outer" tests="1">${inner}</testsuite>` });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples).toMatchObject([{ id: 'inner::a', group: 'inner' }]);
  });

  test('of pytest may hold a test twice, which failed and was not torn down', async () => {
    const twice = [failed('a'), ended('a', '<error message="teardown"/>'), passed('b')];
    const { runs, faults } = await load({ out: report(suite(twice, 'tests="2" failures="1" errors="1"')) });
    expect(faults).toEqual([]);
    expect(runs[0]?.samples.map(({ scores }) => scores.pass)).toEqual([0, 1]);
  });

  test('keeps long names of tests apart', async () => {
    const long = 'x'.repeat(300);
    const { runs } = await loadCases(passed(`${long}1`), passed(`${long}2`), passed('c&#10;d'));
    expect(new Set(runs[0]?.samples.map(({ id }) => id)).size).toBe(3);
  });
});

describe('what is refused', () => {
  const bomb = '<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
  test.each<[string, string, RegExp]>([
    ['a report that is cut off', report(suite([passed('a')])).slice(0, -20), /not XML/],
    [
      'tests of one name',
      report(suite([passed('a'), passed('a')])),
      /"test_model::a" is already on line 3[\s\S]*pytest.param/,
    ],
    ['a test without a name', report(suite(['<testcase classname="c"/>'])), /without a name/],
    ['tests that are missing', report(suite([passed('a')], 'tests="2"')), /counts 2 tests and holds 1/],
    [
      'failures that are missing',
      report(suite([passed('a')], 'tests="1" failures="1"')),
      /counts 1 failures and holds 0/,
    ],
    ['no tests', report(suite([])), /there are no test cases/],
    ['a test outside a suite', '<testsuites><testcase name="a"/></testsuites>', /outside a suite/],
    [
      'entities to expand',
      `${bomb}\n<testsuite tests="1"><testcase name="&b;"/></testsuite>`,
      /a document type is not allowed/,
    ],
    [
      'an entity from outside',
      '<!DOCTYPE t SYSTEM "file:///etc/passwd">\n<testsuite/>',
      /a document type is not allowed/,
    ],
    ['an entity that nobody defined', '<testsuite><testcase name="&b;"/></testsuite>', /not XML/],
    [
      'too deep elements',
      `<testsuite>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</testsuite>`,
      /nested deeper than 50/,
    ],
    ['an attribute twice', '<testsuite><testcase name="a" name="b"/></testsuite>', /not XML/],
    ['two roots', `${report(suite([passed('a')]))}<testsuite/>`, /not XML/],
  ])('%s', async (_what, text, message) => {
    const { format, runs, faults } = await load({ 'report.xml': text });
    expect(format).toBe(junit);
    expect(runs).toEqual([]);
    expect(faults.join()).toMatch(message);
  });

  test('__proto__ as a name is a name', async () => {
    const { runs, faults } = await loadCases('<testcase name="__proto__" __proto__="1"/>');
    expect(faults).toEqual([]);
    expect(runs[0]?.samples[0]?.id).toBe('pytest::__proto__');
  });

  test('bytes that are no UTF-8', async () => {
    const bytes = Buffer.from(report(suite([passed('\u00ff')])), 'latin1');
    expect((await load({ out: bytes })).faults.join()).toContain('not UTF-8');
  });

  test.each(['<html></html>', '<coverage/>', 'testsuite'])('%j is another thing', async (text) => {
    expect((await load({ 'junit.xml': text })).format).toBeNull();
  });
});

test('two reports are compared test by test', async () => {
  const folder = temporaryFolder({
    'a.xml': report(suite([passed('a'), passed('b'), failed('c')])),
    'b.xml': report(suite([failed('c'), failed('b'), passed('a')])),
  });
  const { comparability, of } = await compare(join(folder, 'a.xml'), join(folder, 'b.xml'));
  expect(comparability).toEqual([]);
  expect(of('junit/pass')).toMatchObject({ flips: { regressed: 1, improved: 0 }, baseline: { n: 3 } });
});

test('what a test records of itself is kept for people: prompt, expected answer and output', async () => {
  const recorded = (prompt: string) =>
    ended(
      'a',
      `<properties><property name="prompt" value="${prompt}"/><property name="expected">Paris</property><property name="output"><![CDATA[It is <Rome>]]></property></properties><failure/>`,
    );
  const load1 = async (prompt: string) =>
    (await loadCases(recorded(prompt), passed('b'))).runs[0]?.samples ?? [];
  const [first, second] = await load1('Capital of France?');
  expect(first).toMatchObject({
    output: 'It is <Rome>',
    asked: { question: 'Capital of France?', reference: 'Paris' },
    scores: { pass: 0 },
  });
  expect(second?.asked).toBeUndefined();
  // Another question is another sample.
  expect((await load1('Capital of Italy?'))[0]?.input_digest).not.toBe(first?.input_digest);
});
