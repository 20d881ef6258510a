/** "Why the break?" beside charts on which published figures, and the lines that follow them, have different definitions: for the chosen mineral, or for all. */
import { memo } from "react";
import { useView } from "../../../state/planner.ts";
import { LinkButton } from "../../../ui/link-button.tsx";
import { PlainTable } from "../../../ui/plain-table.tsx";
import { FigureList } from "../figure-list.tsx";
import { PopoverForm } from "../popover-form.tsx";
import { useBreakTable, useDefinitionBreak } from "../use-explore-view.ts";
import "./break-explanation.css";

const TRIGGER = "Why the break?";
const TITLE = "Two definitions, and what parts them";

export const BreakExplanation = memo(function BreakExplanation() {
  const view = useView();
  return (
    <PopoverForm trigger={TRIGGER} title={TITLE} className="link-button">
      {(close) => (
        <MineralBreak
          onShow={() => {
            view.setLeftChart("published");
            close();
          }}
        />
      )}
    </PopoverForm>
  );
});

function MineralBreak({ onShow }: { readonly onShow: () => void }) {
  const found = useDefinitionBreak();
  return (
    <>
      <FigureList figures={found?.figures.map(({ label, value, text }) => ({ key: label, label, value, text })) ?? []} />
      <ul className="break-reasons">
        {found?.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Ways onShow={onShow} />
    </>
  );
}

/** For the wall; `onShow` shows all minerals by the published definition. */
export const BreakTableExplanation = memo(function BreakTableExplanation({ onShow }: { readonly onShow: () => void }) {
  return (
    <PopoverForm trigger={TRIGGER} title={TITLE} className="link-button">
      {(close) => (
        <BreakTableBody
          onShow={() => {
            onShow();
            close();
          }}
        />
      )}
    </PopoverForm>
  );
});

function BreakTableBody({ onShow }: { readonly onShow: () => void }) {
  const { columns, rows, text } = useBreakTable();
  return (
    <>
      <PlainTable className="break-table" label={TITLE} heads={columns.map((label, index) => ({ label, isNumber: index > 0 }))}>
        {rows.map(({ mineral, name, published, asPublished, dependence }) => (
          <tr key={mineral}>
            <th scope="row">{name}</th>
            <td className="plain-number">{published}</td>
            <td className="plain-number">{asPublished}</td>
            <td className="plain-number">{dependence}</td>
          </tr>
        ))}
      </PlainTable>
      <p className="muted">{text}</p>
      <Ways onShow={onShow} />
    </>
  );
}

function Ways({ onShow }: { readonly onShow: () => void }) {
  const view = useView();
  return (
    <p className="popover-form-row">
      <LinkButton onPress={onShow}>Show the chart as published</LinkButton>
      <LinkButton onPress={view.showHistory}>History check</LinkButton>
    </p>
  );
}
