import process from 'node:process';
import { type Command, run } from './run.ts';

const PROBE_MS = 10_000;
/** PR_SET_PDEATHSIG survives the exec of a program that gains no privileges (prctl(2)). */
const TIE = ['--pdeathsig', 'KILL', '--'];

/**
 * The same command, ended by the system when this process is killed and can no longer do it. On Linux with the `setpriv` of
 * util-linux; elsewhere the command as it is. What the command starts is not tied.
 */
export async function killWithParent(command: Command): Promise<Command> {
  if (process.platform !== 'linux') return command;
  const probe = { ...command, file: 'setpriv', args: [...TIE, 'true'] };
  const canTie = await run(probe, AbortSignal.timeout(PROBE_MS)).then(
    ({ code }) => code === 0,
    () => false,
  );
  return canTie ? { ...command, file: 'setpriv', args: [...TIE, command.file, ...command.args] } : command;
}
