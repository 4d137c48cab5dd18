import type { DayOnlyNeeds } from '@lectern/registrations';
import { Injectable } from '@nestjs/common';
import { Seal } from '../platform/seal';

const PURPOSE = 'day-only';

const FIELDS = ['dietary', 'access', 'medical', 'emergencyContact'] as const;

/** Seals what is needed on the day only, bound to its person. */
@Injectable()
export class DayOnlySeal {
  constructor(private readonly seal: Seal) {}

  close(personId: string, dayOnly: DayOnlyNeeds | undefined): string | null {
    const said = FIELDS.flatMap((field) => {
      const text = dayOnly?.[field]?.trim();
      return text ? [[field, text] as const] : [];
    });
    return said.length === 0
      ? null
      : this.seal.close(PURPOSE, personId, JSON.stringify(Object.fromEntries(said)));
  }

  open(personId: string, sealed: string | null): DayOnlyNeeds | undefined {
    return sealed === null
      ? undefined
      : (JSON.parse(this.seal.open(PURPOSE, personId, sealed)) as DayOnlyNeeds);
  }
}
