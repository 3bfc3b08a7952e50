import { assert, expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { ConsentPrompt } from './consent-prompt.ts';
import {
  answer,
  baby,
  cardOf,
  confirmTyped,
  frames,
  grownUp,
  inside,
  pick,
  press,
  promptOf,
  purposesOf,
  readAll,
  rootOf,
  schoolChild,
  titleOf,
  untilChoices,
  untilNotice,
  write,
} from './testing.ts';

const purposes = purposesOf('record', 'reminders', 'research');

/** The two answers of a card. */
const answersOf = (prompt: ConsentPrompt, code: string): [HTMLElement, HTMLElement] => [
  cardOf(prompt, code).querySelector('[data-decision=granted]')!,
  cardOf(prompt, code).querySelector('[data-decision=denied]')!,
];

const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = channels(color).map((c) => {
    const part = c / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(element: Element): number {
  const { color, backgroundColor } = getComputedStyle(element);
  const [high, low] = [luminance(color), luminance(backgroundColor)].sort((a, b) => b - a);
  assert.isBelow(channels(backgroundColor).length, 4, 'the ground lets nothing through');
  return (high! + 0.05) / (low! + 0.05);
}

const hostile = `
  html { font-size: 1px }
  hssk-consent-prompt {
    --hssk-color-text: #fff; --hssk-color-surface: #fff; --hssk-color-raised: #fff; --hssk-color-line: transparent;
    --hssk-color-accent: #fff; --hssk-color-muted: #fff; --hssk-font-size: 1px; --hssk-radius: 99px;
    --_text: #fff; --_surface: #fff; --_line: #fff;
    font-size: 1px; color: transparent; line-height: 0; letter-spacing: -1em; text-indent: -999px;
    visibility: hidden; word-spacing: -9px; pointer-events: none; cursor: none; font-weight: 100;
  }
  hssk-consent-prompt::part(decline), hssk-consent-prompt::part(button) { display: none }
  button, [data-decision=denied] { display: none !important }
`;

for (const theme of ['light', 'dark'] as const) {
  it(`gives both answers the same box, weight and contrast against a hostile page, ${theme}`, async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(hostile);
    const { prompt } = await promptOf({ purposes, theme });
    await untilChoices(prompt);
    document.adoptedStyleSheets = [sheet];
    try {
      await readAll(prompt);
      for (const code of ['reminders', 'research']) {
        const [agree, decline] = answersOf(prompt, code);
        const [a, b] = [agree.getBoundingClientRect(), decline.getBoundingClientRect()];
        assert.equal(a.width, b.width);
        assert.equal(a.height, b.height);
        assert.isAtLeast(b.height, 44);
        assert.isAtLeast(b.width, 44);
        const [one, other] = [getComputedStyle(agree), getComputedStyle(decline)];
        for (const name of ['color', 'backgroundColor', 'fontWeight', 'fontSize', 'borderTopColor'] as const)
          assert.equal(one[name], other[name], name);
        assert.isAtLeast(parseFloat(other.fontSize), 16);
        assert.isAtLeast(contrast(decline), 7);
        assert.equal(contrast(agree), contrast(decline));
      }
      await answer(prompt, 'research', 'denied');
      const [agree, decline] = answersOf(prompt, 'research');
      assert.equal(decline.getAttribute('aria-pressed'), 'true');
      assert.equal(decline.getBoundingClientRect().width, agree.getBoundingClientRect().width);
    } finally {
      document.adoptedStyleSheets = [];
    }
  });
}

it('records no answer while the two are not shown alike', async () => {
  const { prompt } = await promptOf({ purposes });
  await untilChoices(prompt);
  await readAll(prompt);
  const [agree, decline] = answersOf(prompt, 'reminders');
  for (const style of [
    'inline-size:60%',
    'opacity:0.2',
    'color:#777',
    'min-block-size:20px;block-size:20px',
  ]) {
    decline.style.cssText = style;
    await press(prompt, agree);
    assert.equal(agree.getAttribute('aria-pressed'), 'false', style);
    assert.include(inside(prompt, '.page > [role=alert]').textContent, 'không hiện rõ như nhau');
  }
  decline.style.cssText = '';
  await press(prompt, agree);
  assert.equal(agree.getAttribute('aria-pressed'), 'true');
});

it('has no part a host could style, and nothing chosen at the start', async () => {
  const { prompt } = await promptOf({ purposes });
  await untilChoices(prompt);
  assert.lengthOf(rootOf(prompt).querySelectorAll('[part]'), 0);
  assert.lengthOf(rootOf(prompt).querySelectorAll('[aria-pressed="true"]'), 0);
  const weights = answersOf(prompt, 'reminders').map((button) => button.className);
  assert.deepEqual(weights, ['', '']);
});

it('goes on whatever was refused, put off or left open', async () => {
  const { prompt, heard } = await promptOf({ purposes });
  await untilChoices(prompt);
  await readAll(prompt);
  await answer(prompt, 'reminders', 'denied');
  await press(prompt, '#next');
  assert.include(inside(prompt, '.list').textContent, 'Chưa chọn: coi như chưa đồng ý');
  await confirmTyped(prompt, grownUp.name);
  assert.deepEqual(
    heard[0]!.map(({ purpose, decision }) => [purpose, decision]),
    [
      ['record', 'informed'],
      ['reminders', 'denied'],
    ],
  );
});

it('never words what is only told as an agreement', async () => {
  const { prompt, heard } = await promptOf({ purposes: purposesOf('record', 'sending') });
  await untilNotice(prompt);
  await readAll(prompt);
  const words: string[] = [inside(prompt, '.prompt').textContent];
  assert.isNull(rootOf(prompt).querySelector('[data-decision]'));
  await press(prompt, '#next');
  assert.equal(titleOf(prompt), 'Phiếu ghi nhận lựa chọn');
  words.push(inside(prompt, '.prompt').textContent);
  for (const text of words) assert.notMatch(text.replaceAll('“Đồng ý của tôi”', ''), /đồng ý|chấp thuận/i);
  assert.deepEqual(
    heard[0]!.map(({ kind, decision }) => [kind, decision]),
    [
      ['notice', 'informed'],
      ['notice', 'informed'],
    ],
  );
});

it('is accessible on every page, and fits 320 px without scrolling sideways', async () => {
  await setViewport({ width: 320, height: 700 });
  try {
    const name = 'Công Tằng Tôn Nữ Thị Mẫu Nguyễnphúcvĩnhthụyhoàngkimlongđứcchính';
    const { prompt } = await promptOf({ purposes, person: { ...schoolChild, name } });
    const pages: string[] = [];
    const look = async (): Promise<void> => {
      pages.push(titleOf(prompt));
      await expect(prompt).to.be.accessible();
      assert.isAtMost(document.documentElement.scrollWidth, 320, titleOf(prompt));
      const tight = [...rootOf(prompt).querySelectorAll('.page *')].filter(
        (each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === 'hidden',
      );
      assert.deepEqual(
        tight.map(({ className }) => className).filter((one) => one !== 'hidden'),
        [],
      );
    };
    await look();
    await press(prompt, '#next');
    await look();
    await write(prompt, 'representative', 'Quàng Thị Ví Dụ');
    await pick(prompt, 'Mẹ');
    await pick(prompt, 'Giấy khai sinh');
    await press(prompt, '#next');
    await pick(prompt, 'Tự đọc được');
    await look();
    await press(prompt, '#next');
    await readAll(prompt);
    await look();
    await press(prompt, '#next');
    await readAll(prompt);
    await answer(prompt, 'reminders', 'granted');
    await look();
    await press(prompt, '#next');
    await readAll(prompt);
    await answer(prompt, 'reminders', 'granted');
    await look();
    await press(prompt, '#next');
    await look();
    await press(prompt, '#next');
    for (const way of ['Ký bằng ngón tay, bút hoặc chuột', 'Chỉ bấm nút xác nhận', 'Gõ họ tên']) {
      await pick(prompt, way);
      await look();
    }
    await write(prompt, 'typed', 'quàng thị ví dụ');
    await press(prompt, '#next');
    await look();
    assert.lengthOf(new Set(pages), 8);
  } finally {
    await setViewport({ width: 800, height: 600 });
  }
}).timeout(60_000);

it('is accessible in the dark, and keeps both answers in forced colours', async () => {
  const { prompt } = await promptOf({ purposes, theme: 'dark' });
  await untilChoices(prompt);
  await expect(prompt).to.be.accessible();
  await readAll(prompt);
  await emulateMedia({ forcedColors: 'active' });
  try {
    await frames();
    await answer(prompt, 'research', 'denied');
    const [agree, decline] = answersOf(prompt, 'research').map((button) => getComputedStyle(button));
    assert.equal(agree!.borderTopWidth, decline!.borderTopWidth);
    assert.equal(agree!.color, decline!.color);
    assert.equal(decline!.outlineStyle, 'solid');
    assert.notEqual(agree!.outlineWidth, decline!.outlineWidth);
  } finally {
    await emulateMedia({ forcedColors: 'none' });
  }
});

it('is done by keyboard alone', async () => {
  const { prompt, heard } = await promptOf({ purposes: purposesOf('reminders'), person: baby });
  const tabTo = async (selector: string): Promise<void> => {
    for (let n = 0; n < 60; n++) {
      if (rootOf(prompt).activeElement?.matches(selector)) return;
      await sendKeys({ press: 'Tab' });
    }
    throw new Error(`The keyboard does not reach ${selector}`);
  };
  const key = async (press: string): Promise<void> => {
    await sendKeys({ press });
    await prompt.updateComplete;
  };
  await tabTo('#representative');
  await sendKeys({ type: 'Quàng Thị Ví Dụ' });
  await tabTo('#relation input');
  await key('Space');
  await tabTo('#evidence input');
  await key('Space');
  await tabTo('#next');
  await key('Enter');
  await tabTo('#reading input');
  await key('Space');
  await tabTo('#next');
  await key('Enter');
  assert.equal(rootOf(prompt).activeElement?.id, 'title');
  for (let n = 0; n < 12; n++) {
    await key('PageDown');
    await frames();
  }
  await tabTo('#next');
  await key('Enter');
  // Where something was jumped over, the focus was led there: from there it goes on.
  for (let n = 0; n < 40 && titleOf(prompt) === 'Thông báo về dữ liệu'; n++) {
    await frames();
    await tabTo('#next');
    await key('Enter');
  }
  assert.equal(titleOf(prompt), 'Chọn cho từng việc');
  await tabTo('[data-decision=deferred]');
  await frames();
  await tabTo('[data-decision=denied]').catch(() => undefined);
  await sendKeys({ press: 'Shift+Tab' });
  await key('Space');
  assert.lengthOf(rootOf(prompt).querySelectorAll('[aria-pressed="true"]'), 1);
  await tabTo('#next');
  await key('Enter');
  await tabTo('#next');
  await key('Enter');
  await tabTo('#method input');
  await key('ArrowDown');
  await tabTo('#typed');
  await sendKeys({ type: 'Quàng Thị Ví Dụ' });
  await tabTo('#next');
  await key('Enter');
  assert.equal(titleOf(prompt), 'Phiếu ghi nhận lựa chọn');
  assert.lengthOf(heard, 1);
}).timeout(60_000);
