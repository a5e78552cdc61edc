import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { type Location, WeighbridgeError } from '../../core/domain/errors.ts';
import type { Direction } from '../../core/domain/metric.ts';
import type { Roots } from '../links.ts';

/** A path, and which of several results in it are meant: `results.json#provider=llama-2`. */
export interface Selection {
  readonly file: string;
  readonly chosen: ReadonlyMap<string, string>;
}

/** A file whose own name holds `#` comes first. Values may be percent-encoded. */
export function parseSelection(path: string): Selection {
  const whole = { file: path, chosen: new Map<string, string>() };
  if (existsSync(path)) return whole;
  for (let mark = path.indexOf('#'); mark !== -1; mark = path.indexOf('#', mark + 1)) {
    const file = path.slice(0, mark);
    if (existsSync(file))
      return {
        file,
        chosen: new Map(
          path
            .slice(mark + 1)
            .split('&')
            .map(choice),
        ),
      };
  }
  return whole;
}

function choice(text: string): [string, string] {
  const equals = text.indexOf('=');
  const value = text.slice(equals + 1);
  return equals === -1 ? [text, ''] : [text.slice(0, equals), decoded(value)];
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** @throws WeighbridgeError `usage` for a choice that the format does not have */
export function checkChoices({ file, chosen }: Selection, known: readonly string[]): void {
  const unknown = [...chosen.keys()].find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw new WeighbridgeError('usage', `nothing can be chosen by ${JSON.stringify(unknown)} here`, {
    at: { file },
    fix:
      known.length === 0
        ? 'name the file alone'
        : `write one of: ${known.map((key) => (FLAGS.includes(key) ? `${file}#${key}` : `${file}#${key}=NAME`)).join(', ')}`,
  });
}

/**
 * The one of several that is meant.
 * @throws WeighbridgeError `usage` listing how each of them is named, when none is chosen or there is no such one
 */
export function chooseOne(selection: Selection, key: string, names: readonly string[]): string {
  const { file, chosen } = selection;
  const [only, ...others] = names;
  const wanted = chosen.get(key);
  if (wanted === undefined && only !== undefined && others.length === 0) return only;
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  if (only === undefined) {
    throw new WeighbridgeError('data', 'there are no results in it', {
      at: { file },
      fix: 'make the results again, and see whether what writes them failed',
    });
  }
  const message =
    wanted === undefined
      ? `there are results of ${names.length} ${key}s here`
      : `there is no ${key} ${JSON.stringify(wanted)} here`;
  const paths = names.map((name) => `  ${file}#${key}=${name.replace(/[%&#]/g, encodeURIComponent)}`);
  throw new WeighbridgeError('usage', message, {
    at: { file },
    fix: `name one of them:\n${paths.join('\n')}`,
  });
}

/** Which way metrics are better, where neither the file nor a table says it: `results#higher=quality,safe&lower=cost`. */
export type Directions = (metric: string) => Direction | null;

/** Says in which other folders links of the results may end. */
export const FOLLOW = 'follow';

/** In which folders links may end: `results#follow=/data/cache`, and what was named. */
export const rootsOf = ({ file, chosen }: Selection, named = file): Roots => [
  named,
  ...(chosen.get(FOLLOW) ?? '').split(delimiter).filter((root) => root !== ''),
];

/** A path whose links may end in these folders besides. */
export function following(path: string, roots: readonly string[] = []): string {
  if (roots.length === 0) return path;
  const { chosen } = parseSelection(path);
  return `${path}${chosen.size === 0 ? '#' : '&'}${FOLLOW}=${encodeURIComponent(roots.join(delimiter))}`;
}

/** Says that of several results of a task the newest is meant. */
export const NEWEST = 'newest';

/** Says that results under several names, such as a path and a repository, are of one model. */
export const ONE_MODEL = 'one-model';

/** Choices that have no value. */
const FLAGS: readonly string[] = [NEWEST, ONE_MODEL];

const CHOICES = { higher: 'higher_is_better', lower: 'lower_is_better' } as const;
export const DIRECTION_CHOICES = Object.keys(CHOICES);

export function directionsOf(selection: Selection, known: Directions): Directions {
  const said = new Map<string, Direction>();
  for (const [choice, direction] of Object.entries(CHOICES)) {
    for (const metric of (selection.chosen.get(choice) ?? '').split(',')) said.set(metric, direction);
  }
  return (metric) => said.get(metric) ?? known(metric);
}

/** How to say it. */
export const sayDirection = (path: string, metric: string): string =>
  `write ${path}#higher=${metric} or ${path}#lower=${metric}`;

export const noDirection = (at: Location, metric: string) =>
  new WeighbridgeError('data', `nobody says which way ${metric} is better`, {
    at,
    fix: sayDirection(at.file, metric),
  });
