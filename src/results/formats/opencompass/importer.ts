import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { attempt } from '../attempt.ts';
import { directionsOf } from '../directions.ts';
import type { ForeignRun, Importer } from '../importer.ts';
import { digest } from '../lm-eval/digest.ts';
import { commonDirection } from '../own-metrics.ts';
import { parseSelection } from '../selection.ts';
import { type Dataset, locate, type Place, readDataset, versionsOf } from './read.ts';
import { toRun } from './run.ts';

export const opencompass: Importer = {
  name: 'OpenCompass',
  summary: 'a work directory (outputs/default/<time>) of one model, or the folder of a model in its results',

  async detect(path) {
    return (await locate(parseSelection(path).file)).length > 0;
  },

  async load(path, side) {
    const faults: WeighbridgeError[] = [];
    const runs = await attempt(faults, async () => {
      const selection = parseSelection(path);
      const directions = directionsOf(selection, commonDirection);
      const place = theOne(await locate(selection.file), selection.file);
      const versions = await versionsOf(place);
      const datasets: Dataset[] = [];
      for (const name of place.datasets) {
        await attempt(faults, async () => datasets.push(await readDataset(place, name)));
      }
      const model = digest(datasets.map((dataset) => dataset.digest));
      const found: ForeignRun[] = [];
      for (const dataset of datasets) {
        await attempt(faults, async () =>
          found.push(toRun(place, dataset, versions.get(dataset.name) ?? null, { side, model, directions })),
        );
      }
      return found;
    });
    return { runs: runs ?? [], faults };
  },
};

/** @throws WeighbridgeError `data` when there are several models or runs */
function theOne(places: readonly Place[], path: string): Place {
  const [place] = places;
  if (place !== undefined && places.length === 1) return place;
  const list = places.map(({ folder }) => `  ${folder}`).join('\n');
  throw new WeighbridgeError('data', `results of OpenCompass of several models lie here:\n${list}`, {
    at: { file: path },
    fix: 'name the folder of one model',
  });
}
