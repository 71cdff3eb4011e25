package dev.penstock.processor.settings;

import dev.penstock.api.topic.TopicCheck;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Makes the work topics and share groups of queues before anything is dispatched to them: a dispatch to a topic that is
 * not there blocks the stream for a minute and kills it (A1), and a worker that comes before its group is set up skips
 * what waits (A3).
 */
public final class QueueTopics implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(QueueTopics.class);
    private static final long PATIENCE_SECONDS = 5;

    private final TopicCheck check;
    private final Map<String, CompletableFuture<Boolean>> made = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("penstock-queue-topics").daemon().factory());

    public QueueTopics(TopicCheck check) {
        this.check = check;
    }

    /** Waits at most 5 s until the queue's topics are there; whoever follows the settings waits for the rest. */
    public void open(String queue) {
        try {
            ready(queue).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warnf("The topics of the queue %s are not ready yet: %s", queue, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Completes with whether the queue may be dispatched to. */
    CompletableFuture<Boolean> ready(String queue) {
        CompletableFuture<Boolean> answer =
                made.computeIfAbsent(queue, q -> CompletableFuture.supplyAsync(() -> make(q), thread));
        if (answer.isDone() && !answer.getNow(false)) {
            // Somebody may have repaired it since: the next one who asks tries again.
            made.remove(queue, answer);
        }
        return answer;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private boolean make(String queue) {
        try {
            check.ensureQueue(queue);
            return true;
        } catch (RuntimeException e) {
            LOG.errorf("Nothing can be dispatched to the queue %s: %s", queue, e.getMessage());
            return false;
        }
    }
}
