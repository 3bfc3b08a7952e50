import { assert, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Emergencies, EmergencyReview } from '../../src/client/index.ts';
import { history } from '../../src/sandbox/test-consent-world.ts';
import { assertFits, zoomedScreens } from '../fit-testing.ts';
import { begin, centerOf, open, press } from './center-testing.ts';
import { EmergencyAccessElement } from './emergency-access.ts';
import {
  answer,
  cardOf,
  confirmTyped,
  drawn,
  frames,
  pick,
  promptOf,
  purposesOf,
  readAll,
  rootOf,
  schoolChild,
  titleOf,
  write,
} from './testing.ts';

/** Names as long as they come, one of them without a blank. */
const name = 'Công Tằng Tôn Nữ Thị Mẫu Nguyễnphúcvĩnhthụyhoàngkimlongđứcchính';
const mother = 'Tôn Nữ Thị Ví Dụ Tên Rất Dài Để Xem Chữ Có Xuống Dòng Không';

afterEach(() => setViewport({ width: 800, height: 600 }));

/** Both answers whole in the window at once, and of one size. */
async function assertEqualAnswers(card: Element, where: string): Promise<void> {
  const pair = ['granted', 'denied'].map((each) => card.querySelector(`[data-decision=${each}]`)!);
  pair[0]!.parentElement!.scrollIntoView({ block: 'center' });
  await frames();
  const [agree, decline] = pair.map((button) => button.getBoundingClientRect());
  assert.closeTo(agree!.width, decline!.width, 0.5, where);
  assert.closeTo(agree!.height, decline!.height, 0.5, where);
  assert.isAtLeast(agree!.height, 44, where);
  for (const { top, bottom, left, right } of [agree!, decline!]) {
    assert.isTrue(top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth, where);
  }
}

it('the prompt fits at 200 %, both answers equal and in view', async () => {
  for (const [width, height] of zoomedScreens) {
    await setViewport({ width, height });
    const { prompt } = await promptOf({
      purposes: purposesOf('record', 'reminders', 'research', 'disclosure'),
      person: { ...schoolChild, name },
    });
    const pages: string[] = [];
    const look = (): void => {
      pages.push(titleOf(prompt));
      assertFits(prompt, titleOf(prompt));
    };
    await press(prompt, '#next');
    look();
    await write(prompt, 'representative', mother);
    await pick(prompt, 'Họ hàng hoặc người trông nom khác');
    await pick(prompt, 'Người đại diện theo pháp luật chỉ nhờ miệng');
    look();
    await write(prompt, 'relationWords', 'Bà ngoại');
    await write(prompt, 'groundWords', 'Bố mẹ đi làm xa');
    await pick(prompt, 'Giấy khai sinh');
    await press(prompt, '#next');
    await pick(prompt, 'Không tự đọc được: cần người đọc cho nghe và một người làm chứng');
    await press(prompt, '#isInterpreted');
    look();
    await write(prompt, 'witness', name);
    await write(prompt, 'interpreter', name);
    await write(prompt, 'interpreterLanguage', 'Thái');
    await press(prompt, '#next');
    for (const details of rootOf(prompt).querySelectorAll('details')) details.open = true;
    await readAll(prompt);
    look();
    await press(prompt, '#next');
    await readAll(prompt);
    look();
    for (const card of rootOf(prompt).querySelectorAll('[data-ask]'))
      await assertEqualAnswers(card, `${titleOf(prompt)} ${width}`);
    await answer(prompt, 'reminders', 'granted');
    await answer(prompt, 'research', 'denied');
    look();
    await press(prompt, '#next');
    await readAll(prompt);
    look();
    await assertEqualAnswers(cardOf(prompt, 'reminders'), `child ${width}`);
    await answer(prompt, 'reminders', 'deferred');
    await press(prompt, '#next');
    for (const details of rootOf(prompt).querySelectorAll('details')) details.open = true;
    look();
    await press(prompt, '#next');
    await pick(prompt, 'Ký bằng ngón tay, bút hoặc chuột');
    look();
    await press(prompt, '#back');
    await confirmTyped(prompt, mother);
    for (const details of rootOf(prompt).querySelectorAll('details')) details.open = true;
    look();
    assert.lengthOf(new Set(pages), 8, pages.join());
    prompt.remove();
  }
}).timeout(60_000);

it('the centre fits at 200 %, with everything open and filled in', async () => {
  for (const [width, height] of zoomedScreens) {
    await setViewport({ width, height });
    const person = { name, birthDate: '1990-03-19', birthDateFrom: 'record' } as const;
    const { center } = await centerOf({ events: history(), now: '2026-11-21T02:00:00Z', person });
    for (const id of ['disclosures', 'requests', 'history']) await open(center, id);
    assertFits(center, 'all open');
    await begin(center, 'reminders', 'withdraw');
    assertFits(center, 'to withdraw');
    await press(center, '#yes');
    assertFits(center, 'withdrawn');
    await press(center, '#newRequest');
    await press(center, '#yes');
    assertFits(center, 'a request with blanks');
    await press(center, '#newDisclosure');
    assertFits(center, 'a disclosure');
    center.remove();
  }
}).timeout(60_000);

const access: EmergencyReview = {
  id: 'emergency-0001',
  pid: 'p-990-mau',
  basis: 'unconscious',
  openedAt: '2026-11-05T15:10:00Z',
  until: '2026-11-05T19:10:00Z',
  user: 'bs.nguyễnphúcvĩnhthụyhoàngkimlongđứcchính',
  facility: 'hospital-991',
  reason: 'Tai nạn giao thông, bất tỉnh, cần biết dị ứng',
};
const emergencies: Emergencies = {
  open: () => Promise.reject(Object.assign(new Error(), { code: 'access.denied' })),
  close: () => Promise.reject(new Error()),
  reviews: async function* () {
    yield access;
  },
  review: async () => access,
};

it('emergency access fits at 200 %, and its banner leaves the record room', async () => {
  EmergencyAccessElement.define();
  for (const [width, height] of zoomedScreens) {
    await setViewport({ width, height });
    for (const [where, given, target] of [
      ['open', {}, '#open'],
      ['running', { access: { ...access, until: new Date(Date.now() + 3_600_000).toISOString() } }, ''],
      ['over', { access: { ...access, until: new Date(Date.now() + 3_600_000).toISOString() } }, '#end'],
      ['reviews', { review: true }, '#review-0'],
    ] as const) {
      const element = document.createElement('hssk-emergency-access');
      Object.assign(
        element,
        { emergencies, pid: 'p-990-mau', user: access.user, facility: name, hours: 4 },
        given,
      );
      document.body.append(element);
      await drawn(element);
      if (target) {
        await waitUntil(() => rootOf(element).querySelector(target));
        await press(element, target);
        await frames();
      }
      assertFits(element, where);
      if (where === 'running')
        assert.isAtMost(
          element.getBoundingClientRect().height,
          innerHeight / 2,
          `banner at ${width} × ${height}`,
        );
      element.remove();
    }
  }
}).timeout(30_000);
