import { WeighbridgeError } from '../../core/domain/errors.ts';
import { everyEvalEver } from './every-eval-ever/importer.ts';
import { helm } from './helm/importer.ts';
import type { Importer } from './importer.ts';
import { inspect } from './inspect/importer.ts';
import { junit } from './junit/importer.ts';
import { lighteval } from './lighteval/importer.ts';
import { lmEval } from './lm-eval/importer.ts';
import { nemo } from './nemo/importer.ts';
import { openaiEvals } from './openai-evals/importer.ts';
import { opencompass } from './opencompass/importer.ts';
import { plain } from './plain/importer.ts';
import { promptfoo } from './promptfoo/importer.ts';

/** One row adds a format. The first that knows a path reads it. */
export const IMPORTERS: readonly Importer[] = [
  lmEval,
  inspect,
  lighteval,
  helm,
  opencompass,
  everyEvalEver,
  nemo,
  promptfoo,
  openaiEvals,
  junit,
  plain,
];

/**
 * Who reads the results at a path; null when nobody knows them.
 * @throws WeighbridgeError `data` for a path that may not be read
 */
export async function findImporter(path: string): Promise<Importer | null> {
  try {
    for (const importer of IMPORTERS) if (await importer.detect(path)) return importer;
    return null;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw cause;
    throw new WeighbridgeError('data', 'reading is not permitted', {
      at: { file: path },
      fix: 'let whoever runs Weighbridge read it',
      cause,
    });
  }
}
