/** One sentence under the title bar with at most two actions. Errors interrupt a screen reader, the rest waits its turn. */
import { CircleAlert, History, TriangleAlert } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { Banner as BannerContent } from "../state/session-store.ts";
import { Button } from "./button.tsx";
import "./banner.css";

const icons: Readonly<Record<BannerContent["tone"], LucideIcon>> = { info: History, warn: TriangleAlert, error: CircleAlert };

export function Banner({ tone, title, text, actions }: Omit<BannerContent, "key">) {
  const Icon = icons[tone];
  return (
    <div className={`banner banner-${tone}`} role={tone === "error" ? "alert" : "status"}>
      <Icon size={16} aria-hidden />
      <p className="banner-text">
        <b>{title}.</b> {text}
      </p>
      {actions.map((action) => (
        <Button key={action.label} size="small" variant={action.primary === true ? "primary" : "secondary"} onPress={action.run}>
          {action.label}
        </Button>
      ))}
    </div>
  );
}
