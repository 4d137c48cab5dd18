import { validationFailed } from '@lectern/core';
import type { SchoolOfPerson } from '@lectern/identity';
import type { School } from '@lectern/schools';
import type { SchoolsService } from '../schools/schools.service';

const refuse = (code: string, message: string) => validationFailed([{ field: 'schoolUrn', code, message }]);

/** The school that somebody is to belong to; refuses one that is not there or has closed, and names its successor. */
export const schoolToJoin = async (schools: SchoolsService, urn: string): Promise<School> => {
  const school = await schools.find(urn);
  if (!school)
    throw refuse('unknown-school', 'There is no school with this number. Search for the school by name.');
  if (school.status === 'closed') {
    throw refuse(
      'closed-school',
      school.successor
        ? `This school has closed and is ${school.successor.name} now. Choose that school.`
        : 'This school has closed. Choose the school that took its place.',
    );
  }
  return school;
};

/** A school beside a person's name; a number that the register lost is shown as it is. */
export const schoolOfPerson = (urn: string, school: School | null | undefined): SchoolOfPerson => ({
  urn,
  name: school?.name ?? urn,
  town: school?.town ?? '',
  closed: school?.status === 'closed',
  ...(school?.successor ? { nowName: school.successor.name } : {}),
});
