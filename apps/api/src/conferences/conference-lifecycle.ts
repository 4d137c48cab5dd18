import type { Allocation, ConferenceState } from '@lectern/conferences';
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

/**
 * Lets the areas that build on conferences take part in a change, inside its unit of work: check-in opens its main
 * door, registrations refuse numbers below what is given.
 */
@Injectable()
export class ConferenceLifecycle {
  private readonly onTransition: ((transition: ConferenceTransition) => Promise<void>)[] = [];
  private readonly onNumbers: ((numbers: ConferenceNumbers) => Promise<void>)[] = [];
  private readonly onPlaces: ((conferenceId: string) => Promise<void>)[] = [];

  whenMoved(listener: (transition: ConferenceTransition) => Promise<void>): void {
    this.onTransition.push(listener);
  }

  beforeNumbersChange(listener: (numbers: ConferenceNumbers) => Promise<void>): void {
    this.onNumbers.push(listener);
  }

  whenPlacesChanged(listener: (conferenceId: string) => Promise<void>): void {
    this.onPlaces.push(listener);
  }

  async moved(transition: ConferenceTransition): Promise<void> {
    for (const listener of this.onTransition) await listener(transition);
  }

  async numbersChange(numbers: ConferenceNumbers): Promise<void> {
    for (const listener of this.onNumbers) await listener(numbers);
  }

  async placesChanged(conferenceId: string): Promise<void> {
    for (const listener of this.onPlaces) await listener(conferenceId);
  }
}
