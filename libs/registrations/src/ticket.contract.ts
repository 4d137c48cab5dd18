import type { PersonKind } from './roster.contract';

export const TICKET_STATUSES = ['valid', 'revoked'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const TICKET_LAYOUTS = ['labels', 'badges', 'list', 'badges-a4'] as const;
/** `labels` on a sheet of stickers, `badges` one A6 each, `badges-a4` four of them on A4, `list` the visit leader's list. */
export type TicketLayout = (typeof TICKET_LAYOUTS)[number];

export const TICKET_ENDS = ['replaced', 'taken-off', 'group-cancelled'] as const;
/** Why a ticket no longer works: somebody comes instead, the person or the whole group is not coming. */
export type TicketEnd = (typeof TICKET_ENDS)[number];

/** One person's right to attend. */
export interface Ticket {
  readonly id: string;
  readonly personId: string;
  readonly displayName: string;
  readonly kind: PersonKind;
  /** What the QR carries: signed, in QR's alphanumeric alphabet. */
  readonly code: string;
  /** For typing at the door, with its check character: `ABCD-EFGH`. */
  readonly shortCode: string;
  readonly status: TicketStatus;
  /** Only on a revoked ticket. */
  readonly ended?: TicketEnd;
}
