package dev.penstock.processor.rebuild;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.processor.engine.Refold;
import dev.penstock.processor.engine.StoresInMemory;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;

/** One partition of the log, folded into stores in memory. */
final class PartitionFold {
    private final StoresInMemory stores = new StoresInMemory();
    private final Set<String> decided = new HashSet<>();
    private long events;

    /**
     * Folds all of the partition.
     *
     * @param withCommands keep the ids of the commands too, which nobody needs who knows where the processors were
     * @throws IllegalStateException if it no longer begins at its first event
     */
    static PartitionFold of(
            Reading reading,
            TopicPartition partition,
            BiFunction<String, JobSpec, String> uniqueRoute,
            boolean withCommands) {
        long beginning = reading.beginning(partition);
        if (beginning > 0) {
            throw new IllegalStateException("The log " + partition + " begins at offset " + beginning
                    + ": what came before is gone, and the stores cannot be made again without it. The topic must keep its"
                    + " records for ever (retention.ms=-1, retention.bytes=-1, cleanup.policy=delete).");
        }
        PartitionFold fold = new PartitionFold();
        Refold refold = new Refold(fold.stores, uniqueRoute);
        reading.read(partition, record -> {
            try {
                EventMessage event = EventCodec.decode(record.value() == null ? new byte[0] : record.value());
                fold.events++;
                if (withCommands) {
                    fold.decided.add(event.command());
                }
                refold.take(event);
            } catch (UndecodableException e) {
                throw new IllegalStateException(
                        partition + " holds at offset " + record.offset() + " what is no event: " + e.getMessage(), e);
            }
        });
        refold.end();
        return fold;
    }

    StoresInMemory stores() {
        return stores;
    }

    /** Ids of the commands that the log has an outcome of, if they were to be kept. */
    Set<String> decided() {
        return decided;
    }

    long events() {
        return events;
    }
}
