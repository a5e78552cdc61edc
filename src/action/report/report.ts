import process from 'node:process';
import { decidePlan } from '../../app/main.ts';
import { fencedLog } from '../fenced-log.ts';
import { annotate, type Core } from '../runtime.ts';
import { reportPlan } from './report-plan.ts';

const GRACE_MS = 2000;

/** Entry point of the step `report`, called by github-script. */
export async function report({ core }: { readonly core: Core }): Promise<void> {
  const log = fencedLog((text) => process.stdout.write(text));
  try {
    await reportPlan({ env: process.env, core }, decidePlan, log);
  } catch (error) {
    annotate(core, error);
    process.exitCode = 1;
  }
  // An upload that was given up goes on trying for minutes. Not referenced, this ends nothing that ends by itself.
  setTimeout(() => process.exit(), GRACE_MS).unref();
}
