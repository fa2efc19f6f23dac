// Where the real public files are, when they are beside the project; tests that need them skip otherwise.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../shared/data/real');

export const realFilesThere = existsSync(folder);
export const whyNoRealFiles = 'the real public files are not beside this checkout (../shared/data/real)';
export const realFile = (path: string): string => resolve(folder, path);
