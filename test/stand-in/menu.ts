/** `Menu`: no menu is drawn; items are clicked by id. Keys are the window's business, as the app itself has it. */
import { app } from "./app.ts";

interface ItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly type?: string;
  readonly submenu?: readonly ItemOptions[] | Menu;
  readonly click?: (item: MenuItem, window: unknown, event: object) => void;
}

export class MenuItem {
  id: string | undefined;
  label: string;
  role: string | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  submenu: Menu | undefined;
  readonly #click: ItemOptions["click"];

  constructor(options: ItemOptions) {
    this.id = options.id;
    this.label = options.label ?? options.role ?? "";
    this.role = options.role;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = options.submenu === undefined || options.submenu instanceof Menu ? options.submenu : Menu.buildFromTemplate(options.submenu);
    this.#click = options.click;
  }
  click(window?: unknown): void {
    if (!this.enabled) return;
    if (this.role === "quit") app.quit();
    this.#click?.(this, window, {});
  }
}

export class Menu {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly ItemOptions[]): Menu {
    const menu = new Menu();
    for (const options of template) menu.items.push(options instanceof MenuItem ? options : new MenuItem(options));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
  /** Every item of this menu and of those inside it. */
  all(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.all() ?? [])]);
  }
  getMenuItemById(id: string): MenuItem | null {
    return this.all().find((item) => item.id === id) ?? null;
  }
  popup(): void {}
}
