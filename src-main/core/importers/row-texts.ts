// Owns which columns of a file hold free text and which name people, and hands their cells to the seal.
// The rule: a text is taken of accepted rows only; names count from every row, for anybody may be written about.
import { textSeal } from '#core/identity/text-block.ts';
import { type Cells, textAt } from '#core/readers/cell-batch.ts';
import type { Heading } from '#core/readers/head.ts';
import type { Importer } from './importer.ts';
import type { MappedField } from './match-columns.ts';
import { type FreeText, type FreeTextColumn, openFreeText } from './stage-free-text.ts';
import type { StageTask } from './stage-result.ts';
import { cleanWording } from './survey-lines.ts';

/** A column of texts: where it stands, and what it is called when it is held. */
interface TextColumn extends FreeTextColumn {
  readonly column: number;
}

export interface RowTexts {
  /** One record, by its place among the cells. */
  see(cells: Cells, row: number, accepted: boolean): void;
  close: FreeText['close'];
  abandon: FreeText['abandon'];
}

/** Headings of personal columns that hold people's names rather than what else is told of them. */
const namesPeople = /name|forename|e-?mail|manager|investigator|handler|officer|owner|councillor|member/i;
const namesOtherwise = /post|title|ward|party|user|file|place|project|service|department|directorate/i;
const namesPosts = /(?:post|job|business|position) ?title|^position$/i;

const columnOf = ({ source }: MappedField): number => (source.kind === 'column' ? source.column : -1);

/** Several columns may fill one free-text field: the second is `narrative-2`. */
function textColumns(mapped: readonly MappedField[]): TextColumn[] {
  const seen = new Map<string, number>();
  return mapped.flatMap((match) => {
    const { type, id } = match.field;
    const column = columnOf(match);
    if (type.kind !== 'free-text' || type.never || column < 0) return [];
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    return [{ id: (nth === 1 ? id : `${id}-${nth}`).replaceAll('_', '-'), label: match.heading, column }];
  });
}

const isName = ({ field, heading }: MappedField): boolean =>
  field.type.kind === 'identity' ||
  (field.type.kind === 'personal' && namesPeople.test(heading) && !namesOtherwise.test(heading));

interface TextPlan {
  readonly texts: readonly TextColumn[];
  readonly names: readonly number[];
  /** The column of titles and the one that tells who holds them, in a staff list; -1 for none. */
  readonly title: number;
  readonly holder: number;
}

function openTexts({ texts, names, title, holder }: TextPlan, { folder, key }: StageTask): RowTexts {
  const free = openFreeText({ folder, seal: textSeal(key), columns: texts });
  const posts = title >= 0 && holder >= 0;
  const idle = folder === null || (texts.length === 0 && !posts);
  const see = (cells: Cells, row: number, accepted: boolean): void => {
    if (texts.length > 0) for (const column of names) free.known(textAt(cells, row, column).trim());
    if (!accepted) return;
    for (const { id, column } of texts) free.see(cells.firstRow + row, id, textAt(cells, row, column));
    if (posts) free.post(textAt(cells, row, title), textAt(cells, row, holder).trim());
  };
  return { see: idle ? () => {} : see, close: free.close, abandon: free.abandon };
}

/** The texts of a file of one row a thing. */
export function openRowTexts(importer: Importer, mapped: readonly MappedField[], task: StageTask): RowTexts {
  const staff = importer.id === 'workforce-snapshot';
  const titled = mapped.find(
    ({ field, heading }) => field.type.kind === 'personal' && namesPosts.test(heading),
  );
  const person = mapped.find(({ field }) => field.type.kind === 'identity');
  return openTexts(
    {
      texts: textColumns(mapped),
      names: mapped
        .filter(isName)
        .map(columnOf)
        .filter((column) => column >= 0),
      title: staff && titled ? columnOf(titled) : -1,
      holder: person ? columnOf(person) : -1,
    },
    task,
  );
}

/** The texts of survey responses: the answer columns that are held back. */
export function openSurveyTexts(heading: Heading, heldBack: readonly number[], task: StageTask): RowTexts {
  return openTexts(
    {
      texts: heldBack.map((column) => {
        const label = cleanWording(heading.columns[column]?.header ?? '');
        return { id: `column-${column + 1}`, label, column };
      }),
      names: heading.columns
        .filter(({ metadata }) => metadata === 'name' || metadata === 'email')
        .map(({ index }) => index),
      title: -1,
      holder: -1,
    },
    task,
  );
}
