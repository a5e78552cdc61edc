import { basename } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Side } from '../../../core/domain/run.ts';
import { attempt } from '../attempt.ts';
import { headOf } from '../files.ts';
import { foreignRun, meanMetric, unidentifiedModel } from '../foreign-run.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { samplesOf } from './cases.ts';
import { parseReport } from './parse.ts';

const TASK = 'junit';

const ROOT = /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|\s)*<testsuites?[\s/>]/;

export const junit: Importer = {
  name: 'JUnit',
  summary: 'a report in XML, as pytest --junit-xml and most test runners write it',

  async detect(path) {
    return ROOT.test((await headOf(path)) ?? '');
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const run = await attempt(faults, () => loadReport(path, side));
    return { runs: run === null ? [] : [run], faults };
  },
};

async function loadReport(file: string, side: Side): Promise<ForeignRun> {
  const report = await parseReport(file);
  const samples = samplesOf(report);
  if (samples.length === 0) {
    throw new WeighbridgeError('data', 'there are no test cases', { at: { file } });
  }
  const started = report.suites[0]?.attributes.timestamp;
  const described = {
    side,
    task: TASK,
    metrics: [meanMetric('pass', 'higher_is_better', 'rate')],
    fingerprint: { harness: TASK },
    model: unidentifiedModel(`${basename(file)}, inputs not recorded`, { file: report.digest }),
    planned: samples.length,
    ...(started === undefined ? {} : { started }),
  };
  return foreignRun(file, described, async function* () {
    yield* samples;
  });
}
