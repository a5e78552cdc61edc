import { Buffer } from 'node:buffer';
import fc from 'fast-check';

/** What stands where a value stood: limits of types, names that mean something to us, to JavaScript, to YAML or to a file system. */
const VALUES: readonly string[] = [
  ...[
    'null',
    'true',
    'false',
    '""',
    '0',
    '-0',
    '-1',
    '1',
    '0.5',
    '1e308',
    '1e999',
    '5e-324',
    '9007199254740993',
  ],
  ...['NaN', 'Infinity', '"NaN"', '.nan', '.inf', '0x1F', '0o17', '1_000', '1:30', 'yes', '~', '2026-01-01'],
  ...['2pp', '2%', '2%rel', '1e3pp', '-1pp', '0pp', '%', '[]', '{}', '[[]]', '{"a":{"b":[]}}', '[null]'],
  ...['"__proto__"', '"constructor"', '"toString"', '"acc"', '"facts"', '"lower_is_better"', '"running"'],
  ...[
    '"../../x"',
    '"/dev/zero"',
    '"/proc/self/mem"',
    '"."',
    '"\\u0000"',
    '"\\ud800"',
    '"\\u202e"',
    '"a\\nb"',
  ],
  ...[
    '&a [*a]',
    '*a',
    '<<: *a',
    '!!python/object/apply:os.system [x]',
    '!function x.y',
    '!!binary x',
    '? a',
    '- ',
  ],
  ...[
    '{{ x }}',
    '{% for i in range(9) %}',
    '{% include "/etc/passwd" %}',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
  ],
  ...[`"${'a'.repeat(20_000)}"`, '['.repeat(20_000), '{"a":'.repeat(5_000), '(a+)+$', '9'.repeat(5_000)],
];

/** What gets between two bytes. */
const INSERTIONS: readonly Buffer[] = [
  ...[
    '\0',
    '\r',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\ufeff',
    '\u0085',
    '\u2028',
    '\u200b',
    '\u202e',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    '"',
    "'",
    ':',
    ',',
    '#',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '&',
    '*',
    '!',
    '|',
    '>',
    '<',
    '/*',
    'PK\x05\x06',
  ],
]
  .map((text) => Buffer.from(text))
  .concat([Buffer.of(0xff), Buffer.of(0xc0, 0x80), Buffer.of(0xed, 0xa0, 0x80)]);

const KINDS = [
  'byte',
  'insert',
  'cut',
  'repeat',
  'truncate',
  'value',
  'drop-line',
  'repeat-line',
  'swap-lines',
] as const;

/** A change as plain data, so that fast-check can make it smaller. Places are shares of the length, whatever that is. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  /** Which of the files. */
  readonly file: number;
  readonly at: number;
  readonly to: number;
  readonly pick: number;
}

const share = fc.integer({ min: 0, max: 9_999 });
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...KINDS),
  ...{ file: fc.nat({ max: 99 }), at: share, to: share, pick: fc.nat({ max: 255 }) },
});

/** Few changes: what is broken everywhere is refused at its first byte. */
export const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });

const TOKEN = /"(?:[^"\\\n]|\\.)*"|[\w.+%!-]+/g;

const APPLY: Readonly<Record<Mutation['kind'], (bytes: Buffer, mutation: Mutation) => Buffer>> = {
  byte: (bytes, { at, pick }) => spliced(bytes, place(bytes, at), 1, Buffer.of(pick)),
  insert: (bytes, { at, pick }) => spliced(bytes, place(bytes, at), 0, chosen(INSERTIONS, pick)),
  cut: (bytes, { at, to }) => spliced(bytes, place(bytes, at), to % 64),
  repeat: (bytes, { at, to }) => {
    const from = place(bytes, at);
    return spliced(bytes, from, 0, bytes.subarray(from, from + (to % 256)));
  },
  truncate: (bytes, { at }) => bytes.subarray(0, place(bytes, at)),
  value: (bytes, { at, pick }) => {
    // One byte a character, so that what is no text stays what it was.
    const text = bytes.toString('latin1');
    const tokens = [...text.matchAll(TOKEN)];
    const token = tokens[Math.floor((at / 10_000) * tokens.length)];
    return token === undefined
      ? bytes
      : spliced(bytes, token.index, token[0].length, Buffer.from(chosen(VALUES, pick)));
  },
  'drop-line': (bytes, { at }) => inLines(bytes, (lines, row) => lines.toSpliced(row, 1), at),
  'repeat-line': (bytes, { at, pick }) =>
    inLines(bytes, (lines, row) => lines.toSpliced(row, 0, ...Array((pick % 3) + 1).fill(lines[row])), at),
  'swap-lines': (bytes, { at, to }) =>
    inLines(
      bytes,
      (lines, row) => {
        const other = Math.floor((to / 10_000) * lines.length);
        return lines.with(row, lines[other] ?? '').with(other, lines[row] ?? '');
      },
      at,
    ),
};

export type Files = Readonly<Record<string, Buffer>>;

/** The files after the changes, one after another. */
export function mutated(files: Files, changes: readonly Mutation[]): Files {
  const result: Record<string, Buffer> = { ...files };
  const names = Object.keys(files);
  for (const change of changes) {
    const name = names[change.file % names.length] ?? '';
    result[name] = APPLY[change.kind](result[name] ?? Buffer.of(), change);
  }
  return result;
}

const place = (bytes: Buffer, at: number) => Math.floor((at / 10_000) * bytes.length);

function chosen<Value>(values: readonly Value[], pick: number): Value {
  const value = values[pick % values.length];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}

const spliced = (bytes: Buffer, at: number, length: number, inserted: Uint8Array = Buffer.of()) =>
  Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + length)]);

function inLines(bytes: Buffer, change: (lines: string[], row: number) => string[], at: number): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  return Buffer.from(change(lines, Math.floor((at / 10_000) * lines.length)).join('\n'), 'latin1');
}
