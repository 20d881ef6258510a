/** A search field with its glass. What stands behind the text, such as the key that leads here, comes as children. */
import { Search } from "lucide-react";
import type { ReactNode, Ref } from "react";
import "./search-field.css";

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
  readonly children?: ReactNode;
}

export const SearchField = ({ label, placeholder, value, onChange, ref, children }: SearchFieldProps) => (
  <label className="search-field">
    <Search size={15} aria-hidden />
    <input ref={ref} type="search" aria-label={label} placeholder={placeholder} value={value} onChange={(event) => onChange(event.target.value)} />
    {children}
  </label>
);
