/** Makes an API that the stand-in does not have fail by name, instead of being undefined somewhere later. */
export function unsupported<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (Reflect.has(object, key) || typeof key === "symbol" || key === "then") {
        const value: unknown = Reflect.get(object, key, object);
        // Bound, because classes with private fields refuse a proxy as `this`.
        return typeof value === "function" && !Object.hasOwn(object, key) ? (value.bind(object) as unknown) : value;
      }
      throw new Error(`The Electron stand-in does not have ${name}.${key}`);
    },
  });
}

/** An event as Electron emits it: listeners may prevent what would follow. */
export class PreventableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
