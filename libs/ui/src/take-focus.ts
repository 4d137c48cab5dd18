import { afterNextRender, Directive, ElementRef, inject } from '@angular/core';

/** Takes the focus when it appears: for what replaces the control that was just used, so that nobody is lost. */
@Directive({ selector: '[lecternTakeFocus]' })
export class TakeFocus {
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.focus());
  }
}
