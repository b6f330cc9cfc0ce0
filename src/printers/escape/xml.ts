/** XML 1.0. Characters that it forbids even as references become visible text, so the HTML escapes serve. */
export { html as xml, htmlAttribute as xmlAttribute } from './html.ts';
