// The register of kinds: one importer a line. Screens, help and packs learn of a kind from here.
import { absenceAggregate } from './absence-aggregate.ts';
import { absenceSpell } from './absence-spell.ts';
import { councillorTerm } from './councillor-term.ts';
import { event } from './event.ts';
import type { Importer } from './importer.ts';
import { incident } from './incident.ts';
import { leaver } from './leaver.ts';
import { surveyResponse } from './survey-response.ts';
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
];

export const importerOf = (id: string): Importer | undefined =>
  importers.find((importer) => importer.id === id);
