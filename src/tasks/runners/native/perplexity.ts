import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { SampleRecord } from '../../../core/domain/sample.ts';
import { datasetDigest } from '../../datasets/digest.ts';
import type { PlannedSample, PreparedTask, RunContext } from '../runner.ts';
import { nativeMetrics } from './describe.ts';
import { nativeFingerprint } from './fingerprint.ts';
import { askEach } from './in-order.ts';
import type { PerplexityTask } from './options.ts';
import { loadRows } from './rows.ts';
import { plannedFields, timingField, tokenField, unscoredAll } from './sample.ts';
import { compileTemplate } from './template.ts';

/** Reads and checks everything; after this only the model can fail. */
export async function preparePerplexity(options: PerplexityTask, directory: string): Promise<PreparedTask> {
  const { dataset, rows } = await loadRows(options, directory);
  const template = compileTemplate(options.doc_to_text, 'doc_to_text');
  const texts = new Map<string, string>();
  for (const row of rows) {
    const text = template.text(row);
    if (text === '') {
      throw new WeighbridgeError('data', 'an empty text has no perplexity', {
        at: row.at,
        fix: 'correct the row, or leave it out',
      });
    }
    texts.set(row.planned.id, text);
  }
  const textOf = ({ id }: PlannedSample): string => {
    const text = texts.get(id);
    if (text === undefined) throw new Error(`${id} is not a sample of this task`);
    return text;
  };
  const facts = { datasetDigest: dataset.digest, fewShot: null, scorers: [] };
  const { metrics } = nativeMetrics(options);
  return {
    samples: rows.map((row) => row.planned),
    metrics,
    datasetDigest: dataset.digest,
    limit: options.limit ?? null,
    fingerprint: (model) => nativeFingerprint(options, facts, model),
    show: (sample) => ({ prompt: textOf(sample), continuations: [], gold: null, targets: [] }),
    run: (context) => askEach(context, (sample) => ask(sample, textOf(sample), options, context)),
  };
}

async function ask(
  sample: PlannedSample,
  text: string,
  options: PerplexityTask,
  { model }: RunContext,
): Promise<SampleRecord> {
  const answer = await model.rollingLogLikelihood(text);
  const { logLikelihood, tokens } = answer;
  const digest = datasetDigest({ text });
  const record = {
    ...plannedFields(sample),
    input_digest: digest,
    target_digest: digest,
    ...askedOf(text),
    ...tokenField(answer),
    ...timingField(answer, model),
  };
  const usage = { prompt_tokens: tokens, output_tokens: 0 };
  // A tokenizer that makes nothing of a text would have the best perplexity there is.
  if (tokens === 0 || !Number.isFinite(logLikelihood)) {
    const reason =
      tokens === 0 ? 'the text became no tokens' : `the log-likelihood of the text is ${logLikelihood}`;
    return { ...record, scores: unscoredAll(nativeMetrics(options).metrics, reason), usage };
  }
  const nats = -logLikelihood;
  const bytes = Buffer.byteLength(text);
  return {
    ...record,
    scores: {
      bits_per_byte: { numerator: nats / Math.LN2, denominator: bytes },
      byte_perplexity: { numerator: nats, denominator: bytes },
      // Words as the harness counts them: white space at an end of the text counts one more.
      word_perplexity: { numerator: nats, denominator: text.split(/\s+/).length },
      ...(options.per_token === true ? { token_perplexity: { numerator: nats, denominator: tokens } } : {}),
    },
    usage,
  };
}
