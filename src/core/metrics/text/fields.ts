import { munkres } from 'munkres';
import { isObject } from '../../domain/json.ts';
import { type DayOrder, dayOf } from './days.ts';
import { splitWords } from './python-text.ts';

/** How values of fields are compared. */
export interface FieldRules {
  /** Largest difference of numbers that is right. */
  readonly tolerance: number;
  /** The same as a share of the right number. */
  readonly relativeTolerance: number;
  readonly ignoreCase: boolean;
  /** Whether an array's order counts. */
  readonly arrays: 'ordered' | 'set';
  /** How dates such as 03/04/2024 are read. */
  readonly days: DayOrder;
}

/** One field of the target, or of the answer alone. */
export interface ComparedField {
  /** Such as `customer.name` and `items[].price`: elements of an array share a path. */
  readonly path: string;
  readonly right: boolean;
}

/**
 * Both values field by field, a field being what holds no other: a field that only the answer has is wrong, one that it lacks too.
 * @param answer undefined where there is none
 */
export function compareFields(
  target: unknown,
  answer: unknown,
  rules: FieldRules,
  path = '',
): ComparedField[] {
  if (isObject(target)) {
    const given = isObject(answer) ? answer : {};
    const keys = new Set([...Object.keys(target), ...Object.keys(given)]);
    if (keys.size === 0) return [{ path, right: isObject(answer) }];
    return [...keys].flatMap((key) => {
      const at = path === '' ? key : `${path}.${key}`;
      return compareFields(member(target, key), member(given, key), rules, at);
    });
  }
  if (Array.isArray(target)) {
    const given: readonly unknown[] = Array.isArray(answer) ? answer : [];
    if (target.length === 0)
      return [{ path: `${path}[]`, right: Array.isArray(answer) && given.length === 0 }];
    const paired = rules.arrays === 'ordered' ? given : inOrderOf(target, given, rules);
    const length = Math.max(target.length, paired.length);
    return Array.from({ length }, (_, index) =>
      compareFields(target[index], paired[index], rules, `${path}[]`),
    ).flat();
  }
  // Of what only the answer has every field counts.
  if (target === undefined && typeof answer === 'object' && answer !== null) {
    return compareFields(answer, undefined, rules, path);
  }
  return [{ path, right: target !== undefined && answer !== undefined && isSame(target, answer, rules) }];
}

const member = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/**
 * The given elements, each where the target's element is that it stands for: of all ways to pair them one with the most right fields, and
 * of these one with the fewest fields in all, so that the order of neither side counts. Those without a partner follow.
 */
function inOrderOf(target: readonly unknown[], given: readonly unknown[], rules: FieldRules): unknown[] {
  const sizes = {
    target: target.map((wanted) => compareFields(wanted, undefined, rules).length),
    given: given.map((element) => compareFields(undefined, element, rules).length),
  };
  // More than all fields that pairs could share.
  const most = 1 + [...sizes.target, ...sizes.given].reduce((sum, size) => sum + size, 0);
  const cost = target.map((wanted, row) =>
    given.map((element, column) => {
      const fields = compareFields(wanted, element, rules);
      const right = fields.filter((field) => field.right).length;
      const shared = (sizes.target[row] ?? 0) + (sizes.given[column] ?? 0) - fields.length;
      return right === 0 ? 0 : -(right * most + shared);
    }),
  );
  const result: unknown[] = target.map(() => undefined);
  const used = new Set<number>();
  for (const [row, column] of given.length === 0 ? [] : munkres(cost)) {
    if (cost[row]?.[column] === 0) continue;
    used.add(column);
    result[row] = given[column];
  }
  return [...result, ...given.filter((_, column) => !used.has(column))];
}

/** A number in digits: JavaScript also reads `0x10`, and nothing as 0. */
const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

function isSame(target: unknown, answer: unknown, rules: FieldRules): boolean {
  if (typeof target === 'number') {
    const said = typeof answer === 'string' && DECIMAL.test(answer.trim()) ? Number(answer) : answer;
    if (typeof said !== 'number') return false;
    const allowed = Math.max(rules.tolerance, rules.relativeTolerance * Math.abs(target));
    return Math.abs(said - target) <= allowed + Number.EPSILON * Math.abs(target);
  }
  if (typeof target === 'string' && (typeof answer === 'string' || typeof answer === 'number')) {
    if (folded(target, rules) === folded(String(answer), rules)) return true;
    const day = dayOf(target, rules.days);
    return day !== null && day === dayOf(String(answer), rules.days);
  }
  return target === answer;
}

const folded = (text: string, { ignoreCase }: FieldRules): string =>
  splitWords(ignoreCase ? text.toLowerCase() : text).join(' ');
