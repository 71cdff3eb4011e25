package dev.penstock.processor.observe;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.timer.PlainSender;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes this process's own pulse into every partition of {@code jobs.workers}, once a second (A8). */
public final class Pulse implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Pulse.class);

    private final PlainSender sender;
    private final String topic;
    private final String processor;
    private final String version;
    private final Duration every;
    private volatile Thread thread = new Thread();

    /** @param processor id of this process, new for each start */
    public Pulse(PlainSender sender, String topic, String processor, String version, Duration every) {
        this.sender = sender;
        this.topic = topic;
        this.processor = processor;
        this.version = version;
        this.every = every;
    }

    void start(int partitions) {
        thread = Thread.ofPlatform().name("penstock-pulse").daemon().start(() -> beat(partitions));
    }

    boolean isOwn(Beat.Pulse pulse) {
        return pulse.processor().equals(processor);
    }

    /** Whether it beats. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void beat(int partitions) {
        for (long sequence = 1; !Thread.currentThread().isInterrupted(); sequence++) {
            try {
                for (int p = 0; p < partitions; p++) {
                    sender.send(topic, p, processor, Wire.write(new Beat.Pulse(processor, version, p, sequence)));
                }
                Thread.sleep(every.toMillis());
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                LOG.debugf("A pulse was not sent: %s", e);
            }
        }
    }
}
