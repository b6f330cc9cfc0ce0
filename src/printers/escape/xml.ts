/** XML 1.0. What it cannot hold even as a reference is shown as visible text, so the escapes of HTML serve. */
export { html as xml, htmlAttribute as xmlAttribute } from './html.ts';
