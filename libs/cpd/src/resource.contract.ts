export const RESOURCES_PATH = 'cpd/resources';

/** Under what a resource may be used; a resource without a licence is not shared. */
export const RESOURCE_LICENCES = [
  'cc-by-4.0',
  'cc-by-sa-4.0',
  'cc-by-nc-4.0',
  'cc0-1.0',
  'ogl-3.0',
  'partnership',
] as const;
export type ResourceLicence = (typeof RESOURCE_LICENCES)[number];

export const RESOURCE_LICENCE_NAMES: Readonly<Record<ResourceLicence, string>> = {
  'cc-by-4.0': 'Creative Commons Attribution 4.0',
  'cc-by-sa-4.0': 'Creative Commons Attribution-ShareAlike 4.0',
  'cc-by-nc-4.0': 'Creative Commons Attribution-NonCommercial 4.0',
  'cc0-1.0': 'No rights reserved (CC0)',
  'ogl-3.0': 'Open Government Licence 3.0',
  partnership: 'For teaching in our partner schools only',
};

/** What each licence lets a teacher do, in a line. */
export const RESOURCE_LICENCE_WORDS: Readonly<Record<ResourceLicence, string>> = {
  'cc-by-4.0': 'Anyone may use, change and share it, and says who made it.',
  'cc-by-sa-4.0': 'Anyone may use and change it, says who made it, and shares changes in the same way.',
  'cc-by-nc-4.0': 'Anyone may use, change and share it without selling it, and says who made it.',
  'cc0-1.0': 'Anyone may do with it what they like.',
  'ogl-3.0': 'It comes from a public body: anyone may use, change and share it, and says where it is from.',
  partnership: 'It stays in our partner schools: teach with it, and do not put it anywhere else.',
};

/** Versions that one file has at most. */
export const RESOURCE_VERSIONS_MAX = 20;

/** Who may open a resource: the people of its session, or every school of the partnership. */
export const RESOURCE_AUDIENCES = ['session', 'partnership'] as const;
export type ResourceAudience = (typeof RESOURCE_AUDIENCES)[number];

/** One version of a file; what was there before is kept. */
export interface ResourceVersion {
  readonly id: string;
  readonly version: number;
  readonly fileName: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  readonly uploadedAt: string;
}

/** What a resource is: a file with its versions, or a link. */
export type ResourceContent =
  | {
      readonly kind: 'file';
      readonly current: ResourceVersion;
      /** Latest first. */
      readonly earlier: readonly ResourceVersion[];
    }
  | { readonly kind: 'link'; readonly url: string };

/** Something to teach with, on the shelf of a topic, a session or both. */
export interface Resource {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly topicId: string | null;
  readonly sessionId: string | null;
  readonly licence: ResourceLicence;
  readonly attribution: string | null;
  readonly audience: ResourceAudience;
  readonly content: ResourceContent;
  readonly sharedAt: string;
  /** Whether the reader shared it, or looks after the shelf: may change it, add a version and take it away. */
  readonly mayChange: boolean;
}
