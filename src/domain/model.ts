/** Where weights or results come from, as the config says it. */
export type ModelSource =
  /** `label` names it for people where the path does not: a file taken out of git has no place of its own. */
  | { readonly kind: 'file'; readonly path: string; readonly label?: string }
  | { readonly kind: 'adapter'; readonly base: string; readonly adapter: string }
  | { readonly kind: 'results'; readonly path: string; readonly label?: string };

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
      return source.label ?? source.path;
    case 'adapter':
      return `${source.adapter} on ${source.base}`;
    case 'results':
      return source.label ?? `results in ${source.path}`;
  }
}

/** The same source with every path run through `resolve`; paths of a config are relative to its folder. */
export function mapPaths(source: ModelSource, resolve: (path: string) => string): ModelSource {
  switch (source.kind) {
    case 'file':
    case 'results':
      return { ...source, path: resolve(source.path) };
    case 'adapter':
      return { kind: 'adapter', base: resolve(source.base), adapter: resolve(source.adapter) };
  }
}
