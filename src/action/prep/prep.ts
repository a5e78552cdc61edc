import process from 'node:process';
import { fencedLog } from '../fenced-log.ts';
import { readInputs } from '../inputs.ts';
import { annotate, type Core, requiredVariable } from '../runtime.ts';
import { prepare } from './prepare.ts';
import { announce } from './started-comment.ts';

/** Entry point of the step `prep`, called by github-script. */
export async function prep({ core }: { readonly core: Core }): Promise<void> {
  const { env } = process;
  const log = fencedLog((text) => process.stdout.write(text));
  try {
    const inputs = readInputs(requiredVariable(env, 'WEIGHBRIDGE_INPUTS'));
    await prepare({ env, core });
    await announce(env, inputs, log);
  } catch (error) {
    annotate(core, error);
    process.exitCode = 1;
  }
}
