export {
  type RefusedSchoolRow,
  type School,
  SCHOOL_STATUSES,
  type SchoolImportReport,
  type SchoolStatus,
  SCHOOLS_PATH,
} from './school.contract';
