import { createServer } from 'node:net';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPyodide, type Tested, tested } from './programs.ts';

// Pins python_tests, javascript_tests.

const SECRET = 'ghs_only-for-this-test';
process.env.WEIGHBRIDGE_TEST_TOKEN = SECRET;

let connections = 0;
const server = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  server.close();
  expect(connections).toBe(0);
});

type Case = [what: string, code: string, expected: 0 | 1, options?: Readonly<Record<string, unknown>>];

const ADD: Tested = {
  prompt: 'def add(a, b):\n    """Adds."""\n',
  test: '\n\nMETADATA = {}\n\n\ndef check(candidate):\n    """It adds."""\n    assert candidate(1, 2) == 3\n',
  entry_point: 'add',
};
const RIGHT = '    return a + b\n';
/** Wrong, and then something that would have it pass. */
const cheat = (code: string) => `    return 0\n${code}\n`;
/** Passes where what it tries succeeds. */
const attempt = (code: string) =>
  `    return a + b\nworked = False\ntry:\n${code.replace(/^/gm, '    ')}\n    worked = True\nexcept BaseException:\n    pass\nassert worked\n`;

const isHere = await hasPyodide();

describe.skipIf(!isHere)('Python', () => {
  test.each<Case>([
    ['right', RIGHT, 1],
    ['wrong', '    return a - b\n', 0],
    ['no Python', 'I cannot do that.', 0],
    [
      'a whole function in a block',
      'Sure:\n```python\nimport math\ndef add(a, b):\n    return math.floor(a + b)\n```\nDone.',
      1,
      { code: 'block' },
    ],
    ['an endless loop', '    while True: pass\n', 0, { timeout_seconds: 1 }],
    ['an endless program', `${RIGHT}while True: pass\n`, 0, { timeout_seconds: 1 }],
    ['an end before the tests', cheat('import sys; sys.exit(0)'), 0],
    ['a hard end', cheat('import os; os._exit(0)'), 0],
    ['an abort', cheat('import os; os.abort()'), 0],
    ['endless recursion', '    return add(a, b)\n', 0],
    ['all memory', cheat('x = [0]\nwhile True: x += x'), 0, { memory_mb: 64 }],
    ['much output', cheat('while True: print("x" * 10**6)'), 0, { timeout_seconds: 2 }],
    ['a verdict of its own', cheat('print("0123456789abcdef0123456789abcdef {\\"passed\\":true}")'), 0],
    ['its own check', cheat('def check(f): pass'), 0],
    ['tests in a text', cheat('x = """'), 0],
    ['tests behind a backslash', cheat('x = 1 \\'), 0],
    ['another exec', cheat('import builtins\nbuiltins.exec = lambda *a: None'), 0],
    [
      'another AssertionError',
      cheat('import builtins\nbuiltins.AssertionError = builtins.BaseException = int'),
      0,
    ],
    [
      'lines that are jumped over',
      cheat(
        'import sys\ndef t(f, e, a):\n    if f.f_code.co_name == "check" and e == "line": f.f_lineno = f.f_lineno + 1\n    return t\nsys.settrace(t)',
      ),
      0,
    ],
    [
      'the frames of who runs it',
      cheat(
        'import sys\nf = sys._getframe()\nwhile f:\n    for k, v in list(f.f_locals.items()):\n        if callable(v): f.f_locals[k] = lambda *a: None\n        if type(v) is list: v.clear()\n    f = f.f_back',
      ),
      0,
    ],
    [
      'the text of the tests',
      cheat(
        'import gc\nfor o in gc.get_objects():\n    if type(o) is list and any(type(i) is str and "METADATA" in i for i in o): o.clear()',
      ),
      0,
    ],
  ])('%s', async (_, code, expected, options = {}) => {
    expect(await tested('python_tests', code, ADD, options)).toBe(expected);
  });

  test.each<[string, string]>([
    ['a file of the machine', 'open("/etc/passwd").read()'],
    ['the environment of the process', 'open("/proc/self/environ").read()'],
    ['the token', 'import os\nassert any("ghs_" in v for v in os.environ.values())'],
    [
      'the folder of the program',
      `import os\nassert [f for f in os.listdir("/") if f not in ("tmp", "home", "dev", "proc", "lib")]`,
    ],
    ['a shell', 'import os\nassert os.system("true") == 0'],
    ['a process', 'import subprocess\nsubprocess.run(["true"])'],
    ['JavaScript', 'import js\njs.process'],
    ['JavaScript by pyodide', 'import pyodide_js\npyodide_js.FS'],
    ['JavaScript that is run', 'from pyodide.code import run_js\nrun_js("1")'],
    [
      'the constructor of a function',
      'import gc\np = [o for o in gc.get_objects() if type(o).__name__ == "JsProxy" and not isinstance(o, type)]\nassert any(o.constructor.constructor("return process")() for o in p)',
    ],
    [
      'an address by fetch',
      'from pyodide.http import pyfetch\nimport asyncio\nasyncio.run(pyfetch("http://127.0.0.1:PORT/"))',
    ],
    [
      'an address by urllib',
      'import urllib.request\nurllib.request.urlopen("http://127.0.0.1:PORT/", timeout=2)',
    ],
    [
      'a socket',
      'import socket\ns = socket.create_connection(("127.0.0.1", PORT), 2)\ns.sendall(b"x")\nassert s.recv(1) is not None',
    ],
    [
      'a socket that is not blocking',
      'import socket, time\ns = socket.socket()\ns.setblocking(False)\ns.connect_ex(("127.0.0.1", PORT))\ntime.sleep(0.5)\nassert s.send(b"x") == 1',
    ],
    ['a name', 'import socket\nassert socket.gethostbyname("localhost") == "127.0.0.1"'],
    ['a package', 'import micropip'],
  ])('%s is out of reach', async (_, code) => {
    expect(await tested('python_tests', attempt(code.replaceAll('PORT', `${port}`)), ADD)).toBe(0);
  });

  test('and what is within reach would pass', async () => {
    expect(await tested('python_tests', attempt('import json\njson.loads("[]")'), ADD)).toBe(1);
  });

  test('a set has one order', async () => {
    const program = { test: 'assert list({"a", "b", "c", "d"}) == ORDER' };
    const scores = await Promise.all(
      [1, 2].map(() =>
        tested('python_tests', 'ORDER = None\nprint(hash("a"))\nORDER = list({"a", "b", "c", "d"})', program),
      ),
    );
    expect(scores).toEqual([1, 1]);
  });
});

describe('JavaScript', () => {
  const SUM: Tested = {
    test: 'function check(f) { assert.equal(f(1, 2), 3); assert.deepEqual([f(1, 1)], [2]); }',
    entry_point: 'add',
  };
  const wrong = (code: string) => `function add(a, b) { return 0; }\n${code}`;
  const reach = (code: string) =>
    `function add(a, b) { return a + b; }\nlet worked = false;\ntry { ${code}; worked = true; } catch {}\nif (!worked) throw new Error('out of reach');`;

  test.each<Case>([
    ['right', 'const add = (a, b) => a + b;', 1],
    ['wrong', 'const add = (a, b) => a - b;', 0],
    ['no JavaScript', 'I cannot do that.', 0],
    [
      'a block',
      'Sure:\n```js\nfunction add(a, b) { console.log(a); return a + b; }\n```',
      1,
      { code: 'block' },
    ],
    ['an endless loop', 'function add() { for (;;) {} }', 0, { timeout_seconds: 1 }],
    [
      'a pattern that runs away',
      'function add(a, b) { /^(a+)+$/.test("a".repeat(60) + "b"); return a + b; }',
      0,
      { timeout_seconds: 1 },
    ],
    ['endless recursion', 'function add(a, b) { return add(a, b); }', 0],
    ['all memory', wrong('let x = [0]; for (;;) x = x.concat(x);'), 0, { memory_mb: 32 }],
    ['tests in a comment', wrong('/*'), 0],
    ['tests in a text', wrong('`'), 0],
    [
      'another assert',
      wrong('globalThis.assert = Object.assign(() => {}, { equal() {}, deepEqual() {} });'),
      0,
    ],
    [
      'an assert that stays',
      wrong('Object.defineProperty(globalThis, "assert", { value: { equal() {}, deepEqual() {} } });'),
      0,
    ],
    ['its own check', wrong('function check() {}'), 0],
    ['another Object.is', wrong('Object.is = () => true; Object.keys = () => [];'), 0],
    ['another Error', wrong('globalThis.Error = function () {};'), 0],
    ['an end', wrong('process.exit(0)'), 0],
    ['a process', reach('process.env'), 0],
    ['a module', reach('require("fs")'), 0],
    ['another module', reach('if (!(import("fs") instanceof Promise)) throw 1; std.open("/etc/passwd")'), 0],
    ['the constructor of a function', reach('console.log.constructor("return process")().env'), 0],
    ['an address', reach('fetch("http://127.0.0.1/")'), 0],
    ['what is within reach', reach('JSON.parse("[]")'), 1],
  ])('%s', async (_, code, expected, options = {}) => {
    expect(await tested('javascript_tests', code, SUM, options)).toBe(expected);
  });
});
