import { describe, expect, test } from 'vitest';
import { fromCommandLine, modelSource, requireSide } from '../../src/config/models.ts';
import { resolveConfig } from '../../src/config/resolve.ts';
import { faultOf } from '../support/fault.ts';

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

describe('a reference', () => {
  const of = (written: string, more = '') => {
    const { reference, referenceEngine, engine } = resolveConfig({
      text: `version: 1\ncandidate: a.gguf\nbaseline: b.gguf\nreference: ${written}\n${more}gates: [{ metric: t/acc, max_drop: 1pp }]\n`,
      file: 'w.yml',
      assumeTasks: true,
    });
    return { reference, by: referenceEngine.type, isOwn: referenceEngine !== engine };
  };
  const SERVED = { kind: 'endpoint', url: 'http://h/v1', model: 'large' };
  const OPENAI = 'engine: { type: openai, url: "http://h/v1" }\n';

  test.each<[string, string, ReturnType<typeof of>]>([
    ['out/large', '', { reference: { kind: 'results', path: 'out/large' }, by: 'llama.cpp', isOwn: false }],
    ['large.gguf', '', { reference: { kind: 'file', path: 'large.gguf' }, by: 'llama.cpp', isOwn: false }],
    ['{ url: "http://h/v1", model: large }', '', { reference: SERVED as never, by: 'openai', isOwn: true }],
    ['{ model: large }', OPENAI, { reference: SERVED as never, by: 'openai', isOwn: false }],
    [
      '{ model: { model: large }, engine: { type: openai, url: "http://h/v1" } }',
      '',
      { reference: SERVED as never, by: 'openai', isOwn: true },
    ],
    [
      '{ model: { url: "http://h/v1", model: large }, engine: { type: openai, api_key_env: KEY } }',
      '',
      { reference: SERVED as never, by: 'openai', isOwn: true },
    ],
  ])('%s is run by its own engine where it needs one', (written, more, expected) => {
    expect(of(written, more)).toEqual(expected);
  });

  test('whose engine runs code needs the word that any engine does', () => {
    const written =
      '{ model: large.gguf, engine: { type: openai, serve: { command: [./serve, "{port}"] } } }';
    expect(() => of(written)).toThrow('the engine runs code of its own');
  });
});

test.each(['anchor', 'reference'] as const)(
  'who asks for the %s is told what to add, and no flag that is none',
  async (side) => {
    const text =
      'version: 1\ncandidate: a.gguf\nbaseline: b.gguf\ngates: [{ metric: t/acc, max_drop: 1pp }]\n';
    const config = resolveConfig({ text, file: 'w.yml', assumeTasks: true });
    const fault = await faultOf(() => requireSide(config, side));
    expect(fault.text).toMatch(new RegExp(`no ${side} is named\\n  fix: add \`${side}: .*\` to the config$`));
  },
);
