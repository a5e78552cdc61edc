import type { Score } from '../../../core/domain/sample.ts';
import { parseLenientJson } from '../json.ts';
import { HELD, type HeldField, type Likeness, type PlainRow, type Span } from './row.ts';

/** Kinds of lines that are held at once, such as one a metric. */
const MOST_SHAPES = 16;
/** After so many lines of which none was like another, no more shapes are made, nor looked for. */
const MOST_VAIN = 256;
/** Longer lines are not looked at for what they have in common. */
const LONGEST_LINE = 4096;
/** More digits than these may be an integer that no number holds. */
const LONGEST_SCORE = 24;
const LONGEST_INTEGER = 15;
/** Longer ones are refused, which the parser's reader says. */
export const LONGEST_ID = 256;

const [QUOTE, BACKSLASH, COMMA, BRACE, SPACE, TILDE, CARRIAGE_RETURN] = [
  0x22, 0x5c, 0x2c, 0x7d, 0x20, 0x7e, 0x0d,
];
const [ZERO, NINE, MINUS, POINT] = [0x30, 0x39, 0x2d, 0x2e];

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** How what differs from line to line stands there: a score, a text, one that is not empty, a number, a positive one, or one that is as good as a text. */
type Filling = 'score' | 'text' | 'name' | 'number' | 'positive' | 'text number';

/** Where one of these stands in a line. */
interface Hole extends Span {
  readonly of: 'id' | 'score' | HeldField;
  readonly filling: Filling;
  readonly isQuoted: boolean;
  start: number;
  end: number;
}

/**
 * What all lines of a kind have in common, byte for byte, around what differs. A text without quotes, backslashes and control
 * characters can stand for another one in JSON, and a number for a number, without anything else in the line meaning
 * something else: so that what the parser made of one such line holds for all, and no other is taken for one.
 */
class LineShape implements Likeness {
  readonly row: PlainRow;
  readonly #texts: readonly Buffer[];
  readonly #holes: readonly Hole[];
  readonly #least: number;
  readonly id: Span;
  readonly held: readonly (Span | null)[];
  score: Score;

  /** @param texts before each hole, and behind the last one */
  constructor(row: PlainRow, texts: readonly Buffer[], holes: readonly Hole[]) {
    this.row = row;
    this.score = row.score;
    this.#texts = texts;
    this.#holes = holes;
    this.#least = texts.reduce((length, text) => length + text.length, 0);
    const spanOf = (of: Hole['of']) => holes.find((hole) => hole.of === of) ?? null;
    this.id = spanOf('id') ?? { start: 0, end: 0 };
    this.held = HELD.map(spanOf);
  }

  /** Whether the line is one of these: then its score, and where all else stands, are its own. */
  matches(line: Buffer): boolean {
    if (line.length < this.#least) return false;
    const [texts, holes] = [this.#texts, this.#holes];
    let at = 0;
    for (let index = 0; index < holes.length; index += 1) {
      const text = texts[index] as Buffer;
      if (!hasAt(line, text, at)) return false;
      const hole = holes[index] as Hole;
      const start = at + text.length;
      at = hole.filling === 'score' ? this.#scoreAt(line, start) : endOf(hole.filling, line, start);
      if (at === -1) return false;
      // A text by its quote is told from a number, but for an id.
      hole.start = hole.isQuoted ? start - 1 : start;
      hole.end = at;
    }
    const last = texts[holes.length] as Buffer;
    return line.length === at + last.length && hasAt(line, last, at);
  }

  #scoreAt(line: Buffer, start: number): number {
    const end = valueEnd(line, start);
    const first = line[start] as number;
    const score =
      end === start + 1 && first >= ZERO && first <= NINE ? first - ZERO : numberIn(line, start, end);
    this.score = score;
    return Number.isNaN(score) ? -1 : end;
  }
}

/** -1 where it is none of these. */
function endOf(filling: Filling, line: Buffer, start: number): number {
  if (filling === 'text' || filling === 'name') return textEnd(line, start, filling === 'name');
  const end = numberEnd(line, start, filling === 'text number');
  return filling !== 'positive' || (end !== -1 && numberIn(line, start, end) > 0) ? end : -1;
}

/** Where a text ends; -1 where it is none that can be taken as it is. */
function textEnd(line: Buffer, start: number, isName: boolean): number {
  let end = start;
  for (; end < line.length; end += 1) {
    const byte = line[end] as number;
    if (byte === QUOTE) break;
    if (byte < SPACE || byte > TILDE || byte === BACKSLASH) return -1;
  }
  return (isName && end === start) || end - start > LONGEST_ID ? -1 : end;
}

/** Where what is no text ends. */
function valueEnd(line: Buffer, start: number): number {
  let end = start;
  for (; end < line.length; end += 1) {
    const byte = line[end] as number;
    if (byte === COMMA || byte === BRACE || byte === SPACE || byte === CARRIAGE_RETURN) break;
  }
  return end;
}

/** Where a number ends; -1 where it is none, or has to be a text, which is what a whole number is as it is written. */
function numberEnd(line: Buffer, start: number, isText: boolean): number {
  const end = valueEnd(line, start);
  const first = line[start] === MINUS ? start + 1 : start;
  let [points, others] = [0, first === end ? 1 : 0];
  for (let at = first; at < end; at += 1) {
    const byte = line[at] as number;
    if (byte === POINT && at > first && at < end - 1) points += 1;
    else if (byte < ZERO || byte > NINE) others += 1;
  }
  const isPlain = others === 0 && (line[first] !== ZERO || end === first + 1 || line[first + 1] === POINT);
  if (isText)
    return isPlain &&
      points === 0 &&
      end - first <= LONGEST_INTEGER &&
      (first === start || line[first] !== ZERO)
      ? end
      : -1;
  if (isPlain && points <= 1 && end - first <= (points === 0 ? LONGEST_INTEGER : LONGEST_SCORE)) return end;
  const isNumber = (line[first] as number) >= ZERO && (line[first] as number) <= NINE;
  return isNumber && !Number.isNaN(numberIn(line, start, end)) ? end : -1;
}

function hasAt(line: Buffer, text: Buffer, at: number): boolean {
  if (at + text.length > line.length) return false;
  for (let index = 0; index < text.length; index += 1) if (line[at + index] !== text[index]) return false;
  return true;
}

/** NaN for anything that JSON or this table's reader would not take for just that number. */
function numberIn(line: Buffer, start: number, end: number): number {
  if (end - start > LONGEST_SCORE) return Number.NaN;
  const text = line.toString('latin1', start, end);
  if (text === 'true' || text === 'false') return Number(text === 'true');
  if (!NUMBER.test(text) || (text.length > LONGEST_INTEGER && /^-?\d+$/.test(text))) return Number.NaN;
  const number = Number(text);
  return Number.isFinite(number) ? number : Number.NaN;
}

/** The shapes of a table's lines, as far as these repeat. */
export class LineShapes {
  readonly #shapes: LineShape[] = [];
  #vain = 0;

  /** What the line says, until the next one is looked at; null for one that has to be parsed. */
  find(line: Buffer): Likeness | null {
    for (let index = 0; index < this.#shapes.length; index += 1) {
      const shape = this.#shapes[index] as LineShape;
      if (!shape.matches(line)) continue;
      this.#vain = 0;
      return shape;
    }
    return null;
  }

  /** A line that was parsed, and what it came to. */
  learn(text: string, row: PlainRow): void {
    this.#vain += 1;
    if (this.#vain > MOST_VAIN) this.#shapes.length = 0;
    if (this.#vain > MOST_VAIN || text.length > LONGEST_LINE || row.filter !== undefined) return;
    const shape = shapeOf(text, row);
    if (shape === null) return;
    this.#shapes.unshift(shape);
    if (this.#shapes.length > MOST_SHAPES) this.#shapes.pop();
  }
}

/** What may stand for another one in a line, and how: as a text, and as a number. */
const FILLINGS: Readonly<Partial<Record<Hole['of'], readonly [Filling | null, Filling | null]>>> = {
  id: ['name', null],
  score: [null, 'score'],
  group: ['name', 'text number'],
  cluster: ['name', 'text number'],
  weight: [null, 'positive'],
  target: ['text', 'number'],
  output: ['text', 'text number'],
};
const PROBES = ['a text that stands for others', 5] as const;

/** Null where what the parser makes of the line with another id, another score and so on is not the same with these. */
function shapeOf(text: string, row: PlainRow): LineShape | null {
  if (/[^\x20-\x7e\r]|\\/.test(text)) return null;
  const holes = (Object.keys(FILLINGS) as Hole['of'][]).flatMap((of): Hole[] => {
    const place = new RegExp(
      `"${of}"\\s*:\\s*(?:"([^"]*)"|(${of === 'score' ? 'true|false|' : ''}-?\\d[^\\s,}]*))`,
      'd',
    );
    const [, ofText, ofNumber] = place.exec(text)?.indices ?? [];
    const [start, end] = ofText ?? ofNumber ?? [-1, -1];
    const filling = FILLINGS[of]?.[ofText === undefined ? 1 : 0] ?? null;
    if (start === -1 || filling === null) return [];
    return [{ of, filling, isQuoted: ofText !== undefined && of !== 'id', start, end }];
  });
  if (holes[0]?.of !== 'id') return null;
  holes.sort((one, other) => one.start - other.start);
  const texts = [...holes, null].map((hole, index) => text.slice(holes[index - 1]?.end ?? 0, hole?.start));
  const probeOf = ({ filling }: Hole) => PROBES[filling === 'name' || filling === 'text' ? 0 : 1];
  const probes = Object.fromEntries(holes.map((hole) => [hole.of, probeOf(hole)]));
  try {
    const told = (line: string) => parseLenientJson(line, row.at) as object;
    const probed = told(
      texts
        .map((each, index) => `${each}${index < holes.length ? probeOf(holes[index] as Hole) : ''}`)
        .join(''),
    );
    if (JSON.stringify(probed) !== JSON.stringify({ ...told(text), ...probes })) return null;
  } catch {
    return null;
  }
  return new LineShape(
    row,
    texts.map((each) => Buffer.from(each, 'latin1')),
    holes,
  );
}
