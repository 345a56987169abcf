// A question that must be answered before the page goes on. The only thing on screen that casts a shadow.
import type { ReactNode } from "react";
import { Dialog as Aria, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "./Dialog.module.css";

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the act first. */
  actions?: ReactNode;
  width?: "narrow" | "wide";
  /** For questions about harm: read out at once, and not closed by a click beside it. */
  alert?: boolean;
};

export function Dialog({ title, isOpen, onClose, children, actions, width = "narrow", alert }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!alert}
    >
      <Modal className={styles.modal ?? ""} data-width={width}>
        <Aria className={styles.dialog ?? ""} role={alert ? "alertdialog" : "dialog"}>
          <Heading slot="title" className={styles.title ?? ""}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </Aria>
      </Modal>
    </ModalOverlay>
  );
}
