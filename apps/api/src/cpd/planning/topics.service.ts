import {
  type Clock,
  type FieldError,
  foldText,
  newId,
  notFound,
  type Page,
  validationFailed,
} from '@lectern/core';
import { academicYearOf } from '@lectern/core';
import { checkContentCodes, inContentOrder, type Topic } from '@lectern/cpd';
import type { TopicChange, TopicRequest } from '@lectern/cpd/requests';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { CLOCK } from '../../platform/tokens';
import type { CpdTopicEntity } from './topic.entity';
import { topicView } from './topic.mapper';
import { TopicsRepository } from './topics.repository';

type Wanted = Omit<Topic, 'id' | 'isMarked'>;

/** The catalogue of topics that are hard to teach. */
@Injectable()
export class TopicsService {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicsRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that are in the catalogue; all of them for whoever edits it, with the asker’s own marks for who marks. */
  async list(actor: Actor | null): Promise<Page<Topic>> {
    const withInactive = actor !== null && can(actor, 'cpd.plan');
    const topics = (await this.topics.all()).map(topicView).filter(({ active }) => active || withInactive);
    if (actor === null || !can(actor, 'topic.vote')) return { items: topics, nextCursor: null };
    const votes = await this.topics.votesOf(actor.accountId, academicYearOf(this.clock.now()));
    const marked = new Set(votes.map(({ topicId }) => topicId));
    return { items: topics.map((topic) => ({ ...topic, isMarked: marked.has(topic.id) })), nextCursor: null };
  }

  async find(id: string): Promise<Topic | null> {
    const topic = await this.topics.find(id);
    return topic && topicView(topic);
  }

  async create(request: TopicRequest): Promise<Topic> {
    return this.database.transaction(async () => {
      const wanted: Wanted = {
        title: request.title.trim(),
        summary: request.summary ?? null,
        qualification: request.qualification,
        tier: request.tier,
        contentCodes: request.contentCodes,
        references: request.references ?? [],
        active: request.active ?? true,
      };
      await this.check(wanted, null);
      const now = this.clock.now();
      const topic: CpdTopicEntity = { id: newId(), ...columnsOf(wanted), createdAt: now, updatedAt: now };
      await this.topics.insert(topic);
      await this.note('cpd-topic.created', topic.id);
      return topicView(topic);
    });
  }

  async change(id: string, change: Partial<TopicChange>): Promise<Topic> {
    return this.database.transaction(async () => {
      const row = await this.topics.find(id);
      if (!row) throw notFound('topic');
      const given = Object.fromEntries(
        Object.entries(change).filter(([name, value]) => value != null || name === 'summary'),
      ) as Partial<Wanted>;
      const { id: _, ...before } = topicView(row);
      const wanted: Wanted = { ...before, ...given };
      await this.check(wanted, id);
      const after: CpdTopicEntity = { ...row, ...columnsOf(wanted), updatedAt: this.clock.now() };
      await this.topics.update(id, after);
      await this.note('cpd-topic.changed', id, { fields: Object.keys(given) });
      return topicView(after);
    });
  }

  /** Refuses codes that the qualification does not have, a tier of the other one, and a second topic of the same name. */
  private async check(wanted: Wanted, id: string | null): Promise<void> {
    const isSame = (other: CpdTopicEntity): boolean =>
      other.id !== id &&
      other.qualification === wanted.qualification &&
      foldText(other.title) === foldText(wanted.title);
    const errors: FieldError[] = [...checkContentCodes(wanted.qualification, wanted.contentCodes)];
    if ((wanted.tier === 'a-level') !== (wanted.qualification === 'a-level')) {
      const message =
        wanted.qualification === 'a-level'
          ? 'A topic of the A level has the tier a-level.'
          : 'A topic of the GCSE is for the higher tier, or for both.';
      errors.push({ field: 'tier', code: 'not-of-the-qualification', message });
    }
    if ((await this.topics.all()).some(isSame)) {
      const message = 'There is a topic of this name already. Change that one, or choose another name.';
      errors.push({ field: 'title', code: 'already-there', message });
    }
    if (errors.length > 0) throw validationFailed(errors);
  }

  private note(action: string, objectId: string, details?: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'cpd-topic', objectId, ...(details ? { details } : {}) });
  }
}

const columnsOf = (wanted: Wanted): Omit<CpdTopicEntity, 'id' | 'createdAt' | 'updatedAt'> => ({
  title: wanted.title.trim(),
  summary: wanted.summary?.trim() ? wanted.summary.trim() : null,
  qualification: wanted.qualification,
  tier: wanted.tier,
  contentCodes: inContentOrder(wanted.qualification, wanted.contentCodes).join(' '),
  topicReferences: JSON.stringify(
    wanted.references.map(({ title, url }) => ({ title: title.trim(), url: url.trim() })),
  ),
  active: wanted.active,
});
