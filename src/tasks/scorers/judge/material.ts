import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { sha256Hex } from '../scorer.ts';

/** Foreign text in a request, which the judge is told apart from what it is asked. */
interface Material {
  /** In the marks, so that our own words can point at them. */
  readonly mark: string;
  readonly block: (name: string, text: string) => string;
}

/**
 * Texts stand between marks that none of them can hold, since they are made of the digest of all; the same texts are asked about in the
 * same words each time.
 * @param texts all of them
 */
export function materialOf(texts: unknown): Material {
  const mark = sha256Hex(canonicalJson(texts)).slice(0, 16);
  return { mark, block: (name, text) => `<${name} ${mark}>\n${text}\n</${name} ${mark}>` };
}

/** A JSON schema of an object that has all of these and nothing else. */
export const objectSchema = (properties: Readonly<Record<string, object>>) => ({
  ...{ type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
});
