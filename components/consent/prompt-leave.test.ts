import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { verifyEvents } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { ConsentPrompt } from './consent-prompt.ts';
import {
  answer,
  confirmTyped,
  grownUp,
  inside,
  now,
  pick,
  press,
  promptOf,
  purposesOf,
  readAll,
  rootOf,
  schoolChild,
  settings,
  titleOf,
  untilChoices,
  untilNotice,
} from './testing.ts';
import { SessionElement } from '../session/index.ts';

const purposes = purposesOf('record', 'reminders');

/** As far as one can go without confirming: all agreed to, the name typed. */
async function almostDone(prompt: ConsentPrompt): Promise<void> {
  await untilChoices(prompt);
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  await press(prompt, '#next');
  await press(prompt, '#next');
  await pick(prompt, 'Chỉ bấm nút xác nhận');
}

it('records nothing when Escape is pressed, and begins again with nothing chosen', async () => {
  const { prompt, heard, left } = await promptOf({ purposes });
  await almostDone(prompt);
  inside(prompt, '#next').focus();
  await sendKeys({ press: 'Escape' });
  await prompt.updateComplete;
  assert.equal(titleOf(prompt), 'Chưa ghi gì');
  assert.lengthOf(left, 1);
  await press(prompt, '#again');
  assert.equal(titleOf(prompt), 'Ai quyết định?');
  await untilChoices(prompt);
  assert.lengthOf(rootOf(prompt).querySelectorAll('[aria-pressed="true"]'), 0);
  assert.deepEqual(heard, []);
});

it('records nothing when it is closed by its button on any page', async () => {
  const { prompt, heard, left } = await promptOf({ purposes });
  await almostDone(prompt);
  await press(prompt, '#leave');
  assert.equal(titleOf(prompt), 'Chưa ghi gì');
  assert.lengthOf(left, 1);
  assert.deepEqual(heard, []);
});

it('warns before the time is up, goes on at a press, and then stops without recording', async () => {
  const { prompt, heard, left } = await promptOf({ purposes });
  await almostDone(prompt);
  prompt.idleSeconds = 1;
  await press(prompt, 'h2');
  await waitUntil(() => rootOf(prompt).querySelector('.idle') !== null);
  assert.equal(inside(prompt, '.idle').getAttribute('role'), 'alert');
  await press(prompt, 'h2');
  assert.isNull(rootOf(prompt).querySelector('.idle'));
  await waitUntil(() => left.length === 1, 'the time is up', { timeout: 4000 });
  await prompt.updateComplete;
  assert.include(inside(prompt, '.page').textContent, 'Đã lâu không có ai bấm');
  assert.deepEqual(heard, []);
});

it('forgets everything when it is taken off the page', async () => {
  const { prompt, heard } = await promptOf({ purposes });
  await almostDone(prompt);
  const parent = prompt.parentElement!;
  prompt.remove();
  parent.append(prompt);
  await prompt.updateComplete;
  assert.equal(titleOf(prompt), 'Ai quyết định?');
  assert.deepEqual(heard, []);
});

it('forgets everything when somebody else is asked', async () => {
  const { prompt, heard } = await promptOf({ purposes });
  await almostDone(prompt);
  prompt.person = { ...grownUp };
  await prompt.updateComplete;
  assert.equal(titleOf(prompt), 'Xác nhận', 'the same person again');
  prompt.person = schoolChild;
  await prompt.updateComplete;
  assert.equal(titleOf(prompt), 'Ai quyết định?');
  assert.notInclude(inside(prompt, '.prompt').textContent, grownUp.name);
  assert.deepEqual(heard, []);
});

it('takes no confirmation of a host that comes after it was closed', async () => {
  let confirm: (proof: { data?: string }) => void = () => {};
  const asked: (readonly string[])[] = [];
  const { prompt, heard } = await promptOf({
    purposes,
    confirmations: [
      {
        form: 'otp',
        name: 'mã qua điện thoại',
        confirm: (hashes) => {
          asked.push(hashes);
          return new Promise((done) => (confirm = done));
        },
      },
    ],
  });
  await almostDone(prompt);
  await pick(prompt, 'Cách của phần mềm này: mã qua điện thoại');
  assert.include(inside(prompt, '#weight').textContent, 'không phải là chữ ký số');
  await press(prompt, '#next');
  assert.lengthOf(asked[0]!, 1);
  await press(prompt, '#leave');
  confirm({ data: 'late' });
  await new Promise((done) => setTimeout(done));
  assert.deepEqual(heard, []);
  assert.equal(titleOf(prompt), 'Chưa ghi gì');
});

it('says that a host could not confirm, and lets another way be taken', async () => {
  const confirmations = [
    { form: 'digitalSignature' as const, name: 'ký số', confirm: () => Promise.reject(new Error('no')) },
  ];
  const { prompt, heard } = await promptOf({ purposes, confirmations });
  await almostDone(prompt);
  await pick(prompt, 'Cách của phần mềm này: ký số');
  await press(prompt, '#next');
  await waitUntil(() => rootOf(prompt).querySelector('[role=alert]') !== null);
  assert.include(inside(prompt, '[role=alert]').textContent, 'chưa xác nhận được');
  await pick(prompt, 'Chỉ bấm nút xác nhận');
  await press(prompt, '#next');
  assert.equal(heard[0]![1]!.signatures![0]!.form, 'button');
});

it('takes no name but that of who confirms, and no drawing that nobody drew', async () => {
  const { prompt, heard } = await promptOf({ purposes });
  await untilChoices(prompt);
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  await press(prompt, '#next');
  await confirmTyped(prompt, 'Người Khác Ví Dụ');
  assert.include(inside(prompt, '[role=alert]').textContent, grownUp.name);
  await pick(prompt, 'Ký bằng ngón tay, bút hoặc chuột');
  await press(prompt, '#next');
  assert.include(inside(prompt, '[role=alert]').textContent, 'Ký vào khung này');
  assert.deepEqual(heard, []);
  await pick(prompt, 'Gõ họ tên');
  await press(prompt, '#next');
  assert.deepEqual(heard, []);
});

it('keeps a drawn signature as strokes over the hash of the text', async () => {
  const { prompt, heard } = await promptOf({ purposes });
  await almostDone(prompt);
  await pick(prompt, 'Ký bằng ngón tay, bút hoặc chuột');
  const canvas = inside<HTMLCanvasElement>(prompt, '#drawn');
  await waitUntil(() => canvas.style.touchAction === 'none');
  canvas.scrollIntoView({ block: 'center' });
  const { left, top } = canvas.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(left + 20), Math.round(top + 40)] });
  await sendMouse({ type: 'down' });
  for (let step = 1; step < 6; step++)
    await sendMouse({ type: 'move', position: [Math.round(left + 20 + 20 * step), Math.round(top + 60)] });
  await sendMouse({ type: 'up' });
  await press(prompt, '#next');
  const { signatures, notice } = heard[0]![1]!;
  assert.equal(signatures![0]!.form, 'drawn');
  assert.match(signatures![0]!.data!, /^M\d+ \d+L[\d L]+$/);
  assert.equal(signatures![0]!.signedHash, notice!.shownHash);
});

it('asks nothing with settings that lack what must be said', async () => {
  const { protectionContact: _, ...controller } = settings.controller;
  const { prompt } = await promptOf({ purposes, settings: { ...settings, controller } });
  assert.equal(titleOf(prompt), 'Không hỏi được');
  assert.isNull(rootOf(prompt).querySelector('#next'));
});

it('hands the events to the session in their chain, and says so; what fails is kept and tried again', async () => {
  ConsentPrompt.define();
  SessionElement.define();
  const stored: ConsentEvent[] = [];
  let isDown = true;
  const consents = {
    list: async () => ({ events: [] }),
    append: async (pid: string, event: ConsentEvent) => {
      if (isDown && stored.length === 1) throw new Error('network');
      assert.equal(pid, 'p-990');
      stored.push(event);
      return {};
    },
  };
  const host = await fixture(html`
    <hssk-session .session=${{ consents }}>
      <hssk-consent-prompt
        .settings=${settings}
        .person=${grownUp}
        .purposes=${purposesOf('record', 'sending')}
        .now=${now}
        .pid=${'p-990'}
      ></hssk-consent-prompt>
    </hssk-session>
  `);
  const prompt = host.querySelector('hssk-consent-prompt')!;
  await waitUntil(() => titleOf(prompt) === 'Ai quyết định?');
  await untilNotice(prompt);
  await readAll(prompt);
  await press(prompt, '#next');
  await waitUntil(() => rootOf(prompt).querySelector('#retry') !== null);
  assert.lengthOf(stored, 1);
  isDown = false;
  await press(prompt, '#retry');
  await waitUntil(() => stored.length === 2);
  await waitUntil(() => inside(prompt, '.page').textContent.includes('Đã gửi vào hồ sơ'));
  assert.deepEqual(verifyEvents(stored), []);
});

it('is no longer asked once the session knows the answers', async () => {
  const { prompt, heard } = await promptOf({ purposes });
  await almostDone(prompt);
  await press(prompt, '#next');
  const again = await promptOf({ purposes, events: heard[0]! });
  assert.equal(titleOf(again.prompt), 'Lúc này không có gì phải hỏi thêm.');
});
