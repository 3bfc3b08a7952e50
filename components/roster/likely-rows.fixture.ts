/** When two lines are likely one person: [rule, one line, the other, whether it is asked]. Imports nothing. */

const an = { fullName: 'Lê Thị Mẫu An', birthDate: '2016-02-01', sex: 'female', className: '3A' };
const boy = { ...an, sex: 'male' };
const coded = (studentCode: string, more: object = an): object => ({ ...more, studentCode });
const numbered = (number: string, more: object = an): object => ({
  ...more,
  identifiers: [{ kind: 'citizenId', number }],
});

export const likelyRows = [
  ['another class', an, { ...an, className: '3B' }, true],
  ['another sex', an, boy, true],
  ['accents of the name', an, { ...an, fullName: 'Le Thi Mau An' }, true],
  ['a letter of the name', an, { ...an, fullName: 'Lê Thị Mẫu Anh' }, true],
  ['two letters of the name', an, { ...an, fullName: 'Lê Thi Mẩu Oanh' }, true],
  ['three letters of the name', an, { ...an, fullName: 'Lê Thị Mẫu Thanh' }, false],
  ['a middle name that was left out', an, { ...an, fullName: 'Lê An' }, true],
  ['a given name alone', an, { ...an, fullName: 'An' }, false],
  ['another name, born on the same day', an, { ...an, fullName: 'Trần Văn Ví Dụ' }, false],
  ['a near name and another sex', an, { ...boy, fullName: 'Lê Thị Mẫu Anh' }, false],
  ['a near name and another day', an, { ...an, fullName: 'Lê Thị Mẫu Anh', birthDate: '2016-02-02' }, false],
  ['another day', an, { ...an, birthDate: '2016-02-11' }, true],
  ['another month', an, { ...an, birthDate: '2016-03-01' }, true],
  ['another year', an, { ...an, birthDate: '2015-02-01' }, true],
  ['day and month exchanged', an, { ...an, birthDate: '2016-01-02' }, true],
  ['a date that is wholly another', an, { ...an, birthDate: '2015-07-19' }, false],
  ['day and month of another year', an, { ...an, birthDate: '2015-01-02' }, false],
  ['the month of one is the day of the other', an, { ...an, birthDate: '2016-05-02' }, false],
  ['the year alone is the same', an, { ...an, birthDate: '2016-07-19' }, false],
  [
    'a near name, and neither has a date',
    { ...an, birthDate: undefined },
    { ...an, birthDate: undefined, fullName: 'Lê Thị Mẫu Anh' },
    false,
  ],
  ['no date', an, { ...an, birthDate: undefined }, true],
  ['a year alone', an, { ...an, birthDate: '2016' }, true],
  ['another day and another sex', an, { ...boy, birthDate: '2016-02-11' }, false],
  ['another day and no sex', an, { ...an, sex: undefined, birthDate: '2016-02-11' }, true],
  [
    'the same code and a near name',
    coded('HS1'),
    coded('HS1', { ...an, fullName: 'Lê Thị Mẫu Anh', birthDate: '2015-07-19' }),
    true,
  ],
  ['the same code and birth date', coded('HS1'), coded('HS1', { ...an, fullName: 'Trần Văn Ví Dụ' }), true],
  [
    'the same code of somebody else',
    coded('HS1'),
    coded('HS1', { fullName: 'Trần Văn Ví Dụ', birthDate: '2015-07-19' }),
    false,
  ],
  [
    'the same number',
    numbered('001216990001'),
    numbered('001216990001', { ...an, birthDate: '2015-07-19' }),
    true,
  ],
  ['another code', coded('HS1'), coded('HS2'), true],
  [
    'another code and a near name: twins',
    coded('HS1'),
    coded('HS2', { ...an, fullName: 'Lê Thị Mẫu Anh' }),
    false,
  ],
  [
    'another number and another day: namesakes',
    numbered('001216990001'),
    numbered('001216990002', { ...an, birthDate: '2016-02-11' }),
    false,
  ],
  [
    'numbers of two kinds say nothing',
    coded('001216990001'),
    numbered('001216990001', { ...an, birthDate: '2015-07-19' }),
    false,
  ],
] as const;
