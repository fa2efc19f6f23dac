// The register of kinds: one importer a line. Screens, help and packs learn of a kind from here.
import { absenceAggregate } from './absence-aggregate.ts';
import { absenceSpell } from './absence-spell.ts';
import { action } from './action.ts';
import { appraisal } from './appraisal.ts';
import { councillorTerm } from './councillor-term.ts';
import { event } from './event.ts';
import type { Importer } from './importer.ts';
import { incident } from './incident.ts';
import { leaver } from './leaver.ts';
import { positiveExample } from './positive-example.ts';
import { qualitativeEvidence } from './qualitative-evidence.ts';
import { surveyAggregate } from './survey-aggregate.ts';
import { surveyResponse } from './survey-response.ts';
import { training } from './training.ts';
import { workforceSnapshot } from './workforce-snapshot.ts';

export const importers: readonly Importer[] = [
  surveyResponse,
  incident,
  absenceSpell,
  absenceAggregate,
  workforceSnapshot,
  leaver,
  councillorTerm,
  event,
  surveyAggregate,
  appraisal,
  qualitativeEvidence,
  positiveExample,
  training,
  action,
];

export const importerOf = (id: string): Importer | undefined =>
  importers.find((importer) => importer.id === id);
