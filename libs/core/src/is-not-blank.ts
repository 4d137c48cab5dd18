import { ValidateBy } from 'class-validator';

const isNotBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() !== '';

/** The property must hold more than spaces, which are cut off its ends before it is stored. */
export const IsNotBlank = (options: { message: string }): PropertyDecorator =>
  ValidateBy({ name: 'isNotBlank', validator: { validate: isNotBlank } }, options);
