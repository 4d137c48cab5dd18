import { DomainError, londonTime } from '@lectern/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../persistence/database';
import { toDate } from '../persistence/dialect';
import { PeopleLifecycle } from '../registrations/people-lifecycle';

/** Whoever was let in stays who they are: nobody comes in their place any more. */
@Injectable()
export class PeopleInside implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleLifecycle,
  ) {}

  onModuleInit(): void {
    this.people.beforeSwap(async ({ conferenceId, ticketId }) => {
      if (ticketId !== null) await this.refuseLetIn(conferenceId, ticketId);
    });
  }

  private async refuseLetIn(conferenceId: string, ticketId: string): Promise<void> {
    const [first] = await this.database.select<{
      first_admitted_at: Date | string;
      first_door: string | null;
    }>(
      'SELECT first_admitted_at, first_door FROM admissions WHERE ticket_id = ? AND conference_id = ?' +
        ' AND first_admitted_at IS NOT NULL ORDER BY first_admitted_at LIMIT 1',
      [ticketId, conferenceId],
    );
    if (!first) return;
    const where = first.first_door === null ? '' : `, ${first.first_door}`;
    throw new DomainError(
      'conflict',
      'already-let-in',
      `This person was let in at ${londonTime(toDate(first.first_admitted_at))}${where}, so nobody can come in their place. A supervisor can add somebody else at the door.`,
    );
  }
}
