import { defineFormat, unidentifiedModel } from '../format.ts';
import { commonDirection } from '../metrics.ts';
import { tableFormOf } from '../plain/table.ts';
import { splitColumns } from '../split-table.ts';
import { type LoggedRun, readLoggedRun, tasksOfRun } from './run.ts';
import { type LoggedTable, readLoggedTable, taskOfTable } from './table.ts';

type Logged = { readonly file: string } & ({ readonly run: LoggedRun } | { readonly table: LoggedTable });

const RUN = /^\s*\{\s*"run"\s*:\s*\{\s*"info"\s*:/;

/** What a run of MLflow keeps: a table with a line a sample, or numbers alone. */
export const mlflowResults = defineFormat<Logged>({
  name: 'MLflow',
  summary:
    'a table of a run, as `mlflow.log_table` and `mlflow.evaluate` write it, or the numbers of a run alone',
  // One that says all that a plain table does is one.
  detect: (head) => RUN.test(head) || (splitColumns(head) !== null && tableFormOf(head) === null),
  locate: { depth: 2, names: /\.json$/ },
  directions: commonDirection,

  async read(file) {
    const run = await readLoggedRun(file);
    return run === null ? { file, table: await readLoggedTable(file) } : { file, run };
  },

  toRuns([logged], { directions }) {
    if ('run' in logged) {
      const { run } = logged;
      const { run_id: id, run_name: name } = run.info;
      const model = unidentifiedModel(`${name || id}, by MLflow`, { run: id });
      return tasksOfRun(run, logged.file, directions).map((task) => ({ ...task, model }));
    }
    const { table, file } = logged;
    return [
      {
        ...taskOfTable(table, file, directions),
        model: unidentifiedModel('a table of MLflow', table.digest),
      },
    ];
  },
});
