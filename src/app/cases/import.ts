import { extname } from 'node:path';
import { parse } from 'yaml';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { isObject } from '../../core/domain/json.ts';
import { readRows } from '../../tasks/datasets/load.ts';
import { decodeText, MAX_DATASET_BYTES, readDatasetBytes } from '../../tasks/datasets/read.ts';
import type { ImportedCases } from './case-file.ts';
import { casesOfInspect } from './inspect.ts';
import { casesOfPromptfoo } from './promptfoo.ts';

/**
 * Test cases of another program's file: a promptfoo config with its tests, or an Inspect dataset of samples.
 * @throws WeighbridgeError `data` for what is neither
 */
export async function importCases(file: string): Promise<ImportedCases> {
  if (/^\.(ya?ml|json)$/i.test(extname(file))) {
    const config = await configIn(file);
    if (isObject(config) && 'tests' in config) return casesOfPromptfoo(config);
  }
  const rows = await readRows(file);
  if (rows.length > 0 && rows.every(({ fields }) => 'input' in fields)) return casesOfInspect(rows);
  throw new WeighbridgeError('data', 'neither tests of promptfoo nor samples of Inspect', {
    at: { file },
    fix: 'name a promptfoo config with `tests`, or a file of rows with `input` and `target`; other datasets become tasks by `weighbridge init --data`',
  });
}

async function configIn(file: string): Promise<unknown> {
  const text = decodeText(await readDatasetBytes(file, MAX_DATASET_BYTES), file);
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (cause) {
    throw new WeighbridgeError('data', `not YAML: ${messageOf(cause)}`, {
      at: { file },
      fix: 'correct the file',
      cause,
    });
  }
}
