import { assert, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { textHash } from '../../src/consent/index.ts';
import type { ConsentPrompt } from './consent-prompt.ts';
import {
  answer,
  cardOf,
  confirmTyped,
  frames,
  grownUp,
  inside,
  press,
  promptOf,
  purposesOf,
  readAll,
  rootOf,
  titleOf,
  untilChoices,
  untilNotice,
} from './testing.ts';

const purposes = purposesOf('record', 'reminders', 'research');
const decisionsOf = (prompt: ConsentPrompt): string[] =>
  [...rootOf(prompt).querySelectorAll('[aria-pressed="true"]')].map((button) => button.textContent.trim());

/** What stands open in the page, as the eye reads it: blocks apart by a blank line. */
function wordsIn(root: ParentNode): string[] {
  return [...root.querySelectorAll('[data-block]')].map((block) =>
    [...block.querySelectorAll('[data-said]')]
      .filter((line) => !line.closest('details:not([open])'))
      .map(({ textContent }) => textContent)
      .join('\n'),
  );
}

it('hashes exactly the words that stood on screen, those on the buttons included', async () => {
  const { prompt, heard } = await promptOf({ purposes });
  await untilNotice(prompt);
  inside<HTMLDetailsElement>(prompt, '[data-block=complaint] details').open = true;
  await readAll(prompt);
  const notice = wordsIn(rootOf(prompt));
  const understood = inside(prompt, '#next').textContent.trim();
  await press(prompt, '#next');
  await readAll(prompt);
  const card = cardOf(prompt, 'reminders');
  const labels = [...card.querySelectorAll('button[data-decision]')].map((b) => b.textContent.trim());
  const own = wordsIn(card);
  await answer(prompt, 'reminders', 'granted');
  await press(prompt, '#next');
  await confirmTyped(prompt, grownUp.name);
  const [told, asked] = heard[0]!;
  assert.deepEqual(labels, ['Đồng ý', 'Không đồng ý', 'Để sau']);
  assert.equal(told!.notice!.shownHash, textHash([...notice, understood].join('\n\n')));
  assert.equal(asked!.notice!.shownHash, textHash([...notice, ...own, labels.join('\n')].join('\n\n')));
  assert.equal(asked!.signatures![0]!.signedHash, asked!.notice!.shownHash);
  assert.notEqual(asked!.notice!.shownHash, asked!.notice!.masterHash);
});

it('names as shown only the parts of which every word was on screen', async () => {
  const { prompt, heard } = await promptOf({ purposes });
  await untilNotice(prompt);
  inside<HTMLDetailsElement>(prompt, '[data-block=complaint] details').open = true;
  await readAll(prompt);
  await press(prompt, '#next');
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  await press(prompt, '#next');
  await confirmTyped(prompt, grownUp.name);
  for (const { notice } of heard[0]!) {
    assert.includeMembers(notice!.parts, [
      'data',
      'sensitive',
      'controller',
      'rights',
      'obligations',
      'complaint',
    ]);
    assert.notInclude(notice!.parts, 'consequences');
    assert.notInclude(notice!.parts, 'withdrawal');
  }
});

it('does not go on from a notice that was not on screen, and leads to the first words that were not', async () => {
  const { prompt } = await promptOf({ purposes });
  await untilNotice(prompt);
  inside(prompt, '#next').focus();
  await frames();
  await sendKeys({ press: 'Enter' });
  await prompt.updateComplete;
  assert.equal(titleOf(prompt), 'Thông báo về dữ liệu');
  assert.include(inside(prompt, '[role=alert]').textContent, 'chưa hiện trên màn hình');
  assert.isTrue(rootOf(prompt).activeElement!.hasAttribute('data-said'));
});

it('takes nothing for seen that was hidden, transparent, tiny or out of the window', async () => {
  for (const hide of ['opacity:0', 'height:0;overflow:hidden', 'scale:0.05', 'position:fixed;left:-4000px']) {
    const { prompt } = await promptOf({ purposes });
    await untilNotice(prompt);
    prompt.style.cssText = hide;
    await readAll(prompt);
    await frames();
    prompt.style.cssText = '';
    // Back in sight: only what is in the window now may count.
    inside(prompt, '#next').focus();
    await frames();
    await sendKeys({ press: 'Enter' });
    await prompt.updateComplete;
    assert.equal(titleOf(prompt), 'Thông báo về dữ liệu', hide);
    prompt.remove();
  }
});

it('takes no press of a script for an answer, on any page', async () => {
  const { prompt, heard } = await promptOf({ purposes });
  await untilNotice(prompt);
  await readAll(prompt);
  const fake = (element: HTMLElement): void => {
    element.click();
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  };
  fake(inside(prompt, '#next'));
  await prompt.updateComplete;
  assert.equal(titleOf(prompt), 'Thông báo về dữ liệu');
  await press(prompt, '#next');
  await readAll(prompt);
  for (const button of rootOf(prompt).querySelectorAll<HTMLElement>('[data-decision]')) fake(button);
  await prompt.updateComplete;
  assert.deepEqual(decisionsOf(prompt), []);
  await answer(prompt, 'reminders', 'granted');
  assert.deepEqual(decisionsOf(prompt), ['Đồng ý']);
  await press(prompt, '#next');
  await press(prompt, '#next');
  inside<HTMLInputElement>(prompt, '#method label:last-of-type input').click();
  await prompt.updateComplete;
  fake(inside(prompt, '#next'));
  await prompt.updateComplete;
  assert.equal(titleOf(prompt), 'Xác nhận');
  assert.deepEqual(heard, []);
  await press(prompt, '#next');
  assert.lengthOf(heard, 1);
});

it('takes a real key for an answer', async () => {
  const { prompt } = await promptOf({ purposes });
  await untilChoices(prompt);
  await readAll(prompt);
  cardOf(prompt, 'research').querySelector<HTMLElement>('[data-decision=denied]')!.focus();
  await sendKeys({ press: 'Space' });
  await prompt.updateComplete;
  assert.deepEqual(decisionsOf(prompt), ['Không đồng ý']);
});

it('records nothing where the words on the page are not those of the notice', async () => {
  const { prompt } = await promptOf({ purposes });
  await untilNotice(prompt);
  await readAll(prompt);
  inside(prompt, '[data-block=rights] p').textContent = 'You have no rights.';
  await frames();
  await readAll(prompt);
  await press(prompt, '#next');
  assert.equal(titleOf(prompt), 'Thông báo về dữ liệu');
  assert.include(inside(prompt, '[role=alert]').textContent, 'khác với bản thông báo gốc');
});

it('records nothing where the label of a button was exchanged', async () => {
  const { prompt } = await promptOf({ purposes });
  await untilChoices(prompt);
  await readAll(prompt);
  const card = cardOf(prompt, 'reminders');
  card.querySelector('[data-decision=granted] [data-said]')!.textContent = 'Không đồng ý';
  await frames();
  await answer(prompt, 'reminders', 'granted');
  assert.deepEqual(decisionsOf(prompt), []);
});

it('drops what was read and chosen when another language is taken', async () => {
  const { prompt } = await promptOf({ purposes });
  await untilChoices(prompt);
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  prompt.locale = 'en';
  await waitUntil(() => titleOf(prompt) === 'Choose for each use');
  assert.deepEqual(decisionsOf(prompt), []);
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  assert.deepEqual(decisionsOf(prompt), []);
});

it('holds no personal data in attributes, logs or the address', async () => {
  const logged: unknown[] = [];
  const { log, info, warn } = console;
  console.log = console.info = console.warn = (...words) => logged.push(...words);
  try {
    const { prompt } = await promptOf({ purposes });
    await untilChoices(prompt);
    await readAll(prompt);
    await answer(prompt, 'reminders', 'granted');
    await press(prompt, '#next');
    await press(prompt, '#next');
    for (const element of [prompt, ...rootOf(prompt).querySelectorAll('*')])
      for (const { name, value } of element.attributes)
        assert.notMatch(value, /Lò Thị|1992/, `${element.localName} ${name}`);
    assert.notMatch(logged.join(' '), /Lò Thị|1992/);
    assert.notMatch(location.href, /1992/);
  } finally {
    Object.assign(console, { log, info, warn });
  }
});
