// A map of which the values are made when they are asked for: an audit of one article needs few of the attributes and regions that there are.

export class LazyMap<V> implements ReadonlyMap<string, V> {
  readonly #keys: () => readonly string[];
  readonly #made = new Map<string, V>();
  readonly #make: (index: number, key: string) => V;
  #found: Map<string, number> | null = null;

  /** `keys` is asked for when the first key is looked for, `make` once for each value: it gives that of the key that stands at `index`. */
  constructor(keys: () => readonly string[], make: (index: number, key: string) => V) {
    this.#keys = keys;
    this.#make = make;
  }

  get #places(): Map<string, number> {
    this.#found ??= new Map(this.#keys().map((key, index) => [key, index]));
    return this.#found;
  }

  get(key: string): V | undefined {
    return this.#made.get(key) ?? this.#first(key);
  }

  #first(key: string): V | undefined {
    const index = this.#places.get(key);
    if (index === undefined) return undefined;
    const value = this.#make(index, key);
    this.#made.set(key, value);
    return value;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get size(): number {
    return this.#places.size;
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *values(): Generator<V, undefined> {
    for (const key of this.#places.keys()) yield this.get(key)!;
  }

  *entries(): Generator<[string, V], undefined> {
    for (const key of this.#places.keys()) yield [key, this.get(key)!];
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(each: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this);
  }
}
