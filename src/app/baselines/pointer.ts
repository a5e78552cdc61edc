import { parse } from 'yaml';
import { z } from 'zod';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';

const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .optional();
const path = z.string().min(1);

/** What a pointer file such as `model.yaml` may say: where the accepted model is, and optionally which one it is. */
const pointerSchema = z.union([
  z.strictObject({ path, digest }),
  z.strictObject({
    repo: z.string().regex(/^[\w][\w.-]*\/[\w][\w.-]*$/),
    revision: z.string().regex(/^[0-9a-f]{40}$/, 'must be a whole commit: a branch or tag may move'),
    /** A file of the repository, such as one GGUF of several. */
    file: path.optional(),
    digest,
  }),
]);
export type Pointer = z.infer<typeof pointerSchema>;

/** @throws WeighbridgeError `data` for anything else */
export function parsePointer(text: string, file: string): Pointer {
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 10 });
  } catch (cause) {
    throw new WeighbridgeError('data', `not YAML: ${messageOf(cause)}`, {
      ...{ at: { file }, cause },
      fix: 'write `path: models/base.gguf`, or `repo: org/name` with `revision:`',
    });
  }
  const parsed = pointerSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new WeighbridgeError('data', 'this is not a pointer to a model', {
    at: { file },
    fix: 'write `path: models/base.gguf`, or `repo: org/name` with `revision:` and its whole commit; a `digest: sha256:...` may stand beside',
    cause: parsed.error,
  });
}
