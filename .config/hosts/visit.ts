import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { RecordDraft } from '../../src/schema/index.ts';
import { fieldAt, pick, tick, write } from './page.ts';

/** Words of the visit that must be seen nowhere but in the record. */
export const secrets = [
  'Đào Thị Thử Nghiệm',
  '014190000831',
  'thu@example.vn',
  'thuốc trừ sâu',
  'Ho khan 3 ngày',
  'Uống nhiều nước',
  'sổ hộ cũ',
] as const;

type Entry = readonly [path: string, text: string, how?: 'pick' | 'tick'];

/** What a person writes, ticks and picks, in the order of the paper. None of it is of a real person. */
const partA: readonly Entry[] = [
  // Too short for a household code: a warning, to be confirmed.
  ['householdCode', '123'],
  ['fullName', 'Đào Thị Thử Nghiệm'],
  ['relationToHead', 'con', 'pick'],
  ['sex', 'female', 'tick'],
  ['bloodAbo', 'AB', 'tick'],
  ['bloodRh', 'chưa XN'],
  ['birthDate', '19/3/1990'],
  ['birthRegistration', 'Sơn La'],
  ['ethnicity', 'Thái'],
  ['nationality', 'viet', 'pick'],
  ['religion', 'không'],
  ['occupation', 'giáo viên'],
  ['identifiers.personal.number', '014190000831'],
  ['identifiers.personal.issuedOn', '2021'],
  ['identifiers.insurance.number', 'chưa cấp'],
  ['permanentAddress.line', 'Bản Thử'],
  ['permanentAddress.commune', 'Chiềng Sung'],
  ['permanentAddress.district', 'Huyện Mai Sơn'],
  ['permanentAddress.province', 'Sơn La'],
  ['currentAddress.line', 'Tổ 5'],
  ['currentAddress.commune', 'chieng sung', 'pick'],
  ['phoneMobile', '0386 000 118 (chồng)'],
  ['email', 'thu@example.vn'],
  ['motherName', 'Đào Thị Mẹ'],
];
const rest: readonly Entry[] = [
  ['history.birth.delivery', 'normal', 'tick'],
  ['history.birth.preterm', '', 'tick'],
  ['history.birth.weightG', '2.900'],
  ['history.risk.smoking', 'no', 'tick'],
  ['history.risk.exposure', 'thuốc trừ sâu'],
  ['history.allergies.drug', 'chưa rõ'],
  ['history.diseases.asthma', '', 'tick'],
  ['history.familyAllergies.drug.description', 'penicillin'],
  ['history.familyDiseases.asthma.present', '', 'tick'],
  ['history.reproductive.pregnancies', '2'],
  ['immunizations.basic.bcg.givenOn', '1990'],
  ['immunizations.basic.bcg.reaction', 'sẹo'],
  ['immunizations.tetanus.tetanus1.gestationMonth', '5'],
  ['examinations.*.examinedOn', '3/1/2024'],
  ['examinations.*.presentIllness', 'Ho khan 3 ngày'],
  ['examinations.*.vitals.pulsePerMinute', '78'],
  ['examinations.*.vitals.bloodPressureMmHg', '120/80'],
  ['examinations.*.vitals.weightKg', '52,5'],
  ['examinations.*.vitals.heightCm', '158'],
  ['examinations.*.vision.uncorrectedRight', '9/10'],
  ['examinations.*.organs.cardiovascular', 'Tim đều'],
  ['examinations.*.diagnoses', 'viem hong', 'pick'],
  ['examinations.*.doctor', 'BS. Thử'],
];

async function enter(page: Page, path: string, text: string, how: Entry[2]): Promise<void> {
  if (how === 'tick') await tick(page, path, text || undefined);
  else await (how === 'pick' ? pick : write)(page, path, text);
}

/** The draft that stands in the form. */
export const draftOf = (page: Page): Promise<RecordDraft> =>
  page.evaluate(() => {
    const form = document.querySelector('hssk-record-form');
    return JSON.parse(JSON.stringify(form?.value ?? {})) as RecordDraft;
  });

/** Sends too early, is refused, and goes from the summary to the field of the first error. */
async function sendTooEarly(page: Page): Promise<void> {
  await page.locator('#submit').click();
  const link = page.locator('#summary button').first();
  await link.click();
  await page.waitForFunction(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.matches('input, textarea');
  });
}

/** Keeps the warning about a value with a reason. */
async function confirm(page: Page, path: string, reason: string): Promise<void> {
  const field = await fieldAt(page, path);
  await (await field.waitForSelector('.messages .warning button')).click();
  await (await field.waitForSelector('[name=reason]')).focus();
  await page.keyboard.type(reason);
  await page.keyboard.press('Enter');
  await field.waitForSelector('.messages .confirmed');
}

/**
 * A whole visit as a health worker makes it: a first try to send that is refused, fields of every kind, a vaccine and
 * a visit added by hand, a warning confirmed with a reason. It ends before the record is sent.
 */
export async function capture(page: Page): Promise<void> {
  await fieldAt(page, 'administrative.fullName');
  await sendTooEarly(page);
  for (const [path, text, how] of partA) await enter(page, `administrative.${path}`, text, how);
  for (const [path, text, how] of rest) await enter(page, path, text, how);
  await page.locator('[data-add=other]').click();
  await write(page, 'immunizations.other.*.vaccine', 'Vắc xin thử');
  await write(page, 'immunizations.other.*.givenOn', '02/2023');
  await page.locator('[data-add=visit]').click();
  await page.locator('[data-visit]').nth(1).waitFor();
  await write(page, 'examinations.*.examinedOn', '5/2/2024');
  await write(page, 'examinations.*.advice', 'Uống nhiều nước');
  await confirm(page, 'administrative.householdCode', 'sổ hộ cũ');
}

/** That the record holds what `capture` wrote: one place of each kind, as it is read. */
export function assertCaptured(record: RecordDraft): void {
  const { administrative: a, history, immunizations, examinations } = record;
  assert.equal(a?.fullName, 'Đào Thị Thử Nghiệm');
  assert.equal(a?.relationToHead?.code === undefined, false, 'a picked word has a code');
  assert.equal(a?.currentAddress?.commune?.code, '04108');
  assert.equal(a?.identifiers?.['personal']?.number, '014190000831');
  assert.equal(record.absent?.['administrative.bloodRh'], 'notAvailableYet');
  assert.equal(record.notes?.['administrative.phoneMobile'], 'chồng');
  assert.equal(record.confirmed?.['administrative.householdCode']?.['household.length']?.reason, 'sổ hộ cũ');
  assert.equal(history?.birth?.weightG, 2900);
  assert.deepEqual(history?.risk?.smoking, ['no']);
  assert.deepEqual(Object.values(immunizations?.other ?? {}), [
    { vaccine: { text: 'Vắc xin thử' }, givenOn: '2023-02' },
  ]);
  const visits = Object.values(examinations ?? {});
  assert.deepEqual(visits.map(({ examinedOn }) => examinedOn).sort(), ['2024-01-03', '2024-02-05']);
  const first = visits.find(({ examinedOn }) => examinedOn === '2024-01-03');
  assert.deepEqual(first?.vitals?.bloodPressureMmHg, { systolic: 120, diastolic: 80 });
  assert.equal(Object.keys(first?.diagnoses?.codes ?? {}).length, 1, 'a picked diagnosis has a code');
}

/** Presses the button that sends the record; resolves to the status of the server's answer. */
export async function submit(page: Page): Promise<number> {
  const answer = page.waitForResponse(
    (each) => each.request().method() === 'POST' && each.url().endsWith('/central/v1/records'),
  );
  await page.locator('#submit').click();
  return answer.then(
    (each) => each.status(),
    async () => assert.fail(`Nothing was sent: ${(await page.locator('#summary').allTextContents()).join()}`),
  );
}

/** Sends the record and waits until the form knows that it stands in the central record; resolves to its id. */
export async function send(page: Page): Promise<string> {
  assert.equal(await submit(page), 201);
  const pid = await page.waitForFunction(() => document.querySelector('hssk-record-form')?.pid);
  return (await pid.jsonValue()) ?? '';
}
