import type { Static } from 'typebox';
import { expectTypeOf, test } from 'vitest';
import type { LayerFile, TranscriptFile } from '../../../src/core/model/generated/entries.ts';
import type { Layer, Transcript } from '../../../src/core/schema/schema.ts';

// Checked by the compiler: `tsc` fails where the generated types differ from those of the schema library.
test('the generated types are those of the definitions', () => {
  expectTypeOf<TranscriptFile>().toEqualTypeOf<Static<typeof Transcript>>();
  expectTypeOf<LayerFile>().toEqualTypeOf<Static<typeof Layer>>();
});
