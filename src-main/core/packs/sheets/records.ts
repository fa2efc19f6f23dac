// Owns what sheets may ask for besides figures: what people settled, decided and recorded.
// The rule: nobody's name is in any of it; single cases are for exempt packs alone.
import type { MechanismList } from '#shared/schemas/mechanism.ts';

/** What any pack may ask for. Each is read once, when it is first asked for. */
export interface PackRecords {
  /** The register of the six mechanisms. */
  mechanisms(): Promise<MechanismList>;
}

/** What only an exempt pack may ask for: rows of single cases. */
// biome-ignore lint/suspicious/noEmptyInterface: the sheets of single cases add to it
export interface ExemptRecords {}
