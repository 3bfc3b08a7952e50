import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { FakeSync, FakeVault } from './testing.ts';
import { VaultPanel } from './index.ts';

async function panelOf(vault: FakeVault, sync?: FakeSync): Promise<VaultPanel> {
  VaultPanel.define();
  return fixture<VaultPanel>(html`<hssk-vault-panel .vault=${vault} .sync=${sync}></hssk-vault-panel>`);
}

const inPanel = <E extends HTMLElement = HTMLElement>(panel: VaultPanel, selector: string): E =>
  panel.shadowRoot!.querySelector<E>(selector)!;
const inputs = (panel: VaultPanel): HTMLInputElement[] => [
  ...panel.shadowRoot!.querySelectorAll<HTMLInputElement>('input.secret'),
];
const wordsOf = (panel: VaultPanel): string => panel.shadowRoot!.textContent!.replace(/\s+/g, ' ');

/** Types into the inputs of the form on screen and sends it with Enter, as a person does. */
async function type(panel: VaultPanel, ...texts: string[]): Promise<void> {
  for (const [at, text] of texts.entries()) {
    const input = inputs(panel)[at]!;
    input.focus();
    input.value = '';
    await sendKeys({ type: text });
  }
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => !inPanel(panel, 'button.primary[aria-disabled]'));
  await panel.updateComplete;
}

it('sets up the store only with a long passphrase typed twice the same', async () => {
  const vault = new FakeVault('empty');
  const panel = await panelOf(vault);
  await type(panel, 'ngan qua', 'ngan qua');
  assert.include(wordsOf(panel), 'Mật khẩu quá ngắn');
  await type(panel, 'trau mua ghe', 'trau mua ghi');
  assert.include(wordsOf(panel), 'Hai lần gõ không giống nhau');
  assert.deepEqual(vault.calls, []);
  assert.equal(panel.shadowRoot!.activeElement, inputs(panel)[0]);
  await type(panel, 'trau mua ghe', 'trau mua ghe');
  assert.deepEqual(vault.calls, [['setUp', 'trau mua ghe']]);
  assert.include(wordsOf(panel), 'Đang mở');
  assert.equal(panel.shadowRoot!.activeElement?.id, 'title');
});

it('says before the set-up that nobody can restore a passphrase', async () => {
  assert.include(wordsOf(await panelOf(new FakeVault('empty'))), 'Không ai khôi phục được mật khẩu đã quên');
});

it('keeps the wrong passphrase out, says so at the input and lets it be typed again', async () => {
  const vault = new FakeVault('locked');
  const panel = await panelOf(vault);
  await type(panel, 'sai mat khau roi');
  const [input] = inputs(panel);
  assert.equal(panel.shadowRoot!.activeElement, input);
  assert.equal(input!.getAttribute('aria-invalid'), 'true');
  const described = inPanel(panel, `#${input!.getAttribute('aria-describedby')}`);
  assert.include(described.textContent, 'Mật khẩu không đúng');
  await type(panel, vault.right);
  assert.equal(vault.state, 'open');
  assert.lengthOf(inputs(panel), 0);
});

it('follows the store when it locks itself, and drops what was half typed', async () => {
  const vault = new FakeVault('open');
  const panel = await panelOf(vault);
  inPanel(panel, '#change').click();
  await panel.updateComplete;
  inputs(panel)[0]!.value = 'nua chung';
  vault.become('locked');
  await panel.updateComplete;
  assert.lengthOf(inputs(panel), 1);
  assert.equal(inputs(panel)[0]!.value, '');
  vault.become('open');
  await panel.updateComplete;
  assert.lengthOf(inputs(panel), 0);
});

it('changes the passphrase only with the present one, and goes back to its button', async () => {
  const vault = new FakeVault('open');
  const panel = await panelOf(vault);
  inPanel(panel, '#change').click();
  await panel.updateComplete;
  assert.equal(panel.shadowRoot!.activeElement, inputs(panel)[0]);
  await type(panel, 'khong phai no', 'bon tu moi hoan toan', 'bon tu moi hoan toan');
  assert.include(wordsOf(panel), 'Mật khẩu không đúng');
  await type(panel, 'trau mua ghe tim', 'bon tu moi hoan toan', 'bon tu moi hoan toan');
  assert.equal(vault.right, 'bon tu moi hoan toan');
  assert.equal(panel.shadowRoot!.activeElement?.id, 'change');
});

it('empties its inputs after use and never shows a passphrase that was not asked to be shown', async () => {
  const vault = new FakeVault('empty');
  const panel = await panelOf(vault);
  const [first, again] = inputs(panel);
  inPanel(panel, '.option input').click();
  assert.deepEqual(
    inputs(panel).map(({ type }) => type),
    ['text', 'text'],
  );
  await type(panel, 'trau mua ghe tim', 'trau mua ghe tim');
  for (const input of [first!, again!]) {
    assert.equal(input.value, '');
    assert.equal(input.type, 'password');
    assert.isFalse(input.hasAttribute('name'));
  }
});

it('lets nothing of a passphrase out to the page', async () => {
  const panel = await panelOf(new FakeVault('locked'));
  const heard: string[] = [];
  const listen = ({ type }: Event): void => void heard.push(type);
  const types = ['keydown', 'keyup', 'keypress', 'input', 'change', 'beforeinput', 'submit'];
  for (const each of types) document.addEventListener(each, listen);
  await type(panel, 'sai mat khau roi');
  for (const each of types) document.removeEventListener(each, listen);
  assert.deepEqual(heard, []);
});

it('tells the store that someone is at work, from inside a passphrase too', async () => {
  const vault = new FakeVault('locked');
  const panel = await panelOf(vault);
  inputs(panel)[0]!.focus();
  await sendKeys({ press: 'a' });
  assert.isAbove(vault.touched, 0);
});

it('deletes the store only after the word was typed, and says before how much is not sent', async () => {
  const vault = new FakeVault('open');
  const panel = await panelOf(
    vault,
    new FakeSync({
      waiting: 12,
      attention: 4,
      drafts: 2,
      unsaved: 1,
      consents: { waiting: 2, attention: 1 },
    }),
  );
  inPanel(panel, '#wipe').click();
  await waitUntil(() => wordsOf(panel).includes('13 hồ sơ và 3 ý kiến đồng ý chưa gửi và 3 bản nháp'));
  assert.equal(panel.shadowRoot!.activeElement?.id, 'word');
  await sendKeys({ type: 'xoa di' });
  await sendKeys({ press: 'Enter' });
  await panel.updateComplete;
  assert.deepEqual(vault.calls, []);
  assert.include(wordsOf(panel), 'Chữ gõ vào chưa đúng');
  inPanel<HTMLInputElement>(panel, '#word').value = '';
  await sendKeys({ type: 'xóa' });
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => vault.state === 'empty');
});

it('does not claim that nothing would be lost where it cannot count', async () => {
  const sync = new FakeSync();
  sync.failing['status'] = 'vault.locked';
  const panel = await panelOf(new FakeVault('locked'), sync);
  inPanel(panel, '#wipe').click();
  await panel.updateComplete;
  assert.include(wordsOf(panel), 'Không đếm được hồ sơ chưa gửi');
});

it('offers to recover a damaged store and tells what was kept and lost', async () => {
  const vault = new FakeVault('unusable', 'vault.damaged');
  const panel = await panelOf(vault);
  inPanel(panel, '#recover').click();
  await waitUntil(() => wordsOf(panel).includes('Giữ được 41 mục, mất 2 mục'));
  assert.notInclude(wordsOf(panel), 'bị hỏng hoặc bị sửa');
});

for (const [problem, words] of [
  ['vault.insecureOrigin', 'Cần https'],
  ['vault.unavailable', 'cửa sổ riêng tư'],
  ['vault.newer', 'bản mới hơn của phần mềm'],
] as const) {
  it(`says what to do about ${problem} and asks for no passphrase`, async () => {
    const panel = await panelOf(new FakeVault('unusable', problem));
    assert.include(wordsOf(panel), words);
    assert.lengthOf(inputs(panel), 0);
    assert.isNull(inPanel(panel, '#wipe'));
  });
}

it('stops watching when it is taken off the page and goes on when it is put back', async () => {
  const vault = new FakeVault('locked');
  const panel = await panelOf(vault);
  const parent = panel.parentElement!;
  panel.remove();
  assert.equal(vault.listeners.size, 0);
  parent.append(panel);
  await panel.updateComplete;
  assert.equal(vault.listeners.size, 1);
});
