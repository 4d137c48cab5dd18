import type { Page } from '@lectern/core';
import { ACCOUNT_STATES, ACCOUNTS_PATH, type Actor, type ManagedAccount, ROLES } from '@lectern/identity';
import { AccountChange } from '@lectern/identity/requests';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { RequirePermission } from '../platform/access';
import { Answers } from '../platform/answers';
import { limitOf } from '../platform/paging';
import { choiceAsked, schoolAsked, textAsked } from '../platform/questions';
import { CurrentActor } from '../platform/visitor.decorators';
import { ManagedAccountsService } from './managed-accounts.service';

/** Accounts, for those who manage them. */
@Controller(ACCOUNTS_PATH)
export class AccountsController {
  constructor(private readonly accounts: ManagedAccountsService) {}

  @RequirePermission('account.manage')
  @Get()
  @ApiQuery({ name: 'q', required: false, schema: { type: 'string', maxLength: 100 } })
  @ApiQuery({ name: 'role', required: false, schema: { type: 'string', enum: [...ROLES] } })
  @ApiQuery({ name: 'schoolUrn', required: false, schema: { type: 'string' } })
  @ApiQuery({ name: 'state', required: false, schema: { type: 'string', enum: [...ACCOUNT_STATES] } })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200 } })
  @ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' } })
  @Answers(200, 'Page<ManagedAccount>')
  list(@CurrentActor() actor: Actor, @Query() asked: Record<string, unknown>): Promise<Page<ManagedAccount>> {
    const wanted = {
      text: textAsked(asked, 'q'),
      role: choiceAsked(asked, 'role', ROLES),
      schoolUrn: schoolAsked(asked, 'schoolUrn'),
      state: choiceAsked(asked, 'state', ACCOUNT_STATES),
    };
    return this.accounts.list(actor, wanted, limitOf(asked['limit']), asked['cursor']);
  }

  @RequirePermission('account.manage')
  @Get(':id')
  @Answers(200, 'ManagedAccount')
  see(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ManagedAccount> {
    return this.accounts.see(actor, id);
  }

  @RequirePermission('account.manage')
  @Patch(':id')
  @Answers(200, 'ManagedAccount')
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() change: AccountChange,
  ): Promise<ManagedAccount> {
    return this.accounts.change(actor, id, change);
  }

  @RequirePermission('account.manage')
  @Post(':id/disabling')
  @HttpCode(200)
  @Answers(200, 'ManagedAccount')
  disable(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ManagedAccount> {
    return this.accounts.disable(actor, id);
  }

  @RequirePermission('account.manage')
  @Post(':id/enabling')
  @HttpCode(200)
  @Answers(200, 'ManagedAccount')
  enable(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ManagedAccount> {
    return this.accounts.enable(actor, id);
  }
}
