import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';

/** Below this a thread costs more to start than it saves. */
const WORTH_A_THREAD = 32 * 1024 * 1024;

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
export function hashFile(
  path: string,
  bytes: number,
  signal: AbortSignal = new AbortController().signal,
): Promise<string> {
  signal.throwIfAborted();
  return bytes < WORTH_A_THREAD ? hashHere(path, signal) : hashInThread(path, signal);
}

async function hashHere(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash, { signal });
  return hash.digest('hex');
}

async function hashInThread(path: string, signal: AbortSignal): Promise<string> {
  const worker = new Worker(PROGRAM, { eval: true, workerData: path });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await new Promise<string>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      // After a message this settles nothing; before one, the thread was ended from outside.
      worker.once('exit', () => reject(signal.reason ?? new Error(`the thread that hashed ${path} ended`)));
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
