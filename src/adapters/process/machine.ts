import { arch, cpus, platform } from 'node:os';

/** The machine as people tell it from others: system and processors. */
export function thisMachine(): string {
  const processors = cpus();
  const model = (processors[0]?.model ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return `${platform()} ${arch()}, ${processors.length} × ${model === '' ? 'unknown processor' : model}`;
}
