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
