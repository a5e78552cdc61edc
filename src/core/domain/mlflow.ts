/** Artifacts as MLflow names them: of a run, of a version of a registered model, or of a logged model. */
export interface MlflowReference {
  /** As the config says it, without choices. */
  readonly written: string;
  readonly of:
    | { readonly run: string }
    | { readonly name: string; readonly version: string }
    | { readonly model: string };
  /** A file or folder among the artifacts; empty for all of them. */
  readonly path: string;
  /** What is chosen of several results, such as `#higher=quality`; empty for nothing. */
  readonly choices: string;
}

const FORM = /^(runs|models):\/+([^#]+)(#.*)?$/;
const RUN = /^[0-9a-f]{32}$/;
const MODEL = /^m-[0-9a-f]{32}$/;
const VERSION = /^[1-9]\d{0,9}$/;

/** Whether a text is one of MLflow's addresses, fixed or not. */
export const isMlflow = (written: string): boolean => /^(runs|models):/.test(written);

/**
 * `runs:/<run id>/<path>`, `models:/<name>/<version>/<path>` or `models:/<model id>/<path>`; null for what may be something else
 * tomorrow, such as an alias, and for paths that lead out.
 */
export function mlflowReference(address: string): MlflowReference | null {
  const [, scheme, place = '', choices = ''] = FORM.exec(address) ?? [];
  const [id = '', ...rest] = place.replace(/\/+$/, '').split('/');
  const [version = '', ...below] = rest;
  const written = address.slice(0, address.length - choices.length);
  if (scheme === 'runs' && RUN.test(id)) return named({ run: id }, rest);
  if (scheme === 'models' && MODEL.test(id)) return named({ model: id }, rest);
  if (scheme === 'models' && isArtifactName(id) && VERSION.test(version))
    return named({ name: id, version }, below);
  return null;

  function named(of: MlflowReference['of'], parts: readonly string[]): MlflowReference | null {
    return parts.every(isArtifactName) ? { written, of, path: parts.join('/'), choices } : null;
  }
}

/** A name of a file or folder that stays where it is put. */
export const isArtifactName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && name.length <= 200 && !/[/\\:]|\p{Cc}|\p{Cs}/u.test(name);
