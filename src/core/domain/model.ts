import type { MlflowReference } from './mlflow.ts';

/** What is on this machine, or will be. */
interface OnDisk {
  /** Names it for people where the path does not: a file taken out of git has no place of its own. */
  readonly label?: string;
  /** What has to be fetched to where the paths point. */
  readonly mlflow?: readonly MlflowReference[];
}

/** At the end of the source of what nobody knows the weights of. */
export const NOT_IDENTIFIED = '(weights not identified)';

/** Where weights or results come from, as the config says it. */
export type ModelSource =
  | (OnDisk & { readonly kind: 'file'; readonly path: string })
  /** A folder that Hugging Face libraries load. */
  | (OnDisk & { readonly kind: 'folder'; readonly path: string })
  /** `hf:<name>@<revision>`. */
  | { readonly kind: 'hub'; readonly name: string; readonly revision: string }
  | (OnDisk & { readonly kind: 'adapter'; readonly base: string; readonly adapter: string })
  /** A model that somebody serves; its weights are not known. */
  | { readonly kind: 'endpoint'; readonly url: string; readonly model: string }
  | (OnDisk & { readonly kind: 'results'; readonly path: string });

const HUB = /^hf:([^@]+)@(.+)$/;

/** What `hf:org/name@revision` names; null for a path. */
export function hubModel(written: string): Extract<ModelSource, { kind: 'hub' }> | null {
  const [, name, revision] = HUB.exec(written) ?? [];
  return name === undefined || revision === undefined ? null : { kind: 'hub', name, revision };
}

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
    case 'folder':
      return source.label ?? source.path;
    case 'hub':
      return `hf:${source.name}@${source.revision}`;
    case 'endpoint':
      return `${source.model} at ${source.url}`;
    case 'adapter':
      return source.label ?? `${source.adapter} on ${source.base}`;
    case 'results':
      return source.label ?? `results in ${source.path}`;
  }
}

/** The same source with every path run through `resolve`; paths of a config are relative to its folder. */
export function mapPaths(source: ModelSource, resolve: (path: string) => string): ModelSource {
  switch (source.kind) {
    case 'file':
    case 'folder':
    case 'results':
      return { ...source, path: resolve(source.path) };
    case 'adapter': {
      const base = hubModel(source.base) === null ? resolve(source.base) : source.base;
      return { ...source, base, adapter: resolve(source.adapter) };
    }
    case 'hub':
    case 'endpoint':
      return source;
  }
}
