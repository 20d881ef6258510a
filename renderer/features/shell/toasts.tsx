/**
 * Messages in the status bar, the newest to be seen, that leave by themselves, unless the pointer moves over them or focus is on them. Errors never come this way.
 * A pointer that only rests where a message appears does not hold it: nobody reads there.
 */
import { Check, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useSession, useView } from "../../state/planner.ts";
import type { Toast } from "../../state/session-store.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import "./toasts.css";

export const TOAST_MS = 6000;
/** What offers an action has to be read, reached and pressed: with a screen reader, a magnifier or the Tab key that takes longer than reading. */
export const ACTION_TOAST_MS = 12_000;

export function Toasts() {
  const toasts = useSession((state) => state.toasts);
  return (
    <div className="toasts" role="region" aria-label="Messages" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const { dismissToast } = useView();
  const [held, setHeld] = useState(false);
  const { action } = toast;
  const life = action === null ? TOAST_MS : ACTION_TOAST_MS;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), life);
    return () => clearTimeout(timer);
  }, [held, life, toast.id, dismissToast]);
  return (
    <div
      className="toast"
      onPointerMove={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Check size={15} aria-hidden />
      <span className="spacer">{toast.text}</span>
      {action && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            dismissToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} size={14} label="Dismiss" onPress={() => dismissToast(toast.id)} />
    </div>
  );
}
