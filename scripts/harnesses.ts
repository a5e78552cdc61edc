import { join, resolve } from 'node:path';
import process from 'node:process';
import { lmEvalEnvironment } from './lm-eval-environment.ts';
import { NEWEST_NODE, nodeBinary } from './node-binary.ts';
import { installed, output, pythonEnvironment } from './python-environment.ts';

/** The newest at which `docs/reference/comparability.md` was made: `scripts/setting-names.ts` reads the sources of the same. */
const PROMPTFOO = '0.123.1';

const environment = (name: string): Installed => {
  const requirements = resolve(import.meta.dirname, `harnesses/${name}.requirements.txt`);
  return { program: join(pythonEnvironment(name, requirements), 'python') };
};

/** The programs whose results `npm run test:formats` makes afresh, each with how it is installed and what starts it. */
export const HARNESSES = {
  'lm-eval': () => ({ program: join(lmEvalEnvironment(), '../python') }),
  inspect: () => environment('inspect'),
  lighteval: () => environment('lighteval'),
  helm: () => environment('helm'),
  promptfoo: () => {
    const node = nodeBinary(NEWEST_NODE);
    const folder = installed(`promptfoo-${PROMPTFOO}`, (prefix) =>
      output('npm', ['install', '--prefix', prefix, '--no-audit', '--no-fund', `promptfoo@${PROMPTFOO}`], {
        ...process.env,
        PATH: `${join(node, '..')}:${process.env.PATH}`,
      }),
    );
    return { program: node, rest: [join(folder, 'node_modules/promptfoo/dist/src/entrypoint.js')] };
  },
} satisfies Readonly<Record<string, () => Installed>>;

export type Harness = keyof typeof HARNESSES;

interface Installed {
  readonly program: string;
  /** What follows the arguments of a script that it runs. */
  readonly rest?: readonly string[];
}

/** Which must be there, comma-separated, or `all`: without it one that cannot be installed is skipped, and that is said. */
const required = (process.env.WEIGHBRIDGE_HARNESSES ?? '').split(',');

/**
 * Installs a harness where it is not there yet.
 * @returns what starts it, or why it cannot be had
 * @throws Error for one that must be there
 */
export function harness(name: Harness): Installed | { readonly missing: string } {
  try {
    return HARNESSES[name]();
  } catch (error) {
    if (required.includes(name) || required.includes('all')) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 2000) : String(error);
    console.error(`SKIPPED: ${name} cannot be installed here: ${reason}`);
    return { missing: reason };
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const name of Object.keys(HARNESSES) as Harness[]) {
    const found = harness(name);
    if ('program' in found) console.log(`${name}: ${found.program}`);
  }
}
