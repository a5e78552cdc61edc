import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Option } from 'commander';
import { STARTER_DEFAULTS, starterFiles } from '../config/starter.ts';
import { messageOf, WeighbridgeError } from '../core/domain/errors.ts';
import { makeDirectory } from '../results/store/disk-faults.ts';
import type { AddCommand } from './command.ts';

interface InitFlags {
  readonly candidate: string;
  readonly baseline: string;
  readonly directory: string;
  readonly force?: boolean;
}

const HELP = `
Examples:
  weighbridge init
  weighbridge init --candidate out/step-2000.gguf --baseline models/base.gguf
`;

export const addInit: AddCommand = (program, { terminal }) => {
  program
    .command('init')
    .description('write a starter config, a workflow and a small dataset')
    .addOption(
      new Option('--candidate <path>', 'checkpoint that pull requests change').default(
        STARTER_DEFAULTS.candidate,
      ),
    )
    .addOption(
      new Option('--baseline <path>', 'checkpoint to compare with').default(STARTER_DEFAULTS.baseline),
    )
    .addOption(new Option('--directory <dir>', 'where to write').default('.'))
    .addHelpText('after', HELP)
    .addOption(new Option('--force', 'overwrite files that are there'))
    .action(async ({ candidate, baseline, directory, force = false }: InitFlags) => {
      const files = starterFiles({ candidate, baseline }).map((file) => ({
        ...file,
        path: join(directory, file.path),
      }));
      const present = files.filter(({ path }) => existsSync(path)).map(({ path }) => path);
      if (present.length > 0 && !force) {
        throw new WeighbridgeError('usage', `already there: ${present.join(', ')}`, {
          fix: 'give --force to overwrite, or --directory for another place',
        });
      }
      for (const { path, text } of files) {
        await writeStarter(path, text);
        terminal.info(`wrote ${path}`);
      }
      terminal.print(`Next: provide ${candidate} and ${baseline} (or name your own in weighbridge.yml), put the action's
commit into .github/workflows/weighbridge.yml, then \`weighbridge check\` says what is still missing.`);
    });
};

async function writeStarter(path: string, text: string): Promise<void> {
  try {
    await makeDirectory(dirname(path));
    await writeFile(path, text);
  } catch (cause) {
    throw new WeighbridgeError('usage', `cannot be written: ${messageOf(cause)}`, {
      at: { file: path },
      fix: 'name another place with --directory',
      cause,
    });
  }
}
