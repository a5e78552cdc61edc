import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { SampleRecord, Unscored } from '../../../core/domain/sample.ts';
import type { LoadedModel, Overflow, Timed, Tokenized } from '../../engines/engine.ts';
import type { PlannedSample } from '../runner.ts';

/** Longest text stored of an answer, in UTF-16 units: enough for a reader, and a model cannot fill the disk. */
const MAX_OUTPUT_LENGTH = 16 * 1024;

/** The part of a record that the dataset decides. */
export function plannedFields({ id, index, group, cluster }: PlannedSample) {
  return {
    id,
    index,
    ...(group === undefined ? {} : { group }),
    ...(cluster === undefined ? {} : { cluster }),
  };
}

/** Proof of what tokens it was asked in, where the engine tells. */
export const tokenField = ({ tokenDigest }: Tokenized): Pick<SampleRecord, 'token_digest'> =>
  tokenDigest === undefined ? {} : { token_digest: tokenDigest };

/** How long it took, where the engine tells. */
export const timingField = (
  { timing }: Timed,
  { machine }: Pick<LoadedModel, 'machine'>,
): Pick<SampleRecord, 'timing'> => {
  if (timing === undefined || machine === undefined) return {};
  const { seconds, firstTokenSeconds: first } = timing;
  return { timing: { seconds, ...(first === undefined ? {} : { first_token_seconds: first }), machine } };
};

export function overflowReason({ overflow: { tokens, context } }: Overflow): string {
  return `the prompt has ${tokens} tokens, the context holds ${context}`;
}

/** The same reason for every metric: nothing of this sample could be scored. */
export function unscoredAll(metrics: readonly MetricDeclaration[], reason: string): SampleRecord['scores'] {
  const score: Unscored = { unscored: reason };
  return Object.fromEntries(metrics.map(({ name }) => [name, score]));
}

/** Cuts between characters, never inside a surrogate pair. */
export function boundedOutput(text: string): string {
  if (text.length <= MAX_OUTPUT_LENGTH) return text;
  const cut = text.slice(0, MAX_OUTPUT_LENGTH);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
