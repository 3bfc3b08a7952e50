/**
 * Grade 1 to 12 of a class as schools write it: `3A`, `Lớp 3/2`, `10 Toán`, `Khối 6`, `12A1`. `undefined` where the name does
 * not begin with one: groups of a kindergarten, names of years.
 */
export function gradeOf(className: string | undefined): number | undefined {
  const name = (className ?? '').normalize('NFC').trim();
  const [, digits] = /^(?:lớp|lop|khối|khoi|l\.|k\.)?[\s:.]*0?(\d{1,2})(?!\d)/iu.exec(name) ?? [];
  const grade = Number(digits);
  return grade >= 1 && grade <= 12 ? grade : undefined;
}
