import { z } from 'zod';
import { readYaml } from '../../config/yaml.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { Waiver } from '../../core/domain/policy.ts';

/** Beside the config, so that owners of code can be named for it alone. */
export const WAIVER_FILE = 'weighbridge-waivers.yml';

const line = (what: string) => z.string(`${what} must be a text`).trim().min(1, `${what} is empty`).max(500);

const waiverSchema = z.strictObject({
  gate: line('gate').describe('Id of the gate, such as `facts/acc:max_drop`.'),
  reason: line('reason'),
  by: line('by'),
  expires: z.iso.date('expires must be a day, such as 2026-12-31'),
});

const fileSchema = z.strictObject({
  version: z.literal(1, 'version must be 1'),
  waivers: z.array(waiverSchema, 'waivers must be a list').max(100),
});

/**
 * The waivers of a file.
 * @throws WeighbridgeError `config` at the first thing that is wrong: half a list of exceptions is not what anybody agreed on
 */
export function readWaivers(text: string, file: string): readonly Waiver[] {
  const source = readYaml(text, file);
  const [unreadable] = source.issues;
  if (unreadable !== undefined) throw unreadable;
  const parsed = fileSchema.safeParse(source.value);
  if (parsed.success) {
    return parsed.data.waivers.map((waiver, index) => ({
      ...waiver,
      source: `${file}:${source.locate(['waivers', index]).line ?? 1}`,
      refused: null,
    }));
  }
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []) as readonly (string | number)[];
  throw new WeighbridgeError('config', issue?.message ?? 'not a list of waivers', {
    at: source.locate(path),
    fix: 'write `version: 1` and under `waivers` a list of `{gate, reason, by, expires}`',
  });
}
