import { type ScanResult, type TicketFlag, verdictMessage } from '@lectern/check-in';
import type { DoorTicket } from '../registrations/door-tickets.service';
import type { CheckpointRow, ScanRow } from './scans.repository';

/** What is kept of a verdict; enough to answer the same scan again. */
type Judged = Pick<ScanRow, 'id' | 'outcome' | 'reason' | 'firstAdmittedAt' | 'firstDoor' | 'rightPlace'>;

interface Circumstances {
  readonly ticket: DoorTicket | null;
  readonly at: string;
  readonly checkpoint: CheckpointRow | null;
  readonly duplicate: boolean;
}

const WITHDRAWN = ['cancelled', 'revoked', 'replaced'];

/** What the door is told of a ticket; of one that was withdrawn behind the device's back, that too. */
const flagsOf = (ticket: DoorTicket, { outcome, reason }: Judged): readonly TicketFlag[] =>
  outcome !== 'refused' && reason !== null && WITHDRAWN.includes(reason)
    ? [...ticket.flags, 'late-cancellation']
    : ticket.flags;

/** The answer to one scan, in the words that the door shows. */
export const resultOf = (
  judged: Judged,
  { ticket, at, checkpoint, duplicate }: Circumstances,
): ScanResult => {
  const firstAdmittedAt = judged.firstAdmittedAt?.toISOString();
  const firstDoor = judged.firstDoor ?? undefined;
  const reason = judged.reason ?? undefined;
  const rightPlace = judged.rightPlace ?? undefined;
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
      rightPlace,
    }),
    duplicate,
    ...(firstAdmittedAt === undefined ? {} : { firstAdmittedAt }),
    ...(firstDoor === undefined ? {} : { firstDoor }),
    ...(rightPlace === undefined ? {} : { rightPlace }),
    ...(ticket === null
      ? {}
      : {
          ticket: {
            ticketId: ticket.ticketId,
            displayName: ticket.displayName,
            school: ticket.school,
            groupId: ticket.groupId,
            kind: ticket.kind,
            flags: flagsOf(ticket, judged),
          },
        }),
  };
};
