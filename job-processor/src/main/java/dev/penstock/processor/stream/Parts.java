package dev.penstock.processor.stream;

import dev.penstock.api.key.Ids;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.processor.ahead.Ahead;
import dev.penstock.processor.due.LivePartitions;
import dev.penstock.processor.due.Sender;
import dev.penstock.processor.due.Watch;
import dev.penstock.processor.engine.Ports;
import dev.penstock.processor.timer.KeyRing;
import java.time.Duration;

/**
 * What the topology is made of, the same for all partitions of a process.
 *
 * @param topics names
 * @param partitions of submissions, commands and events
 * @param keys for tokens, signatures and names
 * @param known all settings
 * @param queues makes the topics of a new queue before its declaration is committed
 * @param watch what is known of workers and work topics
 * @param sender what leaves outside the transaction
 * @param ahead reads submissions before their turn
 * @param live told of the partitions that come and go
 * @param meter counts
 * @param lostAfter how long a dispatch may lie before it is looked for (A3)
 */
public record Parts(
        TopicNames topics,
        int partitions,
        KeyRing keys,
        Ports.KnownSettings known,
        Queues queues,
        Watch watch,
        Sender sender,
        Ahead ahead,
        LivePartitions live,
        StreamMeter meter,
        Duration lostAfter) {

    /** Makes what a new queue needs. */
    public interface Queues {
        /** Returns when the queue's topics are there, or after a bounded wait; never throws. */
        void open(String queue);
    }

    Ids names() {
        return new Ids(keys.keys().ids());
    }
}
