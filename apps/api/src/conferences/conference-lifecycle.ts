import type { Allocation, Conference, ConferenceState } from '@lectern/conferences';
import { Injectable } from '@nestjs/common';

export interface ConferenceTransition {
  readonly conferenceId: string;
  readonly from: ConferenceState;
  readonly to: ConferenceState;
  readonly reason: string | null;
}

/** New numbers that staff want; whoever gave places out may refuse them. */
export interface ConferenceNumbers {
  readonly conferenceId: string;
  readonly pupilPlaces: number;
  readonly schoolCap: number | null;
  readonly allocation: Allocation;
}

/** A conference that is held again: what belongs to `from` may be taken over into the draft `to`. */
export interface ConferenceCopy {
  readonly from: string;
  readonly to: string;
  /** The same moment of the new conference: as many days later, at the same time of day in London. */
  readonly moved: (moment: Date) => Date;
}

/** A conference before and after staff changed it. */
export interface ConferenceRevision {
  readonly before: Conference;
  readonly after: Conference;
}

/**
 * Lets the areas that build on conferences take part in a change, inside its unit of work: check-in opens its main
 * door, registrations refuse numbers below what is given.
 */
@Injectable()
export class ConferenceLifecycle {
  private readonly onTransition: ((transition: ConferenceTransition) => Promise<void>)[] = [];
  private readonly onNumbers: ((numbers: ConferenceNumbers) => Promise<void>)[] = [];
  private readonly onRevision: ((revision: ConferenceRevision) => Promise<void>)[] = [];
  private readonly onPlaces: ((conferenceId: string) => Promise<void>)[] = [];

  private readonly onCopy: ((copy: ConferenceCopy) => Promise<void>)[] = [];

  whenMoved(listener: (transition: ConferenceTransition) => Promise<void>): void {
    this.onTransition.push(listener);
  }

  beforeNumbersChange(listener: (numbers: ConferenceNumbers) => Promise<void>): void {
    this.onNumbers.push(listener);
  }

  whenPlacesChanged(listener: (conferenceId: string) => Promise<void>): void {
    this.onPlaces.push(listener);
  }

  /** What has a listener here comes along when a conference is copied, in the same unit of work. */
  whenCopied(listener: (copy: ConferenceCopy) => Promise<void>): void {
    this.onCopy.push(listener);
  }

  whenRevised(listener: (revision: ConferenceRevision) => Promise<void>): void {
    this.onRevision.push(listener);
  }

  async moved(transition: ConferenceTransition): Promise<void> {
    for (const listener of this.onTransition) await listener(transition);
  }

  async numbersChange(numbers: ConferenceNumbers): Promise<void> {
    for (const listener of this.onNumbers) await listener(numbers);
  }

  async copied(copy: ConferenceCopy): Promise<void> {
    for (const listener of this.onCopy) await listener(copy);
  }

  async revised(revision: ConferenceRevision): Promise<void> {
    for (const listener of this.onRevision) await listener(revision);
  }

  async placesChanged(conferenceId: string): Promise<void> {
    for (const listener of this.onPlaces) await listener(conferenceId);
  }
}
