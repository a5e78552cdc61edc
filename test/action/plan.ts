import { type ActionInputs, readInputs } from '../../src/action/inputs.ts';
import type { PlanFile } from '../../src/action/plan-file.ts';
import type { WorkflowRun } from '../../src/action/workflow-run.ts';

const RUN: WorkflowRun = {
  repository: { owner: 'o', name: 'r' },
  event: { name: 'push', use: 'evaluate', pullRequest: null, headSha: null, baseSha: null },
  ...{ runId: 42, attempt: 1, runUrl: 'https://github.com/o/r/actions/runs/42' },
  ...{ apiUrl: 'http://127.0.0.1:9', key: 'gate', job: { id: 'evals', label: 'evals', expected: 1 } },
};

/** A plan as `prep` writes it, of a job without a pull request. */
export const planFile = ({
  inputs,
  ...rest
}: Omit<Partial<PlanFile>, 'inputs'> & { readonly inputs?: Partial<ActionInputs> } = {}): PlanFile => ({
  ...{ directory: '.', config: { path: 'weighbridge.yml', sha256: '' }, run: RUN, out: 'out' },
  inputs: { ...readInputs('{}'), ...inputs },
  ...{ overrides: {}, baselines: null, started: '2026-11-21T00:00:00Z' },
  policy: { base: null, waivers: [], waiverPermission: 'maintain' },
  draw: {
    ...{ job: 'evals', policy: 'p', run: 42, base: null, seed: 1234, tries: 1, draws: [] },
    order: { fresh: 7, earlier: {} },
  },
  ...rest,
});
