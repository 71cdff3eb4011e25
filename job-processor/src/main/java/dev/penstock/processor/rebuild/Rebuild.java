package dev.penstock.processor.rebuild;

import dev.penstock.api.key.Ids;
import dev.penstock.api.key.Keys;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.engine.StoresInMemory;
import dev.penstock.processor.kin.Kin;
import dev.penstock.processor.store.PartitionState;
import dev.penstock.processor.store.StateForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes the stores of all partitions again from the events, one after the other, and compares them with the change logs that the
 * processors restore theirs from; {@link #mend} makes these equal, and commits the offsets that follow from the log where the group
 * has lost its own. The books of the gates are no fold of the events and are left alone: dispatches that a gate has lost are found
 * and made again (A3).
 *
 * <p>No processor may run meanwhile. A partition's live jobs and stubs are held in memory, about 1 to 2 KB each.
 */
public final class Rebuild implements AutoCloseable {
    private final TopicNames topics;
    private final Ids names;
    private final Reading reading;
    private final Installation installation;
    private final Instant now = Instant.now();
    private final List<Difference> first = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private long differences;

    /**
     * @param application of the processors, see {@code StreamSettings.applicationId}
     * @param replication copies of a change log that has to be made again; -1: the broker's default
     */
    public Rebuild(Kafka kafka, Keys keys, String application, int replication) {
        this.topics = kafka.topics();
        this.names = new Ids(keys.ids());
        this.reading = new Reading(kafka);
        this.installation = new Installation(kafka, application, replication);
    }

    /**
     * Compares only.
     *
     * @param progress hears how many partitions are done
     * @throws IllegalStateException with a sentence if processors run or the log is not whole
     */
    public Findings check(IntConsumer progress) {
        return run(false, progress);
    }

    /** Compares, and writes what differs. If it is interrupted it can be run again. */
    public Findings mend(IntConsumer progress) {
        return run(true, progress);
    }

    private Findings run(boolean write, IntConsumer progress) {
        int partitions = reading.partitions(topics.events());
        if (partitions == 0) {
            throw new IllegalStateException("There is no topic " + topics.events() + "; is the prefix right?");
        }
        installation.refuseRunning();
        first.clear();
        lost.clear();
        differences = 0;
        Map<TopicPartition, OffsetAndMetadata> committed = installation.committed();
        Map<TopicPartition, Long> next = new HashMap<>();
        Whereabouts whereabouts = new Whereabouts(topics, partitions, names);
        long events = 0;
        long entries = 0;
        for (int p = 0; p < partitions; p++) {
            boolean forgotten = !committed.containsKey(new TopicPartition(topics.commands(), p))
                    || !committed.containsKey(new TopicPartition(topics.submissions(), p));
            PartitionFold fold =
                    PartitionFold.of(reading, new TopicPartition(topics.events(), p), names::uniqueRoute, forgotten);
            events += fold.events();
            if (write) {
                installation.refuseRunning(); // one that was started meanwhile writes to the change logs, too
            }
            entries += compare(p, fold.stores(), write ? installation::correct : (topic, partition, key, value) -> {});
            find(p, fold, whereabouts, committed, next, write);
            progress.accept(p + 1);
        }
        if (write) {
            installation.refuseRunning();
            installation.commit(next);
        }
        return new Findings(events, entries, differences, first, lost);
    }

    private long compare(int partition, StoresInMemory folded, Installation.Writer writer) {
        ChangeLog.Correction correction = (difference, topic, value) -> {
            differences++;
            if (first.size() < Findings.SHOWN) {
                first.add(difference);
            }
            writer.write(topic, partition, difference.key(), value);
        };
        return log(PartitionState.JOBS, StateForm.JOB, (key, job) -> false)
                        .compare(reading, partition, byName(folded.jobs()), correction)
                + log(PartitionState.STUBS, StateForm.STUB, this::isOver)
                        .compare(reading, partition, byName(folded.stubs()), correction)
                + log(PartitionState.KIN, StateForm.KIN, this::isPassing)
                        .compare(reading, partition, folded.kin(), correction)
                + log(PartitionState.SETTINGS, StateForm.SETTING, (key, setting) -> false)
                        .compare(reading, partition, folded.settings(), correction);
    }

    private <V> ChangeLog<V> log(String store, StateForm<V> form, BiPredicate<String, V> passing) {
        return new ChangeLog<>(store, installation.changeLog(store), form, passing);
    }

    private static <V> Map<String, V> byName(Map<?, V> byId) {
        Map<String, V> named = new TreeMap<>();
        byId.forEach((id, value) -> named.put(id.toString(), value));
        return named;
    }

    /** What is left of a deleted job goes some time after its date, without an event. */
    private boolean isOver(String key, Stub stub) {
        return stub.deleted() && !now.isBefore(stub.deleteAt());
    }

    /** Marks are about submissions, not jobs; a unique key whose period is over goes without an event. */
    private boolean isPassing(String key, Kin kin) {
        boolean due =
                key.startsWith("e/") && key.compareTo(String.format(Locale.ROOT, "e/%014d", now.toEpochMilli())) < 0;
        boolean free = kin.until() != null && !now.isBefore(kin.until());
        return due || free || key.startsWith(PartitionState.EARLY);
    }

    /** Finds what the group has forgotten. */
    private void find(
            int partition,
            PartitionFold fold,
            Whereabouts whereabouts,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> next,
            boolean write) {
        TopicPartition commands = new TopicPartition(topics.commands(), partition);
        if (!committed.containsKey(commands)) {
            lose(
                    commands,
                    whereabouts.inCommands(reading, partition, fold.decided()).next(),
                    next);
        }
        TopicPartition submissions = new TopicPartition(topics.submissions(), partition);
        if (!committed.containsKey(submissions)) {
            Whereabouts.Place place = whereabouts.inSubmissions(reading, partition, fold.decided());
            lose(submissions, place.next(), next);
            if (write) {
                byte[] mark =
                        log(PartitionState.KIN, StateForm.KIN, this::isPassing).write(Kin.MARK);
                place.early()
                        .forEach(offset -> installation.correct(
                                installation.changeLog(PartitionState.KIN),
                                partition,
                                PartitionState.EARLY + offset,
                                mark));
            }
        }
        TopicPartition gates = new TopicPartition(topics.gates(), partition);
        if (!committed.containsKey(gates) && partition < reading.partitions(topics.gates())) {
            lose(gates, reading.end(gates), next);
        }
    }

    private void lose(TopicPartition partition, long offset, Map<TopicPartition, Long> next) {
        // A partition that nothing was ever read of has lost nothing.
        if (reading.end(partition) > 0) {
            lost.add(partition + " at " + offset);
            next.put(partition, offset);
        }
    }

    @Override
    public void close() {
        reading.close();
        installation.close();
    }
}
