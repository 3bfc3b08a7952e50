/** Version of the record's shape that this package writes. */
export const schemaVersion = 1;

type Step = (record: Readonly<Record<string, unknown>>) => Record<string, unknown>;

// One pure step per version: steps[n] makes version n + 1 out of version n.
const steps: readonly Step[] = [(record) => ({ ...record })];

/**
 * A record brought up to the present version. One from a newer version is returned as it is: its unknown keys
 * survive a round trip, and whoever wrote them understands them.
 */
export function upgrade(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  let current: Record<string, unknown> = { ...record };
  const from = typeof record['schemaVersion'] === 'number' ? record['schemaVersion'] : 0;
  for (let version = from; version < schemaVersion; version++) {
    current = { ...steps[version]!(current), schemaVersion: version + 1 };
  }
  return current;
}
