import variant from '@jitl/quickjs-singlefile-mjs-release-sync';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import type { Job } from './protocol.ts';

const STACK_BYTES = 1024 * 1024;

/** What tests may call. What it needs is kept before the model's code can change it, and it is defined after. */
const BEFORE = `const __kept = Object.freeze({
  is: Object.is, keys: Object.keys, isArray: Array.isArray, Error,
  own: Function.prototype.call.bind(Object.prototype.hasOwnProperty),
});
globalThis.console = Object.freeze({ log() {}, info() {}, warn() {}, error() {}, debug() {} });`;
const AFTER = `{
  const same = (a, b) => {
    if (__kept.is(a, b)) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (__kept.isArray(a) !== __kept.isArray(b)) return false;
    const keys = __kept.keys(a);
    if (keys.length !== __kept.keys(b).length) return false;
    for (let i = 0; i < keys.length; i += 1) if (!__kept.own(b, keys[i]) || !same(a[keys[i]], b[keys[i]])) return false;
    return true;
  };
  const hold = (right) => { if (right !== true) throw new __kept.Error('the assertion does not hold'); };
  const assert = (value) => hold(!!value);
  assert.ok = assert;
  assert.equal = assert.strictEqual = (a, b) => hold(__kept.is(a, b));
  assert.deepEqual = assert.deepStrictEqual = (a, b) => hold(same(a, b));
  assert.throws = (run) => { let threw = false; try { run(); } catch { threw = true; } hold(threw); };
  Object.freeze(assert);
  Object.defineProperty(globalThis, 'assert', { value: assert, writable: false, configurable: false });
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
  return [BEFORE, code, AFTER, ...tests].every((part) => {
    const result = context.evalCode(part);
    const isFine = result.error === undefined;
    result.dispose();
    return isFine;
  });
}
