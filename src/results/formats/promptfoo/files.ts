import { createHash } from 'node:crypto';
import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject } from '../../../core/domain/json.ts';
import { digest } from '../digest.ts';
import { headOf } from '../files.ts';
import { jsonLines, parseAs, readJson } from '../json.ts';
import { type PromptfooRow, promptfooRow, testCase } from './tests.ts';

/** Of what promptfoo 0.2x to 0.123 writes only what is read here. Version 2 keeps a table of the tests beside the rows. */
const summary = z.object({
  version: z.union([z.literal(2), z.literal(3)]),
  timestamp: z.string().nullish(),
  results: z.array(z.unknown()),
  stats: z.object({ successes: z.int(), failures: z.int(), errors: z.int().default(0) }),
  table: z.object({ body: z.array(z.object({ test: testCase.nullish() })) }).nullish(),
});

const wholeFile = z.object({
  results: summary,
  config: z
    .object({
      providers: z.unknown().optional(),
      env: z.unknown().optional(),
      evaluateOptions: z.unknown().optional(),
    })
    .nullish(),
  metadata: z.object({ promptfooVersion: z.string().nullish() }).nullish(),
});

export interface PromptfooResults {
  readonly file: string;
  readonly rows: readonly PromptfooRow[];
  readonly timestamp: string | null;
  readonly version: string | null;
  /** As the config lists them. */
  readonly providers: unknown;
  /** Options of the evaluation as a whole. */
  readonly evaluation: unknown;
  /** What the config puts into the environment of providers. */
  readonly env: unknown;
  /** SHA-256 of the file. */
  readonly digest: string;
}

const SUMMARY =
  /^\s*\{\s*(?:"evalId"\s*:\s*(?:"[^"]*"|null)\s*,\s*)?(?:"results"\s*:\s*\{\s*)?"version"\s*:\s*[23]\s*,\s*"(?:timestamp|results)"/;
const ROW_KEYS = ['"success"', '"provider"', '"prompt"', '"vars"', '"gradingResult"', '"latencyMs"'];

/** Which of its outputs a file is, by its content; null for none. */
export function outputFormOf(head: string): 'json' | 'jsonl' | 'xml' | null {
  if (SUMMARY.test(head)) return 'json';
  if (/^\s*(?:<\?xml[^>]*>\s*)?<promptfoo>/.test(head)) return 'xml';
  const [first = ''] = head.split('\n', 1);
  return first.startsWith('{') && ROW_KEYS.every((key) => first.includes(key)) ? 'jsonl' : null;
}

/** @throws WeighbridgeError `data` naming the file and the key */
export async function readResults(file: string): Promise<PromptfooResults> {
  const form = outputFormOf((await headOf(file)) ?? '');
  if (form !== 'xml') return form === 'jsonl' ? readRows(file) : readSummary(file);
  throw new WeighbridgeError('data', 'in the XML of promptfoo a list cannot be told from a single value', {
    at: { file },
    fix: 'write JSON: promptfoo eval -o results.json',
  });
}

async function readSummary(path: string): Promise<PromptfooResults> {
  const { value, digest: ofFile } = await readJson(path);
  // In 2023 the summary was the whole file.
  const whole = isObject(value) && Array.isArray(value.results) ? { results: value } : value;
  const { results, config, metadata } = parseAs(wholeFile, whole, 'results of promptfoo', { file: path });
  const tests = new Map(
    (results.table?.body ?? []).flatMap(({ test }) =>
      test ? [[digest(test.vars ?? {}), test] as const] : [],
    ),
  );
  const rows = results.results.map((row, index) =>
    withTest(parseAs(promptfooRow, row, ROW, { file: path, key: `results.results.${index}` }), tests),
  );
  checkCounts(rows, results.stats, path);
  return {
    file: path,
    rows,
    timestamp: results.timestamp ?? null,
    version: metadata?.promptfooVersion ?? null,
    providers: config?.providers,
    evaluation: config?.evaluateOptions,
    env: config?.env,
    digest: ofFile,
  };
}

/** Rows alone: nothing tells whether there were more of them, or how the providers were set up. */
async function readRows(path: string): Promise<PromptfooResults> {
  const hash = createHash('sha256');
  const rows: PromptfooRow[] = [];
  for await (const { members, at } of jsonLines(path, { hash }))
    rows.push(parseAs(promptfooRow, members, ROW, at));
  return {
    file: path,
    rows,
    timestamp: null,
    version: null,
    providers: undefined,
    evaluation: undefined,
    env: undefined,
    digest: hash.digest('hex'),
  };
}

const ROW = 'a result of promptfoo';

const withTest = (row: PromptfooRow, tests: ReadonlyMap<string, z.output<typeof testCase>>): PromptfooRow =>
  row.testCase === undefined ? { ...row, testCase: tests.get(digest(row.vars)) } : row;

/** @throws WeighbridgeError `data` where rows are missing, or were changed */
function checkCounts(
  rows: readonly PromptfooRow[],
  { successes, failures, errors }: z.output<typeof summary>['stats'],
  path: string,
): void {
  const passed = rows.filter(({ success }) => success).length;
  const total = successes + failures + errors;
  if (passed === successes && rows.length === total) return;
  throw new WeighbridgeError(
    'data',
    `${passed} of ${rows.length} results passed, and the file counts ${successes} of ${total}`,
    { at: { file: path, key: 'results.stats' }, fix: 'keep the whole file as promptfoo wrote it' },
  );
}
