package dev.penstock.projector.app;

import dev.penstock.projector.lag.FreshnessWriter;
import io.quarkus.runtime.Quarkus;
import java.util.Locale;
import org.jboss.logging.Logger;

/** The program whose task is a rebuild: says how far it is, and ends the process with 0 when it is done. */
final class RebuildTask implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RebuildTask.class);
    private static final int EVERY = 4;

    private final Rebuilding rebuilding;
    private final Thread thread = Thread.ofPlatform().name("penstock-rebuild").unstarted(this::run);
    private int looks;

    RebuildTask(ReadSideSettings present, ReadSideMeter meter) {
        rebuilding = new Rebuilding(present, meter);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            boolean done = rebuilding.run(this::tell);
            Quarkus.asyncExit(done ? 0 : 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf("The read model cannot be rebuilt: %s", e.getMessage());
            LOG.debug("In detail", e);
            Quarkus.asyncExit(2);
        }
    }

    private void tell(FreshnessWriter.Worst lag) {
        if (looks++ % EVERY == 0 && lag.peak() > 0) {
            String left = lag.fall() > 0
                    ? String.format(Locale.ROOT, ", about %,d s left", Math.round(lag.records() / lag.fall()))
                    : "";
            LOG.infof("%,d of %,d events to go%s", lag.records(), lag.peak(), left);
        }
    }

    @Override
    public void close() {
        rebuilding.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
