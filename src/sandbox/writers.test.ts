import assert from 'node:assert/strict';
import test from 'node:test';
import { ConflictError, diffPatch, mergePatch } from '../client/index.ts';
import { stores } from './test-stores.ts';
import { all, makeWorld, person } from './test-world.ts';

// A generator of its own, so that a failure can be run again.
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const sizes = {
  memory: { records: 10, clients: 8, changes: 200 },
  PGlite: { records: 10, clients: 8, changes: 200 },
  PostgreSQL: { records: 50, clients: 20, changes: 1000 },
};

for (const { name, open } of stores)
  test(`${name}: many writers at once lose no accepted change`, async (t) => {
    const size = sizes[name as keyof typeof sizes];
    const { store, close } = await open();
    try {
      const world = makeWorld({ store });
      const setup = world.client('nurse:TYT-01:setup');
      const pids: string[] = [];
      for (let n = 0; n < size.records; n++) pids.push((await setup.records.create(person(n))).pid);

      const accepted = new Map(pids.map((pid) => [pid, new Map<number, object>()]));
      let left = size.changes;
      let conflicts = 0;
      const work = async (worker: number) => {
        const { records } = world.client(`nurse:TYT-01:w${worker}`);
        const random = numbers(worker + 1);
        while (left-- > 0) {
          const pid = pids[random(pids.length)]!;
          const patch = {
            notes: { [`history.w${worker}`]: String(left), 'history.shared': `${worker}-${left}` },
          };
          for (;;) {
            const { etag } = await records.load(pid);
            try {
              const { version } = await records.patch(pid, patch, { ifMatch: etag });
              assert.equal(accepted.get(pid)!.has(version), false, 'a version was given out twice');
              accepted.get(pid)!.set(version, patch);
              break;
            } catch (error) {
              if (!(error instanceof ConflictError)) throw error;
              assert.equal(error.code, 'record.changed');
              conflicts++;
            }
          }
        }
      };
      await Promise.all(Array.from({ length: size.clients }, (_, worker) => work(worker)));

      let total = 0;
      for (const [pid, changes] of accepted) {
        const history = await all(setup.records.versions(pid, { limit: 200 }));
        assert.deepEqual(
          history.map((entry) => entry.version),
          Array.from({ length: changes.size + 1 }, (_, n) => changes.size + 1 - n),
        );
        let expected: unknown = (await setup.records.version(pid, 1)).record;
        for (let version = 2; version <= changes.size + 1; version++) {
          expected = mergePatch(expected, changes.get(version));
          const { record } = await setup.records.version(pid, version);
          assert.equal(diffPatch(expected as object as Record<string, unknown>, record), undefined);
        }
        total += changes.size;
      }
      assert.equal(total, size.changes);
      assert.ok(conflicts > 0, 'nobody got in anybody’s way: the test proves nothing');
      t.diagnostic(
        `${size.changes} changes by ${size.clients} clients to ${size.records} records, ${conflicts} conflicts`,
      );
    } finally {
      await close();
    }
  });
