import type { AnswerReader } from '../../src/core/domain/drift.ts';
import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import type { TaskRun } from '../../src/core/domain/run.ts';
import type { SampleRecord } from '../../src/core/domain/sample.ts';

/** How a simulated model writes; each answer is drawn anew, given its prompt. */
export interface Writing {
  /** How many times as many words as a prompt asks for. */
  readonly length: number;
  readonly refusals: number;
  readonly lists: number;
  /** Share of the words that come from a vocabulary of its own. */
  readonly own: number;
  /** Share of the answers that say the same few words over and over; absent for none. */
  readonly loops?: number;
  /** How far its answers are moved in the space of an embedding model; absent without one. */
  readonly moved?: number;
}

export const UNCHANGED: Writing = { length: 1, refusals: 0.1, lists: 0.3, own: 0 };

/** Prompts that ask for different lengths on different topics, with as many again that are a paraphrase of one of them where it says so. */
export interface Prompts {
  readonly count: number;
  /** Prompts that share a cluster, and an answer that is nearly the same. */
  readonly clusterSize: number;
}

const COMMON = 60;
const TOPICS = 12;
const OF_A_TOPIC = 40;

/** Common words by Zipf's law, those of a topic alike. */
function wordFrom(random: () => number, topic: number): string {
  if (random() < 0.4) return `t${topic}x${Math.floor(random() * OF_A_TOPIC)}`;
  return `w${Math.floor(COMMON ** random())}`;
}

function answerTo(topic: number, asked: number, writing: Writing, random: () => number): string {
  if (random() < writing.refusals) return "I'm sorry, but I cannot help with that.";
  if (writing.loops !== undefined && random() < writing.loops) return 'and so it goes '.repeat(20);
  const noise = Math.exp(0.5 * (random() + random() + random() - 1.5));
  const length = Math.max(1, Math.round(asked * writing.length * noise));
  const words = Array.from({ length }, () =>
    random() < writing.own ? `own${Math.floor(random() * 20)}` : wordFrom(random, topic),
  );
  if (random() >= writing.lists) return words.join(' ');
  const half = Math.ceil(length / 2);
  return `- ${words.slice(0, half).join(' ')}\n- ${words.slice(half).join(' ')} end`;
}

/** Two runs on the same prompts. Prompts of a cluster have the same answer of a side but for its last word: as dependent as can be. */
export function simulatedRuns(
  { count, clusterSize }: Prompts,
  writings: { readonly baseline: Writing; readonly candidate: Writing },
  random: () => number,
): { readonly baseline: TaskRun; readonly candidate: TaskRun } {
  const samples: { readonly baseline: SampleRecord[]; readonly candidate: SampleRecord[] } = {
    baseline: [],
    candidate: [],
  };
  for (let first = 0; first < count; first += clusterSize) {
    const topic = Math.floor(random() * TOPICS);
    const asked = 4 + Math.floor(16 * random());
    for (const side of ['baseline', 'candidate'] as const) {
      const { moved } = writings[side];
      const scores: SampleRecord['scores'] =
        moved === undefined ? {} : { direction: { parts: directionOf(topic, moved, random) } };
      const text = answerTo(topic, asked, writings[side], random);
      for (let index = first; index < Math.min(count, first + clusterSize); index += 1) {
        samples[side].push({
          ...{ id: `p${index}`, index, input_digest: `in ${index}`, target_digest: 'none', scores },
          ...(clusterSize === 1 ? {} : { cluster: `c${first}` }),
          output: `${text} n${index % clusterSize}`,
        });
      }
    }
  }
  return { baseline: runOf(samples.baseline), candidate: runOf(samples.candidate) };
}

const DIMENSIONS = 24;

/** About its topic, moved along one axis, with noise of its own; of length 1. */
function directionOf(topic: number, moved: number, random: () => number): number[] {
  const around = Array.from({ length: DIMENSIONS }, (_, axis) => {
    const noise = 0.6 * (random() + random() + random() - 1.5);
    return (axis === topic ? 1 : 0) + noise + (axis === DIMENSIONS - 1 ? moved : 0);
  });
  const length = Math.hypot(...around);
  return around.map((value) => value / length);
}

const DIRECTION: MetricDeclaration = {
  ...{ name: 'direction', kind: 'corpus', aggregate: 'mean_resultant_length', direction: 'lower_is_better' },
  ...{ unit: 'number', scale: 'linear', weak: false, range: { min: 0, max: 1 } },
};

const runOf = (samples: readonly SampleRecord[]): TaskRun => ({
  record: {
    ...{ schema_version: 1, side: 'candidate', task: 'chat', task_role: 'behaviour', seed: 0 },
    ...{
      metrics: samples.some(({ scores }) => 'direction' in scores) ? [DIRECTION] : [],
      primary_metric: 'words',
    },
    ...{ fingerprint: {} as TaskRun['record']['fingerprint'] },
    model: {
      ...{ source: 'simulated', digest: 'simulated', adapter_digest: null },
      ...{ architecture: null, parameter_count: null, quantization: null },
    },
    ...{ planned: samples.length, status: { state: 'complete' } },
    ...{ started: '2026-01-01T00:00:00Z', finished: '2026-01-01T00:00:00Z' },
  },
  samples,
});

/** Every other prompt of a topic is read as of another language, so that there is one to move. */
export const SIMULATED_READER: AnswerReader = {
  refuses: (text) => text.startsWith("I'm sorry"),
  language: (text) => (/\bt[0-5]x/.test(text) ? 'de' : 'en'),
};
