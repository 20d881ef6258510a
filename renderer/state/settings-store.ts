/** Settings of this machine, the state of the scenario store and the versions shown in About. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { BootInfo, Settings } from "../../shared/ipc/boot-info.ts";
import type { PlannerApi } from "../../shared/ipc/channels.ts";

export type SettingsStore = StoreApi<BootInfo>;

export const createSettingsStore = (boot: BootInfo): SettingsStore => createStore<BootInfo>(() => boot);

/** Applies at once and asks the main process to keep it; a setting that could not be kept still holds until the window closes. */
export function changeSettings(api: PlannerApi, store: SettingsStore, part: Partial<Settings>): void {
  store.setState(({ settings }) => ({ settings: { ...settings, ...part } }));
  void api.invoke("settings:set", part);
}
