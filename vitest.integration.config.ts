import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import unit from './vitest.config.ts';

const STARTS_PROCESSES =
  /\/test\/(?:action|app\/baselines|tasks\/engines|adapters\/process|tasks\/runners\/lm-eval|tasks\/scorers\/toxicity|simulator)\/|\/(?:writer|policy-from)\.integration\.test\.ts$/;

/** A process is started by copying the page tables of its parent, 8 ms for every 300 MB: do it while the workers are small. */
class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isEarly = ({ moduleId }: TestSpecification) => STARTS_PROCESSES.test(moduleId);
    return [...sorted.filter(isEarly), ...sorted.filter((file) => !isEarly(file))];
  }
}

/** Processes, servers and whole judgements, and statistics by many random draws. */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['test/**/*.{integration,simulation}.test.ts'],
    exclude: ['**/node_modules/**'],
    sequence: { sequencer: ProcessesFirst },
  },
});
