import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ActorNames } from '../audit/actor-names';
import { AccountsRepository } from './accounts.repository';

/** Tells the audit trail, which knows no area, what the accounts that it names by id are called. */
@Injectable()
export class AccountNames implements OnModuleInit {
  constructor(
    private readonly actors: ActorNames,
    private readonly accounts: AccountsRepository,
  ) {}

  onModuleInit(): void {
    this.actors.add('account', {
      names: async (ids) => new Map((await this.accounts.findAll(ids)).map(({ id, name }) => [id, name])),
      idsLike: (text) => this.accounts.idsLike(text),
    });
  }
}
