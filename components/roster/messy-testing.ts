import { workbookOf } from './workbook-testing.ts';

/** Name, birth date, sex, class, and further facts of a person who is expected. */
export type Expected = readonly [
  name: string,
  birthDate: string | undefined,
  sex: 'male' | 'female' | undefined,
  className?: string,
];

/** One list as a school sends it, what has to become of each of its lines, and the people on it. */
export interface MessyList {
  readonly name: string;
  readonly rule: string;
  readonly file: Uint8Array | string;
  /** A letter a line, sheets parted by blanks: t taken, d doubtful, 2 duplicate, u unnamed, o other. */
  readonly lines: string;
  readonly people: readonly Expected[];
}

const days = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const serial = (iso: string) => ({ serial: days(iso) });
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...Array.from(text).flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
  ]);

/** Lists as they come. Nothing here comes from the code that is tested. */
export const messyLists: readonly MessyList[] = [
  {
    name: '01 letterhead, merged headings, totals and signatures',
    rule: 'what stands above and below the people is no person',
    file: workbookOf({
      name: 'Lop 3A',
      merged: ['A1:C1', 'A4:A5', 'B4:C5'],
      rows: [
        ['PHÒNG GD&ĐT HUYỆN VÍ DỤ', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['TRƯỜNG TIỂU HỌC VÍ DỤ', null, null, 'Độc lập - Tự do - Hạnh phúc'],
        ['DANH SÁCH HỌC SINH LỚP 3A NĂM HỌC 2026-2027'],
        ['STT', 'Họ và tên', null, 'Ngày sinh', 'Giới tính'],
        [],
        [1, 'Nguyễn Văn', 'Mẫu', serial('2018-02-28'), 'Nam'],
        [2, 'Trần Thị', 'Mẫu', '05/11/2018', 'Nữ'],
        ['Danh sách này có 02 học sinh'],
        [null, 'Trong đó: Nữ: 1'],
        [null, null, null, 'Ví Dụ, ngày 05 tháng 9 năm 2026'],
        [null, 'GIÁO VIÊN CHỦ NHIỆM', null, 'HIỆU TRƯỞNG'],
        [null, '(Ký, ghi rõ họ tên)', null, '(Ký tên, đóng dấu)'],
        [null, 'Lê Thị Ví Dụ', null, 'Phạm Văn Ví Dụ'],
      ],
    }),
    lines: 'ooooottoooooo',
    people: [
      ['Nguyễn Văn Mẫu', '2018-02-28', 'male', '3A'],
      ['Trần Thị Mẫu', '2018-11-05', 'female', '3A'],
    ],
  },
  {
    name: '02 headings in any order, with empty columns between',
    rule: 'columns are known by their headings and not by their place',
    file: 'Ghi chú;;Giới tính;Ngày, tháng, năm sinh;;Lớp;Mã HS;Họ và tên học sinh\n;;Nữ;1/9/2017;;4B;HS990001;Lò Thị Mẫu\nhen;;Nam;12/12/2017;;4B;HS990002;Lò Văn Mẫu\n',
    lines: 'ott',
    people: [
      ['Lò Thị Mẫu', '2017-09-01', 'female', '4B'],
      ['Lò Văn Mẫu', '2017-12-12', 'male', '4B'],
    ],
  },
  {
    name: '03 the headings on each page, and page numbers',
    rule: 'a heading that comes again is no person',
    file: 'STT,Họ và tên,Ngày sinh,Giới tính,Lớp\n1,Vàng A Mẫu,02/03/2016,Nam,5A\n2,Vàng Thị Mẫu,04/05/2016,Nữ,5A\nTrang 1/2,,,,\nSTT,Họ và tên,Ngày sinh,Giới tính,Lớp\n3,Giàng A Mẫu,06/07/2016,Nam,5A\nTrang 2/2,,,,\n',
    lines: 'ottooto',
    people: [
      ['Vàng A Mẫu', '2016-03-02', 'male', '5A'],
      ['Vàng Thị Mẫu', '2016-05-04', 'female', '5A'],
      ['Giàng A Mẫu', '2016-07-06', 'male', '5A'],
    ],
  },
  {
    name: '04 several classes in one sheet, each below its title',
    rule: 'a title with a class gives the class of who stands below it',
    file: 'TT\tHọ tên\tNgày sinh\tNữ\nLớp 1A\t\t\t\n1\tHà Văn Mẫu\t01/01/2020\t\n2\tHà Thị Mẫu\t02/02/2020\tx\nDanh sách lớp 1B\t\t\t\nTT\tHọ tên\tNgày sinh\tNữ\n1\tTòng Thị Mẫu\t03/03/2020\tx\n',
    lines: 'oottoot',
    people: [
      ['Hà Văn Mẫu', '2020-01-01', 'male', '1A'],
      ['Hà Thị Mẫu', '2020-02-02', 'female', '1A'],
      ['Tòng Thị Mẫu', '2020-03-03', 'female', '1B'],
    ],
  },
  {
    name: '05 a sheet for each class, and one that is no list',
    rule: 'every sheet is read; the name of a sheet gives its class',
    file: workbookOf(
      {
        name: '2A',
        rows: [
          ['STT', 'Họ và tên', 'Ngày sinh', 'GT'],
          [1, 'Cầm Văn Mẫu', '01/02/2019', 'Nam'],
        ],
      },
      {
        name: 'Lớp 2B',
        rows: [
          ['STT', 'Họ và tên', 'Ngày sinh', 'GT'],
          [1, 'Cầm Thị Mẫu', '03/04/2019', 'Nữ'],
        ],
      },
      {
        name: 'Thống kê',
        rows: [
          ['Lớp', 'Số học sinh'],
          ['2A', 1],
          ['2B', 1],
        ],
      },
    ),
    lines: 'ot ot ooo',
    people: [
      ['Cầm Văn Mẫu', '2019-02-01', 'male', '2A'],
      ['Cầm Thị Mẫu', '2019-04-03', 'female', '2B'],
    ],
  },
  {
    name: '06 decomposed accents',
    rule: 'NFD is read as NFC',
    file: 'Họ và tên,Ngày sinh,Giới tính\nĐặng Thị Mẫu,11/10/2015,Nữ\nBùi Hữu Mẫu,12/10/2015,Nam\n'.normalize(
      'NFD',
    ),
    lines: 'ott',
    people: [
      ['Đặng Thị Mẫu', '2015-10-11', 'female'],
      ['Bùi Hữu Mẫu', '2015-10-12', 'male'],
    ],
  },
  {
    name: '07 Excel dates as serials, text and dates in one column',
    rule: 'every way to write a day is read',
    file: workbookOf({
      name: 'Sheet1',
      rows: [
        ['Họ và tên', 'Ngày sinh', 'Phái'],
        ['Mẫu Một', days('2014-08-15'), 'Nam'],
        ['Mẫu Hai', serial('2014-08-16'), 'Nữ'],
        ['Mẫu Ba', '17-08-2014', 'Nữ'],
        ['Mẫu Bốn', '18.8.2014', 'Nam'],
        ['Mẫu Năm', '2014-08-19', 'Nam'],
        ['Mẫu Sáu', 2014, 'Nam'],
        ['Mẫu Bảy', '08/2014', 'Nam'],
      ],
    }),
    lines: 'ottttttt',
    people: [
      ['Mẫu Một', '2014-08-15', 'male'],
      ['Mẫu Hai', '2014-08-16', 'female'],
      ['Mẫu Ba', '2014-08-17', 'female'],
      ['Mẫu Bốn', '2014-08-18', 'male'],
      ['Mẫu Năm', '2014-08-19', 'male'],
      ['Mẫu Sáu', '2014', 'male'],
      ['Mẫu Bảy', '2014-08', 'male'],
    ],
  },
  {
    name: '08 birth date in three columns below one heading',
    rule: 'day, month and year make one date',
    file: workbookOf({
      name: '6A',
      merged: ['C1:E1'],
      rows: [
        ['Họ đệm', 'Tên', 'Ngày sinh', null, null, 'Giới tính', null],
        [null, null, 'Ngày', 'Tháng', 'Năm', 'Nam', 'Nữ'],
        ['Hồ Văn', 'Mẫu', 9, 1, 2014, 'x', null],
        ['Hồ Thị', 'Mẫu', '', '', 2014, null, 'X'],
      ],
    }),
    lines: 'oott',
    people: [
      ['Hồ Văn Mẫu', '2014-01-09', 'male', '6A'],
      ['Hồ Thị Mẫu', '2014', 'female', '6A'],
    ],
  },
  {
    name: '09 birth date below "Nam" or "Nữ"',
    rule: 'the column of the date gives the sex',
    file: 'STT;Họ và tên;Năm sinh;;Chỗ ở\n;;Nam;Nữ;\n1;Quàng Văn Mẫu;02/02/2013;;Bản Ví Dụ\n2;Quàng Thị Mẫu;;03/03/2013;Bản Ví Dụ\n',
    lines: 'oott',
    people: [
      ['Quàng Văn Mẫu', '2013-02-02', 'male'],
      ['Quàng Thị Mẫu', '2013-03-03', 'female'],
    ],
  },
  {
    name: '10 the same pupil twice, twins, namesakes',
    rule: 'who stands twice is taken once; who differs in something is somebody else',
    file: 'STT,Họ tên,Ngày sinh,Giới tính,Lớp,Mã học sinh\n1,Lê Văn Mẫu,01/02/2015,Nam,5A,9901\n2,Lê Văn Mẫu,01/02/2015,Nam,5A,9901\n3,Lê Thị Mẫu,01/02/2015,Nữ,5A,9902\n4,Lê Văn Mẫu,01/02/2015,Nam,5B,9903\n5,Khác Tên Mẫu,05/05/2015,Nam,5A,9901\n',
    lines: 'ot2ttd',
    people: [
      ['Lê Văn Mẫu', '2015-02-01', 'male', '5A'],
      ['Lê Thị Mẫu', '2015-02-01', 'female', '5A'],
      ['Lê Văn Mẫu', '2015-02-01', 'male', '5B'],
      ['Khác Tên Mẫu', '2015-05-05', 'male', '5A'],
    ],
  },
  {
    name: '11 numbers missing, cut off, with lost zeros',
    rule: 'what is missing is said, a lost zero is put back, what cannot be read is kept',
    file: workbookOf({
      name: 'DS',
      rows: [
        ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD/Mã định danh', 'SĐT cha mẹ'],
        ['Phạm Văn Mẫu', '01/02/2016', 'Nam', 1216990417, 912000678],
        ['Phạm Thị Mẫu', '', '', '', ''],
        ['Phạm Thu Mẫu', '03/02/2016', 'Nữ', '12AB', '000'],
      ],
    }),
    lines: 'otdd',
    people: [
      ['Phạm Văn Mẫu', '2016-02-01', 'male'],
      ['Phạm Thị Mẫu', undefined, undefined],
      ['Phạm Thu Mẫu', '2016-02-03', 'female'],
    ],
  },
  {
    name: '12 TCVN3, saved as text',
    rule: 'the fonts of before Unicode are turned',
    file: latin(
      'STT,Hä vµ tªn,Ngµy sinh,Giíi tÝnh,Líp\r\n1,NguyÔn V¨n MÉu,01/02/2015,Nam,5A\r\n2,§Æng ThÞ MÉu,03/04/2015,N÷,5A\r\n3,Hoµng H\xF7u MÉu,05/06/2015,Nam,5A\r\n',
    ),
    lines: 'ottt',
    people: [
      ['Nguyễn Văn Mẫu', '2015-02-01', 'male', '5A'],
      ['Đặng Thị Mẫu', '2015-04-03', 'female', '5A'],
      ['Hoàng Hữu Mẫu', '2015-06-05', 'male', '5A'],
    ],
  },
  {
    name: '13 VNI in a workbook',
    rule: 'the fonts of the south are turned',
    file: workbookOf({
      name: '5C',
      rows: [
        ['STT', 'Hoï vaø teân', 'Ngaøy sinh', 'Giôùi tính'],
        [1, 'Nguyeãn Vaên Maãu', '01/02/2015', 'Nam'],
        [2, 'Traàn Thò Maãu', '03/04/2015', 'Nöõ'],
        [3, 'Ñaëng Höõu Maãu', '05/06/2015', 'Nam'],
      ],
    }),
    lines: 'ottt',
    people: [
      ['Nguyễn Văn Mẫu', '2015-02-01', 'male', '5C'],
      ['Trần Thị Mẫu', '2015-04-03', 'female', '5C'],
      ['Đặng Hữu Mẫu', '2015-06-05', 'male', '5C'],
    ],
  },
  {
    name: '14 UTF-16 out of Excel ("Unicode Text"), tabs, quoted cells',
    rule: 'tabs part the cells, a line break inside quotes does not end the line',
    file: utf16(
      'STT\tHọ và\u00a0tên\tNgày sinh\tGiới tính\tĐịa chỉ\r\n1\tMùa A Mẫu\t01/02/2015\tNam\t"Bản Mẫu,\nxã Ví Dụ"\r\n',
    ),
    lines: 'ot',
    people: [['Mùa A Mẫu', '2015-02-01', 'male']],
  },
  {
    name: '15 blanks, capitals, two blanks, a full stop behind the name',
    rule: 'the name is tidied, its letters stay',
    file: 'Stt;HỌ VÀ TÊN;NGÀY SINH;GIỚI TÍNH\n1;  NGUYỄN   VĂN MẪU ;01/02/2015;NAM\n\n;;;\n2;Trần Thị Mẫu;3/4/2015;nữ\n',
    lines: 'otoot',
    people: [
      ['NGUYỄN VĂN MẪU', '2015-02-01', 'male'],
      ['Trần Thị Mẫu', '2015-04-03', 'female'],
    ],
  },
  {
    name: '16 lines with data and no name, dates that cannot be, two-digit years',
    rule: 'what is doubtful is taken and said, who has no name is not taken and said',
    file: 'STT,Họ tên,Ngày sinh,Giới tính\n1,,01/02/2015,Nam\n2,Mẫu Một Hai,31/02/2015,Nam\n3,Mẫu Ba Bốn,01/02/2031,Nữ\n4,Mẫu Năm Sáu,01/02/15,Nữ\n5,,,\n',
    lines: 'oudddo',
    people: [
      ['Mẫu Một Hai', undefined, 'male'],
      ['Mẫu Ba Bốn', undefined, 'female'],
      ['Mẫu Năm Sáu', '2015-02-01', 'female'],
    ],
  },
  {
    name: '17 formulas, script text and a call in the cells',
    rule: 'what is no name is doubtful, whatever it would do elsewhere; a formula gives its last value',
    file: workbookOf({
      name: 'Lớp 4C',
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính'],
        [1, { formula: 'CONCATENATE("Ngô ","Mẫu Tính")', value: 'Ngô Mẫu Tính' }, '01/02/2016', 'Nam'],
        [2, "=cmd|' /C calc'!A0", '01/02/2016', 'Nam'],
        [3, '<script>alert(1)</script>', '01/02/2016', 'Nam'],
        [4, '<img src=x onerror=alert(1)>', '01/02/2016', 'Nữ'],
        [5, '@SUM(1+1)', '01/02/2016', 'Nữ'],
      ],
    }),
    lines: 'otdddd',
    people: [
      ['Ngô Mẫu Tính', '2016-02-01', 'male', '4C'],
      ["=cmd|' /C calc'!A0", '2016-02-01', 'male', '4C'],
      ['<script>alert(1)</script>', '2016-02-01', 'male', '4C'],
      ['<img src=x onerror=alert(1)>', '2016-02-01', 'female', '4C'],
      ['@SUM(1+1)', '2016-02-01', 'female', '4C'],
    ],
  },
  {
    name: '18 parents beside the pupil',
    rule: 'a parent’s name and birth year are not the pupil’s',
    file: 'STT;Họ và tên trẻ;Ngày sinh;Giới tính;Họ tên cha;Năm sinh cha;Họ tên mẹ;Năm sinh mẹ;Điện thoại\n1;Đinh Thị Mẫu;07/08/2021;Nữ;Đinh Văn Mẫu;1990;Hà Thị Ví Dụ;1992;0900 000 111\n',
    lines: 'ot',
    people: [['Đinh Thị Mẫu', '2021-08-07', 'female']],
  },
  {
    name: '19 English headings of an international school',
    rule: 'English headings are known too',
    file: 'No.,Full name,Date of birth,Gender,Class,Student ID\n1,Nguyen Van Mau,14/03/2017,Male,Grade 3,S-990\n2,Mau Vi Du,2017-05-06,F,Grade 3,S-991\n',
    lines: 'ott',
    people: [
      ['Nguyen Van Mau', '2017-03-14', 'male', 'Grade 3'],
      ['Mau Vi Du', '2017-05-06', 'female', 'Grade 3'],
    ],
  },
  {
    name: '20 two lists side by side are one list too many: the second half below a second title',
    rule: 'a block with its own headings in another order is read by them',
    file: 'Lớp 7A;;;\nSTT;Họ và tên;Ngày sinh;Giới tính\n1;Tạ Văn Mẫu;01/01/2014;Nam\n;;;\nLớp 7B;;;\nSTT;Họ và tên;Giới tính;Ngày sinh\n1;Tạ Thị Mẫu;Nữ;02/02/2014\nTổng số: 2;;;\n',
    lines: 'ootoooto',
    people: [
      ['Tạ Văn Mẫu', '2014-01-01', 'male', '7A'],
      ['Tạ Thị Mẫu', '2014-02-02', 'female', '7B'],
    ],
  },
  {
    name: '21 the name under "Họ và" and "tên"',
    rule: 'two headings that make one are one name in two columns',
    file: 'STT;Họ và;tên;Ngày sinh;Giới tính\n1;Lò Thị;Mẫu;01/02/2018;Nữ\n2;Quàng Văn;Ví Dụ;03/04/2018;Nam\n',
    lines: 'ott',
    people: [
      ['Lò Thị Mẫu', '2018-02-01', 'female'],
      ['Quàng Văn Ví Dụ', '2018-04-03', 'male'],
    ],
  },
  {
    name: '22 a heading that nobody knows before the given name',
    rule: 'given names alone are nobody’s names: the words beside them belong to them',
    file: 'STT;Phần đầu;Tên;Ngày sinh;Giới tính\n1;Lò Thị;Mẫu;01/02/2018;Nữ\n2;Quàng Văn;Dụ;03/04/2018;Nam\n',
    lines: 'ott',
    people: [
      ['Lò Thị Mẫu', '2018-02-01', 'female'],
      ['Quàng Văn Dụ', '2018-04-03', 'male'],
    ],
  },
  {
    name: '23 given names and nothing beside them',
    rule: 'a name of one word is looked at',
    file: 'STT;Tên;Ngày sinh;Giới tính\n1;Mẫu;01/02/2018;Nữ\n',
    lines: 'od',
    people: [['Mẫu', '2018-02-01', 'female']],
  },
];
