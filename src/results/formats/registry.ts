import { WeighbridgeError } from '../../core/domain/errors.ts';
import { everyEvalEver } from './every-eval-ever/every-eval-ever.ts';
import type { Exporter, Format } from './format.ts';
import { helm } from './helm/helm.ts';
import { inspect } from './inspect/inspect.ts';
import { junit } from './junit/junit.ts';
import { lighteval } from './lighteval/lighteval.ts';
import { lmEval } from './lm-eval/lm-eval.ts';
import { nemo } from './nemo/nemo.ts';
import { openaiEvals } from './openai-evals/openai-evals.ts';
import { opencompass } from './opencompass/opencompass.ts';
import { plain } from './plain/plain.ts';
import { promptfoo } from './promptfoo/promptfoo.ts';

/** One row adds a format. The first that knows a path reads it. */
export const RESULT_FORMATS: Readonly<Record<string, Format>> = {
  'lm-eval': lmEval,
  inspect,
  lighteval,
  helm,
  opencompass,
  'every-eval-ever': everyEvalEver,
  nemo,
  promptfoo,
  'openai-evals': openaiEvals,
  junit,
  plain,
};

/** The formats that runs can be written in, by name. */
export const EXPORTERS: ReadonlyMap<string, Exporter> = new Map(
  Object.entries(RESULT_FORMATS).flatMap(([name, { exporter }]) =>
    exporter === undefined ? [] : [[name, exporter]],
  ),
);

/** @throws WeighbridgeError `usage` for a form that nothing is written in */
export function exporterOf(name: string): Exporter {
  const exporter = EXPORTERS.get(name);
  if (exporter !== undefined) return exporter;
  const fix = `choose one of ${[...EXPORTERS.keys()].join(', ')}`;
  throw new WeighbridgeError('usage', `runs cannot be written as ${JSON.stringify(name)}`, { fix });
}

/**
 * Who reads the results at a path; null when nobody knows them.
 * @throws WeighbridgeError `data` for a path that may not be read
 */
export async function findFormat(path: string): Promise<Format | null> {
  try {
    for (const format of Object.values(RESULT_FORMATS)) if (await format.detect(path)) return format;
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
