import { parse as parseCsv } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { VERDICT_EXPORTS } from '../../../src/report/exports/registry.ts';
import { facts, gate, INCONCLUSIVE, INVALID, PASS, REGRESSION } from '../examples.ts';
import { hostileReport } from '../hostile-report.ts';

const render = (name: string, file = REGRESSION): string =>
  VERDICT_EXPORTS[name]?.render(file) ?? expect.fail(`no export ${name}`);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}
function elements(xml: string): readonly Element[] {
  const found: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe('every form', () => {
  const names = Object.keys(VERDICT_EXPORTS);
  test.each(names)('%s is a function of the verdict, for any verdict', (name) => {
    for (const file of [PASS, REGRESSION, INCONCLUSIVE, INVALID])
      expect(render(name, file)).toBe(render(name, file));
  });
});

describe('JUnit', () => {
  test.each([
    ['pass', PASS, 0, 0],
    ['regression', REGRESSION, 1, 0],
    ['invalid', INVALID, 0, 1],
  ] as const)('%s: what blocks is a failure, what says nothing an error', (_, file, failures, errors) => {
    const all = elements(render('junit', file));
    expect(all.filter(({ name }) => name === 'failure')).toHaveLength(failures);
    expect(all.filter(({ name }) => name === 'error').length).toBeGreaterThanOrEqual(errors);
    const suites = all.filter(({ name }) => name === 'testsuite');
    const sum = (key: string) => suites.reduce((total, { attributes }) => total + Number(attributes[key]), 0);
    expect(sum('tests')).toBe(all.filter(({ name }) => name === 'testcase').length);
    expect(sum('failures')).toBe(failures);
  });

  test('an invalid verdict that no gate tells of is no suite that passed', () => {
    const file = buildVerdictFile({
      ...facts(),
      verdict: 'invalid',
      blocked: true,
      reasons: ['no samples'],
      gates: [],
    });
    expect(elements(render('junit', file)).some(({ name }) => name === 'error')).toBe(true);
  });

  test('control characters and halves of pairs are no XML', () => {
    const id = 'a\u0000b\u0007\uD800<c>&"';
    const xml = render('junit', buildVerdictFile({ ...facts(), gates: [gate({ id })] }));
    const named = elements(xml).find(({ name }) => name === 'testcase');
    expect(named?.attributes.name).toBe('a\uFFFDb\uFFFD\uFFFD<c>&"');
  });
});

describe('SARIF', () => {
  test('names the lines of limits that do not hold, and none where all hold', () => {
    const limited = buildVerdictFile({
      ...facts({
        gates: [gate({ verdict: 'regression', blocks: true })],
        verdict: 'regression',
        blocked: true,
      }),
      policy: {
        ...facts().policy,
        limits: {
          'facts/acc:max_drop': { value: '2pp', source: { kind: 'file', file: 'evals/a b.yml', line: 7 } },
        },
      },
    });
    const { runs } = JSON.parse(render('sarif', limited));
    expect(runs[0].results).toMatchObject([
      {
        ruleId: 'max_drop',
        level: 'error',
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'evals/a%20b.yml' }, region: { startLine: 7 } } },
        ],
      },
    ]);
    expect(JSON.parse(render('sarif', PASS)).runs[0].results).toEqual([]);
    const known = runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId } of runs[0].results) expect(known).toContain(ruleId);
  });
});

test('CSV: a line a gate, and no formula', () => {
  const rows = parseCsv(
    render('csv', buildVerdictFile({ ...facts(), gates: [gate({ id: '=1+1', task: '@x' })] })),
    {
      columns: true,
    },
  ) as readonly Record<string, string>[];
  expect(rows).toMatchObject([{ gate: "'=1+1", task: "'@x", verdict: 'pass' }]);
});

test('model-index and .eval_results hold every value of the candidate', () => {
  const index = parseYaml(render('model-index', PASS))['model-index'][0];
  const results = parseYaml(render('eval-results', PASS));
  expect(results).toHaveLength(index.results.length);
  expect(results[0].value).toBe(index.results[0].metrics[0].value);
  expect(results[0].notes).toMatch(/^[\d,]+ samples; /);
});

test('the section of a model card says how many samples, how sure, and against what', () => {
  const text = render('model-card', PASS);
  expect(text).toMatch(/^#### Evaluation\n/);
  expect(text).toContain('Change from the baseline');
  expect(text).toContain('Baseline: ');
});

test('hostile names stay names in all of them', () => {
  for (const name of Object.keys(VERDICT_EXPORTS)) {
    const text = render(name, hostileReport('regression', '<img src=x>\u0000=1', '<script>\u0007'));
    if (name === 'junit') expect(() => elements(text)).not.toThrow();
    if (name === 'sarif') expect(() => JSON.parse(text)).not.toThrow();
    if (name === 'model-card' || name === 'markdown')
      expect(text.replaceAll(/```\w*\n[\s\S]*?\n```/g, '')).not.toMatch(/<script|<img/);
  }
});
