// Any other table: a row of headings or a few, under title lines perhaps. Only columns that no one but a
// survey tool names so are metadata; what the rest mean is the importer's to say.
import { answer, cellAt, metadata, styleOfValues, valuesBelow } from './cells.ts';
import type { Candidate, ColumnHeading, HeaderDialect } from './heading.ts';
import { metadataKind } from './response-metadata.ts';

/** Words run together, or `respondent`/`response`/`collector` in front: a tool's own variable name. */
const toolName =
  /^(StartDate|EndDate|RecordedDate|IPAddress|Recipient\w+|Location\w+|UserLanguage|(Respon(dent|se)|Collector) ?ID)$/i;

export const plain: HeaderDialect = {
  dialect: 'plain',
  depth: () => 1,
  columns: (candidate, depth) =>
    Array.from({ length: candidate.width }, (_, index) => column(candidate, depth, index)),
};

function column(candidate: Candidate, depth: number, index: number): ColumnHeading {
  const texts = candidate.rows.slice(0, depth).map((row) => cellAt(row, index));
  const heading = texts.filter((text, at) => text.trim() !== '' && text !== texts[at - 1]).join(' ');
  const values = valuesBelow(candidate, depth, index);
  const empty = heading === '' && depth > 0 && values.length === 0;
  const kind = empty ? 'other' : toolName.test(heading.trim()) ? metadataKind(heading) : null;
  return kind === null ? answer(index, heading, null, styleOfValues(values)) : metadata(index, heading, kind);
}
