/** Node's `events` as far as PouchDB uses it: its package leaves that to the bundler. */
type Listener = (...args: unknown[]) => void;
interface Emitter {
  on(name: string, listener: Listener): Emitter;
  removeListener(name: string, listener: Listener): Emitter;
}

const kept = new WeakMap<object, Map<string, Listener[]>>();
const all = (of: object, name: string): Listener[] => kept.get(of)?.get(name) ?? [];
function keep(of: object, name: string, listeners: Listener[]): void {
  if (!kept.has(of)) kept.set(of, new Map());
  kept.get(of)!.set(name, listeners);
}

function EventEmitter(): void {}

function on(this: Emitter, name: string, listener: Listener): Emitter {
  keep(this, name, [...all(this, name), listener]);
  return this;
}

function removeListener(this: Emitter, name: string, listener: Listener): Emitter {
  keep(
    this,
    name,
    all(this, name).filter((each) => each !== listener),
  );
  return this;
}

// PouchDB copies what it finds with `Object.keys` of the prototype: methods of a class would not be there.
Object.assign(EventEmitter.prototype as object, {
  on,
  addListener: on,
  off: removeListener,
  removeListener,
  once(this: Emitter, name: string, listener: Listener): Emitter {
    const single: Listener = (...args) => {
      this.removeListener(name, single);
      listener.apply(this, args);
    };
    return this.on(name, single);
  },
  emit(this: Emitter, name: string, ...args: unknown[]): boolean {
    const listeners = all(this, name);
    for (const listener of listeners) listener.apply(this, args);
    return listeners.length > 0;
  },
  removeAllListeners(this: Emitter, name?: string): Emitter {
    if (name === undefined) kept.delete(this);
    else keep(this, name, []);
    return this;
  },
  listeners(this: Emitter, name: string): Listener[] {
    return all(this, name);
  },
  listenerCount(this: Emitter, name: string): number {
    return all(this, name).length;
  },
  setMaxListeners(this: Emitter): Emitter {
    return this;
  },
});
Object.assign(EventEmitter, { listenerCount: (of: object, name: string) => all(of, name).length });

export { EventEmitter as default };
