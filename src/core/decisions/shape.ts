/** JSON that has not the shape it should: `path` says where, as `first.items[2].target`. */
export class Misshapen extends Error {
  override readonly name = 'Misshapen';
  constructor(readonly path: string) {
    super(`unexpected value at ${path}`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** A value of a JSON document with its place in it. Each reader gives the value, or throws {@link Misshapen}. */
export class Shape {
  constructor(
    readonly value: unknown,
    readonly path: string,
  ) {}

  get isAbsent(): boolean {
    return this.value === undefined;
  }

  record(): Fields {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) throw new Misshapen(this.path);
    return this.value as Fields;
  }

  field(name: string): Shape {
    const fields = this.record();
    return new Shape(Object.hasOwn(fields, name) ? fields[name] : undefined, this.path === '' ? name : `${this.path}.${name}`);
  }

  /** The items of an array; JSON-LD writes an array of one as the one. */
  items(): Shape[] {
    if (this.isAbsent) throw new Misshapen(this.path);
    if (!Array.isArray(this.value)) return [this];
    return this.value.map((item: unknown, i) => new Shape(item, `${this.path}[${String(i)}]`));
  }

  text(): string {
    if (typeof this.value !== 'string') throw new Misshapen(this.path);
    return this.value;
  }

  textOr(absent: string): string {
    return this.isAbsent ? absent : this.text();
  }

  count(): number {
    if (typeof this.value !== 'number' || !Number.isSafeInteger(this.value) || this.value < 0) throw new Misshapen(this.path);
    return this.value;
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.value);
    if (found === undefined) throw new Misshapen(this.path);
    return found;
  }

  /** Whether it is `value`, or an array that holds it. */
  says(value: string): boolean {
    return Array.isArray(this.value) ? this.value.includes(value) : this.value === value;
  }
}
