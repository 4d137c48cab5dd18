import { Injectable } from '@nestjs/common';
import { AccountsService } from '../identity/accounts.service';
import type { Letter } from '../notifications/letter';
import { Outbox } from '../notifications/outbox';
import type { GroupEntity } from './group.entity';

/** Writes to every coordinator of a group's school, inside the unit of work of the change that the letter tells of. */
@Injectable()
export class GroupPost {
  constructor(
    private readonly accounts: AccountsService,
    private readonly outbox: Outbox,
  ) {}

  async tell(group: Pick<GroupEntity, 'id' | 'schoolUrn'>, kind: string, letter: Letter): Promise<void> {
    const about = { kind: 'group', id: group.id };
    for (const { name, email } of await this.accounts.coordinatorsOf(group.schoolUrn)) {
      await this.outbox.post({ kind, to: { name, email }, letter, about });
    }
  }
}
