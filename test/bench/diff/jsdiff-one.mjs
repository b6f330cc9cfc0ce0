// jsdiff applied directly to two files, word by word.
import { readFileSync } from 'node:fs';
import { diffWordsWithSpace } from 'diff';

const [oldFile, newFile] = process.argv.slice(2);
diffWordsWithSpace(readFileSync(oldFile, 'utf8'), readFileSync(newFile, 'utf8'));
