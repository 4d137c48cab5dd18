import { ValidateBy } from 'class-validator';
import { isAcademicYear } from './academic-year.rules';

/** The property must name an academic year, `2026/27`. */
export const IsAcademicYear = (options: { message: string }): PropertyDecorator =>
  ValidateBy({ name: 'isAcademicYear', validator: { validate: isAcademicYear } }, options);
