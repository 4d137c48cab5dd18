import { Injectable } from '@nestjs/common';
import { GroupsRepository } from './groups.repository';

/** Groups and pupils of one conference, counted. */
export interface GroupNumbers {
  readonly confirmedGroups: number;
  readonly waitingGroups: number;
  readonly confirmedPupils: number;
  /** Pupils that waiting groups want, and what confirmed groups still lack. */
  readonly waitingPupils: number;
  readonly peopleNamed: number;
}

/** Counts groups for the staff's line of numbers. */
@Injectable()
export class GroupNumbersService {
  constructor(private readonly groups: GroupsRepository) {}

  async of(conferenceId: string): Promise<GroupNumbers> {
    const totals = await this.groups.totals(conferenceId);
    const find = (...statuses: string[]) => totals.filter(({ status }) => statuses.includes(status));
    const sum = (rows: typeof totals, field: 'groups' | 'places' | 'lacking'): number =>
      rows.reduce((total, row) => total + row[field], 0);
    return {
      confirmedGroups: sum(find('confirmed'), 'groups'),
      waitingGroups: sum(find('waiting', 'pending'), 'groups'),
      confirmedPupils: sum(find('confirmed'), 'places'),
      waitingPupils: sum(find('waiting', 'pending', 'confirmed'), 'lacking'),
      peopleNamed: await this.groups.peopleNamed(conferenceId),
    };
  }
}
