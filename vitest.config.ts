import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const STARTS_PROCESSES =
  /\/test\/(?:action|app\/baselines|tasks\/engines|adapters\/process|tasks\/runners\/lm-eval|tasks\/scorers\/toxicity|simulator)\/|\/(?:writer|policy-from)\.test\.ts$/;

/** A process is started by copying the page tables of its parent, 8 ms for every 300 MB: do it while the workers are small. */
class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isEarly = ({ moduleId }: TestSpecification) => STARTS_PROCESSES.test(moduleId);
    return [...sorted.filter(isEarly), ...sorted.filter((file) => !isEarly(file))];
  }
}

export default defineConfig({
  // GitHub's packages name source maps that they do not ship, a warning for each file.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/*.{real,slow,references}.test.ts', '**/node_modules/**'],
    setupFiles: ['test/support/property-seed.ts', 'test/support/no-job.ts'],
    // The official parser imports JSON without an import attribute, which plain Node refuses: let vite transform it.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions|languageservice)/] } },
    // No test leaves anything behind in a module, and many wait for a process or a timer: share modules, overlap waiting.
    isolate: false,
    maxWorkers: 3,
    sequence: { sequencer: ProcessesFirst },
    // On a busy machine what is waited for comes late.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 180_000,
  },
});
