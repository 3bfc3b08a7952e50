/** Every element class and event. Nothing is registered by importing this; see `define`. */
export * from './consent/index.ts';
export { sessionContext } from './context.ts';
export type { Session } from './context.ts';
export { HsskElement } from './element.ts';
export {
  ChangeEvent,
  ConsentLeftEvent,
  ConsentRecordedEvent,
  DecideEvent,
  EmergencyEvent,
  SaveEvent,
  SelectDraftEvent,
  SubmitRecordEvent,
} from './events.ts';
export * from './fields/index.ts';
export { FormState } from './form-state.ts';
export type { Mode, Place } from './form-state.ts';
export * from './record-form/index.ts';
export * from './results/index.ts';
export * from './roster/index.ts';
export * from './screening/index.ts';
export * from './sections/index.ts';
export * from './session/index.ts';
export * from './sync/index.ts';
