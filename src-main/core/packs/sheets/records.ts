// Owns what sheets may ask for besides figures: what people settled, decided and recorded.
// The rule: nobody's name is in any of it; single cases are for exempt packs alone.
import type { CommonIssues } from '#core/figures/index.ts';
import type { ActionEntry } from '#shared/schemas/action.ts';
import type { Adoption, AdoptionRequest } from '#shared/schemas/adoption.ts';
import type { CaseList } from '#shared/schemas/case-list.ts';
import type { Health } from '#shared/schemas/health.ts';
import type { Judgement } from '#shared/schemas/judgement.ts';
import type { MechanismList } from '#shared/schemas/mechanism.ts';
import type { Mirror, MirrorRequest } from '#shared/schemas/mirror.ts';
import type { PublishedCount } from '#shared/schemas/pattern.ts';
import type { Pin } from '#shared/schemas/pin.ts';
import type { SpeakUp, SpeakUpRequest } from '#shared/schemas/speak-up.ts';
import type { Survival, SurvivalRequest } from '#shared/schemas/survival.ts';

/** What any pack may ask for. Each is read once, when it is first asked for. */
export interface PackRecords {
  /** The register of the six mechanisms. */
  mechanisms(): Promise<MechanismList>;
  /** What is pinned, in order. */
  pins(): Promise<readonly Pin[]>;
  /** What arrived of each source, and how much weight it bears. */
  health(): Promise<Health>;
  /** Lessons and actions agreed up to a day, without their words. */
  actions(to: string): Promise<readonly ActionEntry[]>;
  /** The record of a financial year's judgement, and which of its words may tell who is meant. */
  judgement(year: string): Promise<Pick<Judgement, 'record' | 'screened'>>;
  /** Readings that are made of figures, each through the gate. */
  mirror(request: MirrorRequest): Promise<Mirror>;
  speakUp(dates: SpeakUpRequest): Promise<SpeakUp>;
  adoption(request: AdoptionRequest): Promise<Adoption>;
  survival(dates: SurvivalRequest): Promise<Survival>;
  /** Kinds of issue by name, the most common first, without a number: for general issues only. */
  commonIssues(dates: { readonly from: string; readonly to: string }): Promise<readonly CommonIssues[]>;
  /** The count of the cumulative rule that the Monitoring Officer released last; null where none was. */
  patternCount(): Promise<PublishedCount | null>;
}

/** What only an exempt pack may ask for: rows of single cases. */
export interface ExemptRecords {
  /** Single cases of the dates; null while the Monitoring Officer's key is locked. Each reading is logged. */
  cases(dates: { readonly from: string; readonly to: string }): Promise<CaseList>;
}
