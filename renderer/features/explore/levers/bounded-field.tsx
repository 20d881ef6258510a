/**
 * A number field with bounds and a unit. What is typed counts on Enter or on leaving the field; text that is no number inside the bounds
 * says what would be right and changes nothing. While it has focus it keeps its own undo.
 */
import { useState } from "react";
import type { ChangeEvent, FocusEvent, KeyboardEvent } from "react";
import type { Result } from "../../../../shared/result.ts";
import "./bounded-field.css";

export interface BoundedFieldProps {
  readonly label: string;
  /** The value as text without unit: what stands in the field at rest. */
  readonly text: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly disabled?: boolean;
  /** Takes the focus when its form opens. */
  readonly autoFocus?: boolean;
  /** Id of the element that shows the error sentence. */
  readonly errorId: string;
  readonly hasError: boolean;
  /** Reads what was typed: the value to take, or the sentence to show. */
  readonly parse: (typed: string) => Result<number, string>;
  readonly onCommit: (value: number) => void;
  readonly onError: (sentence: string | null) => void;
  /** Enter, on a value that may stand: closes the form that the field is all of. `isNew`: the value was taken just now. */
  readonly onEnter?: (isNew: boolean) => void;
  /** One grid step up (1) or down (−1); absent where stepping makes no sense. */
  readonly onStep?: (direction: 1 | -1) => void;
}

export function BoundedField(props: BoundedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  // A value that changes from elsewhere (slider, undo) outdates what stands in the field, and with it the error.
  const [textSeen, setTextSeen] = useState(props.text);
  if (textSeen !== props.text) {
    setTextSeen(props.text);
    setTyped(null);
  }

  const settle = (): "kept" | "taken" | "refused" => {
    if (typed === null || typed.trim() === props.text) {
      drop();
      return "kept";
    }
    const read = props.parse(typed);
    if (!read.ok) {
      props.onError(read.error);
      return "refused";
    }
    drop();
    props.onCommit(read.value);
    return "taken";
  };

  const drop = (): void => {
    setTyped(null);
    props.onError(null);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Enter") {
      event.preventDefault();
      const settled = settle();
      if (settled !== "refused") props.onEnter?.(settled === "taken");
    } else if (event.key === "Escape" && typed !== null) {
      event.preventDefault();
      event.stopPropagation();
      drop();
    } else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && props.onStep && typed === null) {
      event.preventDefault();
      props.onStep(event.key === "ArrowUp" ? 1 : -1);
    }
  };

  return (
    <span className="bounded-field" data-error={props.hasError || undefined} data-disabled={props.disabled || undefined}>
      {props.prefix && (
        <span className="bounded-field-unit" aria-hidden="true">
          {props.prefix.trim()}
        </span>
      )}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={props.label}
        aria-invalid={props.hasError || undefined}
        aria-describedby={props.hasError ? props.errorId : undefined}
        disabled={props.disabled}
        autoFocus={props.autoFocus}
        value={typed ?? props.text}
        onChange={(event: ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
        onFocus={(event: FocusEvent<HTMLInputElement>) => event.target.select()}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      {props.suffix && (
        <span className="bounded-field-unit" aria-hidden="true">
          {props.suffix.trim()}
        </span>
      )}
    </span>
  );
}
