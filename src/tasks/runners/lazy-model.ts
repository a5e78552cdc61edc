import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { type DescribedModel, EngineDied, type LoadedModel } from '../engines/engine.ts';

/** One side's model, loaded at most once, and again after its engine died. */
export class LazyModel {
  /** Identity and fingerprint, which hold for every load. */
  readonly described: DescribedModel;
  readonly #open: () => Promise<LoadedModel>;
  #model: LoadedModel | null;

  private constructor(
    open: () => Promise<LoadedModel>,
    described: DescribedModel,
    model: LoadedModel | null,
  ) {
    this.#open = open;
    this.#model = model;
    this.described = described;
  }

  /** Of a model that is known without being loaded, and perhaps never is. */
  static of(described: DescribedModel, open: () => Promise<LoadedModel>): LazyModel {
    return new LazyModel(open, described, null);
  }

  static async load(open: () => Promise<LoadedModel>): Promise<LazyModel> {
    const model = await open();
    return new LazyModel(open, model, model);
  }

  /** @throws WeighbridgeError `checkpoint` when it is not the model that was described */
  async model(): Promise<LoadedModel> {
    if (this.#model !== null) return this.#model;
    const model = await this.#open();
    if (isSame(model, this.described)) {
      this.#model = model;
      return model;
    }
    await model.close();
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

const isSame = (one: DescribedModel, other: DescribedModel): boolean =>
  canonicalJson([one.identity, one.fingerprint, one.chatTemplate]) ===
  canonicalJson([other.identity, other.fingerprint, other.chatTemplate]);
