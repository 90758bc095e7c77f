/** Things that are loaded once, by name. What failed is not kept, so that a reader can try again. */
export class Kept<Value> {
  readonly #load: (name: string) => Promise<Value>;
  readonly #known = new Map<string, Promise<Value>>();

  constructor(load: (name: string) => Promise<Value>) {
    this.#load = load;
  }

  get(name: string): Promise<Value> {
    return this.#known.get(name) ?? this.replace(name, this.#load(name));
  }

  /** Keeps a newer one in its place. */
  replace(name: string, value: Promise<Value>): Promise<Value> {
    this.#known.delete(name);
    this.#known.set(name, value);
    value.catch(() => this.#known.delete(name));
    return value;
  }
}
