import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { isObject, type Members } from '../../core/domain/json.ts';
import type { Fingerprint } from '../../core/domain/run.ts';
import { brief, digest } from './digest.ts';
import { type RecordingHarness, rulesOf, SETTINGS } from './setting-rules.ts';

const RULES = new Map(
  Object.entries(SETTINGS).flatMap(([harness, places]) =>
    Object.entries(places).map(([name, place]) => [`${harness} ${name}`, rulesOf(place)] as const),
  ),
);

/** What is no name may be a piece of a value that was cut at a comma, with a secret in it. */
const NAME = /^[\w.-]{1,100}$/;

/** Members of a setting that is made of settings of a place, without those that are never kept. */
export function withoutNever<Name extends RecordingHarness>(
  harness: Name,
  place: keyof (typeof SETTINGS)[Name] & string,
  members: unknown,
): unknown {
  if (!isObject(members)) return members;
  const rules = RULES.get(`${harness} ${place}`);
  return Object.fromEntries(Object.entries(members).filter(([name]) => rules?.get(name)?.of !== 'never'));
}

/** More settings than any harness has are a digest together. */
const MOST = 200;

/**
 * The settings of a run that are compared, by the names of their places, in the two fields that hold them. What a file
 * leaves out, sets to null or sets to its default is the same.
 */
export function settingsOf<Name extends RecordingHarness>(
  harness: Name,
  recorded: Readonly<Partial<Record<keyof (typeof SETTINGS)[Name] & string, unknown>>>,
): Pick<Fingerprint, 'settings' | 'other_settings'> {
  const kept = { hard: {} as Record<string, string>, soft: {} as Record<string, string> };
  for (const [place, members] of Object.entries(recorded)) {
    const rules = RULES.get(`${harness} ${place}`);
    for (const [name, value] of Object.entries(isObject(members) ? members : {})) {
      const { of, without } = rules?.get(name) ?? { of: 'soft', without: undefined };
      if (of !== 'hard' && of !== 'soft') continue;
      if (value === null || value === undefined || value === without) continue;
      kept[of][`${place}.${NAME.test(name) ? name : digest(name)}`] = shown(
        name,
        value,
        rules?.has(name) === true,
      );
    }
  }
  return { ...field('settings', kept.hard), ...field('other_settings', kept.soft) };
}

function field(name: 'settings' | 'other_settings', values: Readonly<Record<string, string>>): Fingerprint {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return {};
  const [first, rest] = [entries.slice(0, MOST), entries.slice(MOST)];
  const more = rest.length === 0 ? {} : { [`${rest.length} more`]: digest(rest) };
  return { [name]: canonicalJson({ ...Object.fromEntries(first), ...more }) };
}

/** Names under which programs keep what opens something. */
const SECRET_NAME =
  /(?:^|[_.-])(?:api|access|private|secret|auth)?_?key$|apikey|secret|passw|credential|authorization|cookie|bearer|header|auth|token$|url$|uri$|host$|endpoint/i;
/** Keys of known makers, addresses with an account or a query in them, and pairs of a name and a value. */
const SECRET_VALUE =
  /\b(?:sk|pk|hf|ghp|gho|ghs|github_pat|glpat|xox[abp]|AKIA|ASIA|AIza)[-_A-Za-z0-9]{8,}|Bearer\s+\S|:\/\/[^/\s]*@|:\/\/\S+\?\S|\beyJ[\w-]+\.|-----BEGIN|(?:key|token|secret|passw\w*|authorization)["']?\s*[:=]\s*["']?[^\s"',}]/i;
/** Long words in which letters and digits mix; of a setting whose meaning is known, such a path is none. */
const RANDOM_VALUE = /(?=[\w+/-]*\d)(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])[\w+/-]{32,}/;

/** As it is, where it could not hold a secret; a long text is its digest in any case. */
function shown(name: string, value: unknown, isKnown: boolean): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : brief(value);
  const isStrange = !isKnown && (SECRET_NAME.test(name) || RANDOM_VALUE.test(text));
  const secret = isStrange || SECRET_VALUE.test(text) || holdsSecret(value);
  return secret || text.length > 200 ? digest(value) : text;
}

function holdsSecret(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSecret);
  if (!isObject(value)) return typeof value === 'string' && SECRET_VALUE.test(value);
  return Object.entries(value).some(([name, member]) => SECRET_NAME.test(name) || holdsSecret(member));
}

/** The settings of several tasks taken as one: what they share as it is, and a digest of what they do not. */
export function joinSettings(
  each: readonly (Fingerprint[keyof Fingerprint] | undefined)[],
): string | undefined {
  const parsed = each.map((text): Members => (typeof text === 'string' ? JSON.parse(text) : {}));
  const names = [...new Set(parsed.flatMap((members) => Object.keys(members)))];
  if (names.length === 0) return undefined;
  return canonicalJson(
    Object.fromEntries(
      names.map((name) => {
        const values = parsed.map((members) => members[name] ?? null);
        return [name, values.every((value) => value === values[0]) ? values[0] : digest(values)];
      }),
    ),
  );
}
