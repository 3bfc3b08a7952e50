import type {
  Conflict,
  Decision,
  LoadedRecord,
  QueueItem,
  SavedDraft,
  Sync,
  SyncStatus,
  Vault,
} from '../../src/client/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';

/** An error as the store and the client throw them. */
export const failure = (code: string): Error & { code: string } => Object.assign(new Error(code), { code });

export const idle: SyncStatus = {
  waiting: 0,
  attention: 0,
  sent: 0,
  sentToday: 0,
  drafts: 0,
  damaged: 0,
  lastSentAt: undefined,
  reach: 'unknown',
  activity: 'idle',
  nextTryAt: undefined,
  progress: undefined,
  storage: { usedBytes: 40e6, quotaBytes: 2e9, isPersistent: true },
};

/** An item of the queue; what is not named is as in a record that waits. */
export function queueItem(id: string, more: Partial<QueueItem> = {}): QueueItem {
  return {
    id,
    call: 'record.create',
    state: 'waiting',
    name: 'Nguyễn Văn Mẫu',
    birthDate: '2017-03-12',
    at: Date.now() - 40 * 60_000,
    attempts: 0,
    retryAt: undefined,
    problem: undefined,
    receipt: undefined,
    merged: [],
    ...more,
  };
}

export const savedDraft = (
  id: string,
  fullName = 'Trần Thị Ví Dụ',
  birthDate = '2019-06-01',
): SavedDraft => ({
  id,
  draft: { administrative: { fullName, birthDate } },
});

export const invented: HealthRecord = {
  schemaVersion: 1,
  capturedOn: '2026-11-18',
  administrative: {
    fullName: 'Nguyễn Văn Mẫu',
    sex: 'male',
    birthDate: '2017-03-12',
    identifiers: { personal: { kind: 'citizenId', number: '014217990118' } },
    currentAddress: { commune: { code: '04108', text: 'Xã Chiềng Sung' } },
  },
  examinations: { '0mi000000visit': { examinedOn: '2026-11-18', vitals: { weightKg: 21.5 } } },
};

export const onServer: LoadedRecord = {
  pid: 'p1',
  version: 4,
  at: '2026-11-18T02:05:00+07:00',
  by: 'BS. Hà Thí Dụ',
  facility: 'Trạm y tế Chiềng Sung',
  action: 'record.patch',
  etag: '"4"',
  record: invented,
};

/** The queue at the edge: it answers what a test gave it and remembers what it was asked. */
export class FakeSync implements Sync {
  state: SyncStatus;
  readonly lists: { waiting: QueueItem[]; attention: QueueItem[]; done: QueueItem[] } = {
    waiting: [],
    attention: [],
    done: [],
  };
  saved: SavedDraft[] = [];
  conflicts: { [id: string]: Conflict } = {};
  /** Calls with what they were given, in order. */
  readonly calls: unknown[][] = [];
  /** Codes to reject the next call of a name with. */
  readonly failing: { [call: string]: string } = {};
  readonly listeners = new Set<(status: SyncStatus) => void>();

  constructor(state: Partial<SyncStatus> = {}) {
    this.state = { ...idle, ...state };
  }

  /** Changes the state and tells it, as the queue does. */
  tell(state: Partial<SyncStatus>): void {
    this.state = { ...this.state, ...state };
    for (const listener of this.listeners) listener(this.state);
  }

  callsOf(name: string): unknown[][] {
    return this.calls.filter(([called]) => called === name).map(([, ...given]) => given);
  }

  async #did(...call: [string, ...unknown[]]): Promise<void> {
    this.calls.push(call);
    const code = this.failing[call[0]];
    if (code) throw failure(code);
  }

  async #drop(id: string): Promise<void> {
    for (const list of Object.values(this.lists)) {
      const at = list.findIndex((item) => item.id === id);
      if (at >= 0) list.splice(at, 1);
    }
  }

  async status(): Promise<SyncStatus> {
    await this.#did('status');
    return this.state;
  }
  watch(listener: (status: SyncStatus) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  send(): Promise<void> {
    return this.#did('send');
  }
  pause(): void {
    this.calls.push(['pause']);
  }
  resume(): void {
    this.calls.push(['resume']);
  }
  acknowledge(): Promise<void> {
    return this.#did('acknowledge');
  }
  async items(state: 'waiting' | 'attention' | 'done', limit?: number): Promise<readonly QueueItem[]> {
    await this.#did('items', state, limit);
    return this.lists[state].slice(0, limit);
  }
  async drafts(): Promise<readonly SavedDraft[]> {
    await this.#did('drafts');
    return [...this.saved];
  }
  async discardDraft(id: string): Promise<void> {
    await this.#did('discardDraft', id);
    this.saved = this.saved.filter((draft) => draft.id !== id);
  }
  async conflict(id: string): Promise<Conflict> {
    await this.#did('conflict', id);
    return this.conflicts[id]!;
  }
  async decide(id: string, decision: Decision): Promise<void> {
    await this.#did('decide', id, decision);
    await this.#drop(id);
  }
  retry(id: string): Promise<void> {
    return this.#did('retry', id);
  }
  async takeBack(id: string): Promise<SavedDraft> {
    await this.#did('takeBack', id);
    await this.#drop(id);
    return savedDraft(id);
  }
  async remove(id: string): Promise<void> {
    await this.#did('remove', id);
    await this.#drop(id);
  }
  async exportFile(passphrase: string, id?: string): Promise<Blob> {
    await this.#did('exportFile', passphrase, id);
    return new Blob(['sealed']);
  }
  async importFile(file: Blob, passphrase: string): Promise<{ added: number; known: number }> {
    await this.#did('importFile', file, passphrase);
    return { added: 12, known: 3 };
  }
}

/** The store at the edge; `right` is its passphrase. */
export class FakeVault implements Vault {
  state: Vault['state'];
  problem: string | undefined;
  readonly minPassphrase = 12;
  right = 'trau mua ghe tim';
  touched = 0;
  readonly calls: unknown[][] = [];
  readonly listeners = new Set<() => void>();

  constructor(state: Vault['state'] = 'empty', problem?: string) {
    this.state = state;
    this.problem = problem;
  }

  become(state: Vault['state'], problem?: string): void {
    this.state = state;
    this.problem = problem;
    for (const listener of this.listeners) listener();
  }

  async setUp(passphrase: string): Promise<void> {
    this.calls.push(['setUp', passphrase]);
    this.right = passphrase;
    this.become('open');
  }
  async unlock(passphrase: string): Promise<void> {
    this.calls.push(['unlock', passphrase]);
    if (passphrase !== this.right) throw failure('vault.wrongPassphrase');
    this.become('open');
  }
  async lock(): Promise<void> {
    this.become('locked');
  }
  async changePassphrase(from: string, to: string): Promise<void> {
    this.calls.push(['change', from, to]);
    if (from !== this.right) throw failure('vault.wrongPassphrase');
    this.right = to;
  }
  async recover(): Promise<{ kept: number; lost: number }> {
    this.become('open');
    return { kept: 41, lost: 2 };
  }
  async wipe(): Promise<void> {
    this.calls.push(['wipe']);
    this.become('empty');
  }
  beforeLock(): () => void {
    return () => {};
  }
  touch(): void {
    this.touched++;
  }
  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
