import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { sampleKey } from '../../../core/domain/sample.ts';
import { NameColumn, NumberColumn } from '../../store/columns.ts';
import { NOTHING_MORE, type PlainRow } from './row.ts';

/** What the lines of one metric say, by the position of their sample. */
class ScoreLines {
  readonly lines = new NumberColumn();
  readonly scores = new NumberColumn();
  readonly reasons = new NameColumn();
}

/** The samples of a task so far: on which line each metric of each stood, and its score. */
export class SeenSamples {
  /** By key, in the order in which they first came. */
  readonly #positions = new Map<string, number>();
  readonly #metrics = new Map<string, ScoreLines>();
  /** Null as long as no line has a filter, so that keys are ids. */
  #ids: Set<string> | null = null;
  #last = -1;
  /** The first line, where all have said nothing but a score so far. */
  #bare: PlainRow | null = null;

  /** How many documents. */
  get documents(): number {
    return this.#ids?.size ?? this.#positions.size;
  }

  /** Whether a line is of a sample that others came after. @throws WeighbridgeError `data` for a score that was said before */
  comesBack(row: PlainRow): boolean {
    if (this.#positions.size === 0) this.#bare = row;
    if (row.sample !== NOTHING_MORE || row.filter !== undefined) this.#bare = null;
    if (row.filter !== undefined) this.#ids ??= new Set(this.#positions.keys());
    this.#ids?.add(row.id);
    const key = sampleKey(row);
    const known = this.#positions.get(key);
    const position = known ?? this.#positions.size;
    if (known === undefined) this.#positions.set(key, position);
    const own = this.#metrics.get(row.metric) ?? new ScoreLines();
    this.#metrics.set(row.metric, own);
    const first = own.lines.get(position);
    if (!Number.isNaN(first)) {
      const message = `${row.metric} of the sample ${JSON.stringify(row.id)} is already on line ${first}`;
      throw new WeighbridgeError('data', message, { at: row.at });
    }
    own.lines.set(position, row.at.line);
    if (typeof row.score === 'number') own.scores.set(position, row.score);
    else if ('unscored' in row.score) own.reasons.set(position, row.score.unscored);
    const isBack = known !== undefined && position !== this.#last;
    this.#last = position;
    return isBack;
  }

  /** The lines of each sample, in the order in which samples first came; null where a line says more than a score. */
  get rows(): Iterable<readonly PlainRow[]> | null {
    const first = this.#bare;
    return first === null ? null : { [Symbol.iterator]: () => this.#rowsLike(first) };
  }

  *#rowsLike({ at: { file }, task, sample }: PlainRow): Generator<readonly PlainRow[]> {
    for (const [id, position] of this.#positions) {
      const rows: PlainRow[] = [];
      for (const [metric, { lines, scores, reasons }] of this.#metrics) {
        const line = lines.get(position);
        if (Number.isNaN(line)) continue;
        const unscored = reasons.get(position);
        const score = unscored === undefined ? scores.get(position) : { unscored };
        rows.push({ at: { file, line }, task, id, metric, score, sample });
      }
      yield rows.length === 1 ? rows : rows.sort((one, other) => one.at.line - other.at.line);
    }
  }
}
