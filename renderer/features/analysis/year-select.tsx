/** The outcome year, the same on every screen. */
import { useResult, useSession, useView } from "../../state/planner.ts";
import { Select } from "../../ui/select.tsx";

export function YearSelect() {
  const view = useView();
  const year = useSession((state) => state.outcomeYear);
  const years = useResult((state) => state.statusQuo.years);
  return (
    <Select
      label="Year"
      value={String(year)}
      onChange={(id) => view.setOutcomeYear(Number(id))}
      options={years.map((one) => ({ id: String(one), label: String(one) }))}
    />
  );
}
