export type { GrowthPoint } from './chart-points.ts';
export type { StationSaveState } from './dock-view.ts';
export { GrowthChart } from './growth-chart.ts';
export { NextMemberEvent } from './next-event.ts';
export { ScreeningForm } from './screening-form.ts';
