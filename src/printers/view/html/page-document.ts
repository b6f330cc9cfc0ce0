/** The shell of every page: no script, nothing loaded, one style sheet that is named by its hash. */
import { sha256Base64 } from '../../../core/anchor/hash.ts';
import { Markup, markup } from './markup.ts';

/** A whole page. @param body the content of `<body>` */
export function pageDocument(title: string, style: string, body: Markup): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${sha256Base64(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
