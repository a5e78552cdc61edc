import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { declaredPins, documentedMetrics, metricsReference } from '../../scripts/metrics-reference.ts';

const METRICS = documentedMetrics();

test('every metric is there once', () => {
  const names = METRICS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(45);
});

const REFERENCE = metricsReference();

test.each(METRICS)('$name says what it is, when to use it, and what holds it to that', (metric) => {
  const line = REFERENCE.split('\n').find((each) => each.startsWith(`| \`${metric.name}\` `));
  const cells = line?.split(/(?<!\\)\|/).slice(1, -1);
  expect(cells).toHaveLength(8);
  for (const cell of cells ?? []) expect(cell).toMatch(/\w/);
  expect(metric.pinned).toMatch(/^\[.+\]\(.*test\//);
});

test('no metric is declared in two tests, none that does not exist, and each is in the test that declares it', () => {
  const names = METRICS.map(({ name }) => name);
  const declared = [...declaredPins()].flatMap(([path, pinned]) => pinned.map((name) => ({ path, name })));
  expect(declared.length).toBeGreaterThan(25);
  expect(new Set(declared.map(({ name }) => name)).size).toBe(declared.length);
  for (const { path, name } of declared) {
    expect(names, path).toContain(name);
    const code = readFileSync(resolve(path), 'utf8').replace(/^\/\/ Pins .*$/gm, '');
    expect(code, `${path} without its declaration`).toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`));
  }
});
