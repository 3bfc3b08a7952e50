import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Member } from '../../src/client/index.ts';
import {
  defaultPurposes,
  mayUse,
  noticeText,
  overridePurpose,
  textHash,
  verifyEvents,
} from '../../src/consent/index.ts';
import type { ConsentSettings } from '../../src/consent/index.ts';
import { viRoster } from '../../src/i18n/roster.ts';
import { ConsentEvent } from '../../src/schema/index.ts';
import { deep, drawn } from '../testing.ts';
import { Roster } from './roster.ts';
import { slipPage, slipPurpose } from './slip.ts';
import { writeSlips } from './slip-print.ts';
import { FakeConsents, FakeLists, listOf, provide } from './testing.ts';

Roster.define();

const settings: ConsentSettings = {
  controller: { id: 'TYT-99', name: 'Trạm Y tế Ví Dụ', contact: 'lienhe@example.com' },
  processors: [],
  recipients: [{ id: 'TH-99', name: 'Trường Tiểu học Ví Dụ', type: 'school' }],
};
const purpose = slipPurpose(settings)!;
const now = '2026-11-20';
/** Six years old: only a parent decides. Nine years old: the pupil too. */
const members: Member[] = [
  { id: 'small', fullName: 'Lê Thị Mẫu', birthDate: '2020-11-21', className: '1A' },
  {
    id: 'big',
    fullName: 'Trần Văn Ví Dụ',
    birthDate: '2017-05-06',
    className: '4A',
    guardianName: 'Hà Thị Mẫu',
  },
  { id: 'last', fullName: 'Vàng A Mẫu', birthDate: '2020-12-01', className: '1A' },
  { id: 'adult', fullName: 'Đặng Mẫu', birthDate: '2001-01-01', className: '12A' },
];

async function consents(own = settings) {
  const lists = new FakeLists(listOf(members));
  const port = new FakeConsents();
  const host = await fixture<HTMLElement>(html`<div></div>`);
  provide(host, { lists, consents: port as never, consent: own, user: 'yt-99', facility: 'TYT-99' });
  const element = document.createElement('hssk-roster');
  Object.assign(element, { now, list: 'list-1', view: 'consents' });
  host.append(element);
  await drawn(element);
  await waitUntil(() =>
    deep(element.shadowRoot!, 'hssk-class-consents')?.shadowRoot?.querySelector('h3, .notice'),
  );
  await drawn(element);
  return { element, lists, port };
}

const at = (element: Element, selector: string) => deep(element.shadowRoot!, selector)!;
const text = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
const rows = (element: Element) => [...at(element, '.body').querySelectorAll<HTMLElement>('[role=row]')];
const eventsOf = ({ events }: FakeConsents, id: string) =>
  events.get(JSON.stringify({ capture: `capture-${id}` })) ?? [];

async function press(element: Element, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys(key.length > 1 && !/^[A-Z]\w+$/.test(key) ? { type: key } : { press: key });
    await drawn(element);
  }
}

describe('answers of parents before the day', () => {
  it('a slip is entered by keys alone, becomes a proven event, and the next pupil follows', async () => {
    const { element, lists, port } = await consents();
    at(element, '[role=grid]').focus();
    await press(element, 'Enter');
    assert.equal(text(at(element, '#slip-title b')), 'Phiếu của Lê Thị Mẫu');
    await press(element, 'Lê Văn Mẫu ', 'Tab', 'cha', 'Tab', '18/11/2026', 'Tab', '1', 'Enter');
    await waitUntil(() => lists.states.get('list-1')?.get('small')?.consent === 'agreed');
    const [event, ...more] = eventsOf(port, 'small');
    assert.isEmpty(more);
    assert.isTrue(ConsentEvent.safeParse(event).success);
    assert.deepInclude(event, {
      kind: 'consent',
      purpose: 'screening',
      decision: 'granted',
      method: 'paper',
      decidedAt: '2026-11-18T05:00:00.000Z',
      collector: { user: 'yt-99', facility: 'TYT-99' },
    });
    assert.deepInclude(event!.decidedBy[0], {
      role: 'representative',
      name: 'Lê Văn Mẫu',
      relation: 'father',
      representativeType: 'c',
    });
    assert.equal(event!.signatures?.[0]?.form, 'paper');
    const page = slipPage(settings, purpose, 'adult', '2026-11-18')!;
    const printed = noticeText([...page.blocks, { code: 'buttons', title: '', text: page.labels }]);
    assert.equal(event!.notice!.shownHash, textHash(printed));
    assert.deepEqual(verifyEvents([event!]), []);
    assert.isTrue(mayUse([event!], purpose, {}, '2026-11-20T08:00:00Z').may);
    await waitUntil(() => text(at(element, '#slip-title b')) === 'Phiếu của Trần Văn Ví Dụ');
    assert.equal((at(element, '#date') as HTMLInputElement).value, '18/11/2026', 'the date stays');
    assert.equal((at(element, '#relation') as HTMLSelectElement).value, '', 'the relation does not');
    assert.equal(
      (at(element, '#signer') as HTMLInputElement).value,
      'Hà Thị Mẫu',
      'the list knows the parent',
    );
  });

  it('who only cares for a pupil can refuse and not agree, and it is said so', async () => {
    const { element, lists, port } = await consents();
    at(element, '[role=grid]').focus();
    await press(element, 'Enter');
    const relation = at(element, '#relation') as HTMLSelectElement;
    relation.value = 'carer';
    relation.dispatchEvent(new Event('change'));
    await press(element, 'Lê Thị Ví Dụ', 'Tab', 'Tab', '18/11/2026', 'Tab', '1');
    assert.include(text(at(element, '[role=status].help')), 'vẫn là chưa có ý kiến');
    await press(element, 'Enter');
    await waitUntil(() => eventsOf(port, 'small').length === 1);
    await waitUntil(() => lists.states.get('list-1')?.get('small')?.consent === 'unanswered');
    const [event] = eventsOf(port, 'small');
    assert.isUndefined(event!.decidedBy[0]!.representativeType);
    assert.isFalse(mayUse([event!], purpose, {}, '2026-11-20T08:00:00Z').may);
  });

  it('from the seventh birthday the pupil answers too, and only both make a yes', async () => {
    const { element, lists, port } = await consents();
    rows(element)[1]!.click();
    await drawn(element);
    await press(element, 'Tab', 'm', 'Tab', '18/11/2026', 'Tab', '1', 'Enter');
    assert.include(text(at(element, '#slip-error')), 'ý kiến của học sinh');
    assert.isEmpty(eventsOf(port, 'big'));
    at(element, '#child').click();
    await drawn(element);
    at(element, '#save-slip').click();
    await waitUntil(() => lists.states.get('list-1')?.get('big')?.consent === 'agreed');
    const given = eventsOf(port, 'big');
    assert.deepEqual(
      given.map(({ decidedBy, decision }) => [decidedBy[0]!.role, decision]),
      [
        ['representative', 'granted'],
        ['child', 'granted'],
      ],
    );
    assert.equal(given[1]!.chain.previous, given[0]!.chain.hash);
    assert.notEqual(given[0]!.notice!.id, given[1]!.notice!.id);
    assert.isFalse(mayUse([given[0]!], purpose, {}, '2026-11-20T08:00:00Z').may);
    assert.isTrue(mayUse(given, purpose, {}, '2026-11-20T08:00:00Z').may);
  });

  for (const [who, parent, child] of [
    ['the parent', '#answer-no', ''],
    ['the pupil', '#answer', '#child-no'],
  ] as const)
    it(`a refusal of ${who} takes the pupil off the stations and leaves it in the class`, async () => {
      const { element, lists } = await consents();
      rows(element)[1]!.click();
      await drawn(element);
      await press(element, 'Tab', 'm', 'Tab', '18/11/2026');
      at(element, parent).click();
      await drawn(element);
      if (child) at(element, child).click();
      await drawn(element);
      at(element, '#save-slip').click();
      await waitUntil(() => lists.states.get('list-1')?.get('big')?.consent === 'refused');
      (element as Roster).view = 'people';
      await drawn(element);
      assert.isUndefined((element as Roster).next());
      at(element, '[data-shown=all]').click();
      await drawn(element);
      assert.include(text(rows(element)[1]!), 'Không đồng ý');
    });

  it('says what is missing on the slip, and goes there', async () => {
    const { element, port } = await consents();
    rows(element)[0]!.click();
    await drawn(element);
    for (const [blank, words, fill] of [
      ['signer', 'họ tên người ký', 'Lê Mẫu'],
      ['relation', 'là gì của học sinh', 'm'],
      ['date', 'dd/mm/yyyy', '21/11/2026'],
    ] as const) {
      at(element, '#save-slip').click();
      await drawn(element);
      assert.include(text(at(element, '#slip-error')), words);
      assert.equal(deep(element.shadowRoot!, '.slip')!.querySelector('[aria-invalid]')!.id, blank);
      await press(element, fill);
    }
    at(element, '#save-slip').click();
    await drawn(element);
    assert.include(text(at(element, '#slip-error')), 'không ở tương lai');
    assert.equal(port.events.size, 0);
  });

  it('counts who agreed, refused, has not answered, in words', async () => {
    const { element, lists } = await consents();
    lists.set('list-1', 'small', { consent: 'agreed' });
    lists.set('list-1', 'big', { consent: 'refused' });
    await waitUntil(() =>
      text(at(element, '.counts')).includes('1 đồng ý, 1 không đồng ý, 2 chưa có ý kiến, trên 4 người'),
    );
    at(element, 'hssk-class-consents')
      .shadowRoot!.querySelector<HTMLElement>('[data-shown=unanswered]')!
      .click();
    await drawn(element);
    assert.lengthOf(rows(element), 2);
  });

  it('who is of age takes no slip of parents', async () => {
    const { element } = await consents();
    rows(element)[3]!.click();
    await drawn(element);
    assert.isUndefined(deep(element.shadowRoot!, '.slip'));
  });

  it('what the store refuses is said, and the slip stays', async () => {
    const { element, port } = await consents();
    port.failure = Object.assign(new Error('full'), { code: 'vault.full' });
    rows(element)[0]!.click();
    await drawn(element);
    await press(element, 'Lê Mẫu', 'Tab', 'm', 'Tab', '18/11/2026', 'Tab', '1', 'Enter');
    await waitUntil(() => deep(element.shadowRoot!, '.failure'));
    assert.equal((at(element, '#signer') as HTMLInputElement).value, 'Lê Mẫu');
    assert.include(text(rows(element)[0]!), 'Chưa có ý kiến');
  });

  it('where a law is the basis nothing is asked', async () => {
    const purposes = overridePurpose(defaultPurposes, 'screening', {
      mode: 'notice',
      basis: { code: 'law_19_1_dd' },
    });
    const { element } = await consents({ ...settings, purposes });
    rows(element)[0]!.click();
    await drawn(element);
    assert.isUndefined(deep(element.shadowRoot!, '.slip'));
  });
});

describe('slips for a class', () => {
  const page = () => {
    const made = document.implementation.createHTMLDocument('');
    const question = { settings, purpose, place: 'Trường Ví Dụ', day: now, words: viRoster.consents };
    writeSlips(made, { ...question, members: members.slice(0, 2) });
    return made;
  };

  it('have the notice word for word, two equal boxes, a signature; from seven years on the pupil’s own part', () => {
    const articles = [...page().querySelectorAll('article')];
    assert.lengthOf(articles, 2);
    const notice = slipPage(settings, purpose, 'adult', now)!;
    for (const article of articles) {
      const words = [...article.querySelectorAll('h2, p')].map(({ textContent }) => textContent);
      for (const line of notice.blocks.flatMap(({ title, text: lines }) => [
        ...(title ? [title] : []),
        ...lines,
      ]))
        assert.include(words, line);
      const [first] = article.querySelectorAll('.boxes');
      assert.deepEqual(
        [...first!.children].map(({ textContent, className }) => [textContent, className]),
        notice.labels.map((label) => [label, 'box']),
      );
    }
    assert.lengthOf(articles[0]!.querySelectorAll('.boxes'), 1);
    assert.lengthOf(articles[1]!.querySelectorAll('.boxes'), 2);
    assert.include(articles[1]!.querySelector('.who')!.textContent, 'Trần Văn Ví Dụ');
    assert.notInclude(articles[1]!.textContent, 'Lê Thị Mẫu');
  });

  it('are printed for who is shown, and nothing of them stays', async () => {
    const { element } = await consents();
    const place = at(element, 'hssk-class-consents').shadowRoot!;
    const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    const printed: string[][] = [];
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      ...own,
      get(this: HTMLIFrameElement) {
        const view = own.get!.call(this) as Window;
        view.print = () =>
          printed.push([...view.document.querySelectorAll('.who')].map(({ textContent }) => textContent));
        return view;
      },
    });
    try {
      place.querySelector<HTMLElement>('#print')!.click();
      await waitUntil(() => printed.length);
    } finally {
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', own);
    }
    assert.lengthOf(printed, 1);
    assert.lengthOf(printed[0]!, members.length);
    for (const [n, { fullName }] of members.entries()) assert.include(printed[0]![n]!, fullName);
    const frame = place.querySelector('iframe')!;
    frame.contentWindow!.dispatchEvent(new Event('afterprint'));
    assert.isFalse(frame.isConnected);
  });
});
