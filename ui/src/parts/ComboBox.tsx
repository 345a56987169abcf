// One out of many, found by typing a few letters of it.
import { ChevronDown } from "lucide-react";
import { ComboBox as Aria, Button, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import styles from "./ComboBox.module.css";
import { type FieldProps, FieldWords, LabelWords } from "./FieldWords";
import field from "./field.module.css";
import { useStanding } from "./useStanding";

export type ComboItem = { id: string; label: string; hint?: string | undefined };

export type ComboBoxProps = FieldProps & {
  value: string | null;
  items: ComboItem[];
  onChange: (id: string | null) => void;
  placeholder?: string;
};

export function ComboBox(props: ComboBoxProps) {
  const { label, value, items, onChange, placeholder } = props;
  const refusal = useStanding(props.refusal, value);
  return (
    <Aria
      className={field.field ?? ""}
      data-size={props.size}
      defaultItems={items}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      isInvalid={refusal !== undefined}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      menuTrigger="focus"
      validationBehavior="aria"
    >
      <Label className={field.label ?? ""}>
        <LabelWords label={label} optional={props.optional} />
      </Label>
      <div className={field.box}>
        <Input placeholder={placeholder} autoComplete="off" spellCheck={false} />
        <Button className={styles.open ?? ""} aria-label={`Show all: ${label}`}>
          <ChevronDown aria-hidden size={16} />
        </Button>
      </div>
      <FieldWords hint={props.hint} refusal={refusal} />
      <Popover className={styles.popover ?? ""}>
        <ListBox<ComboItem> className={styles.list ?? ""}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={styles.item ?? ""}>
              <Text slot="label">{item.label}</Text>
              {item.hint && (
                <Text slot="description" className={styles.hint ?? ""}>
                  {item.hint}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Aria>
  );
}
