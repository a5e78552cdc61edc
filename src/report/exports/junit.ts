import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { GateResult, VerdictFile } from '../../core/domain/decision.ts';
import { gateSentence, isNotNeeded } from '../gate-rules.ts';
import { verdictLabel } from '../headline.ts';
import { toPlain } from '../inline.ts';
import type { VerdictExport } from './verdict-export.ts';

/** A suite a task, a case a gate: a gate that blocks is a failure, one that says nothing an error. */
export const junitExport: VerdictExport = {
  summary: 'JUnit XML: a case a gate, for the test view of a CI',
  file: 'junit.xml',
  render: (file) => {
    const suites = [...new Set(file.gates.map(({ task }) => task))].map((task) =>
      suite(
        task,
        file.gates.filter((gate) => gate.task === task),
      ),
    );
    const faults = file.verdict === 'invalid' && !file.gates.some(isError) ? [wholeFault(file)] : [];
    return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(x('testsuites', { name: 'weighbridge' }, [...faults, ...suites]))}\n`;
  },
};

const isError = ({ verdict }: GateResult) => verdict === 'invalid';
const isFailure = ({ verdict, blocks }: GateResult) => blocks && verdict !== 'invalid';
const isSkipped = (gate: GateResult) => isNotNeeded(gate) && !gate.blocks;

function suite(task: string, gates: readonly GateResult[]) {
  const count = (of: (gate: GateResult) => boolean) => String(gates.filter(of).length);
  const counts = { tests: String(gates.length), failures: count(isFailure), errors: count(isError) };
  return x('testsuite', { name: text(task), ...counts, skipped: count(isSkipped) }, gates.map(testCase));
}

function testCase(gate: GateResult) {
  const says = text(`${toPlain(gateSentence(gate))}. ${gate.reasons.join(' ')}`);
  const message = verdictLabel(gate.verdict);
  const outcome = isError(gate)
    ? [x('error', { message, type: gate.verdict }, says)]
    : isFailure(gate)
      ? [x('failure', { message, type: gate.verdict }, says)]
      : isSkipped(gate)
        ? [x('skipped', { message: 'not needed' })]
        : [];
  return x('testcase', { name: text(gate.id), classname: text(gate.task) }, [
    ...outcome,
    ...(outcome.length === 0 ? [x('system-out', says)] : []),
  ]);
}

/** An invalid verdict that no gate tells of must not look like a suite that passed. */
const wholeFault = ({ reasons, summary }: VerdictFile) =>
  x('testsuite', { name: 'weighbridge', tests: '1', failures: '0', errors: '1', skipped: '0' }, [
    x('testcase', { name: 'verdict', classname: 'weighbridge' }, [
      x('error', { message: 'invalid', type: 'invalid' }, text([summary, ...reasons].join('\n'))),
    ]),
  ]);

/** XML 1.0 takes no control character, not even as an entity, and no half of a pair of surrogates. */
const text = (value: string): string =>
  value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
