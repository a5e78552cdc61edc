import variant from '@jitl/quickjs-singlefile-mjs-release-sync';
import { newQuickJSWASMModuleFromVariant, type QuickJSHandle } from 'quickjs-emscripten-core';
import type { Job } from './protocol.ts';

const STACK_BYTES = 1024 * 1024;

/** What tests may call. What it needs is kept before the model's code can change it, and it is defined after. */
const BEFORE = `const __kept = Object.freeze({
  is: Object.is, keys: Object.keys, isArray: Array.isArray, prototype: Object.getPrototypeOf, plain: Object.prototype, Error,
  own: Function.prototype.call.bind(Object.prototype.hasOwnProperty),
  time: Function.prototype.call.bind(Date.prototype.getTime),
  eachOfMap: Function.prototype.call.bind(Map.prototype.forEach),
  eachOfSet: Function.prototype.call.bind(Set.prototype.forEach),
});
globalThis.console = Object.freeze({ log() {}, info() {}, warn() {}, error() {}, debug() {} });`;
/** No array and no iterator holds anything on the way: the model's code could have put its own into their prototypes. */
const AFTER = `{
  const timeOf = (value) => { try { return __kept.time(value); } catch { return null; } };
  const heldBy = (each, value) => {
    const held = { __proto__: null, size: 0 };
    try {
      each(value, (item, key) => { held[held.size] = { __proto__: null, key, item }; held.size += 1; });
    } catch { return null; }
    return held;
  };
  const sameHeld = (each, a, b) => {
    const left = heldBy(each, a), right = heldBy(each, b);
    if (left === null || right === null) return left === right;
    if (left.size !== right.size) return false;
    const used = { __proto__: null };
    for (let i = 0; i < left.size; i += 1) {
      let at = 0;
      while (at < right.size && (used[at] || !same(left[i].key, right[at].key) || !same(left[i].item, right[at].item))) at += 1;
      if (at === right.size) return false;
      used[at] = true;
    }
    return true;
  };
  const isOpen = (value) => {
    const prototype = __kept.prototype(value);
    return prototype === null || prototype === __kept.plain || __kept.keys(value).length > 0
      || timeOf(value) !== null || heldBy(__kept.eachOfMap, value) !== null || heldBy(__kept.eachOfSet, value) !== null;
  };
  // What keeps what it is to itself (a pattern, a promise, an error) is equal to itself alone.
  const sameInside = (a, b) => isOpen(a) && isOpen(b) && __kept.is(timeOf(a), timeOf(b))
    && sameHeld(__kept.eachOfMap, a, b) && sameHeld(__kept.eachOfSet, a, b);
  const same = (a, b) => {
    if (__kept.is(a, b)) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (__kept.isArray(a) !== __kept.isArray(b) || (!__kept.isArray(a) && !sameInside(a, b))) return false;
    const keys = __kept.keys(a);
    if (keys.length !== __kept.keys(b).length) return false;
    for (let i = 0; i < keys.length; i += 1) if (!__kept.own(b, keys[i]) || !same(a[keys[i]], b[keys[i]])) return false;
    return true;
  };
  let isLate = false, brokenLate = false;
  const hold = (right) => {
    if (right === true) return;
    brokenLate = brokenLate || isLate;
    throw new __kept.Error('the assertion does not hold');
  };
  const ours = (value) => hold(!!value);
  ours.ok = ours;
  ours.equal = ours.strictEqual = (a, b) => hold(__kept.is(a, b));
  ours.deepEqual = ours.deepStrictEqual = (a, b) => hold(same(a, b));
  ours.throws = (run) => { let threw = false; try { run(); } catch { threw = true; } hold(threw); };
  Object.freeze(ours);
  Object.defineProperty(globalThis, 'assert', { value: ours, writable: false, configurable: false });
  // A script's own \`let\` and \`const\` come before what the global object has.
  if (!__kept.is(assert, ours)) throw new __kept.Error('the assert of the tests is not ours');
  (late) => { isLate = late; return brokenLate; };
}`;

/**
 * Whether a program in QuickJS ends without an exception: an interpreter in WebAssembly, which has nothing of the host but what is put
 * into it, and nothing is.
 */
export async function runJavaScript(
  { parts, memoryBytes, seconds }: Job,
  ready: () => void,
): Promise<boolean> {
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(memoryBytes);
  runtime.setMaxStackSize(STACK_BYTES);
  const context = runtime.newContext();
  ready();
  const end = performance.now() + seconds * 1000;
  runtime.setInterruptHandler(() => performance.now() > end);
  const [code = '', ...tests] = parts;
  /** Says whether an assertion was broken by what nobody waited for; in reach of no program. */
  let watcher: QuickJSHandle | null = null;
  const isBroken = (isLate: boolean): boolean => {
    if (watcher === null) return false;
    const said = context.callFunction(watcher, context.undefined, isLate ? context.true : context.false);
    return said.error !== undefined || context.dump(said.value) !== false;
  };
  return [BEFORE, code, AFTER, ...tests].every((part) => {
    const result = context.evalCode(part);
    if (result.error !== undefined || isBroken(true)) return false;
    const jobs = runtime.executePendingJobs();
    // What a test promises and does not keep is no pass: a check may well be asynchronous.
    const isFine = jobs.error === undefined && context.getPromiseState(result.value).type === 'fulfilled';
    if (!isFine || isBroken(false)) return false;
    if (part === AFTER) watcher = result.value;
    return true;
  });
}
