import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { KeyTable } from '../../../core/domain/key-table.ts';
import { sampleKey } from '../../../core/domain/sample.ts';
import { CountColumn } from '../../store/columns.ts';
import { mayBeName } from '../../store/sample-codec.ts';
import { type BareSamples, ScoreColumn } from '../../store/score-column.ts';
import { type Likeness, NOTHING_MORE, type PlainRow } from './row.ts';

/**
 * The line of each sample, by its position, 0 where it has none. In most tables samples follow one another at one distance: then three
 * numbers say all of them.
 */
class Lines {
  #first = 0;
  #line = 0;
  #length = 0;
  #distance = 0;
  #column: CountColumn | null = null;

  set(position: number, line: number): void {
    if (this.#length === 0) [this.#first, this.#line] = [position, line];
    if (this.#length === 1) this.#distance = line - this.#line;
    const isNext =
      position === this.#first + this.#length && line === this.#line + this.#length * this.#distance;
    if (this.#column === null && isNext) {
      this.#length += 1;
      return;
    }
    this.#column ??= this.#asColumn();
    this.#column.set(position, line);
  }

  get(position: number): number {
    if (this.#column !== null) return this.#column.get(position);
    const place = position - this.#first;
    return place >= 0 && place < this.#length ? this.#line + place * this.#distance : 0;
  }

  #asColumn(): CountColumn {
    const column = new CountColumn();
    for (let position = this.#first; position < this.#first + this.#length; position += 1)
      column.set(position, this.get(position));
    return column;
  }
}

/** What the lines of one metric say, by the position of their sample. */
class ScoreLines {
  readonly lines = new Lines();
  readonly scores = new ScoreColumn();
}

/** The samples of a task so far: on which line each metric of each stood, and its score. */
export class SeenSamples {
  /** In the order in which they first came. */
  readonly #keys = new KeyTable();
  readonly #metrics = new Map<string, ScoreLines>();
  /** Null as long as no line has a filter, so that keys are ids. */
  #ids: KeyTable | null = null;
  #last = -1;
  /** The first line, where all have said nothing but a score so far. */
  #bare: PlainRow | null = null;
  #areNames = true;

  /** How many documents. */
  get documents(): number {
    return this.#ids?.length ?? this.#keys.length;
  }

  /** Whether no line says more than a score. */
  get isBare(): boolean {
    return this.#bare !== null;
  }

  /** Whether every id may be one. */
  get areNames(): boolean {
    return this.#areNames;
  }

  /** Whether a line is of a sample that others came after. @throws WeighbridgeError `data` for a score that was said before */
  comesBack(row: PlainRow): boolean {
    if (this.#keys.length === 0) this.#bare = row;
    if (row.sample !== NOTHING_MORE || row.filter !== undefined) this.#bare = null;
    if (row.filter !== undefined && this.#ids === null) {
      this.#ids = new KeyTable();
      for (let position = 0; position < this.#keys.length; position += 1)
        this.#ids.claim(this.#keys.at(position));
    }
    this.#ids?.claim(row.id);
    this.#areNames &&= mayBeName(row.id);
    const count = this.#keys.length;
    return this.#place(this.#keys.claim(sampleKey(row)), count, row, row.at.line, row.score);
  }

  /** The same of a line that is as one of these was, but for its id and its score. */
  comesBackAs({
    row,
    bytes,
    start,
    end,
    number,
    score,
  }: Likeness & { bytes: Buffer; number: number }): boolean {
    if (this.#ids !== null)
      return this.comesBack(rowLike(row, bytes.toString('latin1', start, end), number, score));
    const count = this.#keys.length;
    return this.#place(this.#keys.claimBytes(bytes, start, end), count, row, number, score);
  }

  /** @param count how many samples there were before the line */
  #place(
    position: number,
    count: number,
    { metric, at: { file } }: PlainRow,
    line: number,
    score: PlainRow['score'],
  ): boolean {
    let own = this.#metrics.get(metric);
    if (own === undefined) {
      own = new ScoreLines();
      this.#metrics.set(metric, own);
    }
    if (position < count) {
      const first = own.lines.get(position);
      if (first > 0) {
        const [id] = this.#keys.at(position).split('\u0000', 1);
        const message = `${metric} of the sample ${JSON.stringify(id)} is already on line ${first}`;
        throw new WeighbridgeError('data', message, { at: { file, line } });
      }
    }
    own.lines.set(position, line);
    own.scores.set(position, score);
    const isBack = position < count && position !== this.#last;
    this.#last = position;
    return isBack;
  }

  /** Where lines say nothing but scores. */
  get samples(): BareSamples {
    return {
      keys: this.#keys,
      scores: new Map([...this.#metrics].map(([name, { scores }]) => [name, scores])),
    };
  }

  /** Likewise the lines of each sample, in the order in which samples first came. */
  *rows(): Generator<readonly PlainRow[]> {
    const first = this.#bare;
    if (first === null) throw new Error('lines say more than was kept');
    for (let position = 0; position < this.#keys.length; position += 1) {
      const id = this.#keys.at(position);
      const rows: PlainRow[] = [];
      for (const [metric, { lines, scores }] of this.#metrics) {
        const line = lines.get(position);
        const score = scores.get(position);
        if (score !== undefined) rows.push(rowLike({ ...first, metric }, id, line, score));
      }
      yield rows.length === 1 ? rows : rows.sort((one, other) => one.at.line - other.at.line);
    }
  }
}

const rowLike = (row: PlainRow, id: string, line: number, score: PlainRow['score']): PlainRow => ({
  ...row,
  ...{ id, score, at: { file: row.at.file, line } },
});
