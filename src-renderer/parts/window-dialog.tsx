// A dialog over the window: a heading, what it holds, and a way out. Escape closes it; focus returns.
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface WindowDialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
  readonly className?: string;
}

export function WindowDialog({ title, open, onClose, children, className }: WindowDialogProps) {
  return (
    <ModalOverlay className="veil" isDismissable isOpen={open} onOpenChange={(is) => is || onClose()}>
      <Modal className={`sheet ${className ?? ''}`}>
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
