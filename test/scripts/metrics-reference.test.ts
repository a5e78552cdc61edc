import { expect, test } from 'vitest';
import { documentedMetrics, metricsReference } from '../../scripts/metrics-reference.ts';

const METRICS = documentedMetrics();

test('every metric is there once', () => {
  const names = METRICS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(45);
});

test.each(METRICS)('$name says what it is, when to use it, and what holds it to that', (metric) => {
  expect(metric.definition).toMatch(/\w/);
  expect(metric.pinned).toMatch(/^\[test\//);
  expect(metricsReference()).toContain(`\`${metric.name}\``);
});
