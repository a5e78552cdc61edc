import { writeSync } from 'node:fs';
import { openRun } from '../../src/results/store/writer.ts';
import { plan, sample } from './stored-run.ts';

/** A process that writes samples, and says how many it has written, until it is killed. */
const out = process.argv[2] ?? '';
const { writer } = await openRun(out, plan({ planned: 1_000_000 }));
for (let index = 0; ; index += 1) {
  await writer.write(sample(index));
  writeSync(1, `${index + 1}\n`);
}
