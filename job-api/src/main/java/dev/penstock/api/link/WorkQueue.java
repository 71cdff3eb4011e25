package dev.penstock.api.link;

import dev.penstock.api.job.Priority;
import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.List;

/** A queue's three lanes, polled in order: high, normal, and low only when asked to (S1.4, S2.20, S3.9). */
final class WorkQueue implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofMillis(10);

    private final WorkTopic high;
    private final WorkTopic normal;
    private final WorkTopic low;
    private boolean highHasMore;
    private WorkTopic last;

    WorkQueue(Kafka kafka, String queue, int batch) {
        high = new WorkTopic(kafka, kafka.topics().work(queue, Priority.HIGH), batch);
        normal = new WorkTopic(kafka, kafka.topics().work(queue, Priority.NORMAL), batch);
        low = new WorkTopic(kafka, kafka.topics().work(queue, Priority.LOW), batch);
        last = normal;
    }

    /**
     * The next records, all of one lane; waits on the normal lane, looks into the high one. A fetch that goes out with one poll is
     * answered before the next: of a high lane with a backlog every second look would find nothing, and as many normal jobs begin
     * as high ones. So after one that brought something the answer is waited for, and once more because it may hold a transaction's
     * marker alone.
     */
    List<Received> poll(Duration patience) {
        List<Received> received = poll(high, highHasMore ? ANSWER : Duration.ZERO);
        if (highHasMore && received.isEmpty()) {
            received = poll(high, ANSWER);
        }
        highHasMore = !received.isEmpty();
        if (received.isEmpty()) {
            received = poll(normal, patience);
        }
        for (WorkTopic lane : List.of(normal, low)) {
            lane.stepAsideIfUnpolledFor(patience());
        }
        return received;
    }

    /** Records of the low lane, if there are any now. */
    List<Received> pollLow() {
        return poll(low, Duration.ZERO);
    }

    private List<Received> poll(WorkTopic lane, Duration patience) {
        last = lane;
        return lane.poll(patience);
    }

    /** Of the last poll. */
    void accept(Received received) {
        last.accept(received);
    }

    /** Of the last poll. */
    void release(Received received) {
        last.release(received);
    }

    void flush() {
        last.flush();
    }

    /**
     * How long a lane may go without a poll. A fetch that was under way when the last poll returned may have brought
     * records that nobody looks at: they are given back well before their locks run out.
     */
    Duration patience() {
        return normal.lock().dividedBy(2);
    }

    void stepAside() {
        high.stepAside();
        normal.stepAside();
        low.stepAside();
    }

    @Override
    public void close() {
        high.close();
        normal.close();
        low.close();
    }
}
