import { Component } from '@angular/core';
@Component({ selector: 'app-invitation-page', template: '' })
export class InvitationPage {}
