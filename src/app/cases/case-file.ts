import { dirname, extname, resolve } from 'node:path';
import { Document, parseDocument } from 'yaml';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { Members } from '../../core/domain/json.ts';
import type { Severity } from '../../core/domain/sample.ts';
import { writeAtomically } from '../../results/store/atomic-file.ts';
import { makeDirectory } from '../../results/store/disk-faults.ts';
import { readRows } from '../../tasks/datasets/load.ts';
import { decodeText, MAX_DATASET_BYTES, readDatasetBytes } from '../../tasks/datasets/read.ts';
import type { CheckEntry } from '../../tasks/runners/native/check.ts';

/** A test case as it is written into a file of them. */
export interface CaseRow {
  readonly name: string;
  readonly input?: string;
  /** In place of it. */
  readonly messages?: readonly Members[];
  readonly target?: readonly string[];
  readonly checks: readonly CheckEntry[];
  readonly tags: readonly string[];
  readonly severity?: Severity;
}

/** Checks that ask a service, by the names that cases write, as the config has to have them. */
export type NamedChecks = Readonly<Record<string, Members>>;

export interface ImportedCases {
  readonly rows: readonly CaseRow[];
  readonly checks: NamedChecks;
  /** Everything that was not converted, with the reason. */
  readonly notes: readonly string[];
}

/**
 * Puts cases at the end of a file of them, YAML or JSONL; what stands there stays as it is, comments too.
 * @returns names that were there already
 * @throws WeighbridgeError `usage` for another kind of file
 */
export async function addCases(file: string, rows: readonly CaseRow[]): Promise<readonly string[]> {
  const ending = extname(file).toLowerCase();
  if (!['.yml', '.yaml', '.jsonl'].includes(ending)) {
    throw new WeighbridgeError('usage', `${file} is no file of cases`, { fix: 'name a .yml or .jsonl file' });
  }
  const before = await textOf(file);
  const names = new Set(before === '' ? [] : (await readRows(file)).map(({ fields }) => fields.name));
  const [known, fresh] = [
    rows.filter(({ name }) => names.has(name)),
    rows.filter(({ name }) => !names.has(name)),
  ];
  if (fresh.length > 0) {
    await makeDirectory(dirname(resolve(file)));
    await writeAtomically(file, ending === '.jsonl' ? withLines(before, fresh) : withItems(before, fresh));
  }
  return known.map(({ name }) => name);
}

async function textOf(file: string): Promise<string> {
  try {
    return decodeText(await readDatasetBytes(file, MAX_DATASET_BYTES), file);
  } catch (error) {
    if (error instanceof WeighbridgeError && (error.cause as NodeJS.ErrnoException)?.code === 'ENOENT')
      return '';
    throw error;
  }
}

function withLines(before: string, rows: readonly CaseRow[]): string {
  const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  return `${start}${rows.map((row) => `${JSON.stringify(row)}\n`).join('')}`;
}

function withItems(before: string, rows: readonly CaseRow[]): string {
  const document = before.trim() === '' ? new Document([]) : parseDocument(before);
  for (const row of rows) document.add(document.createNode(row));
  return document.toString({ blockQuote: 'literal', lineWidth: 120 });
}
