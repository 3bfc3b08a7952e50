import type { AbsentReason } from './reading.ts';

/** A date as typed on the form: dd/mm/yyyy, mm/yyyy or yyyy. */
export const formatDate = (iso: string): string => iso.split('-').reverse().join('/');

/** A number with a decimal comma. */
export const formatNumber = (value: number): string => String(value).replace('.', ',');

/** Grams with a point before the thousands, as on the form: "2.900". */
export const formatGrams = (value: number): string =>
  formatNumber(value).replace(/(?<!,\d*)\B(?=(\d{3})+(?!\d))/g, '.');

/** A phone number in groups; a foreign one as it is. */
export const formatPhone = (phone: string): string =>
  phone
    .replace(/^(02[48]|0[35789]\d{2})(\d{3,4})(\d{3,4})$/, '$1 $2 $3')
    .replace(/^(02\d{2})(\d{3,4})(\d{3})$/, '$1 $2 $3');

/** "120/80", the upper number alone where there is no lower one. */
export const formatBloodPressure = ({
  systolic,
  diastolic,
}: {
  systolic: number;
  diastolic?: number | undefined;
}): string => (diastolic === undefined ? String(systolic) : `${systolic}/${diastolic}`);

const ABSENT: Record<AbsentReason, string> = {
  unknown: 'không rõ',
  notMeasured: 'không đo',
  notAvailableYet: 'chưa có',
  notApplicable: 'không áp dụng',
  refused: 'từ chối',
};

/** The Vietnamese words of a reason; every reader reads them back. */
export const absentWords = (reason: AbsentReason): string => ABSENT[reason];
