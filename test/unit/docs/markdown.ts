// Reads the documents as a test needs them: sections, the codes that open table rows, blocks, links.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const project = join(import.meta.dirname, '../../..');

/** The text of a document, by its path in the repository. */
export const readDocument = (path: string): string => readFileSync(join(project, path), 'utf8');

/** What stands under a heading, up to the next one of its level or above. Throws where it is missing. */
export function section(markdown: string, heading: string): string {
  const level = /^#+/.exec(heading)?.[0].length ?? 1;
  const lines = markdown.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`There is no heading “${heading}”`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return (end < 0 ? rest : rest.slice(0, end)).join('\n');
}

/** Table rows as their cells, without headings and rules. */
export function tableRows(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    )
    .filter(
      ([first = ''], index, all) => !/^:?-+:?$/.test(first) && !/^:?-+:?$/.test(all[index + 1]?.[0] ?? ''),
    );
}

/** The code that opens each table row: `| \`incidents\` | …`. */
export const openingCodes = (markdown: string): string[] =>
  tableRows(markdown).flatMap(([first = '']) => /^`([^`]+)`/.exec(first)?.[1] ?? []);

/** The contents of fenced blocks of one language. */
export const blocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);

/** The targets of links that stay in the repository. */
export const ownLinks = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
    /^[a-z]+:/.test(target) ? [] : target,
  );
