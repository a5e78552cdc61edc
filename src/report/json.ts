/** What a person looks for first comes first; all other keys follow in the order of the alphabet. */
const LEADING = [
  'schemaVersion',
  'verdict',
  'blocked',
  'proven',
  'exitCode',
  'summary',
  'reasons',
  'id',
  'task',
  'metric',
  'rule',
  'limit',
];

const rank = (key: string) => {
  const index = LEADING.indexOf(key);
  return index === -1 ? LEADING.length : index;
};

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => rank(a) - rank(b) || (a < b ? -1 : 1);

function canonical(value: unknown, path: string): unknown {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot say`);
    return value;
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item, index) => canonical(item, `${path}[${index}]`));
  if (typeof value !== 'object') throw new TypeError(`${path} is a ${typeof value}, which JSON cannot say`);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(byKey);
  // A key that reads as a number would be moved to the front by the engine: true in all engines, so still stable.
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item, `${path}.${key}`)]));
}

/**
 * JSON whose bytes are a function of the content: fixed order of keys, two spaces, one newline at the end.
 * @throws TypeError on a number that is not finite, or anything else JSON would silently turn into null
 */
export function verdictJson(value: unknown): string {
  return `${JSON.stringify(canonical(value, '$'), null, 2)}\n`;
}
