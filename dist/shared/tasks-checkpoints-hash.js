import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { Worker } from "node:worker_threads";

// src/tasks/checkpoints/hash.ts
/** Below this a thread costs more to start than it saves. */
const WORTH_A_THREAD = 33554432;
/**
* The thread's program. A text, because a worker needs a file of its own otherwise, and that file would have another name
* in `src/` than in the bundle. It reads synchronously: a thread that only hashes has nothing else to do.
*/
const PROGRAM = `
const { createHash } = require('node:crypto');
const { openSync, readSync, closeSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const hash = createHash('sha256');
const file = openSync(workerData);
const chunk = Buffer.allocUnsafe(4 * 1024 * 1024);
for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) hash.update(chunk.subarray(0, length));
closeSync(file);
parentPort.postMessage(hash.digest('hex'));
`;
/** SHA-256 of a file as hex, never more than a chunk of it in memory; large files in a thread of their own. */
function hashFile(path, bytes, signal = new AbortController().signal) {
	signal.throwIfAborted();
	return bytes < WORTH_A_THREAD ? hashHere(path, signal) : hashInThread(path, signal);
}
async function hashHere(path, signal) {
	const hash = createHash("sha256");
	await pipeline(createReadStream(path, { highWaterMark: 1048576 }), hash, { signal });
	return hash.digest("hex");
}
async function hashInThread(path, signal) {
	const worker = new Worker(PROGRAM, {
		eval: true,
		workerData: path
	});
	const stop = () => void worker.terminate();
	signal.addEventListener("abort", stop);
	try {
		return await new Promise((resolve, reject) => {
			worker.once("message", resolve);
			worker.once("error", reject);
			worker.once("exit", () => reject(signal.reason ?? /* @__PURE__ */ new Error(`the thread that hashed ${path} ended`)));
		});
	} finally {
		signal.removeEventListener("abort", stop);
	}
}

export { hashFile as t };