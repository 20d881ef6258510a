/** The search field of the tables and texts of this screen. */
import { Search } from "lucide-react";

export interface DataSearchProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const DataSearch = ({ label, placeholder, value, onChange }: DataSearchProps) => (
  <label className="data-search">
    <Search size={15} aria-hidden />
    <input type="search" aria-label={label} placeholder={placeholder} value={value} onChange={(event) => onChange(event.target.value)} />
  </label>
);
