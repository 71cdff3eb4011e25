package dev.penstock.projector.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts a read side, and another one when it breaks: a broker that was away, topics that are not there yet, a schema that
 * was dropped. The rows say where to go on, so beginning again is always safe.
 */
public final class ReadSideKeeper implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReadSideKeeper.class);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private final ReadSideSettings settings;
    private final ReadSideMeter meter;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<@Nullable ReadSide> present = new AtomicReference<>();
    private final Thread thread = Thread.ofPlatform().name("penstock-projector").unstarted(this::keep);
    private volatile String trouble = "It has just been started";
    private String told = "";

    public ReadSideKeeper(ReadSideSettings settings, ReadSideMeter meter) {
        this.settings = settings;
        this.meter = meter;
    }

    public void start() {
        thread.start();
    }

    /** Whether it still keeps a read side going. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** The read side; null while none can be started. */
    public @Nullable ReadSide present() {
        return present.get();
    }

    /** Why there is no read side. */
    public String trouble() {
        return trouble;
    }

    private void keep() {
        Duration pause = FIRST;
        try {
            while (closing.getCount() > 0) {
                long from = System.nanoTime();
                liveOnce();
                boolean shortLived = System.nanoTime() - from < LONGEST.toNanos();
                pause = shortLived && pause.compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : FIRST;
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted: the program ends");
        }
    }

    private void liveOnce() throws InterruptedException {
        try (ReadSide side = ReadSide.start(settings, meter)) {
            present.set(side);
            told = "";
            while (side.isAlive() && !closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                // alive: look again
            }
            if (closing.getCount() > 0) {
                Throwable broken = side.failure();
                tell(broken == null ? "The read side has stopped by itself" : cause(broken), broken);
            }
        } catch (RuntimeException e) {
            tell(cause(e), e);
        } finally {
            present.set(null);
        }
    }

    /** The same trouble is told once, however often it comes back. */
    private void tell(String sentence, @Nullable Throwable broken) {
        trouble = sentence;
        if (!sentence.equals(told)) {
            told = sentence;
            LOG.warnf("%s. The projector begins again until it works", sentence);
            LOG.debug("In detail", broken);
        }
    }

    /** The sentence of whoever knows what happened: Kafka Streams only wraps it. */
    private static String cause(Throwable thrown) {
        Throwable knows = thrown;
        while (knows.getCause() != null && knows.getClass().getName().startsWith("org.apache.kafka.streams.")) {
            knows = knows.getCause();
        }
        return knows.getMessage() == null ? knows.toString() : knows.getMessage();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
