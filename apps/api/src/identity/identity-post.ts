import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Letter, LetterKind, Recipient } from '../notifications/letter';
import { LetterKinds } from '../notifications/letter-kinds';
import { Outbox } from '../notifications/outbox';
import {
  accessEndedLetter,
  accountMovedLetter,
  confirmAddressLetter,
  requestApprovedLetter,
  requestDeclinedLetter,
  requestWaitingLetter,
} from './identity.letters';
import { INVITATION_LETTER } from './invitation.letters';

const url = 'https://lectern.example/…';
const schoolName = 'Harrowmere High School';
const example = new Date('2027-01-14T09:00:00Z');

const KINDS = [
  {
    kind: 'access-request.confirm',
    title: 'Somebody asks for access and confirms their address',
    example: () => confirmAddressLetter({ schoolName, role: 'coordinator', url, confirmBy: example }),
  },
  {
    kind: 'access-request.waiting',
    title: 'A request for access waits at a school',
    example: () => requestWaitingLetter({ name: 'Alex Firth', schoolName, role: 'teacher', url }),
  },
  {
    kind: 'access-request.approved',
    title: 'A request of somebody with an account is approved',
    example: () => requestApprovedLetter({ schoolName, role: 'coordinator', url }),
  },
  {
    kind: 'access-request.declined',
    title: 'A request for access is declined',
    example: () =>
      requestDeclinedLetter({ schoolName, reason: 'We do not know you as a member of staff there.' }),
  },
  INVITATION_LETTER,
  {
    kind: 'account.moved',
    title: 'An account is moved to another school',
    example: () => accountMovedLetter({ fromName: schoolName, toName: 'Riverside Academy', url }),
  },
  {
    kind: 'account.access-ended',
    title: 'Somebody’s access to their school ends',
    example: () => accessEndedLetter({ schoolName }),
  },
] as const satisfies readonly LetterKind[];

export type IdentityLetterKind = (typeof KINDS)[number]['kind'];

/** Leaves the letters about people and their access with the post, inside the unit of work that they tell of. */
@Injectable()
export class IdentityPost implements OnModuleInit {
  constructor(
    private readonly kinds: LetterKinds,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.kinds.add(...KINDS);
  }

  send(
    kind: IdentityLetterKind,
    to: Recipient,
    letter: Letter,
    about: { readonly kind: string; readonly id: string },
  ): Promise<void> {
    return this.outbox.post({ kind, to, letter, about });
  }
}
