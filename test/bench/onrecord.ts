/** The readers of YAML that are measured, as one module to bundle. */
export { TYPED_KEYS } from '../../src/core/schema/generated/keys.ts';
export { readDocument } from '../../src/formats/onrecord/read.ts';
export { readYaml } from '../../src/formats/yaml/read/reader.ts';
