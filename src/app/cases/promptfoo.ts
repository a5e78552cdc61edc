import { isObject, type Members } from '../../core/domain/json.ts';
import { type CheckEntry, configureCheck } from '../../tasks/runners/native/check.ts';
import type { CaseRow, ImportedCases, NamedChecks } from './case-file.ts';

/** What an assertion becomes, or why it becomes nothing. */
type Converted = { readonly check: CheckEntry } | { readonly obstacle: string };

interface Assertion {
  readonly value: unknown;
  readonly threshold: number | undefined;
  /** Puts a check that asks a service where the config has it, and gives back its name. */
  readonly shared: (name: string, check: Members) => string;
}

const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

/** A list, or texts between commas as promptfoo reads them. */
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : String(value ?? '').split(','))
    .map((each: unknown) => String(each).trim())
    .filter((each) => each !== '');

const as = (name: string, options: Members = {}): Converted => ({ check: { name, ...options } });
const NO_TEXT: Converted = { obstacle: 'its value is no text' };

const target =
  (name: string, options: Members = {}) =>
  ({ value }: Assertion): Converted =>
    text(value) === null ? NO_TEXT : as(name, { ...options, target: String(value) });
const phrases =
  (name: string, options: Members = {}) =>
  ({ value }: Assertion): Converted =>
    as(name, { ...options, phrases: texts(value) });

/** Which services a config asks, promptfoo's config does not say: to be filled in. */
const JUDGE = { name: 'judge', url: 'http://localhost:8000/v1', model: 'name-of-the-judge' };
const EMBEDDER = {
  name: 'embedding_similarity',
  ...{ url: 'http://localhost:8000/v1/embeddings', model: 'name-of-the-model', version: 'its-version' },
};

/** Assertions of promptfoo 0.123 that a scorer says too (docs: deterministic and model-graded metrics), with promptfoo's own defaults. */
const ASSERTIONS: Readonly<Record<string, (assertion: Assertion) => Converted>> = {
  equals: (assertion) =>
    isObject(assertion.value) || Array.isArray(assertion.value)
      ? as('json_equal', { target: JSON.stringify(assertion.value) })
      : target('exact_match')(assertion),
  contains: target('contains'),
  icontains: target('contains', { ignore_case: true }),
  'contains-any': phrases('contains_any'),
  'icontains-any': phrases('contains_any', { ignore_case: true }),
  'contains-all': phrases('contains_all'),
  'icontains-all': phrases('contains_all', { ignore_case: true }),
  'starts-with': target('starts_with'),
  regex: ({ value }) => as('regex', { pattern: String(value) }),
  'is-json': ({ value }) => {
    if (value === undefined) return as('json_valid');
    return isObject(value) ? as('json_valid', { schema: value }) : { obstacle: 'its schema is no object' };
  },
  'is-xml': ({ value }) => (value === undefined ? as('xml_valid') : { obstacle: 'it asks for elements' }),
  // Edits are at most so many where the error rate is at most as many by the length of the target.
  levenshtein: ({ value, threshold = 5 }) => {
    const length = Array.from(text(value) ?? '').length;
    return length === 0 ? NO_TEXT : as('cer', { target: String(value), at_most: threshold / length });
  },
  'rouge-n': ({ value, threshold = 0.75 }) =>
    text(value) === null ? NO_TEXT : as('rouge1', { target: String(value), at_least: threshold }),
  similar: ({ value, threshold = 0.75, shared }) =>
    text(value) === null
      ? NO_TEXT
      : as(shared('similar', { ...EMBEDDER, at_least: 0.75 }), {
          target: String(value),
          at_least: threshold,
        }),
  'llm-rubric': ({ value, shared }) => {
    const rubric = text(value);
    if (rubric === null) return { obstacle: 'its rubric is no text' };
    const scale = { min: 0, max: 1 };
    return as(shared('rubric', { ...JUDGE, scale, criteria: [{ name: 'rubric', description: rubric }] }));
  },
};

/**
 * Tests of a promptfoo config as test cases: each prompt with each test. What has no equal here is told, assertion by assertion; a test of which
 * no assertion is left becomes no case, since it could not fail.
 */
export function casesOfPromptfoo(config: Members): ImportedCases {
  const notes: string[] = [];
  const checks = new Map<string, Members>();
  const shared: Assertion['shared'] = (name, check) => {
    const known = [...checks].find(([, each]) => JSON.stringify(each) === JSON.stringify(check));
    if (known !== undefined) return known[0];
    let free = name;
    for (let number = 2; checks.has(free); number += 1) free = `${name}_${number}`;
    checks.set(free, check);
    return free;
  };
  const base = isObject(config.defaultTest) ? config.defaultTest : {};
  const prompts = (Array.isArray(config.prompts) ? config.prompts : [config.prompts]).map(promptOf);
  if (!Array.isArray(config.tests))
    return {
      rows: [],
      checks: {},
      notes: ['tests: only a list in the file itself is read, and no other file'],
    };
  const names = new Set<string>();
  const rows: CaseRow[] = [];
  for (const [index, test] of config.tests.entries()) {
    const own = isObject(test) ? test : {};
    const described = text(own.description) ?? `test ${index + 1}`;
    const vars = { ...membersOf(base.vars), ...membersOf(own.vars) };
    const options = { ...membersOf(base.options), ...membersOf(own.options) };
    const obstacle = obstacleOf({ ...base, ...own, options }, vars);
    if (obstacle !== null) {
      notes.push(`${described}: left out, ${obstacle}`);
      continue;
    }
    for (const [position, prompt] of prompts.entries()) {
      const named = prompts.length === 1 ? described : `${described}, prompt ${position + 1}`;
      const name = names.has(named) ? `${named} (${index + 1})` : named;
      const asked = prompt === null ? null : filled(prompt, vars);
      if (asked === null) {
        notes.push(
          `${name}: left out, its prompt is not in the file, or a template with more than variables`,
        );
        continue;
      }
      const asserts = [...listOf(base.assert), ...listOf(own.assert)].flatMap(flattened);
      const converted = asserts.flatMap((assertion) => {
        const found = convert(assertion, vars, shared);
        if ('check' in found) return [found.check];
        notes.push(`${name}: not converted, ${String(assertion.type ?? 'an assertion')}: ${found.obstacle}`);
        return [];
      });
      if (converted.length === 0) notes.push(`${name}: left out, nothing that it asserts could be converted`);
      else {
        names.add(name);
        rows.push({ name, ...asked, checks: converted, tags: ['promptfoo'] });
      }
    }
  }
  return { rows, checks: Object.fromEntries(checks) as NamedChecks, notes };
}

function convert(assertion: Members, vars: Members, shared: Assertion['shared']): Converted {
  const written = text(assertion.type) ?? '';
  const not = written.startsWith('not-');
  const type = not ? written.slice(4) : written;
  const known = Object.hasOwn(ASSERTIONS, type) ? ASSERTIONS[type] : undefined;
  if (known === undefined) return { obstacle: 'no scorer says the same' };
  if (assertion.transform !== undefined) return { obstacle: 'it transforms the answer first' };
  if (assertion.weight === 0) return { obstacle: 'it weighs nothing, and so only measures' };
  const value = typeof assertion.value === 'string' ? fillText(assertion.value, vars) : assertion.value;
  if (value === null || (typeof value === 'string' && value.startsWith('file://')))
    return { obstacle: 'its value is not in the file' };
  if (value === undefined && !type.startsWith('is-')) return { obstacle: 'it has no value' };
  const threshold = typeof assertion.threshold === 'number' ? assertion.threshold : undefined;
  const made = known({ value, threshold, shared });
  if ('obstacle' in made) return made;
  const { name, ...options } = typeof made.check === 'string' ? { name: made.check } : made.check;
  const entry = { name, ...options, ...(not ? { not: true } : {}) };
  const check = Object.keys(entry).length === 1 ? name : entry;
  const configured = NAMED.test(name) ? null : configureCheck(check);
  return configured === null || configured.ok
    ? { check }
    : { obstacle: configured.issues.map(({ message }) => message).join('; ') };
}

/** Checks that stand in the config: read there. */
const NAMED = /^(similar|rubric)(_\d+)?$/;

/** What makes more or less of a test than all its assertions at once. */
function obstacleOf(test: Members, vars: Members): string | null {
  const lists = Object.entries(vars).filter(([, value]) => Array.isArray(value));
  if (lists.length > 0)
    return `its variable ${lists[0]?.[0]} has several values, of which promptfoo makes a test each`;
  if (typeof test.threshold === 'number' && test.threshold < 1)
    return 'it passes by a share of its assertions';
  const options = membersOf(test.options);
  return options.transform === undefined ? null : 'it transforms the answer first';
}

/** Those of a set stand for themselves where all have to hold. */
function flattened(assertion: unknown): Members[] {
  if (!isObject(assertion)) return [{ type: text(assertion) ?? 'an assertion' }];
  const isSet = assertion.type === 'assert-set' && assertion.threshold === undefined;
  return isSet ? listOf(assertion.assert).flatMap(flattened) : [assertion];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const membersOf = (value: unknown): Members => (isObject(value) ? value : {});

/** Null for one that stands in another file. */
function promptOf(prompt: unknown): string | null {
  const written = isObject(prompt) ? text(prompt.raw) : text(prompt);
  return written === null || written.startsWith('file://') ? null : written;
}

/** A prompt that is JSON is a conversation. */
function filled(prompt: string, vars: Members): Pick<CaseRow, 'input' | 'messages'> | null {
  const asked = fillText(prompt, vars);
  if (asked === null) return null;
  try {
    const turns: unknown = JSON.parse(asked);
    if (Array.isArray(turns) && turns.every(isObject)) return { messages: turns };
  } catch {
    // A plain text.
  }
  return { input: asked };
}

/** Null where more than variables stands in it. */
function fillText(template: string, vars: Members): string | null {
  const text = template.replaceAll(/\{\{\s*([A-Za-z_]\w*)\s*\}\}/g, (all, name: string) => {
    const value = vars[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : all;
  });
  return /\{\{|\{%/.test(text) ? null : text;
}
