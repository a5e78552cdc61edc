import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { fencedLog } from '../fenced-log.ts';
import { annotate, type Core, required } from '../host.ts';
import { readInputs } from '../inputs.ts';
import { beginProgress } from '../live-progress.ts';
import { prepare } from './prepare.ts';
import { announce } from './started-comment.ts';

const WRITER = fileURLToPath(new URL('progress-writer.js', import.meta.url));

/** Entry point of the step `prep`, called by github-script. */
export async function prep({ core }: { readonly core: Core }): Promise<void> {
  const { env } = process;
  const log = fencedLog((text) => process.stdout.write(text));
  try {
    const inputs = readInputs(required(env, 'WEIGHBRIDGE_INPUTS'));
    const { out } = await prepare({ env, core });
    const announced = await announce(env, inputs, log);
    if (announced !== null) await beginProgress({ env, core }, inputs, announced, out, WRITER, log);
  } catch (error) {
    annotate(core, error);
    process.exitCode = 1;
  }
}
