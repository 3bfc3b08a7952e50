import { assert, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { SyncStatus } from '../../src/client/index.ts';
import { SessionElement } from '../session/index.ts';
import { inStatus, statusOf, words } from './on-page.ts';
import { FakeSync, FakeVault } from './testing.ts';
import { deep } from '../testing.ts';
import { SyncStatusElement } from './index.ts';

it('works from the session as well as from a property', async () => {
  SessionElement.define();
  SyncStatusElement.define();
  const session = await fixture<SessionElement>(
    html`<hssk-session .session=${{ sync: new FakeSync({ waiting: 12 }) }}
      ><hssk-sync-status></hssk-sync-status
    ></hssk-session>`,
  );
  const element = session.querySelector('hssk-sync-status')!;
  await waitUntil(() => element.shadowRoot!.querySelector('#send'));
  assert.equal(words(inStatus(element, '.main')), '12 hồ sơ chờ gửi');
});

/** [what waits, what a person is told first] */
const kinds: readonly (readonly [Partial<SyncStatus>, string])[] = [
  [{ waiting: 3, consents: { waiting: 2, attention: 0 } }, '1 hồ sơ và 2 ý kiến đồng ý chờ gửi'],
  [{ waiting: 2, consents: { waiting: 2, attention: 9 } }, '2 ý kiến đồng ý chờ gửi'],
  [{ waiting: 2, consents: { waiting: 0, attention: 9 } }, '2 hồ sơ chờ gửi'],
  [{ attention: 3, consents: { waiting: 0, attention: 1 } }, '2 hồ sơ và 1 ý kiến đồng ý phải xem lại'],
  [{ attention: 1, consents: { waiting: 0, attention: 1 } }, '1 ý kiến đồng ý phải xem lại'],
];
for (const [state, expected] of kinds)
  it(`tells records and answers apart: ${expected}`, async () => {
    const element = await statusOf(new FakeSync(state));
    assert.equal(words(inStatus(element, '.main')), expected);
  });

it('sends at a press of the button and not while there is nothing, or another tab sends', async () => {
  const sync = new FakeSync({ waiting: 12 });
  const element = await statusOf(sync);
  inStatus(element, '#send').click();
  assert.lengthOf(sync.callsOf('send'), 1);
  for (const state of [
    { waiting: 0 },
    { waiting: 3, activity: 'elsewhere' },
    { activity: 'restored' },
  ] as const) {
    sync.tell(state);
    await element.updateComplete;
    assert.isFalse(!!element.shadowRoot!.querySelector('#send'), JSON.stringify(state));
  }
});

it('shows how far the sending has got, can pause, and the focus stays', async () => {
  const sync = new FakeSync({ waiting: 120, activity: 'sending', progress: { done: 37, total: 120 } });
  const element = await statusOf(sync);
  assert.equal(words(inStatus(element, '.main')), 'Đang gửi 37/120');
  const bar = inStatus<HTMLProgressElement>(element, 'progress');
  assert.deepEqual([bar.value, bar.max], [37, 120]);
  inStatus(element, '#pause').focus();
  inStatus(element, '#pause').click();
  assert.lengthOf(sync.callsOf('pause'), 1);
  sync.tell({ activity: 'paused', progress: undefined });
  await element.updateComplete;
  assert.equal(element.shadowRoot!.activeElement?.id, 'send');
  assert.equal(words(inStatus(element, '#send')), 'Gửi tiếp');
  assert.include(words(inStatus(element, '.beside')), 'đang tạm dừng');
  inStatus(element, '#send').click();
  assert.lengthOf(sync.callsOf('resume'), 1);
});

it('announces the sending at its quarters and its end, not every record', async () => {
  const sync = new FakeSync({ waiting: 100 });
  const element = await statusOf(sync);
  const said = new Set<string>();
  for (let done = 0; done <= 100; done++) {
    sync.tell({ activity: 'sending', waiting: 100 - done, progress: { done, total: 100 } });
    await element.updateComplete;
    said.add(words(inStatus(element, '[role=status]')));
  }
  sync.tell({ activity: 'idle', progress: undefined });
  await element.updateComplete;
  said.add(words(inStatus(element, '[role=status]')));
  assert.deepEqual(
    [...said],
    ['Bắt đầu gửi.', '25 trên 100', '50 trên 100', '75 trên 100', '100 trên 100', 'Đã gửi hết.'],
  );
});

const noticesOf = (element: SyncStatusElement): string[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('.notice')].map(words);

const notices: readonly (readonly [Partial<SyncStatus>, string])[] = [
  [{ activity: 'loginNeeded' }, 'Phiên đăng nhập đã hết'],
  [{ attention: 4, consents: { waiting: 0, attention: 3 } }, 'Còn 1 hồ sơ và 3 ý kiến đồng ý phải xem lại'],
  [{ attention: 4 }, 'Còn 4 hồ sơ phải xem lại'],
  [{ damaged: 2 }, '2 mục trong kho bị hỏng'],
  [{ storage: { usedBytes: 91e6, quotaBytes: 100e6, isPersistent: true } }, 'chỉ còn 9 MB'],
];
for (const [state, text] of notices) {
  it(`shows what a person has to look at without being opened: ${text}`, async () => {
    const element = await statusOf(new FakeSync({ waiting: 1, ...state }));
    const shown = noticesOf(element);
    assert.lengthOf(shown, 1);
    assert.include(shown[0], text);
  });
}

it('keeps for the open view what needs nobody', async () => {
  const storage = { usedBytes: undefined, quotaBytes: undefined, isPersistent: false };
  const element = await statusOf(new FakeSync({ waiting: 1, activity: 'elsewhere', storage }));
  assert.deepEqual(noticesOf(element), []);
  inStatus(element, '#toggle').click();
  await element.updateComplete;
  assert.lengthOf(noticesOf(element), 2);
});

it('is one line while nothing needs attention, and opens to everything and closes again', async () => {
  const at = new Date();
  at.setHours(16, 5);
  const sync = new FakeSync({ sent: 340, sentToday: 42, lastSentAt: at.getTime() });
  const element = await statusOf(sync);
  assert.equal(words(inStatus(element, '.main')), 'Đã gửi hết');
  assert.equal(words(inStatus(element, '.beside')), 'hôm nay 42 · lúc 16:05');
  assert.isBelow(element.offsetHeight, 64);
  assert.equal(inStatus(element, '#full').offsetHeight, 0);
  const toggle = inStatus(element, '#toggle');
  toggle.focus();
  for (const state of ['true', 'false'] as const) {
    toggle.click();
    await element.updateComplete;
    assert.equal(toggle.getAttribute('aria-expanded'), state);
    assert.equal(inStatus(element, '#full').offsetHeight > 0, state === 'true');
    assert.equal(element.shadowRoot!.activeElement, toggle);
    await expect(element).to.be.accessible();
  }
});

it('says nothing of having sent everything before anything was sent, and never keeps quiet about drafts', async () => {
  const sync = new FakeSync();
  const element = await statusOf(sync);
  assert.equal(words(inStatus(element, '.main')), 'Chưa có hồ sơ chờ gửi');
  sync.tell({ lastSentAt: new Date(2026, 10, 2, 9, 5).getTime(), sent: 3, drafts: 2 });
  await element.updateComplete;
  assert.equal(words(inStatus(element, '.main')), 'Đã gửi hết');
  assert.equal(words(inStatus(element, '.beside')), 'còn 2 bản nháp · lần cuối 09:05 02/11/2026');
});

it('fits the width of a phone with waiting records, and its button is a thumb high', async () => {
  const sync = new FakeSync({ waiting: 12, sentToday: 42, reach: 'unreached', lastSentAt: Date.now() });
  const element = await statusOf(sync);
  element.style.inlineSize = '340px';
  assert.isBelow(element.offsetHeight, 64);
  assert.isAtLeast(inStatus(element, '#send').offsetHeight, 40);
  assert.isAtMost(inStatus(element, 'section').scrollWidth, 340);
});

it('asks anew when the day is over, so that yesterday is not counted as today', async () => {
  const clock = Date.now;
  const sync = new FakeSync({ sent: 42, sentToday: 42, lastSentAt: clock() });
  const element = await statusOf(sync);
  try {
    Date.now = () => clock() + 86_400_000;
    sync.state = { ...sync.state, sentToday: 0 };
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => !words(inStatus(element, '.beside')).includes('hôm nay 42'));
  } finally {
    Date.now = clock;
  }
});

it('leads from what needs attention to its list', async () => {
  const element = await statusOf(new FakeSync({ attention: 4 }));
  inStatus(element, '.look').click();
  await waitUntil(() => deep(element.shadowRoot!, '[data-list=attention] > summary')?.matches(':focus'));
});

it('does not warn while a tenth of the room is left', async () => {
  const element = await statusOf(
    new FakeSync({ storage: { usedBytes: 90e6, quotaBytes: 100e6, isPersistent: true } }),
    { open: true },
  );
  assert.isNull(element.shadowRoot!.querySelector('.notice'));
  assert.include(words(inStatus(element, '.facts')), 'Còn trống 10 MB');
});

it('does not say that nothing is left while something needs attention', async () => {
  const sync = new FakeSync({ attention: 4, sent: 340 });
  const element = await statusOf(sync);
  assert.equal(words(inStatus(element, '.main')), '4 hồ sơ phải xem lại');
  sync.tell({ attention: 0 });
  await element.updateComplete;
  assert.notInclude(words(inStatus(element, '.main')), '4');
});

it('lets a person acknowledge a store that was put back', async () => {
  const sync = new FakeSync({ waiting: 1, activity: 'restored' });
  const element = await statusOf(sync);
  inStatus(element, '#acknowledge').click();
  await waitUntil(() => sync.callsOf('acknowledge').length === 1);
});

it('says why it cannot read the store, and reads it again when the store is opened', async () => {
  const sync = new FakeSync({ waiting: 3 });
  sync.failing['status'] = 'vault.locked';
  const vault = new FakeVault('locked');
  const element = await statusOf(sync, { vault });
  assert.include(words(element.shadowRoot!), 'Kho trên máy này đang khóa');
  delete sync.failing['status'];
  vault.become('open');
  await waitUntil(() => element.shadowRoot!.querySelector('#toggle'));
});

it('takes what the queue told over an older answer that comes late', async () => {
  const sync = new FakeSync();
  let answer = (_: SyncStatus): void => {};
  sync.status = () => new Promise((resolve) => (answer = resolve));
  SyncStatusElement.define();
  const element = await fixture<SyncStatusElement>(html`<hssk-sync-status .sync=${sync}></hssk-sync-status>`);
  sync.tell({ waiting: 5 });
  answer({ ...sync.state, waiting: 9 });
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  assert.equal(words(inStatus(element, '.main')), '5 hồ sơ chờ gửi');
});

it('speaks English', async () => {
  const element = await statusOf(new FakeSync({ waiting: 12 }));
  element.locale = 'en';
  await waitUntil(() => words(inStatus(element, '#send')) === 'Send now');
});

it('leaves no watcher and no timer behind, and takes nothing from a queue it no longer shows', async () => {
  const clear = window.clearInterval;
  const set = window.setInterval;
  const running = new Set<number>();
  window.setInterval = ((...given: Parameters<typeof set>) => {
    const id = set(...given) as unknown as number;
    running.add(id);
    return id;
  }) as typeof set;
  window.clearInterval = (id) => {
    running.delete(id as number);
    clear(id);
  };
  const old = new FakeSync({ waiting: 7 });
  const element = await statusOf(old);
  element.sync = new FakeSync({ waiting: 1 });
  await waitUntil(() => words(inStatus(element, '.main')).startsWith('1 '));
  assert.equal(old.listeners.size, 0);
  const { sync } = element as { sync: unknown };
  assert.isAbove(running.size, 0);
  element.remove();
  assert.equal((sync as FakeSync).listeners.size, 0);
  assert.equal(running.size, 0);
  window.clearInterval = clear;
  window.setInterval = set;
});
