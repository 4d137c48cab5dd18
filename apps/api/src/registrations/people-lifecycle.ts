import { Injectable } from '@nestjs/common';

/** A person who is about to be swapped for another. */
export interface WantedSwap {
  readonly conferenceId: string;
  /** Null while the group has no places. */
  readonly ticketId: string | null;
}

/** Lets the door say no to a change of a list, inside its unit of work: who is in the building was not swapped. */
@Injectable()
export class PeopleLifecycle {
  private readonly onSwap: ((swap: WantedSwap) => Promise<void>)[] = [];

  /** Hears of every swap before it is made; throwing refuses it. */
  beforeSwap(listener: (swap: WantedSwap) => Promise<void>): void {
    this.onSwap.push(listener);
  }

  async swap(swap: WantedSwap): Promise<void> {
    for (const listener of this.onSwap) await listener(swap);
  }
}
