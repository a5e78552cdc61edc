import { createHash } from 'node:crypto';
import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { headOf, isObject, jsonLines, readJson } from '../files.ts';
import { digest } from '../lm-eval/digest.ts';
import { type Row, rowSchema, type TestCase, testCase } from './row.ts';

/** Of what promptfoo 0.2x to 0.123 writes only what is read here. Version 2 keeps a table of the tests beside the rows. */
const summary = z.object({
  version: z.union([z.literal(2), z.literal(3)]),
  timestamp: z.string().nullish(),
  results: z.array(z.unknown()),
  stats: z.object({ successes: z.int(), failures: z.int(), errors: z.int().default(0) }),
  table: z.object({ body: z.array(z.object({ test: testCase.nullish() })) }).nullish(),
});

const file = z.object({
  results: summary,
  config: z.object({ providers: z.unknown().optional() }).nullish(),
  metadata: z.object({ promptfooVersion: z.string().nullish() }).nullish(),
});

export interface ResultsFile {
  readonly rows: readonly Row[];
  readonly timestamp: string | null;
  readonly version: string | null;
  /** As the config lists them. */
  readonly providers: unknown;
  /** SHA-256 of the file. */
  readonly digest: string;
}

export type PromptfooFormat = 'json' | 'jsonl' | 'xml';

const SUMMARY =
  /^\s*\{\s*(?:"evalId"\s*:\s*(?:"[^"]*"|null)\s*,\s*)?(?:"results"\s*:\s*\{\s*)?"version"\s*:\s*[23]\s*,\s*"(?:timestamp|results)"/;
const ROW_KEYS = ['"success"', '"provider"', '"prompt"', '"vars"', '"gradingResult"', '"latencyMs"'];

/** Which of its outputs a file is, by its content; null for none. */
export async function formatOf(path: string): Promise<PromptfooFormat | null> {
  const head = (await headOf(path)) ?? '';
  if (SUMMARY.test(head)) return 'json';
  if (/^\s*(?:<\?xml[^>]*>\s*)?<promptfoo>/.test(head)) return 'xml';
  const [first = ''] = head.split('\n', 1);
  return first.startsWith('{') && ROW_KEYS.every((key) => first.includes(key)) ? 'jsonl' : null;
}

/** @throws WeighbridgeError `data` naming the file and the key */
export async function readResults(path: string, format: PromptfooFormat): Promise<ResultsFile> {
  switch (format) {
    case 'json':
      return readSummary(path);
    case 'jsonl':
      return readLines(path);
    case 'xml':
      throw new WeighbridgeError(
        'data',
        'in the XML of promptfoo a list cannot be told from a single value',
        {
          at: { file: path },
          fix: 'write JSON: promptfoo eval -o results.json',
        },
      );
  }
}

async function readSummary(path: string): Promise<ResultsFile> {
  const { value, digest: ofFile } = await readJson(path);
  // In 2023 the summary was the whole file.
  const whole = isObject(value) && Array.isArray(value.results) ? { results: value } : value;
  const parsed = file.safeParse(whole);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WeighbridgeError('data', `not results of promptfoo: ${issue?.message ?? ''}`, {
      at: { file: path, key: (issue?.path ?? []).join('.') },
      cause: parsed.error,
    });
  }
  const { results, config, metadata } = parsed.data;
  const tests = new Map(
    (results.table?.body ?? []).flatMap(({ test }) =>
      test ? [[digest(test.vars ?? {}), test] as const] : [],
    ),
  );
  const rows = results.results.map((row, index) =>
    withTest(parseRow(row, path, `results.results.${index}`), tests),
  );
  checkCounts(rows, results.stats, path);
  return {
    rows,
    timestamp: results.timestamp ?? null,
    version: metadata?.promptfooVersion ?? null,
    providers: config?.providers,
    digest: ofFile,
  };
}

/** Rows alone: nothing tells whether there were more of them, or how the providers were set up. */
async function readLines(path: string): Promise<ResultsFile> {
  const hash = createHash('sha256');
  const rows: Row[] = [];
  for await (const { members, at } of jsonLines(path, { hash }))
    rows.push(parseRow(members, path, `line ${at.line}`));
  return { rows, timestamp: null, version: null, providers: undefined, digest: hash.digest('hex') };
}

function parseRow(value: unknown, path: string, key: string): Row {
  const parsed = rowSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WeighbridgeError('data', `not a result of promptfoo: ${issue?.message ?? ''}`, {
    at: { file: path, key: [key, ...(issue?.path ?? [])].join('.') },
    cause: parsed.error,
  });
}

const withTest = (row: Row, tests: ReadonlyMap<string, TestCase>): Row =>
  row.testCase === undefined ? { ...row, testCase: tests.get(digest(row.vars)) } : row;

/** @throws WeighbridgeError `data` where rows are missing, or were changed */
function checkCounts(
  rows: readonly Row[],
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
