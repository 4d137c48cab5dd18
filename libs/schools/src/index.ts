export { describeSchoolImport, describeSchoolLinks } from './describe-school-import.rules';
export {
  type RefusedSchoolRow,
  type School,
  type SchoolBrief,
  SCHOOL_STATUSES,
  type SchoolImportReport,
  type SchoolLinksReport,
  type SchoolPage,
  type SchoolStatus,
  SCHOOLS_PATH,
} from './school.contract';
export {
  findSchoolColumns,
  SCHOOL_FIELDS,
  type SchoolColumns,
  type SchoolField,
} from './school-columns.rules';
export { readSchoolQuery, schoolCursor, type SchoolQuery } from './school-query.rules';
export { type ReadSchoolRow, readSchoolRow, type SchoolRow } from './school-row.rules';
export {
  rankSchools,
  type SchoolSearch,
  schoolSearch,
  schoolSearchTerms,
  schoolSearchText,
  type SearchableSchool,
} from './school-search.rules';
export { decideMissing, type MissingDecision } from './missing-schools.rules';
export {
  findSchoolLinkColumns,
  type ReadSchoolLinkRow,
  readSchoolLinkRow,
  type SchoolLinkColumns,
  type SchoolLinkRow,
} from './school-link-row.rules';
export { schoolToday, type Succession } from './successor.rules';
