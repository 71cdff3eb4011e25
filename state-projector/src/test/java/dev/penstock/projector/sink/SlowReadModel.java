package dev.penstock.projector.sink;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Rows whose first write ends when it is told to. */
final class SlowReadModel implements ReadModel {
    private final ReadModel model;
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean busy;
    private volatile boolean closedWhileWriting;

    SlowReadModel(ReadModel model) {
        this.model = model;
    }

    void awaitWriting() throws InterruptedException {
        if (!writing.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("Nothing was written");
        }
    }

    void release() {
        released.countDown();
    }

    /** Not at once: whoever does not wait goes on before. */
    void releaseSoon() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                var unused = never.await(200, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            release();
        });
    }

    boolean closedWhileWriting() {
        return closedWhileWriting;
    }

    @Override
    public boolean write(List<Part> parts, boolean durable) {
        busy = true;
        writing.countDown();
        try {
            if (!released.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("Nobody released this write");
            }
            return model.write(parts, durable);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            busy = false;
        }
    }

    @Override
    public Map<Integer, Long> next(Set<Integer> partitions) {
        return model.next(partitions);
    }

    @Override
    public Map<JobId, JobView> jobs(Collection<JobId> ids) {
        return model.jobs(ids);
    }

    @Override
    public Map<MinuteKey, Minute> minutes(int partition, Collection<MinuteKey> keys) {
        return model.minutes(partition, keys);
    }

    @Override
    public void harden() {
        model.harden();
    }

    @Override
    public void close() {
        closedWhileWriting = busy;
        model.close();
    }
}
