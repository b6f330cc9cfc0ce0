/** Tab-separated values, as recognisers write them. */
import { tableFormat } from '../csv/table-format.ts';

export const format = tableFormat({
  id: 'tsv',
  name: 'TSV',
  title: 'tab-separated values, one row an utterance',
  isTabbed: true,
});
