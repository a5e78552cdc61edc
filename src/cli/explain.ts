import { join } from 'node:path';
import { readShownSamples, readVerdict, SHOWN_SAMPLES_FILE, VERDICT_FILE } from '../app/verdict-file.ts';
import type { GateResult, VerdictFile } from '../core/domain/decision.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { nearest } from '../core/domain/suggest.ts';
import { code, toPlain } from '../report/inline.ts';
import { renderExplanation } from '../report/terminal.ts';
import type { AddCommand } from './command.ts';
import { outOption } from './flags.ts';

const HELP = `
Reads <dir>/verdict.json, and shown-samples.json for the samples that lost most. Ends with 0 whatever the verdict is.

Example:
  weighbridge explain facts/acc:max_drop --out weighbridge-out
`;

export const addExplain: AddCommand = (program, { terminal }) => {
  program
    .command('explain')
    .description('how one gate came to its verdict, and what would have changed it')
    .argument('<gate>', 'id of the gate, such as facts/acc:max_drop')
    .addOption(outOption())
    .addHelpText('after', HELP)
    .action(async (id: string, { out }: { out: string }) => {
      const verdict = await readVerdict(join(out, VERDICT_FILE));
      const gate = findGate(verdict, id);
      const shown = await readShownSamples(join(out, SHOWN_SAMPLES_FILE));
      terminal.print(renderExplanation(verdict, gate, shown?.samples));
    });
};

/** @throws WeighbridgeError `usage` with the ids that there are */
export function findGate({ gates }: Pick<VerdictFile, 'gates'>, id: string): GateResult {
  const found = gates.find((gate) => gate.id === id);
  if (found !== undefined) return found;
  const ids = gates.map((gate) => toPlain(code(gate.id)));
  const near = nearest(id, ids);
  const list =
    ids.length === 0 ? 'add a gate and judge again: this verdict has none' : `gates: ${ids.join(', ')}`;
  throw new WeighbridgeError('usage', `no gate is named ${JSON.stringify(id)}`, {
    fix: near === undefined ? list : `did you mean ${near}? ${list}`,
  });
}
