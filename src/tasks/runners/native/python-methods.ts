/**
 * Methods of Python's texts and lists that prompts of lm-evaluation-harness call and @huggingface/jinja lacks, or has without
 * their arguments.
 */
type Method = (self: never, args: readonly unknown[]) => unknown;

const WHITE_SPACE = ' \t\n\r\v\f\u001c\u001d\u001e\u001f\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000';
const SPACES = new Set([
  ...WHITE_SPACE,
  ...Array.from({ length: 11 }, (_, index) => String.fromCodePoint(0x2000 + index)),
]);

const LIST_METHODS: Readonly<Record<string, Method>> = {
  index: (self: readonly unknown[], [wanted]) =>
    found(
      self.findIndex((each) => isSame(each, wanted)),
      wanted,
      'list',
    ),
  count: (self: readonly unknown[], [wanted]) => self.filter((each) => isSame(each, wanted)).length,
};

const TEXT_METHODS: Readonly<Record<string, Method>> = {
  strip: (self: string, [characters]) => stripped(self, characters, true, true),
  lstrip: (self: string, [characters]) => stripped(self, characters, true, false),
  rstrip: (self: string, [characters]) => stripped(self, characters, false, true),
  join: (self: string, [parts]) => {
    if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string'))
      throw new Error('join() takes a list of texts');
    return parts.join(self);
  },
  find: (self: string, [wanted]) => codePointIndex(self, self.indexOf(text(wanted))),
  rfind: (self: string, [wanted]) => codePointIndex(self, self.lastIndexOf(text(wanted))),
  index: (self: string, [wanted]) => found(codePointIndex(self, self.indexOf(text(wanted))), wanted, 'text'),
  count: (self: string, [wanted]) =>
    text(wanted) === '' ? Array.from(self).length + 1 : self.split(text(wanted)).length - 1,
  rsplit: (self: string, [separator, most]) => {
    if (typeof separator !== 'string' || separator === '') throw new Error('rsplit() needs a separator');
    const parts = self.split(separator);
    const kept = typeof most === 'number' && most >= 0 ? Math.max(0, parts.length - most - 1) : 0;
    return kept === 0 ? parts : [parts.slice(0, kept + 1).join(separator), ...parts.slice(kept + 1)];
  },
};

/** The method of a value of a template; null for one that is left to the library. */
export function pythonMethod(self: unknown, name: string): Method | null {
  const methods = typeof self === 'string' ? TEXT_METHODS : Array.isArray(self) ? LIST_METHODS : {};
  return Object.hasOwn(methods, name) ? (methods[name] ?? null) : null;
}

function found(index: number, wanted: unknown, where: string): number {
  if (index < 0) throw new Error(`${JSON.stringify(wanted) ?? 'a value'} is not in the ${where}`);
  return index;
}

/** Equal as Python sees numbers, texts, booleans and None. */
const isSame = (one: unknown, other: unknown): boolean => {
  const [a, b] = [one, other].map((value) => (typeof value === 'boolean' ? Number(value) : value));
  return a === b;
};

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('the argument must be a text');
  return value;
}

/** Python counts characters; JavaScript UTF-16 units. */
const codePointIndex = (self: string, index: number): number =>
  index < 0 ? index : Array.from(self.slice(0, index)).length;

function stripped(self: string, characters: unknown, left: boolean, right: boolean): string {
  const dropped = characters === undefined || characters === null ? SPACES : new Set(text(characters));
  const all = Array.from(self);
  let start = 0;
  let end = all.length;
  while (left && start < end && dropped.has(all[start] ?? '')) start += 1;
  while (right && end > start && dropped.has(all[end - 1] ?? '')) end -= 1;
  return all.slice(start, end).join('');
}
