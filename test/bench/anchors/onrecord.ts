/** What the benchmark needs of the program, bundled when it starts. */
export { reanchor } from '../../../src/core/anchor/reanchor.ts';
export { loadLanguage } from '../../../src/core/language/shipped.ts';
