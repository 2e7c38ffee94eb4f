/**
 * Checks of values that come from the other side of a window: a type and its test in one. What does not pass is not used.
 * Properties nobody asked for are let through unread.
 */
export type Check<T> = (value: unknown) => value is T;

/** The type a check stands for. */
export type Checked<C> = C extends Check<infer T> ? T : never;

type Shape = Readonly<Record<string, Check<unknown>>>;
type Mandatory<S extends Shape> = { readonly [K in keyof S]: Checked<S[K]> };
type Optional<S extends Shape> = { readonly [K in keyof S]?: Checked<S[K]> };

export const isString: Check<string> = (value): value is string => typeof value === 'string';
export const isFlag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';
/** A place in a list or a text, a number of things. */
export const isCount: Check<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
/** A part of a whole, 0 to 1. */
export const isPart: Check<number> = (value): value is number => typeof value === 'number' && value >= 0 && value <= 1;

/** One of some fixed texts. */
export function literal<T extends string>(...values: readonly T[]): Check<T> {
  return (value): value is T => values.includes(value as T);
}

/** A list of one kind of values, a long one as well. */
export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((one) => check(one));
}

/** An object with these properties, and perhaps those. An optional property is either absent or passes. */
export function record<S extends Shape>(mandatory: S): Check<Mandatory<S>>;
export function record<S extends Shape, O extends Shape>(mandatory: S, optional: O): Check<Mandatory<S> & Optional<O>>;
export function record(mandatory: Shape, optional: Shape = {}): Check<object> {
  const wanted = Object.entries(mandatory);
  const welcome = Object.entries(optional);
  return (value): value is object => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const properties = value as Readonly<Record<string, unknown>>;
    return wanted.every(([key, check]) => Object.hasOwn(properties, key) && check(properties[key]))
      && welcome.every(([key, check]) => !Object.hasOwn(properties, key) || check(properties[key]));
  };
}

/** A value that passes one of several checks. */
export function oneOf<C extends readonly Check<unknown>[]>(...checks: C): Check<Checked<C[number]>> {
  return (value): value is Checked<C[number]> => checks.some((check) => check(value));
}
