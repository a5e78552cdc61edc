import { CURVES_TASK } from '../core/decide/curves.ts';
import { parseValue } from '../core/decide/rules/limits.ts';
import type { CurveGate, CurvesConfig } from '../core/domain/curves.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { valueFault } from './fault.ts';
import { type Draft, isWritten, originOf } from './parse.ts';

/** `curves` as it is judged by; null where the config has none, or its limits are none. */
export function resolveCurves(draft: Draft): {
  readonly value: CurvesConfig | null;
  readonly issues: readonly WeighbridgeError[];
} {
  const written = draft.head?.curves;
  if (written === undefined) return { value: null, issues: [] };
  const issues = draft.tasks.has(CURVES_TASK) ? [takenName(draft)] : [];
  const gate = (name: 'generalization_gap' | 'validation_rising'): CurveGate => {
    const { ceiling, tier } = written[name];
    const at = ['curves', name, 'ceiling'];
    const isOwn = isWritten(draft.source, at);
    const parsed = parseValue(ceiling, 'rate');
    if (!parsed.ok) issues.push(valueFault(originOf(draft, at), parsed.message, parsed.fix));
    return {
      tier,
      limit: {
        value: parsed.ok ? parsed.value : 0,
        source: isOwn ? originOf(draft, at).source : { kind: 'default' },
      },
    };
  };
  const { files, columns, schedule } = written;
  const value = {
    ...{ files: typeof files === 'string' ? [files] : files, columns: told(columns), schedule },
    generalizationGap: gate('generalization_gap'),
    validationRising: gate('validation_rising'),
  };
  return { value: issues.length > 0 ? null : value, issues };
}

const takenName = ({ source }: Draft): WeighbridgeError =>
  new WeighbridgeError('config', `gates on training curves are named ${CURVES_TASK}/…, and so is a task`, {
    at: source.locate(['tasks', CURVES_TASK]),
    fix: 'give the task another name',
  });

/** Without those of which nothing is said. */
const told = (columns: Readonly<Record<string, string | undefined>>): CurvesConfig['columns'] =>
  Object.fromEntries(Object.entries(columns).filter(([, name]) => name !== undefined));
