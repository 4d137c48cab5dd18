import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../persistence/database';
import { PersonEntity } from './person.entity';

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  ofGroup(groupId: string): Promise<PersonEntity[]> {
    return this.database.reader.find(PersonEntity, {
      where: { groupId },
      order: { placeInList: 'ASC', id: 'ASC' },
    });
  }

  async insert(people: readonly PersonEntity[]): Promise<void> {
    if (people.length > 0) await this.database.writer.insert(PersonEntity, [...people]);
  }

  async update(groupId: string, id: string, change: Partial<PersonEntity>): Promise<void> {
    await this.database.writer.update(PersonEntity, { groupId, id }, change);
  }

  async remove(groupId: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.database.writer.delete(PersonEntity, { groupId, id: In([...ids]) });
  }
}
