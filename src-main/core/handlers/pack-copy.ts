// Answers pack.copy: a pack of the outbox in another format, laid out for download.
import { readFile } from 'node:fs/promises';
import { convertWorkbook } from '#core/files/convert.ts';
import type { HandlersOf } from './context.ts';

export const packCopyHandlers: HandlersOf<'pack.copy'> = {
  'pack.copy': async ({ pack, format }, { house, job }) => {
    const { result, path } = await house.workspace().outbox.find(pack);
    job.progress(`Asking LibreOffice for a copy as ${format.toUpperCase()}`, 0.1);
    const copy = await convertWorkbook(await readFile(path), format, job.signal);
    const fileName = result.fileName.replace(/\.xlsx$/, `.${format}`);
    const { file, bytes } = await (await house.tray()).receive(fileName, once(copy));
    return { file, fileName, bytes };
  },
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
