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
  github: ['domain'],
  sides: ['domain', 'store', 'config', 'engines', 'runners', 'importers'],
  baselines: ['domain', 'store', 'process', 'checkpoints', 'config', 'sides'],
  evaluation: [
    ...['domain', 'stats', 'config', 'plan', 'compare', 'decide', 'report'],
    ...['store', 'checkpoints', 'engines', 'runners', 'sides', 'baselines'],
  ],
  judgement: [
    ...['domain', 'config', 'compare', 'decide', 'policy', 'report'],
    ...['store', 'runners', 'sides', 'baselines', 'version.ts'],
  ],
};

/** The stories and their entry points may use everything. */
const ENTRY = new Set(['main.ts', 'results.ts', 'noise.ts', 'version.ts', 'actions', 'cli']);

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

  test.each(Object.keys(MAY_IMPORT))('nothing that %s may use leads back to it', (room) => {
    const reached = (from: string): readonly string[] =>
      (MAY_IMPORT[from] ?? []).flatMap((other) => [other, ...reached(other)]);
    expect(reached(room)).not.toContain(room);
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
