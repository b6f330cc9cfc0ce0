/** What `npm run faults` needs, as one module to bundle. */
export { ACTIONS } from './actions.ts';
export { inject } from './inject.ts';
