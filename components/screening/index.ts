export type { GrowthPoint } from './chart-points.ts';
export { GrowthChart } from './growth-chart.ts';
