/** What a terminal shows as a picture (SVG), in the colours of the reader's light or dark theme. */
import { escapeMarkup } from '../../src/core/text/markup.ts';
import { displayWidth } from '../../src/core/text/width.ts';

/** Pixels of a column and of a row, and around the whole. */
const COLUMN = 8.4;
const ROW = 18;
const MARGIN = 16;

/** Names of the styles by their SGR codes (ECMA-48, 8.3.117). */
const COLOURS: Readonly<Record<number, string>> = {
  31: 'red',
  32: 'green',
  33: 'yellow',
  34: 'blue',
  35: 'magenta',
  36: 'cyan',
};

const STYLE = `
  text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #24292f; white-space: pre }
  .page { fill: #ffffff; stroke: #d0d7de }
  .bold { font-weight: 600 } .dim { fill: #6e7781 }
  .red { fill: #b3261e } .green { fill: #1a7f37 } .yellow { fill: #8a6100 }
  .blue { fill: #0550ae } .magenta { fill: #8250df } .cyan { fill: #0b6b75 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .page { fill: #0d1117; stroke: #30363d } .dim { fill: #8d96a0 }
    .red { fill: #ff8f87 } .green { fill: #57c46c } .yellow { fill: #d9b44a }
    .blue { fill: #79b8ff } .magenta { fill: #c9a6ff } .cyan { fill: #5fd3dd }
  }
`;

interface Run {
  readonly text: string;
  readonly column: number;
  readonly style: string;
}

/** @param text lines with SGR sequences, and no others. @param title what the picture shows, for those who do not see it. */
export function terminalPicture(text: string, title: string): string {
  const lines = text.replace(/\n$/, '').split('\n').map(runsOf);
  const columns = Math.max(...lines.flat().map(run => run.column + displayWidth(run.text)));
  const width = Math.ceil(columns * COLUMN + 2 * MARGIN);
  const height = lines.length * ROW + 2 * MARGIN;
  const rows = lines.flatMap((runs, row) =>
    runs.map(({ text: words, column, style }) => {
      const x = (MARGIN + column * COLUMN).toFixed(1);
      const y = MARGIN + (row + 0.75) * ROW;
      const drawn = (displayWidth(words) * COLUMN).toFixed(1);
      const attributes = style === '' ? '' : ` class="${style}"`;
      return `<text x="${x}" y="${y}" textLength="${drawn}"${attributes}>${escapeMarkup(words)}</text>`;
    }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let column = 0;
  let [weight, colour] = ['', ''];
  // Text and codes in turn: what a group catches stands between.
  for (const [index, part] of line.split(/\u001b\[(\d+)m/).entries()) {
    if (index % 2 === 1) {
      const code = Number(part);
      if (code === 0) [weight, colour] = ['', ''];
      else if (code === 1 || code === 2) weight = code === 1 ? 'bold' : 'dim';
      else if (code === 22) weight = '';
      else if (code === 39) colour = '';
      else colour = COLOURS[code] ?? colour;
      continue;
    }
    const words = part.trimStart();
    const start = column + (part.length - words.length);
    if (words !== '')
      runs.push({ text: words, column: start, style: [weight, colour].filter(Boolean).join(' ') });
    column += displayWidth(part);
  }
  return runs;
}
