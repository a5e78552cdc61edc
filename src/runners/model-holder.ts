import { WeighbridgeError } from '../domain/errors.ts';
import { EngineDied, type LoadedModel } from '../engines/engine.ts';

/** One side's model, loaded once, and again after its engine died. */
export class ModelHolder {
  /** What was loaded first: identity and fingerprint hold for every later load. */
  readonly described: Pick<LoadedModel, 'identity' | 'fingerprint' | 'chatTemplate'>;
  readonly #open: () => Promise<LoadedModel>;
  #model: LoadedModel | null;

  private constructor(open: () => Promise<LoadedModel>, model: LoadedModel) {
    this.#open = open;
    this.#model = model;
    this.described = model;
  }

  static async load(open: () => Promise<LoadedModel>): Promise<ModelHolder> {
    return new ModelHolder(open, await open());
  }

  /** @throws WeighbridgeError `checkpoint` when the file changed since it was first loaded */
  async model(): Promise<LoadedModel> {
    if (this.#model !== null) return this.#model;
    const model = await this.#open();
    this.#model = model;
    if (model.identity.digest === this.described.identity.digest) return model;
    throw new WeighbridgeError('checkpoint', 'the checkpoint changed while it was being evaluated', {
      fix: 'evaluate a file that nothing writes to',
    });
  }

  /** Lets go of the model; the next request loads it again. */
  async close(): Promise<void> {
    const model = this.#model;
    this.#model = null;
    try {
      await model?.close();
    } catch (error) {
      // A dead engine has nothing left to close.
      if (!(error instanceof EngineDied)) throw error;
    }
  }
}
