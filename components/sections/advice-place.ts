/** No place of the form: what is advised anywhere hears by it that advice can be given now. */
export const advicePlace = 'advice';
