import { assert, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defaultPurposes, overridePurpose } from '../../src/consent/index.ts';
import { FakeVault } from '../sync/testing.ts';
import { deep, drawn } from '../testing.ts';
import { settings, inSession, rowsOf, namesOf, at, text, done } from './roster-testing.ts';
import { FakeLists, listOf, pupils } from './testing.ts';

describe('lists of this device', () => {
  it('are shown, opened and followed; what changes is read person by person', async () => {
    const lists = new FakeLists(listOf(pupils(30)));
    const element = await inSession({ lists });
    await waitUntil(() => deep(element.shadowRoot!, '.open'));
    assert.include(text(deep(element.shadowRoot!, 'li')!), '30 người');
    at(element, '.open').click();
    await waitUntil(() => rowsOf(element).length > 0);
    lists.calls.length = 0;
    lists.set('list-1', 'm1', done);
    await waitUntil(() => text(rowsOf(element)[0]!).includes('Đã xong'));
    assert.deepEqual(lists.calls, ['member']);
  });

  it('another list or another store is opened when it is set, and the one before is let go', async () => {
    const lists = new FakeLists(
      listOf(pupils(3)),
      listOf([{ id: 'x', fullName: 'Ví Dụ Khác' }], { id: 'list-2' }),
    );
    const element = await inSession({ lists }, 'list-1');
    element.list = 'list-2';
    await waitUntil(() => namesOf(element).join() === 'Ví Dụ Khác');
    assert.equal(lists.watchers, 1);
    element.remove();
    assert.equal(lists.watchers, 0);
  });

  it('a store that is locked takes the names from the screen, and opening it brings them back', async () => {
    const vault = new FakeVault('open');
    const element = await inSession({ lists: new FakeLists(listOf(pupils(3))), vault }, 'list-1');
    vault.become('locked');
    await waitUntil(() => !element.shadowRoot!.innerHTML.includes('hssk-roster-rows'));
    await drawn(element);
    assert.notInclude(text(element.shadowRoot!.querySelector('.panel')!), 'Mẫu');
    assert.isUndefined(element.next());
    vault.become('open');
    await waitUntil(() => rowsOf(element).length === 3);
  });

  it('a list that is not there says so and offers the others', async () => {
    const element = await inSession({ lists: new FakeLists(listOf(pupils(3))) });
    element.list = 'gone';
    await waitUntil(() => deep(element.shadowRoot!, '.failure'));
    await waitUntil(() => deep(element.shadowRoot!, '.open'));
  });

  it('marks of absence carry a reason and can be taken away', async () => {
    const lists = new FakeLists(listOf(pupils(3)));
    const element = await inSession({ lists }, 'list-1');
    rowsOf(element)[1]!.click();
    await drawn(element);
    at(element, '#absent').click();
    await drawn(element);
    await sendKeys({ type: 'về quê' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(rowsOf(element)[1]!).includes('Vắng mặt'));
    assert.deepInclude(lists.states.get('list-1')!.get('m2')!.mark, { kind: 'absent', words: 'về quê' });
    assert.include(text(rowsOf(element)[1]!), 'về quê');
    at(element, '#unmark').click();
    await waitUntil(() => text(rowsOf(element)[1]!).includes('Chưa khám'));
  });

  it('a list is deleted only after it was asked for twice', async () => {
    const lists = new FakeLists(listOf(pupils(3)));
    const element = await inSession({ lists });
    await waitUntil(() => deep(element.shadowRoot!, '.remove'));
    at(element, '.remove').click();
    await drawn(element);
    assert.equal(lists.lists.size, 1);
    at(element, '.ask .danger').click();
    await waitUntil(() => lists.lists.size === 0);
  });

  it('without consent a pupil is not on the list of a station and cannot be opened, and is still in the class', async () => {
    const lists = new FakeLists(listOf(pupils(4)));
    lists.set('list-1', 'm1', { consent: 'agreed' });
    lists.set('list-1', 'm2', { consent: 'refused' });
    lists.set('list-1', 'm3', { consent: 'agreed' });
    const element = await inSession({ lists, consent: settings }, 'list-1');
    assert.deepEqual(
      rowsOf(element).map((row) => row.querySelector('small')!.textContent.includes('sinh')),
      [true, true],
    );
    const selected: string[] = [];
    element.addEventListener('hssk-select', (event) => {
      selected.push(event.member.id);
    });
    at(element, '[data-shown=all]').click();
    await drawn(element);
    assert.lengthOf(rowsOf(element), 4);
    assert.include(text(rowsOf(element)[1]!), 'Không đồng ý');
    assert.include(text(rowsOf(element)[3]!), 'Chưa có ý kiến');
    rowsOf(element)[1]!.click();
    await drawn(element);
    assert.include(text(at(element, '.chosen')), 'Cha mẹ không đồng ý khám');
    rowsOf(element)[3]!.click();
    await drawn(element);
    assert.include(text(at(element, '.chosen')), 'Chưa có ý kiến của cha mẹ');
    assert.deepEqual(selected, []);
    element.member = '';
    await drawn(element);
    assert.deepEqual([element.next()?.id, element.next()?.id, element.next()?.id], ['m1', 'm3', 'm1']);
    lists.set('list-1', 'm3', { consent: 'refused' });
    at(element, '[data-shown=here]').click();
    await waitUntil(() => rowsOf(element).length === 1);
  });

  it('where a law is the basis nobody has to answer first', async () => {
    const lists = new FakeLists(listOf(pupils(4)));
    const purposes = overridePurpose(defaultPurposes, 'screening', {
      mode: 'notice',
      basis: { code: 'law_19_1_dd' },
    });
    const element = await inSession({ lists, consent: { ...settings, purposes } }, 'list-1');
    assert.lengthOf(rowsOf(element), 4);
  });
});
