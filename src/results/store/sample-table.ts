import { KeyTable } from '../../core/domain/key-table.ts';
import {
  NOT_RECORDED,
  type Repeats,
  type SampleRecord,
  type Samples,
  type Score,
  sampleKey,
  type TestCase,
} from '../../core/domain/sample.ts';
import { HashColumn, ListColumn, NameColumn, NumberColumn } from './columns.ts';
import type { OutputSpill } from './output-spill.ts';
import { type BareSamples, ScoreColumn } from './score-column.ts';

/**
 * Samples in columns: some 200 bytes each, where records take 2,000 and what the model said. What is taken out of it looks its
 * members up as they are read; copied by `...` it would be empty.
 */
export class SampleTable implements Samples {
  #columns: Columns;

  constructor(outputs: OutputSpill) {
    this.#columns = new Columns(outputs);
  }

  /** Takes over samples of which little else is known, in place of those that are here. */
  adopt(samples: BareSamples): void {
    if (this.length > 0) throw new Error('a table that has samples already');
    this.#columns = new Columns(this.#columns.outputs, samples);
    this.#columns.length = samples.keys.length;
    // Nobody looks for a key before the other side is read, which may be as large.
    samples.keys.release();
  }

  get length(): number {
    return this.#columns.length;
  }

  get keyTable(): KeyTable {
    return this.#columns.keys;
  }

  numberAt(position: number, metric: string): number {
    return this.#columns.scores.get(metric)?.numberAt(position) ?? Number.NaN;
  }

  scoreAt(position: number, metric: string): Score | undefined {
    return this.#columns.scores.get(metric)?.get(position);
  }

  lacks(member: keyof SampleRecord): boolean {
    const { holding, adopted } = this.#columns;
    if (adopted[member] !== undefined) return false;
    return holding[member]?.every((column) => column.isEmpty) ?? false;
  }

  push(sample: SampleRecord): void {
    const columns = this.#columns;
    const row = columns.length;
    if (columns.keys.claim(sampleKey(sample)) !== row) throw new Error('a sample that is there already');
    columns.length += 1;
    // What most say alike takes no place.
    if (sample.index !== row) columns.indexes.set(row, sample.index);
    if (sample.input_digest !== NOT_RECORDED) columns.inputs.set(row, sample.input_digest);
    if (sample.target_digest !== NOT_RECORDED) columns.targets.set(row, sample.target_digest);
    for (const [metric, score] of Object.entries(sample.scores)) {
      const column = columns.scores.get(metric) ?? new ScoreColumn();
      columns.scores.set(metric, column);
      column.set(row, score);
    }
    const { filter, question_digest: question, cluster, group, weight, output, usage } = sample;
    const { truncated, choices, answer_digest, token_digest: tokens, asked, timing } = sample;
    if (sample.repeats !== undefined) columns.repeats.set(row, sample.repeats);
    if (sample.case !== undefined) columns.cases.set(row, sample.case);
    if (tokens !== undefined) columns.tokens.set(row, tokens);
    if (filter !== undefined) columns.filters.set(row, filter);
    if (question !== undefined) columns.questions.set(row, question);
    if (cluster !== undefined) columns.clusters.set(row, cluster);
    if (group !== undefined) columns.groups.set(row, group);
    if (weight !== undefined) columns.weights.set(row, weight);
    if (output !== undefined) columns.places.set(row, columns.outputs.put(output));
    if (asked !== undefined) columns.asked.set(row, columns.outputs.put(JSON.stringify(asked)));
    if (truncated !== undefined) columns.truncated.set(row, Number(truncated));
    if (typeof choices === 'number') columns.choices.set(row, choices);
    else if (choices !== undefined) columns.likelihoods.set(row, choices);
    if (answer_digest !== undefined) columns.answers.set(row, answer_digest);
    if (usage !== undefined) {
      columns.promptTokens.set(row, usage.prompt_tokens);
      columns.outputTokens.set(row, usage.output_tokens);
      if (usage.thinking_tokens !== undefined) columns.thinkingTokens.set(row, usage.thinking_tokens);
    }
    if (timing !== undefined) {
      columns.seconds.set(row, timing.seconds);
      if (timing.first_token_seconds !== undefined) {
        columns.firstTokens.set(row, timing.first_token_seconds);
      }
      if (timing.answers !== undefined) columns.timedAnswers.set(row, timing.answers);
      columns.machines.set(row, timing.machine);
    }
  }

  at(row: number): SampleRecord | undefined {
    return row < this.length ? new Row(this.#columns, row) : undefined;
  }

  *[Symbol.iterator](): Generator<SampleRecord> {
    for (let row = 0; row < this.length; row += 1) yield new Row(this.#columns, row);
  }
}

class Columns {
  length = 0;
  readonly keys: KeyTable;
  readonly indexes = new NumberColumn();
  readonly filters = new NameColumn();
  readonly inputs = new HashColumn();
  readonly questions = new HashColumn();
  readonly targets = new HashColumn();
  readonly tokens = new HashColumn();
  readonly scores: Map<string, ScoreColumn>;
  /** Of the few runs that have them. */
  readonly repeats = new Map<number, Repeats>();
  /** Likewise. */
  readonly cases = new Map<number, TestCase>();
  readonly clusters = new NameColumn();
  readonly groups = new NameColumn();
  readonly weights = new NumberColumn();
  /** Where each output lies in the spill. */
  readonly places = new NumberColumn();
  /** Likewise, as JSON. */
  readonly asked = new NumberColumn();
  readonly truncated = new NumberColumn();
  readonly choices = new NumberColumn();
  readonly likelihoods = new ListColumn();
  readonly answers = new HashColumn();
  readonly promptTokens = new NumberColumn();
  readonly outputTokens = new NumberColumn();
  readonly thinkingTokens = new NumberColumn();
  readonly seconds = new NumberColumn();
  readonly firstTokens = new NumberColumn();
  readonly timedAnswers = new NumberColumn();
  readonly machines = new NameColumn();
  readonly outputs: OutputSpill;

  /** Where each member is that a sample may be without. */
  readonly holding: Readonly<Partial<Record<keyof SampleRecord, readonly { readonly isEmpty: boolean }[]>>> =
    {
      filter: [this.filters],
      input_digest: [this.inputs],
      question_digest: [this.questions],
      target_digest: [this.targets],
      token_digest: [this.tokens],
      cluster: [this.clusters],
      group: [this.groups],
      weight: [this.weights],
      output: [this.places],
      choices: [this.choices, this.likelihoods],
      usage: [this.promptTokens],
      timing: [this.seconds],
    };

  /** What was taken over is read where it is. */
  readonly adopted: BareSamples['members'] & Partial<Record<keyof SampleRecord, unknown>>;

  constructor(outputs: OutputSpill, { keys, scores, members }: Partial<BareSamples> = {}) {
    this.outputs = outputs;
    this.adopted = members ?? {};
    this.keys = keys ?? new KeyTable();
    this.scores = new Map(scores);
  }
}

class Row implements SampleRecord {
  readonly #columns: Columns;
  readonly #row: number;
  #scores: Record<string, Score> | undefined;

  constructor(columns: Columns, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  get id(): string {
    const key = this.#columns.keys.at(this.#row);
    const filter = this.filter;
    return filter === undefined ? key : key.slice(0, -filter.length - 1);
  }

  get index(): number {
    return known(this.#columns.indexes.get(this.#row)) ?? this.#row;
  }

  get filter(): string | undefined {
    return this.#columns.filters.get(this.#row);
  }

  get input_digest(): string {
    return this.#columns.inputs.get(this.#row) || NOT_RECORDED;
  }

  get question_digest(): string | undefined {
    return this.#columns.questions.get(this.#row) || undefined;
  }

  get target_digest(): string {
    const { targets, adopted } = this.#columns;
    return targets.get(this.#row) || (adopted.target_digest?.(this.#row) ?? NOT_RECORDED);
  }

  get token_digest(): string | undefined {
    return this.#columns.tokens.get(this.#row) || undefined;
  }

  /** Asked for several times of a sample that is looked at. */
  get scores(): Record<string, Score> {
    if (this.#scores !== undefined) return this.#scores;
    const scores: Record<string, Score> = {};
    for (const [metric, column] of this.#columns.scores) {
      const score = column.get(this.#row);
      if (score !== undefined) scores[metric] = score;
    }
    this.#scores = scores;
    return scores;
  }

  get repeats(): Repeats | undefined {
    return this.#columns.repeats.get(this.#row);
  }

  get cluster(): string | undefined {
    const { clusters, adopted } = this.#columns;
    return clusters.get(this.#row) ?? adopted.cluster?.(this.#row);
  }

  get group(): string | undefined {
    const { groups, adopted } = this.#columns;
    return groups.get(this.#row) ?? adopted.group?.(this.#row);
  }

  get weight(): number | undefined {
    const { weights, adopted } = this.#columns;
    return known(weights.get(this.#row)) ?? adopted.weight?.(this.#row);
  }

  get output(): string | undefined {
    const place = known(this.#columns.places.get(this.#row));
    const { outputs, adopted } = this.#columns;
    return place === undefined ? adopted.output?.(this.#row) : outputs.get(place);
  }

  get truncated(): boolean | undefined {
    const truncated = known(this.#columns.truncated.get(this.#row));
    return truncated === undefined ? undefined : truncated === 1;
  }

  get choices(): number | readonly number[] | undefined {
    const { likelihoods, choices, adopted } = this.#columns;
    return likelihoods.get(this.#row) ?? known(choices.get(this.#row)) ?? adopted.choices?.(this.#row);
  }

  get answer_digest(): string | undefined {
    return this.#columns.answers.get(this.#row) || undefined;
  }

  get case(): TestCase | undefined {
    return this.#columns.cases.get(this.#row);
  }

  get asked(): SampleRecord['asked'] {
    const place = known(this.#columns.asked.get(this.#row));
    return place === undefined ? undefined : JSON.parse(this.#columns.outputs.get(place));
  }

  get usage(): SampleRecord['usage'] {
    const prompt_tokens = known(this.#columns.promptTokens.get(this.#row));
    const output_tokens = known(this.#columns.outputTokens.get(this.#row));
    const thinking_tokens = known(this.#columns.thinkingTokens.get(this.#row));
    return prompt_tokens === undefined || output_tokens === undefined
      ? undefined
      : { prompt_tokens, output_tokens, ...(thinking_tokens === undefined ? {} : { thinking_tokens }) };
  }

  get timing(): SampleRecord['timing'] {
    const seconds = known(this.#columns.seconds.get(this.#row));
    const first = known(this.#columns.firstTokens.get(this.#row));
    const answers = known(this.#columns.timedAnswers.get(this.#row));
    const machine = this.#columns.machines.get(this.#row);
    return seconds === undefined || machine === undefined
      ? undefined
      : {
          seconds,
          ...(first === undefined ? {} : { first_token_seconds: first }),
          ...(answers === undefined ? {} : { answers }),
          machine,
        };
  }
}

const known = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
