import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { validate } from '@actions/languageservice/validate';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { readSamplesName } from '../src/adapters/github/artifact.ts';
import { loadConfig } from '../src/config/load.ts';
import { makePlan } from '../src/config/plan/plan.ts';

const ROOT = resolve(import.meta.dirname, '..');
const EXAMPLES = join(ROOT, 'examples');
const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' });
const workflows = files.filter((file) => /\.github\/workflows\/[^/]+\.yml$/.test(file)).sort();
const ours = readdirSync(join(ROOT, '.github/workflows')).map((file) => `../.github/workflows/${file}`);
const configs = files
  .filter((file) => basename(file) === 'weighbridge.yml' && !workflows.includes(file))
  .sort();

/** Inputs of other people's actions at the commits that the examples pin, as far as they are used. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'actions/attest': ['subject-path', 'sbom-path'],
  'actions/cache': ['path', 'key'],
  'actions/checkout': ['fetch-depth', 'lfs', 'persist-credentials', 'ref'],
  'actions/cache/restore': ['path', 'key', 'restore-keys'],
  'actions/cache/save': ['path', 'key'],
  'actions/setup-node': ['node-version', 'package-manager-cache'],
  'actions/upload-artifact': ['name', 'path', 'if-no-files-found'],
  'github/codeql-action/analyze': ['category'],
  'github/codeql-action/init': ['languages', 'build-mode', 'queries', 'config'],
  'github/codeql-action/upload-sarif': ['sarif_file'],
  'ossf/scorecard-action': ['results_file', 'results_format', 'publish_results'],
  'actions/download-artifact': ['pattern', 'path', 'merge-multiple', 'github-token', 'run-id', 'name'],
};

const optional = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { description: name, required: false }]));

/** What the editor's language service is told of an action: ours from its file, others from the table. */
async function fetchActionMetadata({ owner, name, path }: { owner: string; name: string; path?: string }) {
  if (owner === 'weighbridge') {
    return parse(readFileSync(join(ROOT, path ?? '', 'action.yml'), 'utf8'));
  }
  const inputs = OTHERS[[owner, name, path].filter(Boolean).join('/')];
  return inputs === undefined ? undefined : { name, description: name, inputs: optional(inputs) };
}

const textOf = (file: string) => readFileSync(join(EXAMPLES, file), 'utf8');

async function diagnose(file: string, content: string) {
  // The service remembers documents by their address.
  const document = TextDocument.create(`file:///${file}#${content.length}`, 'yaml', 1, content);
  const found = await validate(document, { actionsMetadataProvider: { fetchActionMetadata } });
  return found.map(({ message, range }) => `${file}:${range.start.line + 1}: ${message}`);
}

describe.each([...workflows, ...ours])('%s', (file) => {
  const content = textOf(file);

  test("has no errors for GitHub's own parser", async () => {
    const { context, value } = parseWorkflow({ name: file, content }, new NoOperationTraceWriter());
    if (value === undefined) expect.unreachable();
    await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
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
