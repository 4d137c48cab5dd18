import { Component } from '@angular/core';
@Component({ selector: 'app-invitations-page', template: '' })
export class InvitationsPage {}
