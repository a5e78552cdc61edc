import process from 'node:process';
import { type Command, run } from './run.ts';

const PROBE_MS = 10_000;
/** PR_SET_PDEATHSIG survives the exec of a program that gains no privileges (prctl(2)). */
const DIE_WITH_PARENT = ['--pdeathsig', 'KILL', '--'];

/**
 * The same command, ended by the system when this process is killed and can no longer do it. On Linux with the `setpriv` of
 * util-linux; elsewhere the command as it is. What the command starts is not ended with it.
 */
export async function killWithParent(command: Command): Promise<Command> {
  if (process.platform !== 'linux') return command;
  const probe = { ...command, file: 'setpriv', args: [...DIE_WITH_PARENT, 'true'] };
  const isThere = await run(probe, AbortSignal.timeout(PROBE_MS)).then(
    ({ code }) => code === 0,
    () => false,
  );
  return isThere
    ? { ...command, file: 'setpriv', args: [...DIE_WITH_PARENT, command.file, ...command.args] }
    : command;
}
