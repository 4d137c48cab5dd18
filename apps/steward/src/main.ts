import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { openDoorStorage } from './app/platform/sealed-storage';

void openDoorStorage().then((storage) => bootstrapApplication(App, appConfig(storage)));
