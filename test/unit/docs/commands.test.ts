// The commands, options, exit codes, scripts and links in the documents are there, and none is left out.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '#hosts/cli/program.ts';
import { exitCodes } from '#shared/errors.ts';
import { bufferTerminal } from '../../hosts/terminal-buffer.ts';
import { blocks, openingCodes, ownLinks, project, readDocument, section, tableRows } from './markdown.ts';

const readme = readDocument('README.md');
const guide = readDocument('docs/user-guide.md');
const documents = [
  'README.md',
  ...readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const { scripts } = JSON.parse(readDocument('package.json')) as { scripts: Record<string, string> };

async function help(...command: string[]): Promise<string> {
  const terminal = bufferTerminal(project);
  expect(await runCli([...command, '--help'], terminal)).toBe(exitCodes.ok);
  return terminal.printed();
}

/** The commands that a help text lists; `help` itself goes without saying. */
const listed = (text: string): string[] =>
  [...(text.split('Commands:\n')[1]?.split('\n\n')[0] ?? '').matchAll(/^ {2}([a-z-]+)/gm)]
    .flatMap(([, name = '']) => name)
    .filter((name) => name !== 'help');
const options = (text: string): string[] => [...text.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option);

/** Help by command, with sub-commands as "pack build". */
const helps = new Map<string, string>();

beforeAll(async () => {
  for (const name of listed(await help())) {
    const own = await help(name);
    const below = listed(own);
    if (below.length === 0) helps.set(name, own);
    for (const sub of below) helps.set(`${name} ${sub}`, await help(name, sub));
  }
});

const commandOf = (line: string): string =>
  [...helps.keys()].find((name) => line === name || line.startsWith(`${name} `)) ?? '';

describe('the commands', () => {
  it('are all in the README’s table, and no other', () => {
    const told = openingCodes(section(readme, '## Commands')).filter((code) => !/^\d$/.test(code));
    expect(told.map(commandOf)).toEqual(told.map((code) => code.split(/ [A-Z[-]/)[0]));
    expect(told.map(commandOf).sort()).toEqual([...helps.keys()].sort());
  });

  it('have every option in the guide, and no example uses another', () => {
    const known = new Set([...helps.values()].flatMap(options));
    expect([...known].filter((option) => !guide.includes(option) && option !== '--help')).toEqual([]);
    const lines = [readme, guide]
      .flatMap((text) => blocks(text, 'sh').join('').split('\n'))
      .filter((line) => /^(npx )?candour /.test(line))
      .map((line) => line.replace(/^(npx )?candour /, ''));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      const own = helps.get(commandOf(line)) ?? '';
      expect(own, line).not.toBe('');
      expect(
        options(line).filter((option) => !own.includes(option)),
        line,
      ).toEqual([]);
    }
  });

  it('end in the exit codes of the README’s table', () => {
    const told = openingCodes(section(readme, '### Exit codes')).map(Number);
    expect(told).toEqual(Object.values(exitCodes));
  });
});

describe('the README', () => {
  it('has the two lines', () => {
    const lines = blocks(readme, 'sh').join('').split('\n');
    expect(lines).toContain('npm ci && npm start');
    expect(lines).toContain('npm ci && npm test');
  });

  it('names every npm script, and no other', () => {
    const named = [...readme.matchAll(/npm (?:run (?:--silent )?)?([a-z][a-z:0-9-]*)/g)]
      .flatMap(([, name = '']) => name)
      .filter((name) => name !== 'ci');
    expect([...new Set(named)].sort()).toEqual(Object.keys(scripts).sort());
  });

  it('shows folders that are there', () => {
    const [tree = ''] = blocks(readme, 'text');
    const paths = tree.split('\n').flatMap((line) => /^[\w./-]+/.exec(line)?.[0] ?? []);
    expect(paths.length).toBeGreaterThan(8);
    expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });
});

describe('every document', () => {
  it.each(documents)('%s links to files and headings that are there', (path) => {
    const missing = ownLinks(readDocument(path)).filter((target) => {
      const [file = '', anchor] = target.split('#');
      const found = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(project, found))) return true;
      return anchor !== undefined && !anchorsOf(readDocument(found)).includes(anchor);
    });
    expect(missing).toEqual([]);
  });

  it('of a decision is short, and has its three parts', () => {
    const decisions = documents.filter((path) => /^docs\/decisions\/000[1245]/.test(path));
    expect(decisions).toHaveLength(4);
    for (const path of decisions) {
      const text = readDocument(path);
      expect(text.split('\n').length, path).toBeLessThan(40);
      for (const part of ['## Context', '## Decision', '## Consequences']) expect(text, path).toContain(part);
    }
  });
});

const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

// A table without rows would make the tests above pass for nothing.
it('reads the tables', () => expect(tableRows(section(readme, '## Commands')).length).toBeGreaterThan(15));
