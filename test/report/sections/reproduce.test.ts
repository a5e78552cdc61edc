import { describe, expect, test } from 'vitest';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { reproduceCommand } from '../../../src/report/sections/reproduce.ts';
import { facts, model } from '../examples.ts';

const command = (config: string, candidate: string, adapter: string | null = null) => {
  const file = buildVerdictFile(facts());
  return reproduceCommand({
    ...file,
    gates: [],
    baseline: null,
    candidate: { ...model(candidate, 'a'), adapter_digest: adapter },
    provenance: { ...file.provenance, config: { file: config, digest: null } },
  });
};

describe('the command that reproduces a verdict', () => {
  test.each([
    ['weighbridge.yml', 'm.gguf', 'weighbridge run --config weighbridge.yml --candidate m.gguf'],
    ['a/w.yml', '../m.gguf', 'weighbridge run --config a/w.yml --candidate a/../m.gguf'],
    ['a/w.yml', '/models/m.gguf', 'weighbridge run --config a/w.yml --candidate /models/m.gguf'],
  ])('config %s, checkpoint %s', (config, candidate, expected) => {
    expect(command(config, candidate)).toBe(expected);
  });

  test('leaves an adapter to the config', () => {
    expect(command('w.yml', 'lora.gguf on base.gguf', 'sha256:b')).toBe('weighbridge run --config w.yml');
  });
});
