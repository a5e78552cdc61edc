/** Numbers in an order. */
export type Numbers = readonly number[] | Float64Array;

/** What can be gone through as often as is asked, and left early: an array, or a table that takes less memory. */
export interface Every<T> {
  every(holds: (item: T) => boolean): boolean;
}

/** Goes through all of them. */
export function forEachOf<T>(items: Every<T>, visit: (item: T) => void): void {
  items.every((item) => {
    visit(item);
    return true;
  });
}

/** How many of them are so. */
export function countOf<T>(items: Every<T>, holds: (item: T) => boolean): number {
  let count = 0;
  forEachOf(items, (item) => {
    if (holds(item)) count += 1;
  });
  return count;
}

/** Where items are kept that come one after the other: a list, or columns that hold no object an item. */
export interface KeptItems<T> {
  set(position: number, item: T): void;
  at(position: number): T;
}

/** @param most how many items there are at most */
export type Keep<T> = (most: number) => KeptItems<T>;

export const keepItems = <T>(): KeptItems<T> => {
  const items: T[] = [];
  return {
    set(position, item) {
      items[position] = item;
    },
    at: (position) => items[position] as T,
  };
};
