// Which kind a file is taken for, by headings as systems and councils write them; no kind takes another's file.
import { describe, expect, it } from 'vitest';
import { recogniseKind } from '#core/importers/recognise-kind.ts';
import { readHeading } from '#core/readers/head.ts';

const kindOf = (headings: string, ...rows: string[]): string | undefined => {
  const records = [headings, ...rows, ...rows, ...rows].map((line) => line.split('|'));
  return recogniseKind(readHeading(records), records.slice(1))?.id;
};

describe('recognising a kind', () => {
  it.each([
    [
      'incident',
      'Case No|Date|Status of complaint|Comments|Detail re complaint topic',
      'A/2022|01/02/2022|Ongoing||x',
    ],
    [
      'incident',
      'Ref|Date Received|Complainant|Subject Member|Allegation|Outcome|Date Closed',
      '1|01/02/2022|x|y|Respect||',
    ],
    [
      'incident',
      'Incident ID|Date Reported|Decision Makers|Sanction|Support|Behaviours',
      '1|01/02/2022|MO|None||',
    ],
    [
      'absence-spell',
      'Person Number|Absence Type|Absence Reason|Start Date|End Date|FTE Days',
      '1|Sickness|Cold|01/02/2022|02/02/2022|1',
    ],
    [
      'absence-aggregate',
      'Month|Directorate|Reason|FTE Days Lost|FTE Days Available',
      '2024-01|Parks|Cold|5|500',
    ],
    ['workforce-snapshot', 'Snapshot Date|Employee Number|Directorate|Grade|FTE', '31/03/2024|1|Parks|GR1|1'],
    ['leaver', 'Employee No|Directorate|Grade|Leaving Date|Leaving Reason', '1|Parks|GR1|31/03/2024|Retired'],
    ['councillor-term', 'Councillor|Party|Ward|Elected Date|Term End', 'x|LAB|Moor|05/05/2022|07/05/2026'],
    ['event', 'Date|Event|Type', '12/09/2023|Adopted|adoption'],
    ['survey-aggregate', 'Survey|Year|Question|Group|% positive|Base', 'Staff|2023|I am safe|All|61|900'],
    ['survey-aggregate', 'Question|2021|2022|2023', 'I am safe|51|[c]|61'],
    [
      'survey-aggregate',
      'Wave|Theme|Statement|Directorate|Response|Percentage|N',
      'Oct 2023|Respect|I am safe|Parks|Agree|61|90',
    ],
    [
      'appraisal',
      'Employee Number|Name|Appraisal Year|Department|Grade|Overall Rating|Sign-off Date',
      '1|x|2023/24|Parks|GR5|Met|01/05/2024',
    ],
    [
      'appraisal',
      'Person Number|Review Period|Tier|Appraisal Due|Appraisal Date|Manager Comments',
      '1|2023/24|Director|30/04/2024|01/04/2024|x',
    ],
    ['appraisal', 'Staff ID|Cycle|Directorate|Status', '1|2023/24|Parks|Completed'],
    ['qualitative-evidence', 'Quote ID|Method|Date|Codes|Sentiment', 'Q1|Interview|01/02/2024|Trust|Concern'],
    [
      'qualitative-evidence',
      'Meeting|Date of Meeting|Behaviour|Observed|Notes',
      'Council|01/02/2024|Dignity|Y|x',
    ],
    ['qualitative-evidence', 'Participant|Comment|Theme', 'P1|x|Trust'],
    ['qualitative-evidence', '|Trust|Tone|Papers', 'E1|1|0|1'],
    [
      'positive-example',
      'Directorate|Quarter|Nil return|Type of example|Date to AD|Date to MO|Lesson',
      'Parks|Q1 2024/25|N|Policy|01/05/2024|09/05/2024|x',
    ],
    [
      'positive-example',
      'Date of Example|Type of Success|Description|Lesson Learned|What Changed|Behaviours',
      '01/05/2024|Casework|x|y|z|Candour',
    ],
    [
      'training',
      'Employee Number|Name|Course Name|Booking Date|Completion Date|Status',
      '1|x|Protocol|01/05/2024|09/05/2024|Completed',
    ],
    ['training', 'Course|Financial Year|Directorate|Invited|Attended', 'Protocol|2023/24|Parks|40|31'],
    ['training', 'Councillor|Induction|Date Attended', 'x|Day one|09/05/2022'],
    ['action', 'Ref|Lesson|Action|Owner|Due Date|Completed|Status', '1|x|y|MO|01/05/2024||Open'],
    ['action', 'Recommendation|Responsible Officer|Target Date|Date Completed|RAG', 'x|MO|01/05/2024||Green'],
    [
      'action',
      'Action No|Source|Action Agreed|Owner Role|Deadline|Review Date',
      '1|Survey|x|MO|01/05/2024|01/09/2024',
    ],
  ])('%s: %s', (kind, headings, ...rows) => {
    expect(kindOf(headings, ...rows)).toBe(kind);
  });

  it.each([
    ['Directorate|2021|2022|2023', 'Parks|51|52|61'],
    ['Employee Number|Name|Directorate', '1|x|Parks'],
    ['Course|Provider|Cost', 'Protocol|x|90'],
    ['Behaviour|Definition', 'Dignity|x'],
  ])('nothing: %s', (headings, ...rows) => {
    expect(kindOf(headings, ...rows)).toBeUndefined();
  });
});
