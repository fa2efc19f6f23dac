// Owns what the responses of a survey come to, counted while they are read: by groups of people, how many gave
// each answer, how many answered each question, and how many answered the same questions.
// The rule: a test by the survey's makers is not counted.
import { openStagingFile, type StagingFile } from './staging-file.ts';
import type { ColumnPlan } from './survey-profile.ts';

export interface TallyPaths {
  readonly groups: string | null;
  readonly tally: string | null;
  readonly people: string | null;
  readonly patterns: string | null;
}

/** What a cell gives: the numbers of its answers, and whether one of them counts. */
export interface Given {
  readonly numbers: readonly number[];
  readonly answered: boolean;
}

interface Group {
  readonly number: number;
  /** People by the place of a question. */
  readonly people: Int32Array;
  /** Responses by the pattern of what they answer, a 0 or 1 for each question with a scale. */
  readonly patterns: Map<string, number>;
  /** Answers by their number. */
  answers: Int32Array;
  responses: number;
}

/** So many patterns are held in memory; where every response has its own they are written as they come. */
const heldPatterns = 1 << 16;
/** The code of the character 0; 1 follows it. */
const zero = 48;

/** Counts one response after another: `begin`, `see` for each of its cells, `end`. */
export class SurveyTally {
  readonly #paths: TallyPaths;
  /** The questions in the order of their columns; where each stands in a pattern, -1 without a scale. */
  readonly #questions: readonly number[];
  readonly #places: readonly number[];
  readonly #groups = new Map<string, Group>();
  readonly #patternFile: StagingFile;
  #patterns = 0;
  /** What the response answers: 1 for each question; and the bytes of its pattern. */
  readonly #marks: Uint8Array;
  readonly #pattern: Buffer;
  #group: Group | null = null;

  constructor(columns: readonly ColumnPlan[], paths: TallyPaths) {
    const scaled = new Set(columns.filter(({ scale }) => scale !== null).map(({ question }) => question));
    this.#questions = [...new Set(columns.map(({ question }) => question))].sort((a, b) => a - b);
    let place = 0;
    this.#places = this.#questions.map((question) => (scaled.has(question) ? place++ : -1));
    this.#marks = new Uint8Array(this.#questions.length);
    this.#pattern = Buffer.alloc(place);
    this.#paths = paths;
    this.#patternFile = openStagingFile(paths.patterns, ['group_no', 'answered', 'responses']);
  }

  /** Where a question's answers are counted. */
  slot(question: number): number {
    return this.#questions.indexOf(question);
  }

  /** A response of the people whose staged columns are `group`; null: it is not counted. */
  begin(group: string | null): void {
    this.#group = group === null ? null : this.#find(group);
    this.#marks.fill(0);
  }

  see(slot: number, { numbers, answered }: Given): void {
    const group = this.#group;
    if (group === null) return;
    let { answers } = group;
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index] as number;
      if (number >= answers.length) answers = widen(group, number);
      answers[number] = (answers[number] as number) + 1;
    }
    if (answered) this.#marks[slot] = 1;
  }

  end(): void {
    const group = this.#group;
    if (group === null) return;
    group.responses++;
    const { people } = group;
    const [marks, places, bytes] = [this.#marks, this.#places, this.#pattern];
    let any = 0;
    for (let slot = 0; slot < marks.length; slot++) {
      const mark = marks[slot] as number;
      const place = places[slot] as number;
      people[slot] = (people[slot] as number) + mark;
      if (place < 0) continue;
      bytes[place] = zero + mark;
      any |= mark;
    }
    if (any === 0) return;
    const pattern = bytes.toString('latin1');
    const known = group.patterns.get(pattern);
    group.patterns.set(pattern, (known ?? 0) + 1);
    if (known === undefined && ++this.#patterns >= heldPatterns) this.#writePatterns();
  }

  /** Writes what was counted. */
  close(): void {
    this.#writePatterns();
    this.#patternFile.close();
    const names = ['group_no', 'directorate', 'grade', 'role', 'party', 'responses'];
    const groups = openStagingFile(this.#paths.groups, names);
    const tally = openStagingFile(this.#paths.tally, ['group_no', 'answer_no', 'answers']);
    const people = openStagingFile(this.#paths.people, ['group_no', 'column_no', 'people']);
    for (const [columns, group] of this.#groups) {
      groups.write(`${group.number},${columns},${group.responses}`);
      for (const [number, count] of group.answers.entries())
        if (count > 0) tally.write(`${group.number},${number},${count}`);
      for (const [slot, count] of group.people.entries())
        if (count > 0) people.write(`${group.number},${this.#questions[slot]},${count}`);
    }
    for (const file of [groups, tally, people]) file.close();
  }

  #find(columns: string): Group {
    const known = this.#groups.get(columns);
    if (known !== undefined) return known;
    const group: Group = {
      number: this.#groups.size + 1,
      people: new Int32Array(this.#questions.length),
      patterns: new Map(),
      answers: new Int32Array(256),
      responses: 0,
    };
    this.#groups.set(columns, group);
    return group;
  }

  #writePatterns(): void {
    for (const { number, patterns } of this.#groups.values()) {
      for (const [pattern, responses] of patterns)
        this.#patternFile.write(`${number},${pattern},${responses}`);
      patterns.clear();
    }
    this.#patterns = 0;
  }
}

function widen(group: Group, number: number): Int32Array {
  const wider = new Int32Array(Math.max(group.answers.length * 2, number + 1));
  wider.set(group.answers);
  group.answers = wider;
  return wider;
}
