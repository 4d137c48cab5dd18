import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../app/device/device-store';
import { Connection } from '../app/platform/connection';
import type { MemoryStorage } from '../app/platform/door-storage';
import { DoorSync } from '../app/roster/door-sync';
import { ScanQueue } from '../app/scans/scan-queue';
import { aDoor, type FakeApi, until } from './door';

/** A panel on a phone with this storage and this server, and what a person does with it. */
export const openPanel = async <T>(
  panel: Type<T>,
  { api, storage, offline }: { api: FakeApi; storage: MemoryStorage; offline?: boolean },
  inputs: Readonly<Record<string, unknown>> = {},
) => {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: aDoor(api, storage) });
  await TestBed.inject(DeviceStore).load();
  await TestBed.inject(ScanQueue).load();
  await TestBed.inject(DoorSync).load();
  await TestBed.inject(DoorSync).now();
  if (offline) TestBed.inject(Connection).lost();
  const fixture = TestBed.createComponent(panel);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const text = () => host.textContent.replaceAll(/\s+/g, ' ').trim();
  const button = (words: string) =>
    [...host.querySelectorAll('button')].find((one) => one.textContent.includes(words));
  const settle = async () => {
    await fixture.whenStable();
    TestBed.tick();
  };
  const press = async (words: string) => {
    const found = button(words);
    if (!found) throw new Error(`No button says “${words}”: ${text()}`);
    found.click();
    await settle();
  };
  const type = async (id: string, value: string) => {
    const field = host.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
    if (!field) throw new Error(`There is no field ${id}.`);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };
  const submit = async () => {
    host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
    await settle();
  };
  const says = (words: string) => until(() => (TestBed.tick(), text().includes(words)));
  return { host, text, button, press, type, submit, says, settle };
};
