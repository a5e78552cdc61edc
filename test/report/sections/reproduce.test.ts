import { expect, test } from 'vitest';
import type { GivenInputs, VerdictFile } from '../../../src/core/domain/decision.ts';
import { buildVerdictFile } from '../../../src/report/build.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../../src/report/markdown.ts';
import { reproduceCommand } from '../../../src/report/sections/reproduce.ts';
import { CONTEXT, facts, PASS } from '../examples.ts';

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

const told = (directory?: string) =>
  renderMarkdown(PASS, { ...CONTEXT, ...(directory === undefined ? {} : { directory }) }, COMMENT_BYTES)
    .markdown.split('<summary>Reproduce locally</summary>')[1]
    ?.trim()
    .split('\n', 1)[0];

test.each([
  [undefined, 'In a clone at this commit, with the checkpoints in place:'],
  ['.', 'In a clone at this commit, with the checkpoints in place:'],
  ['./', 'In a clone at this commit, with the checkpoints in place:'],
  ['models/a', 'In <code>models&#47;a</code> of a clone at this commit, with the checkpoints in place:'],
])('in the working-directory %s: %s', (directory, line) => {
  expect(told(directory)).toBe(line);
});
