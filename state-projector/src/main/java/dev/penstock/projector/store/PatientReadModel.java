package dev.penstock.projector.store;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.sink.ReadModel;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks again for as long as the database is away. Whether a broken transaction was committed nobody knows; asking again
 * is safe, because each begins by comparing offsets.
 */
public final class PatientReadModel implements ReadModel {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ReadModel model;
    private final WriteMeter meter;
    private final CountDownLatch closing;

    /** @param closing counted down when the program ends: nobody waits any longer */
    public PatientReadModel(ReadModel model, WriteMeter meter, CountDownLatch closing) {
        this.model = model;
        this.meter = meter;
        this.closing = closing;
    }

    @Override
    public Map<Integer, Long> next(Set<Integer> partitions) {
        return patiently(() -> model.next(partitions));
    }

    @Override
    public Map<JobId, JobView> jobs(Collection<JobId> ids) {
        return patiently(() -> model.jobs(ids));
    }

    @Override
    public Map<MinuteKey, Minute> minutes(int partition, Collection<MinuteKey> keys) {
        return patiently(() -> model.minutes(partition, keys));
    }

    @Override
    public boolean write(List<Part> parts, boolean durable) {
        return patiently(() -> model.write(parts, durable));
    }

    @Override
    public void harden() {
        patiently(() -> {
            model.harden();
            return true;
        });
    }

    @Override
    public void close() {
        model.close();
    }

    private <T> T patiently(Supplier<T> question) {
        Duration pause = FIRST;
        while (true) {
            try {
                T answer = question.get();
                if (pause.compareTo(FIRST) > 0) {
                    meter.back();
                }
                return answer;
            } catch (DatabaseAway e) {
                meter.away(String.valueOf(e.getMessage()));
                if (ends(pause)) {
                    throw e;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            }
        }
    }

    private boolean ends(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
