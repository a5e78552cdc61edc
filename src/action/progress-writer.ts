import { rm, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { assignmentSchema, followProgress } from './follow-progress.ts';

/**
 * Entry point of the process that shows in the comment how far the evaluation is. It holds the token beside code that may be
 * hostile, so that nothing of it can be seen but that it runs: `start-writer.ts` says how.
 */

// At this signal Node would open its debugger to everybody on the machine.
process.on('SIGUSR1', () => undefined);

const told = new AbortController();
process.on('SIGTERM', () => told.abort());

async function main(message: unknown): Promise<void> {
  const assignment = assignmentSchema.parse(message);
  process.send?.('ready');
  const followed = await followProgress(assignment, told.signal);
  await rm(assignment.files.outcome, { force: true });
  await writeFile(assignment.files.outcome, JSON.stringify(followed), { flag: 'wx' });
}

if (process.send === undefined) {
  process.stderr.write('this is started by the step prep, and by nobody else\n');
  process.exitCode = 1;
} else {
  const abandoned = () => process.exit(1);
  process.once('disconnect', abandoned);
  process.once('message', (message) => {
    process.off('disconnect', abandoned);
    main(message).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
