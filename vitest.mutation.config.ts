import { defineConfig } from 'vitest/config';
import unit from './vitest.config.ts';

const ROOMS = ['core/{compare,decide}/**', 'app/{policy,judge}{,/**}', 'action/**', 'red-team/**'];

/** What mutants have to get past: the unit tests of the rooms that are mutated, and those of whole attacks. */
export default defineConfig({
  ...unit,
  test: { ...unit.test, include: ROOMS.map((room) => `test/${room}.test.ts`), maxWorkers: 1 },
});
