/** What the child is told, as JSON on its standard input. */
export interface Job {
  /** Begins every line that the child itself writes. */
  readonly secret: string;
  readonly language: 'python' | 'javascript';
  /** Run one after another in one global scope: the model's code first, so that it can comment out nothing of what judges it. */
  readonly parts: readonly string[];
  readonly memoryBytes: number;
  readonly seconds: number;
  /** Folder of the installed pyodide; null where it is not needed. */
  readonly pyodide: string | null;
}

/** A line of the child: that the interpreter stands and the program begins, or how it ended. */
export type Message = typeof READY | { readonly passed: boolean };

export const READY = { ready: true } as const;
