// The sample council speaks the product's vocabularies, so that only its planted values come out as unknown.
import { describe, expect, it } from 'vitest';
import { appraisalTiers, ratings } from '#shared/vocabulary/appraisals.ts';
import { formalRoutes, routeChecks, seniorityGaps } from '#shared/vocabulary/conduct.ts';
import { methods, observed, polarities, successTypes } from '#shared/vocabulary/evidence.ts';
import { allegations, channels, outcomes, stages } from '#shared/vocabulary/incidents.ts';
import {
  actionStates,
  lessonSources,
  recheckResults,
  trainingKinds,
  trainingStates,
} from '#shared/vocabulary/learning.ts';
import { posts, sides } from '#shared/vocabulary/posts.ts';
import { behaviours, principles } from '#shared/vocabulary/protocol.ts';
import { roles, tiers } from '#shared/vocabulary/roles.ts';
import { findTerm, type Vocabulary } from '#shared/vocabulary/vocabulary.ts';
import { absenceReasons, eventTypes, leavingReasons, termEnds } from '#shared/vocabulary/workforce.ts';
import { yesNo } from '#shared/vocabulary/yes-no.ts';
import { entryOf, readSample } from './read-sample.ts';

const cases: [string, string, Vocabulary, string[]][] = [
  ['events.csv', 'Type', eventTypes, []],
  ['councillor-terms.csv', 'Cause of Leaving', termEnds, []],
  ['leavers-and-joiners.csv', 'Reason', leavingReasons, ['MARS 2']],
  ['absence-itrent-2019-2022.csv', 'Absence Reason', absenceReasons, ['See file note']],
  ['absence-oracle-2022-2025.csv', 'Reason', absenceReasons, ['ZZ98 Migrated']],
  ['protocol-incident-log.xlsx', 'Category', allegations, ['General unpleasantness']],
  ['protocol-incident-log.xlsx', 'Reporter Role', roles, []],
  ['protocol-incident-log.xlsx', 'Subject Role', roles, []],
  ['protocol-incident-log.xlsx', 'Channel', channels, []],
  ['protocol-incident-log.xlsx', 'Stage', stages, []],
  ['protocol-incident-log.xlsx', 'Outcome', outcomes, []],
  ['protocol-incident-log.xlsx', 'Sanction or Support', outcomes, []],
  ['protocol-incident-log.xlsx', 'Decided By (Roles)', posts, []],
  ['protocol-incident-log.xlsx', 'Behaviours Engaged', behaviours, []],
  ['protocol-incident-log.xlsx', 'Principles Engaged', principles, []],
  ['protocol-incident-log.xlsx', 'Seniority Gap', seniorityGaps, []],
  ['protocol-incident-log.xlsx', 'Contact Route Check', routeChecks, []],
  ['protocol-incident-log.xlsx', 'Formal Route', formalRoutes, []],
  ['protocol-incident-log.xlsx', 'Safeguarding or Police', yesNo, []],
  ['appraisals-2023-2025.xlsx', 'Management Tier', appraisalTiers, []],
  ['appraisals-2023-2025.xlsx', 'Protocol Behaviours', behaviours, []],
  ['appraisals-2023-2025.xlsx', 'Overall Rating', ratings, ['Solid']],
  ['listening-excerpts.csv', 'Method', methods, []],
  ['listening-excerpts.csv', 'Audience', sides, []],
  ['listening-excerpts.csv', 'Convened By', posts, ['Maxine Dathcroft']],
  ['listening-excerpts.csv', 'Behaviour', behaviours, []],
  ['listening-excerpts.csv', 'Concern/Strength', polarities, []],
  ['meeting-observations.csv', 'Behaviour Observed', behaviours, []],
  ['meeting-observations.csv', 'Seen (Y/N)', observed, ['3, then 4']],
  ['positive-examples.csv', 'Type of Success', successTypes, ['Compliment']],
  ['positive-examples.csv', 'Proposed By (Role)', posts, []],
  ['positive-examples.csv', 'Behaviours Shown', behaviours, []],
  ['positive-examples.csv', 'Nolan Principles', principles, []],
  ['training-records.csv', 'Learner Role', posts, []],
  ['training-records.csv', 'Course Type', trainingKinds, ['Lunch and learn']],
  ['training-records.csv', 'Completion Status', trainingStates, []],
  ['lessons-and-actions.csv', 'Source of Learning', lessonSources, []],
  ['lessons-and-actions.csv', 'Owner (Role)', posts, ['Leanne Corranshaw']],
  ['lessons-and-actions.csv', 'Status', actionStates, ['Parked']],
  ['lessons-and-actions.csv', 'Recheck Result', recheckResults, []],
  ['conduct-complaints-register.csv', 'Allegation', allegations, []],
  ['conduct-complaints-register.csv', 'Complainant Type', roles, []],
  ['conduct-complaints-register.csv', 'Tier', tiers, []],
  ['conduct-complaints-register.csv', 'Stage', stages, []],
  ['conduct-complaints-register.csv', 'Outcome', outcomes, []],
  ['conduct-complaints-register.csv', 'Sanction or Action', outcomes, []],
];

describe('sample council words', () => {
  it.each(cases)('%s, column %s', (file, heading, vocabulary, planted) => {
    const { rows, cell } = readSample(entryOf(file));
    const words = new Set(rows.flatMap((row) => cell(row, heading).split(';')).map((one) => one.trim()));
    expect([...words].filter((one) => one !== '' && !findTerm(vocabulary, one))).toEqual(planted);
  });
});
