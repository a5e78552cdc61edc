import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DefinitionNode, Kind, parse, print, visit } from 'graphql';
import { sliceOpenApi } from './openapi-slice.ts';

/**
 * Writes the part of GitHub's own API descriptions that the fake GitHub of the tests is checked against. Needs the
 * network; run by hand when a new call is used (`npx tsx scripts/github-contract.ts`).
 */
const FOLDER = resolve(import.meta.dirname, '../test/simulator/github');

interface Pinned {
  readonly name: string;
  readonly integrity: string;
  readonly file: string;
}

const OPENAPI: Pinned = {
  name: '@octokit/openapi@23.0.2',
  integrity:
    'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
  file: 'package/generated/api.github.com.json',
};

const GRAPHQL: Pinned = {
  name: '@octokit/graphql-schema@15.26.1',
  integrity:
    'sha512-RFDC2MpRBd4AxSRvUeBIVeBU7ojN/SxDfALUd7iVYOSeEK3gZaqR2MGOysj4Zh2xj2RY5fQAUT+Oqq7hWTraMA==',
  file: 'package/schema.graphql',
};

/** The calls we make, and those a test prepares the answers of. */
const OPERATIONS = [
  'actions/download-artifact',
  'actions/get-artifact',
  'actions/get-workflow-run',
  'actions/list-artifacts-for-repo',
  'actions/list-workflow-run-artifacts',
  'actions/list-workflow-runs',
  'actions/list-workflow-runs-for-repo',
  'checks/create',
  'checks/list-for-ref',
  'checks/update',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tree',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get-comment',
  'issues/list-comments',
  'issues/list-events',
  'issues/list-labels-on-issue',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'repos/compare-commits',
  'repos/get-collaborator-permission-level',
  'repos/get-content',
  'repos/list-activities',
  'repos/list-pull-requests-associated-with-commit',
];

/** GraphQL types, and the fields of each that are kept; null keeps the whole type. */
const TYPES: Readonly<Record<string, readonly string[] | null>> = {
  Query: ['id', 'node', 'repository', 'viewer'],
  Actor: ['login'],
  User: ['id', 'login'],
  Bot: ['id', 'login'],
  Repository: ['name', 'object', 'owner', 'pullRequest', 'ref'],
  RepositoryOwner: ['login'],
  Ref: ['compare', 'target'],
  Comparison: ['baseTarget', 'behindBy', 'commits', 'headTarget'],
  ComparisonCommitConnection: ['nodes', 'totalCount'],
  GitObject: ['oid'],
  Commit: ['checkSuites', 'oid', 'parents'],
  CommitConnection: ['totalCount'],
  CheckSuiteConnection: ['nodes'],
  CheckSuiteFilter: null,
  CheckSuite: ['app', 'checkRuns'],
  App: ['slug'],
  CheckRunConnection: ['nodes'],
  CheckRunFilter: null,
  CheckRunType: null,
  CheckRun: ['completedAt', 'conclusion', 'externalId', 'startedAt', 'status'],
  CheckConclusionState: null,
  CheckStatusState: null,
  PullRequest: ['comments', 'headRefName', 'headRefOid', 'headRepository', 'labels', 'timelineItems'],
  IssueCommentConnection: ['nodes', 'pageInfo'],
  PageInfo: ['endCursor', 'hasNextPage', 'hasPreviousPage'],
  LabelConnection: ['nodes'],
  Label: ['name'],
  PullRequestTimelineItemsConnection: ['nodes'],
  PullRequestTimelineItems: null,
  PullRequestTimelineItemsItemType: null,
  LabeledEvent: ['actor', 'createdAt', 'label'],
  UnlabeledEvent: ['actor', 'createdAt', 'label'],
  BigInt: null,
  DateTime: null,
  GitObjectID: null,
  URI: null,
  Mutation: ['minimizeComment', 'unminimizeComment'],
  MinimizeCommentInput: null,
  MinimizeCommentPayload: null,
  UnminimizeCommentInput: null,
  UnminimizeCommentPayload: null,
  Minimizable: ['isMinimized', 'minimizedReason'],
  IssueComment: ['author', 'body', 'editor', 'fullDatabaseId', 'id', 'isMinimized', 'minimizedReason', 'url'],
  ReportedContentClassifiers: null,
  Node: ['id'],
};

/** Fetches a package as published, and refuses any other bytes. */
function fetchFile({ name, integrity, file }: Pinned): string {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-contract-'));
  try {
    const output = execFileSync('npm', ['pack', name, '--json', '--pack-destination', folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [packed] = JSON.parse(output) as { filename: string; integrity: string }[];
    if (packed === undefined || packed.integrity !== integrity) {
      throw new Error(`${name} is ${packed?.integrity ?? 'missing'}, not ${integrity}`);
    }
    execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder, file]);
    return readFileSync(join(folder, file), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sliceGraphql(text: string): string {
  const kept = new Set(Object.keys(TYPES));
  const definitions = parse(text).definitions.flatMap((node): DefinitionNode[] => {
    if (!('name' in node) || node.name === undefined || !kept.has(node.name.value)) return [];
    const fields = TYPES[node.name.value] ?? null;
    if (node.kind === Kind.UNION_TYPE_DEFINITION)
      return [{ ...node, types: (node.types ?? []).filter(({ name }) => kept.has(name.value)) }];
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      return [node];
    }
    // There are others as well that are not kept, and what has no id here is no node.
    const interfaces = (node.interfaces ?? []).filter(
      ({ name }) =>
        kept.has(name.value) && (name.value !== 'Node' || fields === null || fields.includes('id')),
    );
    const shown = (node.fields ?? [])
      .filter(({ name, type }) => (fields?.includes(name.value) ?? true) && isKept(print(type), kept))
      // Of its arguments those that need no other type.
      .map((field) => ({
        ...field,
        arguments: (field.arguments ?? []).filter(({ type }) => isKept(print(type), kept)),
      }));
    return [{ ...node, directives: [], interfaces, fields: shown }];
  });
  const missing = [...kept].filter((name) => !definitions.some((node) => nameOf(node) === name));
  if (missing.length > 0) throw new Error(`GitHub's schema has no ${missing.join(', ')}`);
  const printed = definitions.map((node) => print(withoutTexts(node)));
  return printed.join('\n\n');
}

/** Descriptions and directives, such as `@deprecated`, change nothing of what is valid. */
const withoutTexts = (definition: DefinitionNode) =>
  visit(definition, {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
    Directive: () => null,
  });

const nameOf = (node: DefinitionNode) => ('name' in node ? node.name?.value : undefined);
const SCALARS = new Set(['ID', 'String', 'Boolean', 'Int', 'Float']);
const isKept = (type: string, kept: ReadonlySet<string>) => {
  const name = type.replaceAll(/[[\]!]/g, '');
  return SCALARS.has(name) || kept.has(name);
};

const openApi = sliceOpenApi(JSON.parse(fetchFile(OPENAPI)), OPERATIONS);
writeFileSync(
  join(FOLDER, 'openapi.json'),
  `${JSON.stringify({ source: OPENAPI.name, ...openApi }, null, 1)}\n`,
);
writeFileSync(
  join(FOLDER, 'schema.graphql'),
  `# ${GRAPHQL.name}, see scripts/github-contract.ts\n\n${sliceGraphql(fetchFile(GRAPHQL))}\n`,
);
