import { describe, expect, test } from 'vitest';
import { explainLines } from '../../src/config/explain.ts';
import { faults, HEAD, resolve } from './support.ts';

const GATE = 'gates: [{ metric: facts/acc, max_drop: 1pp }]\n';
const withAnchor = (anchor: string) => `${HEAD}anchor: ${anchor}\n${GATE}`;

describe('anchor', () => {
  test('its limits are gates of their own beside those against the baseline, with their source', () => {
    const config = resolve(withAnchor('{ model: v1.gguf, max_drop: { facts/acc: 4pp, prose: 2%rel } }'));
    expect(config.anchor).toEqual({ kind: 'file', path: 'v1.gguf' });
    expect(config.gates.map(({ id, against }) => [id, against])).toEqual([
      ['facts/acc:max_drop', undefined],
      ['facts/acc:max_drop@anchor', 'anchor'],
      ['prose/bits_per_byte:max_drop@anchor', 'anchor'],
    ]);
    expect(config.gates[1]).toMatchObject({
      ...{ tier: 'blocking', limit: { kind: 'absolute', value: 0.04 } },
      source: { kind: 'file', file: 'w.yml', line: 7 },
    });
    expect(config.sources['anchor.model']).toMatchObject({ kind: 'file' });
    expect(explainLines(config).join('\n')).toMatch(/anchor\.model +v1\.gguf/);
  });

  test('takes the forms of a baseline', () => {
    const of = (model: string) => resolve(withAnchor(`{ model: ${model}, max_drop: { facts: 4pp } }`)).anchor;
    expect(of('releases/v1')).toEqual({ kind: 'results', path: 'releases/v1' });
    expect(of('{ base: b.gguf, adapter: a.gguf }')).toMatchObject({ kind: 'adapter' });
    expect(resolve(`${HEAD}${GATE}`).anchor).toBeNull();
  });

  test('its limits change the digest of the rules, and its name does not', () => {
    const digest = (model: string, limit: string) =>
      resolve(withAnchor(`{ model: ${model}, max_drop: { facts: ${limit} } }`)).digest;
    expect(digest('a.gguf', '4pp')).toBe(digest('b.gguf', '4pp'));
    expect(digest('a.gguf', '4pp')).not.toBe(digest('a.gguf', '5pp'));
    expect(digest('a.gguf', '4pp')).not.toBe(resolve(`${HEAD}${GATE}`).digest);
  });

  test.each([
    ['a missing limit', '{ model: v1.gguf }', /max_drop/],
    ['no limit', '{ model: v1.gguf, max_drop: {} }', /holds nothing/],
    ['a missing model', '{ max_drop: { facts: 4pp } }', /model/],
    ['an unknown key', '{ model: v1.gguf, max_drop: { facts: 4pp }, min_gain: 1 }', /min_gain/],
    ['an unknown task', '{ model: v1.gguf, max_drop: { fact: 4pp } }', /no task is named "fact"/],
    ['an ambiguous unit', '{ model: v1.gguf, max_drop: { facts: 4% } }', /4%/],
    ['a download', '{ model: "hf:org/name", max_drop: { facts: 4pp } }', /names no commit/],
  ])('%s is refused, at its line', (_, anchor, message) => {
    const [first, ...others] = faults(withAnchor(anchor));
    expect(first?.describe()).toMatch(message);
    expect(first?.at?.line).toBe(7);
    expect(others).toEqual([]);
  });
});
