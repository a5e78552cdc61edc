// src/core/domain/model.ts
const HUB = /^hf:([^@]+)@(.+)$/;
/** What `hf:org/name@revision` names; null for a path. */
function hubModel(written) {
	const [, name, revision] = HUB.exec(written) ?? [];
	return name === void 0 || revision === void 0 ? null : {
		kind: "hub",
		name,
		revision
	};
}
/** A checkpoint in words, as the config writes it. */
function describeModel(source) {
	switch (source.kind) {
		case "file":
		case "folder": return source.label ?? source.path;
		case "hub": return `hf:${source.name}@${source.revision}`;
		case "endpoint": return `${source.model} at ${source.url}`;
		case "adapter": return source.label ?? `${source.adapter} on ${source.base}`;
		case "results": return source.label ?? `results in ${source.path}`;
	}
}
/** The same source with every path run through `resolve`; paths of a config are relative to its folder. */
function mapPaths(source, resolve) {
	switch (source.kind) {
		case "file":
		case "folder":
		case "results": return {
			...source,
			path: resolve(source.path)
		};
		case "adapter": {
			const base = hubModel(source.base) === null ? resolve(source.base) : source.base;
			return {
				...source,
				base,
				adapter: resolve(source.adapter)
			};
		}
		case "hub":
		case "endpoint": return source;
	}
}

export { hubModel as n, mapPaths as r, describeModel as t };