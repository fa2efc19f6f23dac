// Answers with a starter template: a workbook to fill in, made from what a kind's importer says of its fields.
import { treatmentOf } from '#core/importers/field.ts';
import type { Importer } from '#core/importers/importer.ts';
import { importerOf, importers } from '#core/importers/index.ts';
import { describeForm, type FormRequest } from '#core/packs/template.ts';
import { AppError } from '#shared/errors.ts';
import type { CallContext, HandlersOf } from './context.ts';
import { formCell, formColumn, formHeading, questionColumn } from './form-columns.ts';

/** A template is the same whenever it is made. */
const made = '2026-01-01T00:00:00Z';

function guideLines({ definition, questions }: Importer): string[] {
  return [
    definition,
    'One row is one record. Keep the headings in row 1; leave out columns that you have no data for.',
    'Row 2 is an example: delete it, or write over it, before you import the file.',
    'Columns marked (needed) must be filled in every row. Cells with a list offer it when they are chosen.',
    ...(questions
      ? [
          'Put your own questions in place of the example ones, one column a question, worded as they were asked.',
        ]
      : []),
    'Do not add names, e-mail addresses or other personal details: columns that hold them are left out.',
  ];
}

function templateRequest(importer: Importer): FormRequest {
  // Not asked for: what is left out whenever it comes, and what is no column of its own.
  const fields = importer.fields.filter(
    (field) => treatmentOf(field) !== 'not-imported' && field.type.kind !== 'series',
  );
  const questions = importer.questions ?? [];
  const columns = [
    ...fields.map((field) => formColumn(field, importer, formHeading(field))),
    ...questions.map(questionColumn),
  ];
  const examples = [...fields, ...questions].map(({ example }) => example);
  return {
    name: importer.title,
    title: `${importer.title}: starter template`,
    reference: `Candour starter template: ${importer.title}`,
    creator: 'Candour',
    marking: 'Starter template: holds no data',
    created: made,
    columns,
    rows: [columns.map(({ entry }, i) => formCell(entry.kind, examples[i]))],
    guide: { name: 'How_to_fill_it_in', title: 'How to fill it in', lines: guideLines(importer) },
  };
}

/** Writes a form on the worker and lays it out to be taken away. */
export async function makeForm(request: FormRequest, fileName: string, { house, job }: CallContext) {
  job.progress('Writing the workbook', null);
  const bytes = await house.threads.run('workbook', describeForm(request), { signal: job.signal });
  const tray = await house.tray();
  const { file } = await tray.receive(
    fileName,
    (async function* () {
      yield bytes;
    })(),
  );
  return { file, fileName, bytes: bytes.byteLength };
}

export const templateHandlers: HandlersOf<'template.build'> = {
  'template.build': async ({ kind }, context) => {
    const importer = importerOf(kind);
    if (!importer)
      throw new AppError('kind-not-known', { kind, kinds: importers.map(({ id }) => id).join(', ') });
    const request = templateRequest(importer);
    const made = await makeForm(request, `candour-template-${kind}.xlsx`, context);
    return { ...made, kind, title: importer.title, columns: request.columns.length };
  },
};
