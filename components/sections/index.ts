export { AdministrativeSection } from './administrative-section.ts';
export { ExaminationSection } from './examination-section.ts';
export { HistorySection } from './history-section.ts';
export { ImmunizationSection } from './immunization-section.ts';
