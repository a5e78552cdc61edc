// src/core/domain/canonical-json.ts
/**
* JSON with sorted keys and no white space: equal values give equal bytes, whatever file or order they came in.
*
* @throws TypeError for what JSON cannot hold (undefined, NaN, infinities, functions)
*/
function canonicalJson(value) {
	switch (typeof value) {
		case "string":
		case "boolean": return JSON.stringify(value);
		case "number":
			if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
			return JSON.stringify(value);
		case "object":
			if (value === null) return "null";
			if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
			return `{${Object.entries(value).sort(([left], [right]) => left < right ? -1 : 1).map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
		default: throw new TypeError(`a ${typeof value} has no JSON form`);
	}
}

export { canonicalJson as t };