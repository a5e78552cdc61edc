import { z } from 'zod';
import type { Engine, EngineCode, EngineFault, EngineRow } from './engine.ts';
import { llamaCppRow } from './llama-cpp/row.ts';
import { openAiRow } from './openai/row.ts';

/** Where completions and log-likelihoods come from: one row adds an engine. */
export const ENGINES = {
  'llama.cpp': llamaCppRow,
  openai: openAiRow,
} as const satisfies Readonly<Record<string, EngineRow<z.ZodObject>>>;

type EngineName = keyof typeof ENGINES;

/** The `engine:` section of the config. */
export type EngineConfig = {
  [Name in EngineName]: z.infer<(typeof ENGINES)[Name]['options']> & { readonly type: Name };
}[EngineName];

const DEFAULT = 'llama.cpp' satisfies EngineName;

/** Settings that name no engine are those of the default one. */
const settings: readonly z.ZodObject[] = Object.entries(ENGINES).map(([name, { options }]) =>
  options.extend({
    type: name === DEFAULT ? z.literal(name).default(name) : z.literal(name),
  }),
);

export const engineConfig = z.discriminatedUnion(
  'type',
  settings as [z.ZodObject, ...z.ZodObject[]],
) as unknown as z.ZodType<EngineConfig>;

/** The engine of these settings, which it takes. */
export const loadEngine = ({ type }: EngineConfig): Promise<Engine<EngineConfig>> => {
  // An engine gets the settings of its own type, which says more than the compiler can be shown.
  return rowOf(type).load();
};

const rowOf = (type: EngineName): EngineRow<z.ZodObject> => ENGINES[type];

export const asksEndpoints = ({ type }: EngineConfig): boolean => rowOf(type).asksEndpoints === true;

export const faultsOfEngine = ({ type, ...options }: EngineConfig): readonly EngineFault[] =>
  rowOf(type).faults?.(options) ?? [];

/** Code of the config's author that these settings would start; null without any. */
export const codeOfEngine = ({ type, ...options }: EngineConfig): EngineCode | null =>
  rowOf(type).code?.(options) ?? null;

/** What asks an endpoint where nobody says how. */
export const ENDPOINT_ENGINE: EngineConfig = { type: 'openai', ...ENGINES.openai.options.parse({}) };

/** The engine of a config that names none. */
export const DEFAULT_ENGINE: EngineConfig = { type: DEFAULT, ...ENGINES[DEFAULT].options.parse({}) };
