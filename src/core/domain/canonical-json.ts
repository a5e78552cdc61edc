/**
 * JSON with sorted keys and no white space: equal values give equal bytes, whatever file or order they came in.
 *
 * @throws TypeError for what JSON cannot hold (undefined, NaN, infinities, functions)
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
      return JSON.stringify(value);
    case 'object': {
      if (value === null) return 'null';
      // Loops that add to one text: a digest is taken of most of what a results file holds.
      let text = '';
      if (Array.isArray(value)) {
        for (const item of value) text += `${text === '' ? '' : ','}${canonicalJson(item)}`;
        return `[${text}]`;
      }
      // By code units, as `sort` has it by itself.
      for (const key of Object.keys(value).sort()) {
        const member = canonicalJson((value as Readonly<Record<string, unknown>>)[key]);
        text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${member}`;
      }
      return `{${text}}`;
    }
    default:
      throw new TypeError(`a ${typeof value} has no JSON form`);
  }
}
