/** Where weights or results come from, as the config says it. */
export type ModelSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'adapter'; readonly base: string; readonly adapter: string }
  | { readonly kind: 'results'; readonly path: string };

/** Which weights were run. Two runs of one digest are runs of one model, whatever the path was called. */
export interface ModelIdentity {
  /** As written in the config, for people. */
  readonly source: string;
  /** `sha256:<hex>` of the weights file. */
  readonly digest: string;
  readonly adapter_digest: string | null;
  readonly architecture: string | null;
  readonly parameter_count: number | null;
  readonly quantization: string | null;
}

/** A checkpoint in words, as the config writes it. */
export function describeModel(source: ModelSource): string {
  switch (source.kind) {
    case 'file':
      return source.path;
    case 'adapter':
      return `${source.adapter} on ${source.base}`;
    case 'results':
      return `results in ${source.path}`;
  }
}

/** The same source with every path run through `resolve`; paths of a config are relative to its folder. */
export function mapPaths(source: ModelSource, resolve: (path: string) => string): ModelSource {
  switch (source.kind) {
    case 'file':
    case 'results':
      return { kind: source.kind, path: resolve(source.path) };
    case 'adapter':
      return { kind: 'adapter', base: resolve(source.base), adapter: resolve(source.adapter) };
  }
}
