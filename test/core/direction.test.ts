import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { worseSign } from '../../src/core/domain/metric.ts';

const CORE = resolve(import.meta.dirname, '../../src/core');

test('plus is worse, whichever way a metric goes', () => {
  expect(worseSign({ direction: 'higher_is_better' })).toBe(-1);
  expect(worseSign({ direction: 'lower_is_better' })).toBe(1);
});

test('nobody else in the core asks for a direction', () => {
  const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const asking = files.filter((file) =>
    /[!=]== '(higher|lower)_is_better'|case '(higher|lower)_is_better'/.test(
      readFileSync(join(CORE, file), 'utf8'),
    ),
  );
  expect(asking).toEqual([join('domain', 'metric.ts')]);
});
