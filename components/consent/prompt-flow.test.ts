import { assert } from '@open-wc/testing';
import { foldConsents, mayUse, verifyEvents } from '../../src/consent/index.ts';
import {
  answer,
  cardOf,
  confirmTyped,
  grownUp,
  now,
  page,
  press,
  promptOf,
  purposesOf,
  readAll,
  untilChoices,
} from './testing.ts';

it('leads a grown-up through every page to sealed events, one for each purpose', async () => {
  const purposes = purposesOf('record', 'reminders', 'research');
  const { prompt, heard } = await promptOf({ purposes });
  await untilChoices(prompt);
  await page(prompt, 'Chọn cho từng việc');
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  await answer(prompt, 'research', 'denied');
  assert.include(cardOf(prompt, 'research').textContent, 'Đã chọn: Không đồng ý');
  await press(prompt, '#next');
  await page(prompt, 'Xem lại trước khi xác nhận');
  await confirmTyped(prompt, grownUp.name);
  await page(prompt, 'Phiếu ghi nhận lựa chọn');
  const [events = []] = heard;
  assert.deepEqual(
    events.map(({ purpose, kind, decision }) => [purpose, kind, decision]),
    [
      ['record', 'notice', 'informed'],
      ['reminders', 'consent', 'granted'],
      ['research', 'consent', 'denied'],
    ],
  );
  assert.deepEqual(verifyEvents(events, { keys: {} } as never), []);
  assert.deepEqual(
    foldConsents(events, now).map(({ purpose, state }) => [purpose, state]),
    [
      ['record', 'informed'],
      ['reminders', 'granted'],
      ['research', 'denied'],
    ],
  );
  assert.isTrue(mayUse(events, purposes[1]!, {}, now).may);
});
