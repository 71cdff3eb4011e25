package dev.penstock.processor.app;

import dev.penstock.api.key.KeysFile;
import dev.penstock.processor.timer.KeyRing;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Reads the keys file again and again, so that keys can be rotated without a restart. */
final class KeyRefresh implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KeyRefresh.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Thread thread;

    KeyRefresh(KeysFile file, KeyRing ring) {
        thread = Thread.ofPlatform().name("penstock-keys").daemon().start(() -> refresh(file, ring));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void refresh(KeysFile file, KeyRing ring) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(EVERY.toMillis());
                ring.refresh(file::read);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("The keys of before stay in force: %s", e.getMessage());
            }
        }
    }
}
