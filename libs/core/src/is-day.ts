import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDay } from './london-day';

/** The property must be a day that exists, `2026-09-01`; it is a day in London. */
export const IsDay = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isDay', validator: { validate: isDay } }, options);
