import { graniteGuardian } from './granite-guardian.ts';
import { llamaGuard3, llamaGuard4 } from './llama-guard.ts';
import type { Guard } from './row.ts';
import { shieldGemma } from './shield-gemma.ts';

/** Guards by the name that the config uses: one row adds a guard. */
export const GUARDS = {
  llama_guard_3: llamaGuard3,
  llama_guard_4: llamaGuard4,
  shieldgemma: shieldGemma,
  granite_guardian_3: graniteGuardian,
} as const satisfies Readonly<Record<string, Guard>>;

export type GuardName = keyof typeof GUARDS;
export const GUARD_NAMES = Object.keys(GUARDS) as [GuardName, ...GuardName[]];
