import { annotate, type Core } from './host.ts';
import { prepare } from './prepare.ts';

/** Entry point of the step `prep`, called by github-script. */
export async function prep({ core }: { readonly core: Core }): Promise<void> {
  try {
    await prepare({ env: process.env, core });
  } catch (error) {
    annotate(core, error);
    process.exitCode = 1;
  }
}
