// A map of which the values are made when they are asked for: an audit of one article needs few of the attributes and regions that there are.

export class LazyMap<V> implements ReadonlyMap<string, V> {
  readonly #places = new Map<string, number>();
  readonly #made = new Map<string, V>();
  readonly #make: (index: number) => V;

  /** `make` gives the value of the key that stands at `index`; it is asked once for each. */
  constructor(keys: readonly string[], make: (index: number) => V) {
    for (let index = 0; index < keys.length; index++) this.#places.set(keys[index]!, index);
    this.#make = make;
  }

  get(key: string): V | undefined {
    return this.#made.get(key) ?? this.#first(key);
  }

  #first(key: string): V | undefined {
    const index = this.#places.get(key);
    if (index === undefined) return undefined;
    const value = this.#make(index);
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
