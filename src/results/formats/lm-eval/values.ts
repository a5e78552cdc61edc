import type { Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { type Line, lineGroups, MAX_LINE_BYTES } from '../../store/lines.ts';
import { bytesOf, isPlainUtf8 } from '../files.ts';
import { cutOff, parseLenientJson } from '../json.ts';

/** What a line of a samples file holds. */
export interface Value {
  readonly value: unknown;
  readonly at: Location;
}

/**
 * What the lines of a samples file hold, in groups, of which each is gone through before the next is asked for.
 * @throws WeighbridgeError `data` with file and line
 */
export async function* valueGroups(file: string): AsyncGenerator<Iterable<Value>> {
  const elements = new Elements(file);
  function* valuesOf(lines: Iterable<Line>): Generator<Value> {
    for (const line of lines) {
      if (elements.begin(line)) continue;
      const value = elements.isOpen ? elements.take(line) : inLine(line, file);
      if (value !== null) yield value;
      if (elements.isOver) return;
    }
  }
  for await (const lines of linesOf(file)) {
    yield valuesOf(lines);
    if (elements.isOver) return;
  }
  if (elements.isOpen) throw elements.cutOff();
}

function inLine({ number, text, whole }: Line, file: string): Value {
  const at = { file, line: number };
  return { value: whole ? parseLenientJson(text, at) : lastOf(text, at), at };
}

/** What no line feed ends is taken where it is a whole row, which no torn one is: how many there must be is known besides. */
function lastOf(text: string, at: Location): unknown {
  try {
    return parseLenientJson(text, at);
  } catch (error) {
    throw cutOff(at, error);
  }
}

/** Up to 0.4.2 the file is one array, indented by two, whatever its name says: so elements begin and end a line. */
class Elements {
  isOpen = false;
  isOver = false;
  #lines: string[] = [];
  #at: Location;

  constructor(file: string) {
    this.#at = { file };
  }

  /** Whether the array begins with this line. */
  begin({ number, text }: Line): boolean {
    if (number !== 1 || text !== '[') return false;
    this.isOpen = true;
    return true;
  }

  /** The element that ends with this line; null where none does. */
  take({ number, text, whole }: Line): Value | null {
    if (this.#lines.length === 0) {
      this.isOver = text === ']';
      if (this.isOver) return null;
      this.#at = { ...this.#at, line: number };
    }
    if (!whole) throw this.cutOff();
    this.#lines.push(text);
    if (text !== '  }' && text !== '  },') return null;
    const json = this.#lines.join('\n').replace(/,$/, '');
    this.#lines = [];
    return { value: parseLenientJson(json, this.#at), at: this.#at };
  }

  cutOff(): WeighbridgeError {
    return cutOff(this.#at);
  }
}

/** @throws WeighbridgeError `data` for what cannot be unpacked */
export async function* linesOf(file: string): AsyncGenerator<Iterable<Line>> {
  // Of a plain file the lines' own reader takes less memory.
  yield* lineGroups(file, MAX_LINE_BYTES, isPlainUtf8(file) ? undefined : bytesOf(file));
}
