import { auc } from '../../src/core/metrics/corpus/auc.ts';
import type { MeasuredRate } from '../../src/core/stats/rogan-gladen.ts';
import { profanityRate } from '../../src/tasks/scorers/profanity-rate.ts';
import {
  type LinearModel,
  logitOf,
  logitsOf,
  readableLogit,
} from '../../src/tasks/scorers/toxicity/embedded/model.ts';
import type { Example } from './examples.ts';
import { csvRows, type SourceName, type Texts } from './sources.ts';

/** Share of the clean tweets for tuning that may be called toxic, and of those that may besides, by a sentence alone. */
const FALSE_ALARMS = 0.025;
const BY_SENTENCE = 0.01;
/** Groups of as many tweets each, by what is said of them. */
const BINS = 10;

/** A text that was judged, and what it is. */
export interface Judged {
  readonly logit: number;
  readonly toxic: boolean;
  /** Texts of one cluster, such as of one template, err together. */
  readonly cluster: string;
  readonly kind: string;
  readonly text: string;
}

export interface MeasuredSet {
  readonly name: string;
  readonly texts: readonly Judged[];
}

/** Logits and what follows from them: probability = 1 / (1 + exp(−(slope · logit + intercept))). */
export interface Tuned {
  readonly threshold: number;
  /** What the logit of a sentence by itself must have more. */
  readonly margin: number;
  readonly slope: number;
  readonly intercept: number;
}

/** Chosen on texts that no weight was learnt from and no figure is measured on. */
export function tune(model: LinearModel, examples: readonly Example[]): Tuned {
  const tweets = examples
    .filter(({ part, set }) => part === 'tune' && set === 'tweets')
    .map(({ text, toxic }) => ({ text, toxic, ...logitsOf(model, text) }));
  const clean = tweets.filter(({ toxic }) => !toxic);
  const exceededBy = (logits: readonly number[], share: number) =>
    Math.ceil(([...logits].sort((a, b) => b - a)[Math.floor(share * clean.length)] ?? Number.NaN) * 100) /
    100;
  const threshold = exceededBy(
    clean.map(({ windows }) => windows),
    FALSE_ALARMS,
  );
  const spared = clean.filter(({ windows }) => windows < threshold);
  const bySentence = exceededBy(
    spared.map(({ sentences }) => sentences),
    BY_SENTENCE,
  );
  const margin = Number(Math.max(0, bySentence - threshold).toFixed(2));
  const points = tweets.map(({ text, toxic }) => ({ logit: logitOf({ ...model, margin }, text), toxic }));
  return { threshold, margin, ...platt(points) };
}

/** Platt scaling (1999) with his smoothed targets, by Newton's method. */
function platt(points: readonly Pick<Judged, 'logit' | 'toxic'>[]): Omit<Tuned, 'threshold' | 'margin'> {
  const positives = points.filter(({ toxic }) => toxic).length;
  const negatives = points.length - positives;
  let [slope, intercept] = [1, 0];
  for (let step = 0; step < 50; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const { logit, toxic } of points) {
      const target = toxic ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
      const p = 1 / (1 + Math.exp(-(slope * logit + intercept)));
      const weight = p * (1 - p);
      g0 += (p - target) * logit;
      g1 += p - target;
      h00 += weight * logit * logit;
      h01 += weight * logit;
      h11 += weight;
    }
    const determinant = h00 * h11 - h01 * h01;
    slope -= (h11 * g0 - h01 * g1) / determinant;
    intercept -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope: Number(slope.toFixed(4)), intercept: Number(intercept.toFixed(4)) };
}

const ANSWERS: readonly SourceName[] = [
  'xstestGpt4',
  'xstestLlama2New',
  'xstestLlama2',
  'xstestGuarded',
  'xstestMistral',
];

/** Texts that nothing was learnt from or tuned on. */
export function heldOut(model: Parameters<typeof logitOf>[0], examples: readonly Example[], texts: Texts) {
  const ofPart = (set: Example['set'], name: string): MeasuredSet => ({
    name,
    texts: examples
      .filter((each) => each.part === 'test' && each.set === set)
      .map(({ text, words, toxic }, index) => ({
        ...{ logit: logitOf(model, text), toxic, cluster: String(index), kind: set, text: words.join(' ') },
      })),
  });
  const read = (text: string, facts: Pick<Judged, 'toxic' | 'cluster' | 'kind'>): Judged => ({
    ...facts,
    text,
    logit: readableLogit(model, text) ?? Number.NaN,
  });
  const hatecheck = csvRows(texts.hatecheck).map((row) =>
    read(row.test_case ?? '', {
      toxic: row.label_gold === 'hateful',
      cluster: row.templ_id ?? '',
      kind: row.functionality ?? '',
    }),
  );
  const isSafe = (type = '') => !type.startsWith('contrast');
  const prompts = csvRows(texts.xstestPrompts).map((row) =>
    read(row.prompt ?? '', { toxic: false, cluster: row.id ?? '', kind: row.label ?? '' }),
  );
  const answers = ANSWERS.flatMap((source) =>
    csvRows(texts[source]).map((row) =>
      read(row.completion ?? '', {
        toxic: false,
        cluster: row.id ?? '',
        kind: isSafe(row.type) ? 'safe' : 'unsafe',
      }),
    ),
  );
  const safe = (all: readonly Judged[]) => all.filter(({ kind }) => kind === 'safe');
  const hosts = csvRows(texts.xstestGpt4)
    .filter(({ type }) => isSafe(type))
    .map(({ completion = '' }) => completion);
  const within = hatecheck.map((each, index) => ({
    ...each,
    ...read(inTheMidst(hosts[index % hosts.length] ?? '', each.text), each),
  }));
  return {
    tweets: ofPart('tweets', 'tweets, held out'),
    hatecheck: { name: 'HateCheck', texts: hatecheck },
    within: { name: 'HateCheck, each case in the midst of an answer to a safe prompt', texts: within },
    emoji: ofPart('hatemoji', 'HatemojiBuild, test (written to fool classifiers)'),
    prose: ofPart('prose', 'sums and requests, held out'),
    prompts: { name: 'XSTest, safe prompts', texts: safe(prompts) },
    answers: { name: 'XSTest, answers of five models to safe prompts', texts: safe(answers) },
  } as const satisfies Readonly<Record<string, MeasuredSet>>;
}

/** An answer with a sentence of another text after half of its own. */
function inTheMidst(answer: string, text: string): string {
  const sentences = answer.split(/(?<=[.!?])\s+/);
  const half = Math.floor(sentences.length / 2);
  return [...sentences.slice(0, half), text.trim(), ...sentences.slice(half)].join(' ');
}

export type HeldOut = ReturnType<typeof heldOut>;

/** The share of some texts that is called toxic; `of` is what they count for, clusters as the sandwich estimate has it. */
export function shareFlagged(texts: readonly Judged[], threshold: number): MeasuredRate {
  const n = texts.length;
  const rate = texts.filter(({ logit }) => logit >= threshold).length / n;
  const clusters = new Map<string, number>();
  for (const { cluster, logit } of texts)
    clusters.set(cluster, (clusters.get(cluster) ?? 0) + Number(logit >= threshold) - rate);
  const g = clusters.size;
  const variance =
    [...clusters.values()].reduce((total, off) => total + off * off, 0) * (g / (g - 1) / (n * n));
  const effective = variance > 0 ? Math.min(n, (rate * (1 - rate)) / variance) : g;
  return { rate, of: effective };
}

export const areaUnder = ({ texts }: MeasuredSet): number =>
  auc
    .over(texts.map(({ logit, toxic }) => ({ parts: [Number(toxic), logit], weight: 1 })))
    .value(texts.map(() => 1));

/** What is said and what is so, in groups of as many texts each; and the mean distance of the two, by size. */
export function calibration({ texts }: MeasuredSet, { slope, intercept }: Tuned) {
  const said = texts
    .map(({ logit, toxic }) => ({ p: 1 / (1 + Math.exp(-(slope * logit + intercept))), toxic }))
    .sort((a, b) => a.p - b.p);
  const bins = Array.from({ length: BINS }, (_, bin) => {
    const own = said.slice((bin * said.length) / BINS, ((bin + 1) * said.length) / BINS);
    const mean = (of: (each: (typeof own)[number]) => number) =>
      own.reduce((total, each) => total + of(each), 0) / own.length;
    return { n: own.length, said: mean(({ p }) => p), toxic: mean(({ toxic }) => Number(toxic)) };
  });
  const error = bins.reduce(
    (total, { n, said: p, toxic }) => total + (n / said.length) * Math.abs(p - toxic),
    0,
  );
  return { bins, error };
}

/** The same share for the word list, which the weights have to beat. */
export async function shareProfane(texts: readonly Judged[]): Promise<number> {
  const made = profanityRate.configure({});
  if (!made.ok) throw new Error('the word list has no options');
  const list = await made.scorer.open('.');
  const answers = texts.map(({ text }, index) => ({ id: String(index), output: text, targets: [] }));
  const scores = await list.score(answers, new AbortController().signal);
  return scores.filter(({ profanity_rate: score }) => score === 1).length / texts.length;
}
