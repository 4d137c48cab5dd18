import { type ScanResult, verdictMessage } from '@lectern/check-in';
import type { DoorTicket } from '../registrations/door-tickets.service';
import type { CheckpointRow, ScanRow } from './scans.repository';

/** What is kept of a verdict; enough to answer the same scan again. */
type Judged = Pick<ScanRow, 'id' | 'outcome' | 'reason' | 'firstAdmittedAt' | 'firstDoor'>;

interface Circumstances {
  readonly ticket: DoorTicket | null;
  readonly at: string;
  readonly checkpoint: CheckpointRow | null;
  readonly duplicate: boolean;
}

/** The answer to one scan, in the words that the door shows. */
export const resultOf = (
  judged: Judged,
  { ticket, at, checkpoint, duplicate }: Circumstances,
): ScanResult => {
  const firstAdmittedAt = judged.firstAdmittedAt?.toISOString();
  const firstDoor = judged.firstDoor ?? undefined;
  const reason = judged.reason ?? undefined;
  return {
    id: judged.id,
    outcome: judged.outcome,
    ...(reason === undefined ? {} : { reason }),
    message: verdictMessage({
      outcome: judged.outcome,
      reason,
      at,
      firstAdmittedAt,
      firstDoor,
      opensAt: checkpoint?.opensAt,
      closesAt: checkpoint?.closesAt,
    }),
    duplicate,
    ...(firstAdmittedAt === undefined ? {} : { firstAdmittedAt }),
    ...(firstDoor === undefined ? {} : { firstDoor }),
    ...(ticket === null
      ? {}
      : {
          ticket: {
            ticketId: ticket.ticketId,
            displayName: ticket.displayName,
            school: ticket.school,
            groupId: ticket.groupId,
            kind: ticket.kind,
            flags: ticket.flags,
          },
        }),
  };
};
