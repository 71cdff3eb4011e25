package dev.penstock.processor.stream;

import dev.penstock.processor.store.Leftovers;
import dev.penstock.processor.store.NewerState;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;

/** The topology while it runs. A stream thread that dies is replaced; commands do not kill one (A1). */
public final class RunningStream implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RunningStream.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final Standbys standbys = new Standbys();
    private final Leftovers leftovers;

    /** Locks the folder of the stores. */
    public RunningStream(StreamSettings settings, Parts parts) {
        leftovers = new Leftovers(settings.stateDir(), StreamSettings.applicationId(settings.kafka()));
        streams = new KafkaStreams(Commands.topology(parts), settings.properties());
        streams.setUncaughtExceptionHandler(RunningStream::answer);
        streams.setStandbyUpdateListener(standbys);
    }

    public void start() {
        leftovers.sweep();
        streams.start();
    }

    /** Whether partitions are assigned and restored, or there were none to assign. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether it runs or will: false once it has given up. */
    public boolean isAlive() {
        return streams.state().isRunningOrRebalancing() || streams.state() == KafkaStreams.State.CREATED;
    }

    /** State in a word, then of how many stores it keeps a warm copy for other processes, and how many records these are behind. */
    public String state() {
        return streams.state().name() + ", copies of " + standbys.stores() + " stores, " + standbys.behind()
                + " records behind";
    }

    /** Records waiting in the partition that is furthest behind; 0 if nothing is known. */
    public long lag() {
        return (long) streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag-max"))
                // What is read back for stores, warm copies too, is not work that waits.
                .filter(metric -> !metric.metricName()
                        .tags()
                        .getOrDefault("client-id", "")
                        .contains("restore"))
                .map(Metric::metricValue)
                .filter(value -> value instanceof Double d && !d.isNaN())
                .mapToDouble(value -> (Double) value)
                .max()
                .orElse(0);
    }

    /** Commits and leaves the group at once, so that nobody waits for its session to end and nothing is run again (B3). */
    @Override
    public void close() {
        boolean all = streams.close(CloseOptions.timeout(CLOSE_PATIENCE)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (all) {
            leftovers.closed();
        }
    }

    private static StreamThreadExceptionResponse answer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NewerState newer) {
                LOG.error(newer.getMessage());
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        }
        if (failure instanceof Error) {
            LOG.error("The processor stops: its memory or its code is no longer sound", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.error("A stream thread has failed and is replaced", failure);
        try {
            // What fails at once would fail again at once.
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
