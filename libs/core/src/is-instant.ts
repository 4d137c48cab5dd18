import { ValidateBy } from 'class-validator';
import { isInstant } from './instant';

/** The property must be one moment in time: ISO 8601 with an offset or Z. */
export const IsInstant = (options: { message: string }): PropertyDecorator =>
  ValidateBy({ name: 'isInstant', validator: { validate: isInstant } }, options);
