// The columns that survey tools add to every response, by the names the tools give them.
import { normalise } from './cells.ts';
import type { MetadataKind } from './heading.ts';

const kinds: Readonly<Record<MetadataKind, readonly string[]>> = {
  'respondent-id': [
    'respondent id',
    'respondentid',
    'response id',
    'responseid',
    'submission id',
    '_recordid',
    'id.name',
  ],
  'collector-id': ['collector id', 'collectorid'],
  start: [
    'start date',
    'startdate',
    'start time',
    'time started',
    'startzeit',
    'hora de inicio',
    'heure de début',
  ],
  end: [
    ...[
      'end date',
      'enddate',
      'completion time',
      'date submitted',
      'submitdate',
      'submission date',
      'timestamp',
    ],
    ...['fertigstellungszeit', 'hora de finalización', 'heure de fin', 'zeitstempel', 'horodateur'],
    ...['marca temporal', 'id.date', 'date submitted.'],
  ],
  email: [
    ...['email address', 'email', 'e-mail', 'recipientemail', 'recipient email', 'emailaddress', 'username'],
    ...['e-mail address', 'e-mail-adresse', 'correo electrónico', 'adresse de messagerie'],
  ],
  name: [
    ...['first name', 'last name', 'name', 'recipientlastname', 'recipientfirstname', 'recipient last name'],
    ...['recipient first name', 'nombre', 'nom'],
  ],
  ip: ['ip address', 'ipaddress', 'ipaddr', 'ip', 'submission ip', 'ip-adresse'],
  status: ['status', 'response type'],
  finished: ['finished', 'last page', 'lastpage'],
  progress: ['progress'],
  duration: ['duration (in seconds)', 'duration', 'total time', 'interviewtime'],
  latitude: ['locationlatitude', 'location latitude', 'latitude'],
  longitude: ['locationlongitude', 'location longitude', 'longitude'],
  language: ['userlanguage', 'user language', 'startlanguage', 'start language', 'language', 'sprache'],
  custom: [
    'externalreference',
    'externaldatareference',
    'external data reference',
    'custom data',
    'custom data 1',
    'custom value',
  ],
  other: [
    ...['responseset', 'recordeddate', 'recorded date', 'distributionchannel', 'distribution channel'],
    ...['locationaccuracy', 'last modified time', 'date modified', 'datestamp', 'seed', 'refurl', 'referer'],
    ...['sessionid', 'session id', 'user agent', 'contact id', 'total points', 'quiz feedback', 'score'],
    ...[
      'grade posted time',
      'date last action',
      'startdate_utc',
      'date started',
      'uhrzeit der letzten änderung',
    ],
  ],
};

const byName = new Map<string, MetadataKind>(
  (Object.entries(kinds) as [MetadataKind, readonly string[]][]).flatMap(([kind, names]) =>
    names.map((name): [string, MetadataKind] => [name, kind]),
  ),
);

/** What a tool's own column of that name holds; null for a question. */
export function metadataKind(header: string): MetadataKind | null {
  const name = normalise(header);
  return byName.get(name) ?? (/^custom data \d+$/.test(name) ? 'custom' : null);
}
