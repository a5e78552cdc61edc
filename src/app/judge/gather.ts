import { loadConfig } from '../../config/load.ts';
import type { Overrides } from '../../config/overrides.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { chooseAfter, noBaseline, provenanceOf, withBaseline } from '../baselines/choose.ts';
import { type FoundBaselines, mustFind } from '../baselines/find.ts';
import { settleConfig } from '../sides/declared.ts';
import { readSides, type StoredSides, sideFolder } from '../sides/stored.ts';

/** All that a judgement rests on. */
interface Gathered {
  readonly config: ResolvedConfig;
  readonly sides: StoredSides;
  /** Each makes the verdict `invalid`, whatever the samples say. */
  readonly faults: readonly string[];
}

/**
 * Reads the config and what is stored of every side.
 * @param options.out run directory
 * @param options.baselines what the sources of the baseline came to; null where nobody tried them
 */
export async function gather(options: {
  readonly configPath: string;
  readonly overrides: Overrides;
  readonly out: string;
  readonly baselines?: FoundBaselines | null;
}): Promise<Gathered> {
  const { configPath, overrides, out, baselines = null } = options;
  const written = await loadConfig(configPath, { overrides });
  const chosen = baselines === null ? null : await chooseAfter(written, baselines, out);
  const config = chosen === null ? written : withBaseline(written, chosen);
  const stored = await readSides({
    baseline: sideFolder(config, 'baseline', out),
    candidate: sideFolder(config, 'candidate', out),
    anchor: config.anchor === null ? undefined : sideFolder(config, 'anchor', out),
  });
  const sides = { ...stored, provenance: provenanceOf(config, chosen, stored.baseline.runs) };
  const settled = await settleConfig(
    config,
    [...stored.baseline.runs, ...stored.candidate.runs],
    options,
  ).catch((error: unknown) => {
    if (error instanceof WeighbridgeError) return error;
    throw error;
  });
  // Whatever lies in the folder of a baseline that no source gave was left there by somebody else.
  const isAbsent = chosen === null ? mustFind(written) : chosen.baseline === null;
  const absent = isAbsent ? [messageOf(noBaseline(chosen?.attempts ?? []))] : [];
  return settled instanceof WeighbridgeError
    ? { config, sides, faults: [messageOf(settled), ...absent] }
    : { config: settled, sides, faults: absent };
}
