import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom. A room may use its own files and the rooms listed; everything else is an error.
 * Left to right this reads as the pipeline; adapters know the domain only.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  stats: ['domain'],
  metrics: ['domain', 'stats'],
  process: ['domain'],
  store: ['domain'],
  datasets: ['domain'],
  scorers: ['domain', 'metrics', 'process'],
  checkpoints: ['domain', 'process', 'store'],
  engines: ['domain', 'process', 'checkpoints'],
  runners: [
    ...['domain', 'metrics', 'scorers', 'engines', 'datasets', 'store'],
    ...['process', 'importers', 'checkpoints'],
  ],
  config: ['domain', 'metrics', 'scorers', 'engines', 'runners'],
  plan: ['domain', 'stats', 'config', 'runners', 'datasets'],
  compare: ['domain', 'stats', 'metrics'],
  decide: ['domain', 'stats', 'metrics', 'compare'],
  report: ['domain', 'compare', 'decide'],
  policy: ['domain', 'config', 'report'],
  importers: ['domain', 'store', 'metrics'],
  exporters: ['domain', 'store', 'metrics'],
  baselines: ['domain', 'store', 'process', 'checkpoints', 'config', 'github'],
  github: ['domain'],
};

/** The story and its entry points may use everything. */
const ENTRY = new Set([
  'main.ts',
  'declared.ts',
  'baseline.ts',
  'bootstrap.ts',
  'chosen-baseline.ts',
  'recall.ts',
  'evaluate.ts',
  'harnessed.ts',
  'open-model.ts',
  'judge.ts',
  'policies.ts',
  'received.ts',
  'stopping.ts',
  'results.ts',
  'noise.ts',
  'sources.ts',
  'version.ts',
  'actions',
  'cli',
]);

/** Rooms in which nothing touches the outside: no Node, no GitHub, no clock, no chance. */
const PURE = ['domain', 'stats', 'metrics', 'compare', 'decide', 'report', 'policy'];

const SRC = resolve(import.meta.dirname, '../src');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const pattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

const roomOf = (path: string) => path.split('/')[0] ?? '';

describe('the direction of imports', () => {
  test.each(files)('%s', (file) => {
    const room = roomOf(file);
    if (ENTRY.has(room)) return;
    const allowed = MAY_IMPORT[room];
    expect(allowed, `no rule for the room ${room}: add a row to MAY_IMPORT`).toBeDefined();
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) continue;
      const target = roomOf(relative(SRC, resolve(SRC, dirname(file), specifier)));
      if (target === room) continue;
      expect(allowed, `${file} imports ${specifier}`).toContain(target);
    }
  });

  test.each(files.filter((file) => PURE.includes(roomOf(file))))('%s is pure', (file) => {
    for (const specifier of importsOf(file)) {
      expect(specifier, `${file} imports ${specifier}`).not.toMatch(/^(node:|@actions\/)/);
    }
    const text = readFileSync(join(SRC, file), 'utf8');
    expect(text, `${file} reads a clock or throws dice`).not.toMatch(
      /Math\.random|Date\.now|new Date\(\)|performance\.now/,
    );
  });
});
