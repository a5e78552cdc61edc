import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { INPUTS, REPORT_INPUTS } from '../../src/action/inputs.ts';
import { parseActionFile } from './composite.ts';

const ROOT = join(import.meta.dirname, '../..');
const content = readFileSync(join(ROOT, 'action.yml'), 'utf8');
const { template, errors } = parseActionFile(content);

describe('action.yml', () => {
  test("has no errors for GitHub's own parser", () => {
    expect(errors).toEqual([]);
    expect(template.runs.using).toBe('composite');
  });

  test('the parser would find one', () => {
    const broken = content.replace('      shell: bash\n', '');
    expect(parseActionFile(broken).errors).not.toEqual([]);
  });

  test('declares exactly the inputs of the schema, with no default of its own but the token', () => {
    const inputs = template.inputs ?? [];
    expect(inputs.map(({ id }) => id)).toEqual(Object.keys(INPUTS.shape));
    expect(inputs.filter((input) => input.default !== undefined).map(({ id }) => id)).toEqual([
      'github-token',
    ]);
    expect(inputs.filter(({ description }) => !description)).toEqual([]);
  });

  test('every input that is used is declared', () => {
    const used = [...content.matchAll(/\$\{\{[^}]*\binputs\.([\w-]+)/g)].map(([, name]) => name);
    const declared = (template.inputs ?? []).map(({ id }) => id);
    for (const name of used) expect(declared).toContain(name);
  });

  test('declares the outputs of the design', () => {
    expect((template.outputs ?? []).map(({ id }) => id)).toEqual([
      'verdict',
      'blocked',
      'proven',
      'waits',
      'verdict-path',
      'report-url',
      'comment-url',
      'summary',
    ]);
  });

  test('pins every action by a full commit, with the version beside it', () => {
    const uses = [...content.matchAll(/uses: (.*)/g)].map(([, reference]) => reference ?? '');
    expect(uses).not.toEqual([]);
    for (const reference of uses) expect(reference).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('no expression stands in the text of a script', () => {
    if (template.runs.using !== 'composite') expect.unreachable();
    const scripts = content.match(/(?:run|script): (?:\|\n(?: {8,}.*\n)+|.*)/g) ?? [];
    expect(scripts.length).toBeGreaterThanOrEqual(4);
    for (const script of scripts) expect(script).not.toContain('${{');
  });
});

describe('report/action.yml', () => {
  const report = parseActionFile(readFileSync(join(ROOT, 'report/action.yml'), 'utf8'));

  test("has no errors for GitHub's own parser, and starts what is built", () => {
    expect(report.errors).toEqual([]);
    expect(report.template.runs).toMatchObject({ using: 'node24', main: '../dist/report-action.js' });
    expect(readFileSync(join(ROOT, 'rolldown.config.ts'), 'utf8')).toContain("'report-action': ");
  });

  test('declares exactly the inputs of its schema, and the outputs of the action', () => {
    const inputs = report.template.inputs ?? [];
    expect(inputs.map(({ id }) => id).sort()).toEqual(Object.keys(REPORT_INPUTS.shape).sort());
    expect(inputs.filter((input) => input.default !== undefined).map(({ id }) => id)).toEqual([
      'github-token',
    ]);
    const ids = ({ outputs }: typeof template) => (outputs ?? []).map(({ id }) => id);
    expect(ids(report.template)).toEqual(ids(template));
  });
});
