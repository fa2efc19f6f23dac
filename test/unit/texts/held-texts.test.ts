// Held-back texts: sealed in the database, listed by count, read by a person, released by rule, undone whole.
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textSeal } from '#core/identity/text-block.ts';
import { releaseText, withdrawText } from '#core/identity/text-release.ts';
import { readText, reviewTexts } from '#core/identity/text-review.ts';
import { textSources } from '#core/identity/text-sources.ts';
import { openFreeText } from '#core/importers/stage-free-text.ts';
import type { TextReleaseRequest } from '#shared/schemas/free-text.ts';
import { access, type HeldStore, heldStore, key } from './held.ts';

const minimum = 10;
const planted = 'The quince orchard remark was made by Ngaio Okoro-Bell on 01632 960983.';

let held: HeldStore;
beforeEach(async () => {
  held = await heldStore();
});
afterEach(() => held.close());

const review = (options: { row?: number; page?: number; waiting?: boolean } = {}, own = access) =>
  held.store.transaction((session) => reviewTexts(session, own, options, minimum));
const release = (request: Partial<TextReleaseRequest>, own = access) =>
  held.store.transaction((session) =>
    releaseText(
      session,
      own,
      {
        importId: own.importId,
        field: own.field,
        row: 2,
        status: 'public',
        reason: 'for the report',
        ...request,
      },
      minimum,
    ),
  );
const sources = (options = {}) => textSources(held.store, options, minimum);
const log = () =>
  held.store.all<{ act: string; logged_by: string; row_nos: string }>(
    'select act, logged_by, row_nos::varchar as row_nos from text_log order by logged_at, act',
  );

describe('what is stored of a held text', () => {
  it('cannot be read from the bytes of the database, before or after it is opened again', async () => {
    await held.plant({ texts: [planted, 'Nothing of note.'], names: ['Okoro-Bell, Ngaio'] });
    await held.store.run('checkpoint');
    const bytes = await held.bytes();
    expect(bytes.length).toBeGreaterThan(100_000);
    for (const word of [
      'quince',
      'Okoro',
      'Ngaio',
      '960983',
      'of note',
      Buffer.from('quince orchard').toString('base64').slice(2, 14),
    ])
      expect(bytes.includes(word), word).toBe(false);
    // The test finds what is there to be found.
    expect(bytes.includes('narrative')).toBe(true);
  });

  it('is nowhere in clear in the staging folder either', async () => {
    const folder = join(held.folder, 'staging', 'x');
    await mkdir(folder, { recursive: true });
    const columns = [{ id: 'narrative', label: 'What happened' }];
    const free = openFreeText({ folder, seal: textSeal(key), columns });
    for (let row = 2; row < 2502; row++) free.see(row, 'narrative', `${planted} ${row}`);
    const look = async () => {
      const names = await readdir(folder);
      return [
        names.length,
        Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name))))),
      ] as const;
    };
    const [drafts, before] = await look();
    expect([drafts, before.length > 100_000, before.includes('quince')]).toEqual([1, true, false]);
    free.close();
    const [files, after] = await look();
    expect([files, after.includes('quince'), after.includes('narrative')]).toEqual([2, false, true]);
    await rm(folder, { recursive: true });
  });

  it('is found in the bytes once it is released, and only as released', async () => {
    await held.plant({ texts: [planted] });
    await release({ text: 'The quince orchard remark was made.' });
    await held.store.run('checkpoint');
    const bytes = await held.bytes();
    expect(bytes.includes('The quince orchard remark was made.')).toBe(true);
    expect(bytes.includes('Okoro')).toBe(false);
  });
});

describe('the list', () => {
  it('counts texts and findings by column and never shows a text', async () => {
    const columns = [
      { id: 'column-4', label: 'What would help?' },
      { id: 'column-7', label: 'Anything else?' },
    ];
    await held.plant({
      kind: 'survey-response',
      columns,
      respondents: 12,
      texts: [
        { 'column-4': planted, 'column-7': 'n/a' },
        { 'column-4': 'Write to a@b.example', 'column-7': '-' },
        { 'column-4': '', 'column-7': 'More time.' },
      ],
    });
    const list = await sources();
    expect(list).toMatchObject({ total: 2, waiting: 3, pages: 1 });
    expect(list.sources).toMatchObject([
      {
        field: 'column-4',
        label: 'What would help?',
        texts: 2,
        waiting: 2,
        base: 12,
        enough: true,
        instrument: 'Staff survey',
      },
      { field: 'column-7', texts: 1, found: {} },
    ]);
    expect(list.sources[0]?.found).toEqual({ name: 1, phone: 1, 'e-mail': 1 });
    expect(JSON.stringify(list)).not.toMatch(/quince|Okoro|b\.example|More time/);
    expect((await sources({ kind: 'incident' })).total).toBe(0);
    expect((await sources({ instrument: 'Staff survey', status: 'public' })).total).toBe(0);
    expect((await sources({ status: 'waiting' })).total).toBe(2);
  });
});

describe('the review', () => {
  it('opens texts with their findings, a person who is named later in the file among them', async () => {
    await held.plant({
      texts: ['I told Wrona and Green to stop'],
      names: ['Wrona, Zbyszek', 'Cllr Tom Green'],
    });
    const { texts } = await review();
    const [first] = texts;
    expect(first).toMatchObject({ row: 2, status: 'waiting', text: 'I told Wrona and Green to stop' });
    expect(first?.found.map(({ start, end }) => first.text.slice(start, end))).toEqual(['Wrona', 'Green']);
  });

  it('pages over blocks, and over those that wait', async () => {
    await held.plant({ texts: Array.from({ length: 2345 }, (_, index) => `Remark number ${index + 2}.`) });
    const last = await review({ page: 118 });
    expect([last.pages, last.texts.map(({ row }) => row)]).toEqual([118, [2342, 2343, 2344, 2345, 2346]]);
    expect((await review({ page: 51 })).texts.map(({ row }) => row)).toEqual(
      Array.from({ length: 20 }, (_, index) => 1002 + index),
    );
    for (const row of [2, 4, 1003]) await release({ row, text: 'A remark.' });
    const waiting = await review({ waiting: true });
    expect(waiting.texts.slice(0, 3).map(({ row }) => row)).toEqual([3, 5, 6]);
    expect((await review({ waiting: true, page: 50 })).texts.at(-1)?.row).toBe(1004);
    expect((await sources()).sources).toMatchObject([{ texts: 2345, waiting: 2342, public: 3 }]);
    expect((await review({ row: 2000 })).texts).toMatchObject([{ row: 2000, text: 'Remark number 2000.' }]);
  });

  it('is written down: who, when, which rows, and no text', async () => {
    await held.plant({ texts: [planted, planted] });
    await review();
    await release({ row: 3, status: 'never', text: planted });
    await held.store.transaction((session) => withdrawText(session, access, 3));
    expect(await log()).toEqual([
      { act: 'review', logged_by: 'tester', row_nos: '[2,3]' },
      { act: 'release', logged_by: 'tester', row_nos: '[3]' },
      { act: 'withdraw', logged_by: 'tester', row_nos: '[3]' },
    ]);
  });

  it('refuses another key, and what is not there', async () => {
    await held.plant({ texts: [planted] });
    await expect(review({}, { ...access, key: Buffer.alloc(32, 8) })).rejects.toMatchObject({
      code: 'text-sealed',
    });
    await expect(review({}, { ...access, field: 'lesson' })).rejects.toMatchObject({ code: 'text-unknown' });
    await expect(review({ row: 99 })).rejects.toMatchObject({ code: 'text-unknown' });
    expect(await log()).toEqual([]);
  });

  it('marks posts that the staff list holds once, also where that list came later', async () => {
    await held.plant({ texts: ['Ask the play ranger, or a tree officer.'] });
    await held.plant({
      importId: 'i2',
      kind: 'workforce-snapshot',
      texts: [],
      posts: [
        ['Play Ranger', 'E1'],
        ['Play  ranger', 'E1'],
        ['Tree Officer', 'E2'],
        ['Tree Officer', 'E3'],
        ['Gardener', 'E4'],
      ],
    });
    const [text] = (await review()).texts;
    expect(text?.found.map(({ start, end, kind }) => [kind, text.text.slice(start, end)])).toEqual([
      ['post', 'play ranger'],
    ]);
    await expect(release({ text: 'The play ranger said so.' })).rejects.toMatchObject({
      code: 'text-needs-confirming',
    });
    await held.store.run('checkpoint');
    expect((await held.bytes()).includes('play ranger')).toBe(false);
    await held.undo('i2');
    expect((await review()).texts[0]?.found).toEqual([]);
  });

  it('does not show the words of a case that went to safeguarding', async () => {
    await held.plant({ texts: [planted, 'Plain.'] });
    await held.store.run(
      `insert into clean.incident by name select 'i1' as import_id, row_no, 'C' || row_no as case_ref,
        'day' as received_precision, 'open' as status, row_no = 2 as safeguarding from (values (2), (3)) as t(row_no)`,
    );
    const { texts } = await review();
    expect(texts).toMatchObject([
      { row: 2, text: '', found: [], safeguarded: true },
      { row: 3, text: 'Plain.', safeguarded: false },
    ]);
    await expect(release({ text: 'Something.' })).rejects.toMatchObject({ code: 'text-safeguarded' });
    expect((await log()).map(({ row_nos }) => row_nos)).toEqual(['[3]']);
  });
});

describe('the release', () => {
  it('refuses what still names or reaches somebody for the public, and asks first for exempt papers', async () => {
    await held.plant({ texts: [planted] });
    for (const text of [planted, 'ring 01632 960983', 'x@y.example said', 'Bell was rude'])
      await expect(release({ text, confirm: true }), text).rejects.toMatchObject({
        code: 'text-names-somebody',
      });
    await expect(release({ text: planted, status: 'exempt' })).rejects.toMatchObject({
      code: 'text-needs-confirming',
    });
    expect(await release({ text: planted, status: 'exempt', confirm: true })).toMatchObject({
      status: 'exempt',
      redactions: 0,
    });
    await expect(release({ text: 'The Monitoring Officer said no.' })).rejects.toMatchObject({
      code: 'text-needs-confirming',
    });
    expect(await release({ text: 'The Monitoring Officer said no.', confirm: true })).toMatchObject({
      status: 'public',
    });
    expect((await sources()).sources).toMatchObject([{ public: 1, exempt: 0, waiting: 0 }]);
  });

  it('counts redactions, keeps no text of what is never shown, and refuses nothing at all', async () => {
    await held.plant({ texts: [planted] });
    expect(await release({ text: 'Made by [name] on [phone].' })).toMatchObject({ redactions: 2, found: [] });
    await expect(release({ text: '  ' })).rejects.toMatchObject({ code: 'text-empty' });
    await release({ status: 'never', text: 'something' });
    expect(await held.store.all('select text, status, reason, released_by from clean.released_text')).toEqual(
      [{ text: null, status: 'never', reason: 'for the report', released_by: 'tester' }],
    );
  });

  it('is refused for the words of a small group, which may still be put aside', async () => {
    await held.plant({ kind: 'survey-response', respondents: 9, texts: ['Fine.'] });
    await expect(release({ text: 'Fine.' })).rejects.toMatchObject({ code: 'text-group-small' });
    await expect(release({ text: 'Fine.', status: 'exempt', confirm: true })).rejects.toMatchObject({
      code: 'text-group-small',
    });
    await release({ status: 'never' });
    expect((await sources()).sources).toMatchObject([{ never: 1, base: 9, enough: false }]);
  });

  it('can be withdrawn, and then the text waits again', async () => {
    await held.plant({ texts: [planted] });
    await release({ text: 'A remark.' });
    await held.store.transaction((session) => withdrawText(session, access, 2));
    expect(await held.store.transaction((session) => readText(session, access, 2))).toMatchObject({
      status: 'waiting',
      released: null,
    });
    await expect(held.store.transaction((session) => withdrawText(session, access, 2))).rejects.toMatchObject(
      { code: 'text-not-decided' },
    );
  });
});

describe('undo', () => {
  it('takes held and released texts away, and those of no other import', async () => {
    await held.plant({ texts: [planted] });
    await held.plant({ importId: 'i2', texts: [planted] });
    await release({ text: 'A remark.' });
    await release({ text: 'Another.' }, { ...access, importId: 'i2' });
    await held.undo('i1');
    expect((await sources()).sources.map(({ importId, public: shown }) => [importId, shown])).toEqual([
      ['i2', 1],
    ]);
    expect(await held.store.all('select import_id, text from clean.released_text')).toEqual([
      { import_id: 'i2', text: 'Another.' },
    ]);
    expect(await held.store.all('select distinct import_id from clean.held_text')).toEqual([
      { import_id: 'i2' },
    ]);
  });
});

describe('staging', () => {
  it('keeps nothing in a preview or of a pass that is abandoned, and takes the longest texts there are', async () => {
    const preview = openFreeText({
      folder: null,
      seal: textSeal(key),
      columns: [{ id: 'narrative', label: '' }],
    });
    preview.see(2, 'narrative', planted);
    expect(preview.close()).toBe(0);
    const folder = join(held.folder, 'staging', 'y');
    await mkdir(folder, { recursive: true });
    const begun = openFreeText({ folder, seal: textSeal(key), columns: [{ id: 'narrative', label: '' }] });
    begun.see(2, 'narrative', planted);
    begun.abandon();
    begun.abandon();
    expect([await readdir(folder), begun.close()]).toEqual([[], 0]);
    const long = `"${'ä\u0001\n'.repeat(20_000)}`;
    expect(await held.plant({ texts: Array.from({ length: 40 }, () => long) })).toBe(40);
    expect((await review({ row: 41 })).texts[0]?.text).toBe(long.slice(0, 32_767));
  });
});
