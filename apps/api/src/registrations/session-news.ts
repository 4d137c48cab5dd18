import type { ConferenceFacts } from '../conferences/conference-places.service';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LetterKinds } from '../notifications/letter-kinds';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { GroupPost } from './group-post';
import { sessionsChangedLetter, sessionsExample, sessionsLetter } from './group-sessions.letters';
import { timetableOf } from './group-sessions.mapper';
import type { SessionFactsRead } from './session-facts';

const FIRST = 'group.sessions';
const AGAIN = 'group.sessions-changed';

/** Writes to a school's coordinators where their group goes, and again when that changes. */
@Injectable()
export class SessionNews implements OnModuleInit {
  constructor(
    private readonly post: GroupPost,
    private readonly kinds: LetterKinds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.add(
      {
        kind: FIRST,
        title: 'The sessions of a group are published',
        example: () => sessionsLetter(sessionsExample),
      },
      {
        kind: AGAIN,
        title: 'The sessions of a group have changed',
        example: () => sessionsChangedLetter(sessionsExample),
      },
    );
  }

  /** Inside the unit of work of what is told; `facts` are those after it. */
  async tell(
    conference: ConferenceFacts,
    facts: SessionFactsRead,
    groupId: string,
    isFirst: boolean,
  ): Promise<void> {
    const group = facts.groups.find(({ id }) => id === groupId);
    if (!group) return;
    const told = {
      title: conference.title,
      startsAt: conference.startsAt.toISOString(),
      timetable: timetableOf(facts, group),
      url: `${this.config.url}/groups/${group.id}/timetable`,
    };
    await this.post.tell(
      group,
      isFirst ? FIRST : AGAIN,
      isFirst ? sessionsLetter(told) : sessionsChangedLetter(told),
    );
  }
}
