import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { VERSION } from '../src/app/version.ts';
import { configJsonSchema, type SchemaNode } from '../src/config/json-schema.ts';
import { dashed } from '../src/config/overrides.ts';
import { starterFiles } from '../src/config/starter.ts';
import { describeThreshold, THRESHOLD_NAMES } from '../src/config/thresholds.ts';
import { verdictFileSchema } from '../src/config/verdict-schema.ts';
import { historyLineSchema } from '../src/results/store/history.ts';
import { actionReference } from './action-reference.ts';
import { cliReference, manPage } from './cli-reference.ts';
import { comparabilityReference } from './comparability-reference.ts';
import { configReference } from './config-reference.ts';
import { metricsReference } from './metrics-reference.ts';
import { pageScript } from './page-script.ts';
import { redTeamTables } from './red-team.ts';
import { verdictReference } from './verdict-reference.ts';

/**
 * Writes what follows from the code: schemas, the pages of docs/reference, the example, the inputs of the thresholds, the table of
 * attacks. With `--check` nothing is written, and everything that is out of date is named.
 */
interface Generated {
  readonly path: string;
  readonly text: string;
}

/** Between them a page is generated. */
type Markers = readonly [begin: string, end: string];

const RED_TEAM_TABLE: Markers = ['<!-- generated:red-team -->', '<!-- /generated:red-team -->'];
const THREATS = 'docs/explanation/security.md';
const THRESHOLD_INPUTS: Markers = [
  '# generated:thresholds (npm run generate writes these from src/config/thresholds.ts)',
  '# /generated:thresholds',
];

export async function generate(root: string): Promise<readonly Generated[]> {
  const config = configJsonSchema();
  const verdict = z.toJSONSchema(verdictFileSchema);
  return [
    { path: 'schema/weighbridge.schema.json', text: json(config) },
    { path: 'schema/verdict.schema.json', text: json(verdict) },
    { path: 'schema/history.schema.json', text: json(z.toJSONSchema(historyLineSchema)) },
    { path: 'src/report/page-script.ts', text: await pageScript() },
    { path: 'docs/reference/config.md', text: configReference(config) },
    { path: 'docs/reference/verdict.md', text: verdictReference(verdict as SchemaNode) },
    { path: 'docs/reference/cli.md', text: await cliReference() },
    { path: 'man/weighbridge.1', text: await manPage(VERSION) },
    { path: 'docs/reference/comparability.md', text: comparabilityReference() },
    { path: 'docs/reference/metrics.md', text: metricsReference() },
    ...starterFiles().map(({ path, text }) => ({ path: join('examples/quick-start', path), text })),
    ...filled(root, 'action.yml', THRESHOLD_INPUTS, thresholdInputs),
    ...filled(root, THREATS, RED_TEAM_TABLE, () => `\n\n${redTeamTables(root, THREATS)}\n\n`),
    ...actions(root),
  ];
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** A page with what belongs between its markers; none where the page or the markers are not there. */
function filled(root: string, path: string, [begin, end]: Markers, inner: () => string): Generated[] {
  if (!existsSync(join(root, path))) return [];
  const text = readFileSync(join(root, path), 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0) return [];
  if (to < from) throw new Error(`${path} has ${begin} and not ${end} after it`);
  return [{ path, text: `${text.slice(0, from + begin.length)}${inner()}${text.slice(to)}` }];
}

function thresholdInputs(): string {
  const inputs = THRESHOLD_NAMES.map(
    (name) => `  ${dashed(name)}:\n    description: ${describeThreshold(name)}. Wins over the config.\n`,
  );
  return `\n${inputs.join('')}  `;
}

/** The page of both actions, where they are there, with the inputs as they are about to be. */
function actions(root: string): Generated[] {
  const files = ['action.yml', 'report/action.yml'].filter((path) => existsSync(join(root, path)));
  const [action, report] = files.map(
    (path) =>
      filled(root, path, THRESHOLD_INPUTS, thresholdInputs)[0]?.text ??
      readFileSync(join(root, path), 'utf8'),
  );
  if (action === undefined || report === undefined) return [];
  return [{ path: 'docs/reference/action.md', text: actionReference(action, report) }];
}

/** The files whose content on disk is not what the code says, and why. */
export async function outdated(root: string): Promise<readonly string[]> {
  return (await generate(root)).flatMap(({ path, text }) => {
    const full = join(root, path);
    if (!existsSync(full)) return [`${path} is missing`];
    return readFileSync(full, 'utf8') === text ? [] : [`${path} is out of date`];
  });
}

async function main(args: readonly string[]): Promise<void> {
  const root = resolve(import.meta.dirname, '..');
  if (args.includes('--check')) {
    const stale = await outdated(root);
    for (const line of stale) console.error(line);
    if (stale.length > 0) console.error('fix: npx tsx scripts/generate.ts, and commit what it writes');
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  await writeGenerated(root);
}

export async function writeGenerated(root: string): Promise<void> {
  for (const { path, text } of await generate(root)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
