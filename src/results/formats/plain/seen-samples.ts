import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { KeyTable } from '../../../core/domain/key-table.ts';
import { sampleKey } from '../../../core/domain/sample.ts';
import { CodedColumn, CountColumn } from '../../store/columns.ts';
import { mayBeName } from '../../store/sample-codec.ts';
import { ScoreColumn } from '../../store/score-column.ts';
import { LONGEST_ID } from './line-shape.ts';
import {
  HELD,
  type HeldField,
  type LikeLine,
  NOTHING_MORE,
  type PlainRow,
  type SampleFields,
  type Span,
  saysLittle,
} from './row.ts';

/** More bytes of different texts than these are read again in place of held. */
const MOST_TEXTS = 2 ** 27;

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
  /** Whether its lines say more of their samples than a score. */
  readonly saysMore: boolean;

  constructor(saysMore: boolean) {
    this.saysMore = saysMore;
  }
}

/** More values than these are made anew every time. */
const FEW_VALUES = 2 ** 16;

/** What lines say of a sample, by its position: a text with a quote before it, or a number as it is written. */
export class ValueColumn extends CodedColumn {
  readonly #known: (string | number)[] = [];

  /** @returns 0 of what is not said; -1 of what is not held here */
  claimValue(value: unknown): number {
    if (value === undefined) return 0;
    if (typeof value === 'number') return this.claim(String(value));
    return typeof value === 'string' && value.length <= LONGEST_ID ? this.claim(`"${value}`) : -1;
  }

  valueBehind(code: number): string | number | undefined {
    if (code === 0) return undefined;
    const known = this.#known[code];
    if (known !== undefined) return known;
    const text = this.textOf(code);
    const value = text.startsWith('"') ? text.slice(1) : Number(text);
    if (code < FEW_VALUES) this.#known[code] = value;
    return value;
  }
}

/** The samples of a task so far: on which line each metric of each stood, and its score. */
export class SeenSamples {
  /** In the order in which they first came. */
  readonly keys = new KeyTable();
  /** What samples have besides scores, as long as it is held here. */
  held = heldColumns();
  #columns = HELD.map((field) => this.held[field]);
  /** What the line at hand says, one number a column. */
  readonly #codes = new Int32Array(HELD.length);
  /** The numbers of what `targetOf` has told. */
  readonly #told = new Set<number>();
  readonly #metrics = new Map<string, ScoreLines>();
  /** Null as long as no line has a filter, so that keys are ids. */
  #ids: KeyTable | null = null;
  #last = -1;
  /** The first line, where all say nothing so far but a score and what can be held, alike of each sample. */
  #bare: PlainRow | null = null;
  #areNames = true;

  /** How many documents. */
  get documents(): number {
    return this.#ids?.length ?? this.keys.length;
  }

  /** Whether all that lines say is held here. */
  get isBare(): boolean {
    return this.#bare !== null;
  }

  /** Whether every id may be one. */
  get areNames(): boolean {
    return this.#areNames;
  }

  /** By metric. */
  get scores(): ReadonlyMap<string, ScoreColumn> {
    return new Map([...this.#metrics].map(([name, { scores }]) => [name, scores]));
  }

  /** Whether a line is of a sample that others came after. @throws WeighbridgeError `data` for a score that was said before */
  comesBack(row: PlainRow): boolean {
    if (this.keys.length === 0) this.#bare = row;
    if (row.filter !== undefined || !saysLittle(row.sample)) this.#forget();
    if (row.filter !== undefined && this.#ids === null) {
      this.#ids = new KeyTable();
      for (let position = 0; position < this.keys.length; position += 1)
        this.#ids.claim(this.keys.at(position));
    }
    this.#ids?.claim(row.id);
    this.#areNames &&= mayBeName(row.id);
    const count = this.keys.length;
    const position = this.keys.claim(sampleKey(row));
    const isBack = this.#place(position, count, row, row.at.line, row.score);
    if (this.#bare !== null) {
      for (const [at, field] of HELD.entries())
        this.#codes[at] = this.held[field].claimValue(row.sample[field]);
      this.#tell(row.metric, position, count);
    }
    return isBack;
  }

  /** The same of a line that is as one of these was, but for its own parts. */
  comesBackAs(line: LikeLine): boolean {
    const { like, bytes, number } = line;
    const { row, id, score } = like;
    if (this.#ids !== null)
      return this.comesBack(rowLike(row, bytes.toString('latin1', id.start, id.end), number, score));
    const count = this.keys.length;
    const position = this.keys.claimBytes(bytes, id.start, id.end);
    const isBack = this.#place(position, count, row, number, score);
    if (this.#bare !== null) {
      if (row.sample === NOTHING_MORE) this.#codes.fill(0);
      else this.#readCodes(line);
      this.#tell(row.metric, position, count);
    }
    return isBack;
  }

  #readCodes({ like: { row, held }, bytes }: LikeLine): void {
    for (let at = 0; at < HELD.length; at += 1) {
      const [column, span] = [this.#columns[at] as ValueColumn, held[at] as Span | null];
      this.#codes[at] =
        span === null
          ? column.claimValue(row.sample[HELD[at] as HeldField])
          : column.claimBytes(bytes, span.start, span.end);
    }
  }

  /** What is right by the line that was seen last; undefined where this has told so before. */
  targetOf({ like: { held }, bytes }: LikeLine): string | number | undefined {
    const span = held[TARGET] ?? null;
    if (span === null) return undefined;
    if (this.#bare === null) return valueIn(bytes, span);
    const code = this.#codes[TARGET] as number;
    if (this.#told.has(code)) return undefined;
    this.#told.add(code);
    return this.held.target.valueBehind(code);
  }

  /** From now on lines are read again in place of held. */
  #forget(): void {
    if (this.#bare === null) return;
    this.#bare = null;
    this.held = heldColumns();
    this.#columns = [];
  }

  /** @param count how many samples there were before the line */
  #place(
    position: number,
    count: number,
    { metric, sample, at: { file } }: PlainRow,
    line: number,
    score: PlainRow['score'],
  ): boolean {
    let own = this.#metrics.get(metric);
    if (own === undefined) {
      own = new ScoreLines(sample !== NOTHING_MORE);
      this.#metrics.set(metric, own);
    }
    if (position < count) {
      const first = own.lines.get(position);
      if (first > 0) {
        const [id] = this.keys.at(position).split('\u0000', 1);
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

  /**
   * What a line says besides its score. Lines of which some say more of a sample, or something else, are read again in place of held.
   */
  #tell(metric: string, position: number, count: number): void {
    const saysMore = this.#metrics.get(metric)?.saysMore === true;
    const isTold = saysMore && position < count && this.#isTold(metric, position);
    let [isHeld, isOther, bytes] = [true, false, 0];
    for (let at = 0; at < HELD.length; at += 1) {
      const [column, code] = [this.#columns[at] as ValueColumn, this.#codes[at] as number];
      isHeld &&= code !== -1;
      bytes += column.bytes;
      if (saysMore && !isTold) column.set(position, code);
      else isOther ||= code !== (isTold ? column.codeAt(position) : 0);
    }
    if (!isHeld || isOther || bytes > MOST_TEXTS) this.#forget();
  }

  /** Whether a line of another metric said more of the sample. */
  #isTold(metric: string, position: number): boolean {
    for (const [name, { saysMore, lines }] of this.#metrics)
      if (name !== metric && saysMore && lines.get(position) > 0) return true;
    return false;
  }

  /** Likewise the lines of each sample, in the order in which samples first came. */
  *rows(): Generator<readonly PlainRow[]> {
    for (let position = 0; position < this.keys.length; position += 1) {
      const rows: PlainRow[] = [];
      for (const metric of this.#metrics.keys())
        if (this.hasLine(metric, position)) rows.push(this.rowAt(metric, position));
      yield rows.length === 1 ? rows : rows.sort((one, other) => one.at.line - other.at.line);
    }
  }

  /** Whether the sample at a position has a line of the metric. */
  hasLine(metric: string, position: number): boolean {
    return (this.#metrics.get(metric)?.lines.get(position) ?? 0) > 0;
  }

  /** What that line says, where all that lines say is held here. */
  rowAt(metric: string, position: number): PlainRow {
    if (this.#bare === null) throw new Error('lines say more than was kept');
    return { ...this.#bare, ...this.valueAt(metric, position), id: this.keys.at(position) };
  }

  /** The same without whose line it is. */
  valueAt(metric: string, position: number): Pick<PlainRow, 'at' | 'metric' | 'score' | 'sample'> {
    const [first, own] = [this.#bare, this.#metrics.get(metric)];
    const score = own?.scores.get(position);
    if (first === null || own === undefined || score === undefined)
      throw new Error('lines say more than was kept');
    const sample = own.saysMore ? this.#sampleAt(position) : NOTHING_MORE;
    return { at: { file: first.at.file, line: own.lines.get(position) }, metric, score, sample };
  }

  #sampleAt(position: number): SampleFields {
    const sample: Partial<Record<HeldField, string | number>> = {};
    for (const field of HELD) {
      const value = this.held[field].valueBehind(this.held[field].codeAt(position));
      if (value !== undefined) sample[field] = IS_TEXT.has(field) ? String(value) : value;
    }
    return sample as SampleFields;
  }
}

const TARGET = HELD.indexOf('target');

/** Where a number is as good as a text. */
const IS_TEXT: ReadonlySet<HeldField> = new Set(['group', 'cluster', 'output']);

const heldColumns = () =>
  Object.fromEntries(HELD.map((field) => [field, new ValueColumn()])) as Record<HeldField, ValueColumn>;

const QUOTE = 0x22;

const valueIn = (bytes: Buffer, { start, end }: Span): string | number =>
  bytes[start] === QUOTE
    ? bytes.toString('latin1', start + 1, end)
    : Number(bytes.toString('latin1', start, end));

const rowLike = (row: PlainRow, id: string, line: number, score: PlainRow['score']): PlainRow => ({
  ...row,
  ...{ id, score, at: { file: row.at.file, line } },
});
