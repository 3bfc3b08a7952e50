/** Takes down the consent that a paper form speaks of, on the consent page of the host, as a person would. */
import type { Locator, Page } from 'playwright-core';
import { NotFoundError } from './page.ts';
import type { PaperCase } from './paper.ts';

/** What the paper says of who consents. */
interface OnPaper {
  readonly name: string;
  readonly relation: string;
  readonly cannotRead: boolean;
  readonly byFinger: boolean;
}

function onPaper({ paper }: Pick<PaperCase, 'paper'>): OnPaper {
  const people = (paper['A'] ?? {}) as { readonly [label: string]: unknown };
  const all = JSON.stringify(paper);
  return {
    name: String(people['Họ tên người chăm sóc chính (NCSC)'] ?? ''),
    relation: String(people['Mối quan hệ'] ?? ''),
    cannotRead: /không biết chữ/i.test(all),
    byFinger: /lăn tay|điểm chỉ/i.test(all),
  };
}

const witness = 'Người Làm Chứng Ví Dụ';
const purpose = 'reminders';

/** From the record on the page to the receipt. Rejects where a page asks for what the paper does not tell. */
export async function takeConsent(
  page: Page,
  url: string,
  pid: string,
  form: Pick<PaperCase, 'paper'>,
): Promise<void> {
  const { name, relation, cannotRead, byFinger } = onPaper(form);
  await page.goto(`${url}/consent.html`);
  await page.locator('hssk-record-form').evaluate((element, id) => {
    (element as HTMLElement & { pid: string }).pid = id;
  }, pid);
  await page.locator('#open:enabled').click();
  const center = page.locator('hssk-consent-center');
  await center.locator(`[data-item=${purpose}] [data-act=askFirst]`).click();
  const prompt = center.locator('hssk-consent-prompt');
  const pick = (words: string): Promise<void> =>
    prompt.locator('label.option').filter({ hasText: words }).first().click();
  const next = (): Promise<void> => prompt.locator('#next').click();
  const title = (words: string): Promise<void> =>
    prompt.locator('#title', { hasText: words }).waitFor({ timeout: 5_000 });

  await title('Ai quyết định?');
  await prompt.locator('#representative').fill(name);
  await pick('Ông, bà');
  await prompt.locator('#relationWords').fill(relation);
  await pick('Không có, chỉ đang trông nom');
  await prompt.locator('#groundWords').fill('Bố mẹ đi làm xa');
  await pick('Cán bộ biết rõ gia đình');
  await next();
  await title('Ngôn ngữ và cách đọc');
  await pick(cannotRead ? 'Không tự đọc được' : 'Tự đọc được');
  if (cannotRead) await prompt.locator('#witness').fill(witness);
  await next();
  await title('Thông báo về dữ liệu');
  await read(prompt);
  await next();
  await title('Chọn cho từng việc');
  await agree(prompt);
  await next();
  await title('Trang dành cho em');
  await read(prompt);
  await agree(prompt);
  await next();
  await title('Xem lại trước khi xác nhận');
  await next();
  await title('Xác nhận');
  await pick(byFinger ? 'Điểm chỉ trên giấy' : 'Chỉ bấm nút xác nhận');
  await next();
  await title('Phiếu ghi nhận lựa chọn');
  const kept = prompt.locator('.error');
  if (await kept.count())
    throw new NotFoundError(`the receipt says: ${(await kept.allInnerTexts()).join(' ')}`);
}

/** Scrolls through all that is open, as a reader does. */
async function read(prompt: Locator): Promise<void> {
  for (const line of await prompt.locator('[data-said]:visible').all()) {
    await line.evaluate(async (element) => {
      element.scrollIntoView({ block: 'center' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    });
  }
}

async function agree(prompt: Locator): Promise<void> {
  await read(prompt);
  await prompt.locator(`[data-ask="${purpose}"] [data-decision=granted]`).click();
}
