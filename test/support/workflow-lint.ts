import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validate } from '@actions/languageservice/validate';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');

/** Inputs of other people's actions at the commits that the examples pin, as far as they are used. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'actions/attest': ['subject-path', 'sbom-path'],
  'actions/cache': ['path', 'key'],
  'actions/checkout': ['fetch-depth', 'lfs', 'path', 'persist-credentials', 'ref', 'repository'],
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

/** What the editor's language service, which knows the inputs of actions, says of a workflow. */
export async function diagnose(file: string, content: string) {
  // The service remembers documents by their address.
  const document = TextDocument.create(`file:///${file}#${content.length}`, 'yaml', 1, content);
  const found = await validate(document, { actionsMetadataProvider: { fetchActionMetadata } });
  return found.map(({ message, range }) => `${file}:${range.start.line + 1}: ${message}`);
}

/** What GitHub's own parser says of a workflow. */
export async function parseErrors(name: string, content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}
