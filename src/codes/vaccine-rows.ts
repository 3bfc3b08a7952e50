import { codeList, type CodeItem, type CodeList } from './code-list.ts';

/** A printed row of part C: `table` is C1 `basic`, C2 `other` or C3 `tetanus`; `text` the printed label. */
export interface VaccineRow extends CodeItem {
  readonly table: 'basic' | 'other' | 'tetanus';
  /** What the dose protects with, in the words of the vaccine products; `Polio` and `Pneumo` leave the kind open. */
  readonly antigens: readonly string[];
}

// Code, how many doses (none: the row has no number), label before the number, antigens. Form QĐ 831, part C.
const BASIC = `bcg,,BCG,BCG
hepBBirth,,VGB sơ sinh,HepB
dptHepBHib,3,DPT -VGB-Hib ,D T wP HepB Hib
polio,3,Bại liệt ,Polio
measles,2,Sởi ,Measles
dpt4,,DPT4,D T wP
japaneseEncephalitis,3,VNNB B,JE`;
const OTHER = `cholera,2,Tả ,Cholera
mumps,3,Quai bị ,Mumps
influenza,3,Cúm ,Influenza
typhoid,,Thương hàn,Typhoid
hpv,3,HPV ,HPV
pneumococcal,,Vắc xin phế cầu khuẩn,Pneumo`;
const TETANUS = 'tetanus,5,UV,T';

const rows = (table: VaccineRow['table'], lines: string): VaccineRow[] =>
  lines.split('\n').flatMap((line) => {
    const [code = '', doses = '', label = '', antigens = ''] = line.split(',');
    return Array.from({ length: +doses || 1 }, (_, at) => {
      const number = doses && at + 1;
      return { code: code + number, text: label + number, table, antigens: antigens.split(' ') };
    });
  });

/** The 32 printed rows of part C in their order; the code is the key of the row in the record. */
export const vaccineRows: CodeList<VaccineRow> = /* @__PURE__ */ codeList('vaccineRows', () => [
  ...rows('basic', BASIC),
  ...rows('other', OTHER),
  ...rows('tetanus', TETANUS),
]);
