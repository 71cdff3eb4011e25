package dev.penstock.projector.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/** What has been opened, closed in reverse order; a failure to close one does not keep the others open. */
final class Closing implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Closing.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T opened) {
        open.push(opened);
        return opened;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable next = open.pop();
            try {
                next.close();
            } catch (Exception e) {
                LOG.debugf(e, "%s did not close cleanly", next);
            }
        }
    }
}
