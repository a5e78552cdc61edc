import type { Side } from '../domain/run.ts';
import type { Salvaged } from '../store/results.ts';

/** How results of another program become runs. */
export interface Importer {
  /** The program that wrote them. */
  readonly name: string;
  /** What of it can be read. */
  readonly summary: string;
  /** Whether the path, a folder or a file, is this program's, judged by content and not by how it is called. */
  detect(path: string): Promise<boolean>;
  /** Reads every task that can be read; what cannot, and a path that does not say which results are meant, is a fault. */
  load(path: string, side: Side): Promise<Salvaged>;
}
