/** Decodes HTML character references (`&amp;`, `&#8212;`). */
import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** In text: a reference may end without a semicolon where HTML allows it. */
export const decodeReferences: (text: string) => string = decodeHTML;

/** In the value of an attribute, where fewer references may. */
export const decodeAttributeReferences: (text: string) => string = decodeHTMLAttribute;
