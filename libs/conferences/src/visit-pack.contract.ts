export const PACK_FILES_PATH = 'pack-files';

/** What schools are given before a visit; each kind answers a question of their own risk assessment. */
export const PACK_FILE_KINDS = [
  'agenda',
  'risk-assessment',
  'insurance',
  'first-aid',
  'fire',
  'lost-pupil',
  'drop-off',
  'other',
] as const;
export type PackFileKind = (typeof PACK_FILE_KINDS)[number];

export const PACK_FILE_KIND_NAMES: Readonly<Record<PackFileKind, string>> = {
  agenda: 'Agenda and aims',
  'risk-assessment': 'Risk assessment',
  insurance: 'Insurance',
  'first-aid': 'First aid',
  fire: 'Fire and evacuation',
  'lost-pupil': 'Lost pupil procedure',
  'drop-off': 'Arrival and drop-off',
  other: 'Other',
};

/** The kinds that may stand on the public page; the rest is for schools that come. */
export const OPEN_PACK_KINDS: readonly PackFileKind[] = ['agenda', 'drop-off'];

/** Files that one visit pack holds at most. */
export const PACK_FILES_MAX = 30;

/** One version of a file; what was there before is kept. */
export interface PackVersion {
  readonly id: string;
  readonly version: number;
  /** The version of the whole pack that this version of the file came with. */
  readonly packVersion: number;
  readonly fileName: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  readonly uploadedAt: string;
}

export interface PackFile {
  readonly id: string;
  readonly kind: PackFileKind;
  readonly title: string;
  /** Whether anyone may read it on the conference's page. */
  readonly isPublic: boolean;
  readonly current: PackVersion;
  /** Latest first. */
  readonly earlier: readonly PackVersion[];
}

/** What a conference gives the schools that come. Its version rises with every file and every new version of one. */
export interface VisitPack {
  readonly conferenceId: string;
  /** 0 while there is nothing in it. */
  readonly version: number;
  readonly changedAt: string | null;
  readonly files: readonly PackFile[];
}
