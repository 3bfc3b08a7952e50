import { assert, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Client, EmergencyAccess } from '../../src/client/index.ts';
import { createRecordStore } from '../../src/outbox/record-store.ts';
import type { EmergencyEvent } from '../events.ts';
import { SessionElement } from '../session/index.ts';
import { world } from '../../src/sandbox/test-consent-world.ts';
import { inside, open as openPart, centerOf, pick, press, rootOf, textOf, write } from './center-testing.ts';
import { Countdown } from './countdown.ts';
import { EmergencyAccessElement } from './emergency-access.ts';
import { EmergencyAttempt } from './emergency-attempt.ts';
import { leftWords } from './emergency-view.ts';
import { viCenter } from '../../src/i18n/consent.ts';
import { frames } from './testing.ts';

const portsOf = (client: Client, user?: string) => ({
  ...createRecordStore({ client }),
  ...(user && { user, facility: 'clinic-990' }),
});
async function emergencyOf(client: Client, given: Partial<EmergencyAccessElement>, user = 'doctor2') {
  EmergencyAccessElement.define();
  SessionElement.define();
  const heard: EmergencyEvent[] = [];
  const session = { ...createRecordStore({ client }), user, facility: 'hospital-990' };
  const outer = await fixture(
    html`<hssk-session .session=${session}
      ><hssk-emergency-access
        @hssk-emergency=${(event: EmergencyEvent) => heard.push(event)}
      ></hssk-emergency-access
    ></hssk-session>`,
  );
  const element = outer.querySelector('hssk-emergency-access')!;
  Object.assign(element, given);
  await element.updateComplete;
  await frames();
  return { element, heard };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: { code: string }) => error.code,
  );

async function filled(element: Element, words = 'Tai nạn, bất tỉnh, cần biết dị ứng'): Promise<void> {
  await pick(element, 'Người bệnh không tỉnh, không hỏi được');
  await write(element, 'reason', words);
}

it('opens with ground, reason and name, shows a banner, and ends at once', async () => {
  const there = await world();
  const doctor = there.client('doctor', 'doctor2', 'hospital-990');
  const { element, heard } = await emergencyOf(doctor, { pid: there.pid, hours: 4 });
  assert.equal(await codeOf(doctor.records.load(there.pid)), 'access.needed');
  assert.isFalse(rootOf(element).querySelector('input:checked') !== null);
  assert.include(rootOf(element).textContent, 'doctor2, hospital-990');
  await filled(element);
  await press(element, '#open');
  await waitUntil(() => rootOf(element).querySelector('.banner'));
  assert.equal(heard[0]?.state, 'open');
  assert.match(textOf(element, '#left'), /^Còn (4 giờ|3 giờ 60 phút|3 giờ 59 phút)$/);
  assert.include(textOf(element, '.hidden[role=status]'), 'Đã mở khẩn cấp');
  assert.equal(rootOf(element).activeElement?.id, 'title');
  assert.equal((await doctor.records.load(there.pid)).pid, there.pid);
  await expect(element).to.be.accessible();
  await press(element, '#end');
  assert.equal(heard[1]?.state, 'over');
  await waitUntil(async () => (await codeOf(doctor.records.load(there.pid))) === 'access.needed');
});

it('asks for the ground and for words, and takes no press of a script', async () => {
  const there = await world();
  const { element, heard } = await emergencyOf(there.client('doctor', 'doctor2', 'hospital-990'), {
    pid: there.pid,
  });
  await press(element, '#open');
  assert.equal(inside(element, '#basis').getAttribute('aria-invalid'), 'true');
  await filled(element, 'cấp cứu');
  await press(element, '#open');
  assert.equal(inside(element, '#reason').getAttribute('aria-invalid'), 'true');
  await write(element, 'reason', ' rất gấp');
  inside(element, '#open').click();
  await frames();
  assert.deepEqual(heard, []);
  assert.isFalse(rootOf(element).querySelector('.banner') !== null);
});

it('cannot be done without the server, and says so', async () => {
  const there = await world();
  const { element, heard } = await emergencyOf(there.client('doctor', 'doctor2', 'hospital-990'), {
    pid: there.pid,
  });
  there.net.isDown = true;
  await filled(element);
  await press(element, '#open');
  await waitUntil(() => rootOf(element).querySelector('[role=alert]'));
  assert.include(textOf(element, '[role=alert]'), 'Máy chủ phải ghi lại và cho phép ngay lúc đó');
  assert.deepEqual(heard, []);
  EmergencyAccessElement.define();
  const alone = await fixture<EmergencyAccessElement>(html`<hssk-emergency-access></hssk-emergency-access>`);
  assert.include(rootOf(alone).textContent, 'phải nối với máy chủ');
  assert.isFalse(rootOf(alone).querySelector('#open') !== null);
});

it('opens and logs once what was pressed again because the answer was lost', async () => {
  const there = await world();
  const doctor = there.client('doctor', 'doctor2', 'hospital-990');
  const { element, heard } = await emergencyOf(doctor, { pid: there.pid });
  const opened = async (): Promise<number> => {
    let n = 0;
    for await (const { event } of there.nurse.consents.list(there.pid)) if (event.override) n++;
    let logged = 0;
    for await (const { ground } of there.citizen().records.accessLog(there.pid))
      if (ground === 'emergency') logged++;
    assert.equal(logged, n);
    return n;
  };
  await filled(element);
  there.net.losesAnswers = true;
  for (let attempt = 0; attempt < 2; attempt++) {
    await press(element, '#open');
    await waitUntil(() => rootOf(element).querySelector('[role=alert]'));
  }
  there.net.losesAnswers = false;
  assert.equal(await opened(), 1);
  await press(element, '#open');
  await waitUntil(() => rootOf(element).querySelector('.banner'));
  assert.equal(await opened(), 1);
  assert.lengthOf(heard, 1);
  // What was answered is done: the next press is a need of its own.
  await press(element, '#end');
  await waitUntil(() => rootOf(element).querySelector('#again'));
  await press(element, '#again');
  await filled(element);
  await press(element, '#open');
  await waitUntil(() => rootOf(element).querySelector('.banner'));
  assert.equal(await opened(), 3);
});

it('counts what is left of a repeated attempt from the first press', async () => {
  const there = await world();
  const doctor = there.client('doctor', 'doctor2', 'hospital-990');
  const { emergencies } = portsOf(doctor);
  const attempt = new EmergencyAttempt();
  const now = Date.now;
  const open = () =>
    attempt.open(emergencies, 'doctor2', there.pid, { basis: 'lifeThreat', reason: 'Ngừng tim tại chỗ' });
  try {
    there.net.losesAnswers = true;
    assert.match(await codeOf(open()), /^network/);
    there.net.losesAnswers = false;
    Date.now = () => now() + 20 * 60_000;
    const { leftMs, access } = await open();
    assert.approximately(leftMs, (4 * 60 - 20) * 60_000, 30_000);
    assert.isBelow(Date.parse(access.openedAt), now());
    // Answered: the next one is another, whole again.
    const next = await open();
    assert.notEqual(next.access.id, access.id);
    assert.approximately(next.leftMs, 4 * 60 * 60_000, 30_000);
  } finally {
    Date.now = now;
  }
});

it('tells who may not', async () => {
  const there = await world();
  const { element } = await emergencyOf(
    there.client('school', 'teacher', 'school-990'),
    { pid: there.pid },
    'teacher',
  );
  await filled(element);
  await press(element, '#open');
  await waitUntil(() => rootOf(element).querySelector('[role=alert]'));
  assert.include(textOf(element, '[role=alert]'), 'chỉ bác sĩ và điều dưỡng');
});

it('says that the server does not know of the end, and tries again', async () => {
  const there = await world();
  const doctor = there.client('doctor', 'doctor2', 'hospital-990');
  const { element, heard } = await emergencyOf(doctor, { pid: there.pid });
  await filled(element);
  await press(element, '#open');
  await waitUntil(() => rootOf(element).querySelector('#end'));
  there.net.isDown = true;
  await press(element, '#end');
  await waitUntil(() => rootOf(element).querySelector('#retry'));
  assert.equal(heard.at(-1)?.state, 'over');
  there.net.isDown = false;
  await press(element, '#retry');
  await waitUntil(() => !rootOf(element).querySelector('#retry'));
  assert.equal(await codeOf(doctor.records.load(there.pid)), 'access.needed');
});

it('goes on with an access that the host kept, and ends it by the clock', async () => {
  const there = await world();
  const access: EmergencyAccess = {
    id: 'emergency-0001',
    pid: there.pid,
    basis: 'unconscious',
    openedAt: new Date(Date.now() - 1000).toISOString(),
    until: new Date(Date.now() + 700).toISOString(),
  };
  const { element, heard } = await emergencyOf(there.nurse, { pid: there.pid, access });
  assert.isTrue(element.hasAttribute('active'));
  await waitUntil(() => heard.length === 1);
  assert.equal(heard[0]!.state, 'over');
  assert.equal(textOf(element, '#title'), 'Đã kết thúc mở khẩn cấp');
});

it('counts by the wall through a sleep, and by the steady clock where the other is set back', () => {
  const at = { wall: 1_000_000, steady: 500 };
  const told: number[] = [];
  const countdown = new Countdown((left) => told.push(left), {
    wall: () => at.wall,
    steady: () => at.steady,
  });
  countdown.start(60_000);
  at.wall += 30_000;
  countdown.look();
  assert.equal(told.at(-1), 30_000);
  at.wall -= 3_600_000;
  at.steady += 45_000;
  countdown.look();
  assert.equal(told.at(-1), 15_000);
  // Asleep: the steady clock stood still.
  at.wall += 3_600_000 + 31_000;
  document.dispatchEvent(new Event('visibilitychange'));
  assert.equal(told.at(-1), 0);
  const n = told.length;
  document.dispatchEvent(new Event('visibilitychange'));
  assert.lengthOf(told, n);
});

it('tells the time that is left in words', () => {
  const left = (ms: number): string => leftWords(viCenter, ms);
  assert.equal(left(4 * 3_600_000), '4 giờ');
  assert.equal(left(3_600_000 * 2 + 60_000 * 5), '2 giờ 5 phút');
  assert.equal(left(121_000), '3 phút');
  assert.equal(left(59_000), '59 giây');
});

it('a reviewer finds with words what was justified and what not; the person sees it', async () => {
  const there = await world();
  const doctor = there.client('doctor', 'doctor2', 'hospital-990');
  const first = await doctor.emergency.open(there.pid, { basis: 'lifeThreat', reason: 'Ngừng tim tại chỗ' });
  await doctor.emergency.close(there.pid, first.id);
  await doctor.emergency.open(there.pid, { basis: 'other', reason: 'Người quen nhờ xem giúp hồ sơ' });
  const { element } = await emergencyOf(
    there.client('reviewer', 'reviewer1', 'soyt'),
    { review: true },
    'reviewer1',
  );
  await waitUntil(() => rootOf(element).querySelectorAll('li.item').length === 2);
  assert.include(rootOf(element).textContent, 'Còn đang mở');
  assert.notInclude(rootOf(element).textContent, 'Nguyễn Thị Mẫu');
  await expect(element).to.be.accessible();
  await press(element, '#review-0');
  assert.isFalse(rootOf(element).querySelector('input:checked') !== null);
  await press(element, '#send');
  assert.equal(inside(element, '#outcome').getAttribute('aria-invalid'), 'true');
  await pick(element, 'Có lý do chính đáng');
  await write(element, 'words', 'Đúng là cấp cứu ngừng tim');
  await expect(element).to.be.accessible();
  await press(element, '#send');
  await waitUntil(() => rootOf(element).querySelectorAll('li.item').length === 1);
  const decider = { role: 'self', name: 'Nguyễn Thị Mẫu' } as const;
  const { center } = await centerOf({ pid: there.pid, decider }, portsOf(there.citizen()));
  await openPart(center, 'history');
  const seen = textOf(center, '#history');
  assert.include(seen, 'Rà soát mở khẩn cấp: có lý do');
  assert.include(seen, 'Đúng là cấp cứu ngừng tim');
  assert.include(seen, 'doctor2, hospital-990');
});

it('fits 320 px, accessible in English and in the dark', async () => {
  await setViewport({ width: 320, height: 700 });
  try {
    const there = await world();
    const { element } = await emergencyOf(there.nurse, { pid: there.pid, theme: 'dark', locale: 'en' });
    await waitUntil(() => rootOf(element).textContent.includes('Why does it have to be opened?'));
    assert.isAtMost(document.documentElement.scrollWidth, 320);
    await expect(element).to.be.accessible();
  } finally {
    await setViewport({ width: 1280, height: 720 });
  }
});
