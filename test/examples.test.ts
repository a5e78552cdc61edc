import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSamplesName } from '../src/adapters/github/artifact.ts';
import { loadConfig } from '../src/config/load.ts';
import { makePlan } from '../src/config/plan/plan.ts';
import { evaluateExpression, isTruthy } from './simulator/expressions.ts';
import { diagnose, parseErrors } from './support/workflow-lint.ts';

const ROOT = resolve(import.meta.dirname, '..');
const EXAMPLES = join(ROOT, 'examples');
const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' });
const workflows = files.filter((file) => /\.github\/workflows\/[^/]+\.yml$/.test(file)).sort();
const ours = readdirSync(join(ROOT, '.github/workflows')).map((file) => `../.github/workflows/${file}`);
const configs = files
  .filter((file) => basename(file) === 'weighbridge.yml' && !workflows.includes(file))
  .sort();

const textOf = (file: string) => readFileSync(join(EXAMPLES, file), 'utf8');

describe.each([...workflows, ...ours])('%s', (file) => {
  const content = textOf(file);

  test("has no errors for GitHub's own parser", async () => {
    expect(await parseErrors(file, content)).toEqual([]);
  });

  test('has no errors for the language service, which knows our inputs', async () => {
    expect(await diagnose(file, content)).toEqual([]);
  });

  test('pins every action by a full commit and hands the checkout no token to keep', () => {
    const uses = [...content.matchAll(/uses: (.*)/g)].map(([, reference]) => reference ?? '');
    for (const reference of uses) expect(reference).toMatch(/^([\w./-]+@[0-9a-f]{40} # \S|\.\/ )/);
    const checkouts = uses.filter((reference) => reference.startsWith('actions/checkout@')).length;
    expect(content.match(/persist-credentials: false/g) ?? []).toHaveLength(checkouts);
  });

  test('gives its jobs what each needs, and the workflow nothing', () => {
    const { permissions, jobs } = parse(content);
    expect(permissions).toEqual({});
    for (const job of Object.values<object>(jobs)) expect(job).toHaveProperty('permissions');
  });
});

const onPullRequest = workflows.filter((file) => parse(textOf(file)).on?.pull_request !== undefined);

describe.each(onPullRequest)('%s, when a pull request changes without a commit', (file) => {
  const workflow = parse(textOf(file)) as {
    readonly on: { readonly pull_request: { readonly types: readonly string[] } };
    readonly concurrency?: { readonly group: string };
    readonly jobs: Readonly<Record<string, { readonly name?: string; readonly if: string }>>;
  };
  const say = (text: string | undefined, event: object) => {
    const github = {
      event: { pull_request: { number: 7 }, ...event },
      run_id: '42',
      ref: 'refs/pull/7/merge',
    };
    const value = /\$\{\{(.*)\}\}/.exec(text ?? '')?.[1] ?? expect.fail(`no expression in ${text}`);
    return evaluateExpression(value, { github }, { failed: false, cancelled: false });
  };
  const label = (name: string) => ({ label: { name } });

  test('starts on all that may change its verdict', () => {
    expect(workflow.on.pull_request.types).toEqual(
      expect.arrayContaining(['edited', 'labeled', 'unlabeled', 'ready_for_review', 'synchronize']),
    );
  });

  test.each([
    { action: 'opened' },
    { action: 'edited', changes: { base: { ref: { from: 'next' } } } },
    { action: 'labeled', ...label('weighbridge:waive facts/acc') },
    { action: 'unlabeled', ...label('weighbridge:waive facts/acc') },
    { action: 'checks_requested', merge_group: {} },
    { before: 'b', after: 'c' },
  ])('evaluates on %j', (event) => {
    for (const [id, job] of Object.entries(workflow.jobs)) {
      expect(isTruthy(say(job.if, event))).toBe(true);
      if (job.name !== undefined) expect(say(job.name, event).coerceString()).toBe(id);
    }
    if (workflow.concurrency !== undefined)
      expect(say(workflow.concurrency.group, event).coerceString()).not.toBe('42');
  });

  test.each([
    { action: 'edited', changes: { title: { from: 'x' } } },
    { action: 'labeled', ...label('bug') },
    { action: 'unlabeled', ...label('not weighbridge:x') },
  ])('costs nothing on %j, passes for no required check, and cancels nothing', (event) => {
    const jobs = Object.values(workflow.jobs);
    for (const job of jobs) expect(isTruthy(say(job.if, event))).toBe(false);
    expect(say(jobs.at(-1)?.name, event).coerceString()).toBe('not concerned');
    if (workflow.concurrency !== undefined)
      expect(say(workflow.concurrency.group, event).coerceString()).toBe('42');
  });
});

test('the language service would find a wrong input', async () => {
  const [file = expect.unreachable()] = workflows;
  const broken = textOf(file).replace(/(uses: weighbridge\/.*)/, '$1\n        with: { confg: x }');
  expect(await diagnose(`broken-${file}`, broken)).toContainEqual(expect.stringContaining('confg'));
});

test.each(configs)('%s resolves, every key of it is known, and its datasets can be asked', async (file) => {
  const plan = await makePlan(await loadConfig(join(EXAMPLES, file)));
  expect(plan.config.gates).not.toEqual([]);
});

test('the report on forks compares with an artifact that the other workflow leaves under this name', () => {
  const read = (file: string) => textOf(`forks/.github/workflows/${file}`);
  const [, name] = /baseline-artifact: (\S+)/.exec(read('report.yml')) ?? [];
  const [, key] = /comment-key: (\S+?) }/.exec(read('baseline.yml')) ?? [];
  expect(readSamplesName(`${name}-1`)).toEqual({ key, label: 'report', attempt: 1 });
  const [, evaluated] = /workflow: (\S+)/.exec(read('report.yml')) ?? [];
  expect(workflows).toContain(`forks/${evaluated}`);
});

test('every example is listed in the README of the folder', () => {
  const listed = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
  const names = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of names)
    expect(listed).toContain(`[${name}](${relative(EXAMPLES, join(EXAMPLES, name))})`);
});

test('the README shows the workflow of the quick start', () => {
  const workflow = textOf('quick-start/.github/workflows/weighbridge.yml');
  expect(readFileSync(join(EXAMPLES, '../README.md'), 'utf8')).toContain(`\`\`\`yaml\n${workflow}\`\`\`\n`);
});
