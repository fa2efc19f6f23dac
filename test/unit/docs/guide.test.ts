// The guide speaks of what the program has: kinds, figures, sheets, codes, mappings; and leaves none out.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#core/app.ts';
import { problemCatalogue } from '#shared/problems.ts';
import { type Catalogue, catalogue } from '#shared/schemas/catalogue.ts';
import { mapping } from '#shared/schemas/import.ts';
import { blocks, openingCodes, project, readDocument, section } from './markdown.ts';
import { referenceText } from './reference.ts';

const guide = readDocument('docs/user-guide.md');
let published: Catalogue;
let home = '';

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'candour-docs-'));
  const app = createApp({ home, resources: home, worker: new URL('file:///worker.js') });
  const reply = await app.call('catalogue.read', {});
  await app.close();
  published = catalogue.parse(reply.ok ? reply.value : null);
});
afterAll(() => rm(home, { recursive: true, force: true }));

const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id).sort();

/** Every source file of a folder, one after another. */
const sources = (folder: string): string =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(project, folder, name), 'utf8'))
    .join('\n');

describe('docs/reference.md', () => {
  it('is what the catalogues say', async () => {
    await expect(referenceText(published)).toMatchFileSnapshot(join(project, 'docs/reference.md'));
  });
});

describe('docs/user-guide.md', () => {
  it('names every kind of data, and no other', () => {
    expect(openingCodes(section(guide, '### Kinds of data')).sort()).toEqual(ids(published.kinds));
  });

  it('names every figure, and no other', () => {
    expect(openingCodes(section(guide, '### The figures')).sort()).toEqual(ids(published.metrics));
  });

  it('names every dimension and grain of every figure', () => {
    const told = new Set(openingCodes(section(guide, '### Splits and filters')));
    const all = published.metrics.flatMap(({ dimensions }) => dimensions);
    expect([...told].sort()).toEqual([...new Set(all)].sort());
    const grains = new Set(published.metrics.flatMap((metric) => metric.grains));
    expect(openingCodes(section(guide, '### Grains')).sort()).toEqual([...grains].sort());
  });

  it('names every sheet of every edition in its order, once', () => {
    const told: string[] = [];
    for (const { title, sheets } of published.editions) {
      const own = openingCodes(section(guide, `### The ${title}, sheet by sheet`));
      expect(own, title).toEqual(sheets.filter((sheet) => !told.includes(sheet)));
      told.push(...own);
    }
    expect(told.sort()).toEqual(ids(published.sheets));
  });

  it('explains only codes that the program gives, and every problem that a row can have', () => {
    const problems = openingCodes(section(guide, '### Problems'));
    const notes = openingCodes(section(guide, '### Notes on a receipt'));
    const warnings = openingCodes(section(guide, '### Warnings'));
    const importing = sources('src-main/core/importers');
    const reading = sources('src-main/core/readers') + sources('src-main/core/handlers') + importing;
    const figures = sources('src-main/core/figures') + sources('src-main/core/metrics');
    const inside = (text: string) => (code: string) => !text.includes(`'${code}'`);
    expect(problems.filter(inside(importing))).toEqual([]);
    expect(notes.filter(inside(reading))).toEqual([]);
    expect(warnings.filter(inside(figures))).toEqual([]);
    // The first hyphened word after "bad(" is the code of the problem.
    const given = [...importing.matchAll(/\bbad\([\s\S]*?'([a-z]+(?:-[a-z]+)+)'/g)];
    expect([...problems].sort()).toEqual(Object.keys(problemCatalogue).sort());
    expect(given.length).toBeGreaterThan(5);
    expect(given.flatMap(([, code = '']) => code).filter((code) => !problems.includes(code))).toEqual([]);
  });

  it('shows mappings that the program takes, for fields that there are', () => {
    const examples = blocks(guide, 'json');
    expect(examples.length).toBeGreaterThan(0);
    const known = new Set(published.kinds.flatMap(({ fields }) => fields.map(({ id }) => id)));
    for (const text of examples) {
      const { fields = {}, values = {} } = mapping.strict().parse(JSON.parse(text));
      expect([...Object.keys(fields), ...Object.keys(values)].filter((id) => !known.has(id))).toEqual([]);
    }
  });
});
