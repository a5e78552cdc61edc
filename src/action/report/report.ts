import process from 'node:process';
import * as pipeline from '../../app/main.ts';
import { fencedLog } from '../fenced-log.ts';
import { annotate, type Core } from '../runtime.ts';
import { publish } from './publish.ts';

const GRACE_MS = 2000;

/** Entry point of the step `report`, called by github-script. */
export async function report({ core }: { readonly core: Core }): Promise<void> {
  const log = fencedLog((text) => process.stdout.write(text));
  try {
    await publish({ env: process.env, core }, pipeline, log);
  } catch (error) {
    annotate(core, error);
    process.exitCode = 1;
  }
  // An upload that was given up goes on trying for minutes. Not referenced, this ends nothing that ends by itself.
  setTimeout(() => process.exit(), GRACE_MS).unref();
}
