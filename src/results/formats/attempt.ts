import { WeighbridgeError } from '../../core/domain/errors.ts';

/** What came of the work, or null after its fault was put with the others. */
export async function attempt<T>(faults: WeighbridgeError[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    faults.push(error);
    return null;
  }
}
