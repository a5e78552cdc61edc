import { WeighbridgeError } from '../domain/errors.ts';

/** Does work; what is at fault goes on the list, so that one broken task does not hide what others say. Null then. */
export async function attempt<T>(faults: WeighbridgeError[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    faults.push(error);
    return null;
  }
}
