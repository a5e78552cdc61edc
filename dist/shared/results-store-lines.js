import { jt as WeighbridgeError } from "./core-domain-history.js";
import { isAscii } from "node:buffer";
import { open } from "node:fs/promises";

// src/results/store/lines.ts
/** A line of a sample file holds one answer and its scores; a longer one is no sample. */
const MAX_LINE_BYTES = 67108864;
const CHUNK_BYTES = 262144;
const NEWLINE = 10;
/** Lines of a UTF-8 file, one by one, as `lineGroups` reads them. */
async function* readLines(...from) {
	for await (const lines of lineGroups(...from)) yield* lines;
}
/**
* Lines of a UTF-8 file, those of a chunk together, since a promise a line takes longer than to read it. `node:readline` is half
* as fast, decodes bad bytes in silence and knows no longest line.
*
* @param chunks the file's bytes, where they are not simply those on disk (a compressed file)
* @returns groups, of which each is gone through before the next is asked for
* @throws WeighbridgeError `data`, while a group is gone through, for a line that is too long or not UTF-8
*/
async function* lineGroups(file, maxBytes = MAX_LINE_BYTES, chunks = chunksOf(file)) {
	function* decoded(lines) {
		for (const line of lines) {
			const { number, end, whole } = line;
			yield {
				number,
				text: textOfLine(line, file),
				end,
				whole
			};
		}
	}
	for await (const lines of rawLineGroups(file, maxBytes, chunks)) yield decoded(lines);
}
const decoder = new TextDecoder("utf-8", { fatal: true });
/** @throws WeighbridgeError `data` for what is not UTF-8 */
function textOfLine({ number, bytes, whole }, file) {
	if (!whole) return bytes.toString("utf8");
	if (isAscii(bytes)) return bytes.toString("latin1");
	try {
		return decoder.decode(bytes);
	} catch (cause) {
		throw new WeighbridgeError("data", "the line is not UTF-8", {
			at: {
				file,
				line: number
			},
			cause
		});
	}
}
/** The same before it is decoded. @throws WeighbridgeError `data`, while a group is gone through, for a line that is too long */
async function* rawLineGroups(file, maxBytes, chunks) {
	let parts = [];
	let length = 0;
	let number = 1;
	let end = 0;
	const take = (whole) => {
		const [only] = parts;
		const bytes = only !== void 0 && parts.length === 1 ? only : Buffer.concat(parts, length);
		end += length + (whole ? 1 : 0);
		parts = [];
		length = 0;
		number += 1;
		return {
			number: number - 1,
			bytes,
			end,
			whole
		};
	};
	const add = (bytes) => {
		parts.push(bytes);
		length += bytes.length;
		if (length <= maxBytes) return;
		throw new WeighbridgeError("data", `the line is longer than ${maxBytes} bytes`, { at: {
			file,
			line: number
		} });
	};
	function* linesIn(chunk) {
		let start = 0;
		for (let newline = chunk.indexOf(NEWLINE); newline !== -1; newline = chunk.indexOf(NEWLINE, start)) {
			add(chunk.subarray(start, newline));
			yield take(true);
			start = newline + 1;
		}
		if (start < chunk.length) add(Buffer.from(chunk.subarray(start)));
	}
	for await (const chunk of chunks) yield linesIn(chunk);
	if (length > 0) yield [take(false)];
}
/** A file's bytes, each chunk in the same memory: a stream leaves a new piece behind for every one. */
async function* chunksOf(file) {
	const handle = await open(file);
	try {
		const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
		for (;;) {
			const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES);
			if (bytesRead === 0) return;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await handle.close();
	}
}

export { readLines as a, rawLineGroups as i, chunksOf as n, textOfLine as o, lineGroups as r, MAX_LINE_BYTES as t };