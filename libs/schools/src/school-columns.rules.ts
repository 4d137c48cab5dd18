/** What Lectern reads of a school's row. Nothing else is looked at, least of all who the head teacher is. */
export const SCHOOL_FIELDS = [
  'urn',
  'name',
  'town',
  'postcode',
  'status',
  'openDate',
  'closeDate',
  'easting',
  'northing',
] as const;
export type SchoolField = (typeof SCHOOL_FIELDS)[number];

/** Where each field stands in a row, counted from 0; a field that the file does not have is absent. */
export interface SchoolColumns {
  readonly width: number;
  readonly at: Readonly<Partial<Record<SchoolField, number>>>;
}

/** The column names of the GIAS daily download and of the narrow list, without case and punctuation. */
const NAMES: Readonly<Record<SchoolField, readonly string[]>> = {
  urn: ['urn'],
  name: ['establishmentname', 'name'],
  town: ['town'],
  postcode: ['postcode'],
  status: ['establishmentstatusname', 'status'],
  openDate: ['opendate'],
  closeDate: ['closedate'],
  easting: ['easting'],
  northing: ['northing'],
};

const NEEDED: readonly SchoolField[] = ['urn', 'name', 'town', 'postcode'];

/** Finds the columns by their names, wherever they stand; null when this is no list of schools. */
export const findSchoolColumns = (heading: readonly string[]): SchoolColumns | null => {
  const given = heading.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const at: Partial<Record<SchoolField, number>> = {};
  for (const field of SCHOOL_FIELDS) {
    const position = given.findIndex((name) => NAMES[field].includes(name));
    if (position !== -1) at[field] = position;
  }
  return NEEDED.every((field) => at[field] !== undefined) ? { width: heading.length, at } : null;
};
