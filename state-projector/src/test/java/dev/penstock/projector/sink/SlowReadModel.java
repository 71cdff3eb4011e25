package dev.penstock.projector.sink;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Rows whose first write ends when it is told to. */
final class SlowReadModel extends ForwardingReadModel {
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean busy;
    private volatile boolean closedWhileWriting;

    SlowReadModel(ReadModel rows) {
        super(rows);
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
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(this::release);
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
            return super.write(parts, durable);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            busy = false;
        }
    }

    @Override
    public void close() {
        closedWhileWriting = busy;
        super.close();
    }
}
