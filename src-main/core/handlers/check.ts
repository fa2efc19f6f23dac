// Answers what a finished workbook breaks: bytes from the inbox or the outbox, read on the worker.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { HandlersOf } from './context.ts';

/** A workbook packed larger than this is not taken into memory. */
const mostBytes = 512 * 1024 * 1024;

export const checkHandlers: HandlersOf<'pack.check'> = {
  'pack.check': async (request, { house, job }) => {
    const { path, fileName } =
      'file' in request
        ? await house
            .inbox()
            .then((inbox) => inbox.find(request.file))
            .then(({ path, name }) => ({ path, fileName: name }))
        : await house
            .workspace()
            .outbox.find(request.pack)
            .then(({ path, result }) => ({ path, fileName: result.fileName }));
    const { size } = await stat(path);
    if (size === 0) throw new AppError('file-empty', { name: fileName });
    if (size > mostBytes)
      throw new AppError('file-too-large', { name: fileName, reason: 'it is over 512 MB' });
    const bytes = await readFile(path);
    const { profile, thresholds } = request;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const task = { name: fileName, bytes, fileName, sha256, profile, thresholds };
    return house.threads.run('check', task, { signal: job.signal });
  },
};
