import { expect, test } from 'vitest';
import type { GivenInputs, VerdictFile } from '../../../src/core/domain/decision.ts';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { reproduceCommand } from '../../../src/report/sections/reproduce.ts';
import { facts } from '../examples.ts';

const FILE = buildVerdictFile(facts());
const FLAG = { kind: 'flag', name: '--any' } as const;

function command(config: string | null, given?: GivenInputs, more: Partial<VerdictFile> = {}) {
  const provenance = { ...FILE.provenance, config: { file: config, digest: null } };
  return reproduceCommand({
    ...{ ...FILE, gates: [], ...more },
    provenance: given === undefined ? provenance : { ...provenance, given },
  });
}

test.each<[string, GivenInputs | undefined, string]>([
  ['w.yml', undefined, 'run --config w.yml'],
  ['w.yml', { candidate: "it's.gguf" }, `run --config w.yml --candidate 'it'\\''s.gguf'`],
  ['a/w.yml', { baseline: 'b.gguf', full: true }, 'run --config a/w.yml --baseline b.gguf --full'],
  [
    'w.yml',
    { baseline: 'b', candidate: 'c', results: true },
    'gate --config w.yml --baseline b --candidate c',
  ],
  [
    'w.yml',
    {
      ...{ baseline: 'b', results: true },
      folds: {
        file: 'f.jsonl',
        results: [
          { fold: '1', path: 'out/1' },
          { fold: '2', path: 'o 2' },
        ],
      },
    },
    `gate --config w.yml --baseline b --folds f.jsonl --fold 1=out/1 --fold '2=o 2'`,
  ],
])('config %s, given %j', (config, given, expected) => {
  expect(command(config, given)).toBe(`weighbridge ${expected}`);
});

test('limits and what undecided gates do are repeated where flags or inputs said them', () => {
  const [gate] = FILE.gates;
  if (gate === undefined) throw new Error('no gate');
  const limits = { [gate.id]: { value: '2pp', source: FLAG } };
  const policy = { ...FILE.policy, onInconclusive: { value: 'block', source: FLAG } as const, limits };
  expect(command(null, { baseline: 'b', candidate: 'c', results: true }, { gates: [gate], policy })).toBe(
    'weighbridge gate --baseline b --candidate c --on-inconclusive block --max-drop facts/acc=2pp',
  );
});
