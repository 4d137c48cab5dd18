import type { Actor } from '@lectern/identity';
import { countNeeds, type GroupNeeds } from '@lectern/registrations';
import { Injectable } from '@nestjs/common';
import { ConferencesService } from '../conferences/conferences.service';
import { GroupsService } from './groups.service';

const AHEAD: readonly string[] = ['published', 'registration-open', 'registration-closed', 'live'];
const MOST = 200;

/** What the groups of the conferences ahead still lack, for the home of those who run them. */
@Injectable()
export class GroupNeedsService {
  constructor(
    private readonly conferences: ConferencesService,
    private readonly groups: GroupsService,
  ) {}

  async list(actor: Actor): Promise<readonly GroupNeeds[]> {
    const { items } = await this.conferences.list(actor, 'staff', MOST);
    const needs: GroupNeeds[] = [];
    for (const { id, status } of items) {
      if (AHEAD.includes(status)) needs.push(countNeeds(id, await this.groups.live(id)));
    }
    return needs;
  }
}
