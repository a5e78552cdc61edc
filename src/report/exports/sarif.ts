import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { gateSentence } from '../gate-rules.ts';
import { toPlain } from '../inline.ts';
import { verdictJson } from '../json.ts';
import type { VerdictExport } from './verdict-export.ts';

/** SARIF 2.1.0: what does not hold, at the line of the config that set its limit. */
export const sarifExport: VerdictExport = {
  summary: 'SARIF 2.1.0: gates that do not hold, at the lines of their limits, for code scanning',
  file: 'weighbridge.sarif',
  render: (file) => {
    const found = file.gates.filter(({ verdict }) => verdict !== 'pass');
    const rules = [...new Set(found.map(({ rule }) => rule))];
    const driver = {
      name: 'weighbridge',
      version: file.provenance.weighbridge,
      rules: [
        ...rules.map((id) => ({ id, shortDescription: { text: `A gate of the rule ${id} does not hold` } })),
        { id: 'verdict', shortDescription: { text: 'The verdict as a whole' } },
      ],
    };
    const whole =
      file.verdict === 'pass' || found.length > 0
        ? []
        : [
            {
              ruleId: 'verdict',
              level: 'error',
              message: { text: [file.summary, ...file.reasons].join('\n') },
            },
          ];
    return verdictJson({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver }, results: [...whole, ...found.map((gate) => result(gate, file))] }],
    });
  },
};

function result(gate: GateResult, { policy }: VerdictFile) {
  const source = policy.limits[gate.id]?.source;
  const text = [`${toPlain(gateSentence(gate))}.`, ...gate.reasons].join(' ');
  return {
    ruleId: gate.rule,
    level: gate.blocks ? 'error' : gate.verdict === 'regression' ? 'warning' : 'note',
    message: { text },
    // The same gate is the same alert in the next run, whatever its numbers are then.
    partialFingerprints: { gate: gate.id },
    ...(source?.kind !== 'file'
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(source.file) },
                region: { startLine: source.line },
              },
            },
          ],
        }),
  };
}

/** Relative, with what an address may not have written as `%20`. */
const uriOf = (path: string): string =>
  path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/').replace(/^\/+/, '');
