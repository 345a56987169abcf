// One press, one act. The button names the act, shows the key that does the same, and binds that key while it stands.
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button as Pressable } from "react-aria-components";
import styles from "./Button.module.css";
import { keyLabel, useKeys } from "./useKeys";

export type ButtonProps = {
  /** What it does, in words; an icon alone needs `words`. */
  children?: ReactNode;
  /** Said by screen readers and the key list when the children are not plain text. */
  words?: string;
  /** One primary a screen; danger only for what cannot be taken back. */
  variant?: "primary" | "plain" | "quiet" | "danger";
  /** Room size is worked in gloves: 56 px and up. */
  size?: "desk" | "room";
  icon?: LucideIcon;
  /** For instance `mod+Enter` or `g t`: shown on the button and bound while it is enabled. */
  keys?: string;
  /** Binds the key without printing it, where space is short. */
  hideKeys?: boolean;
  busy?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
  type?: "button" | "submit";
  /** On or off, for buttons that hold a state. */
  pressed?: boolean;
  wide?: boolean;
  onPress?: () => void;
};

export function Button(props: ButtonProps) {
  const {
    children,
    words,
    variant = "plain",
    size = "desk",
    icon: Icon,
    keys,
    hideKeys,
    busy,
    isDisabled,
    pressed,
    wide,
  } = props;
  const spoken = words ?? (typeof children === "string" ? children : "");
  const still = isDisabled || busy;
  useKeys(keys && props.onPress ? [{ keys, words: spoken, run: props.onPress, off: still }] : []);
  return (
    <Pressable
      className={styles.button ?? ""}
      data-variant={variant}
      data-size={size}
      data-wide={wide || undefined}
      data-bare={children === undefined || undefined}
      // Only where the words say more than is read on it: the name begins with what can be seen.
      {...(words && words !== children ? { "aria-label": words } : {})}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      type={props.type ?? "button"}
      isDisabled={isDisabled ?? false}
      // Not React Aria's pending state: that announces a label which may have left the page by then.
      data-busy={busy || undefined}
      autoFocus={props.autoFocus ?? false}
      onPress={() => busy || props.onPress?.()}
    >
      {Icon && <Icon aria-hidden size={size === "room" ? 28 : 17} strokeWidth={1.9} />}
      {children !== undefined && <span className={styles.words}>{children}</span>}
      {keys && !hideKeys && (
        <kbd className={styles.key} aria-hidden>
          {keyLabel(keys)}
        </kbd>
      )}
    </Pressable>
  );
}
