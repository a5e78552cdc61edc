import { describe, expect, test } from 'vitest';
import { fromCommandLine, modelSource } from '../../src/config/models.ts';

describe('what a checkpoint of the config means', () => {
  test.each([
    ['model.gguf', 'file'],
    ['MODEL.GGUF', 'file'],
    ['a/pytorch_model.bin', 'file'],
    ['last.pt', 'file'],
    ['last.pth', 'file'],
    ['last.CKPT', 'file'],
    ['model.pkl', 'file'],
    ['model.safetensors', 'file'],
    ['out/base/baseline', 'results'],
    ['out/v1.2', 'results'],
    ['gguf', 'results'],
  ])('%s: %s', (path, kind) => {
    expect(modelSource(path)).toEqual({ kind, path });
  });

  test('base and adapter', () => {
    const pair = { base: 'b.gguf', adapter: 'a.gguf' };
    expect(modelSource(pair)).toEqual({ kind: 'adapter', ...pair });
  });
});

test.each([
  ['a.gguf', '.', 'a.gguf'],
  ['a.gguf', 'configs', '../a.gguf'],
  ['/abs/a.gguf', 'configs', '/abs/a.gguf'],
])('%s given where the config is in %s: %s', (path, directory, expected) => {
  expect(fromCommandLine(path, directory)).toBe(expected);
});
