import { join } from 'node:path';
import type { EvaluateOptions } from '../../src/app/evaluate.ts';
import { type LoadedConfig, readConfig } from '../../src/config/load.ts';
import { jsonl, temporaryFolder } from '../support/temporary-folder.ts';

/** A folder with a config of one task of twelve questions, of which these lines say the rest. */
export const projectFolder = (lines: string): string =>
  temporaryFolder({
    'weighbridge.yml': `version: 1
candidate: candidate.gguf
${lines}
tasks: { facts: { role: general, type: multiple_choice, dataset: rows.jsonl } }
gates: [{ metric: facts/acc, max_drop: 50pp, allow_floor: true }]
policy: { evaluation: full }
`,
    'rows.jsonl': jsonl(
      ...Array.from({ length: 12 }, (_, index) => ({
        ...{ id: `q${index}`, question: `the cat sat ${index}`, choices: [' on the mat', ' xq'], answer: 0 },
      })),
    ),
  });

export const loadFrom = (folder: string): Promise<LoadedConfig> =>
  readConfig(join(folder, 'weighbridge.yml'), {});

/** Options of an evaluation into `out` of the folder, and what it logs. */
export function logged(
  folder: string,
  more: Partial<EvaluateOptions> = {},
): EvaluateOptions & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  const log = { info: keep, warn: keep };
  return { out: join(folder, 'out'), log, lines, signal: new AbortController().signal, ...more };
}
