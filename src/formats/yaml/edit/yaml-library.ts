/** What we write YAML with: a module of its own, so that the bundle leaves out the rest of the library, its parser first. */
export { Document, isScalar, visit } from 'yaml';
