import process from 'node:process';
import { defineConfig } from 'vitest/config';
import unit from './vitest.config.ts';

const { MUTATION_TESTS } = process.env;
const ROOMS =
  MUTATION_TESTS === undefined
    ? ['core/{compare,decide}/**', 'app/{policy,judge}{,/**}', 'action/**', 'red-team/**']
    : MUTATION_TESTS.split(' ');

/** What mutants have to get past: the unit tests of the rooms that are mutated, and those of whole attacks; or of the folders named. */
export default defineConfig({
  ...unit,
  test: { ...unit.test, include: ROOMS.map((room) => `test/${room}.test.ts`), maxWorkers: 1 },
});
