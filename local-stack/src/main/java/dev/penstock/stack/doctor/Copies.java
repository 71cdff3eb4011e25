package dev.penstock.stack.doctor;

import dev.penstock.stack.doctor.Finding.Weight;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;

/**
 * Copies of one of Kafka's own topics: as many as there are brokers, at most three, and at least one of them may be missing.
 *
 * @param setting how many copies it is made with
 * @param inSync how many of them must be in sync for a write to count
 * @param topic which topic
 * @param effect what does not go on while there are too few
 */
record Copies(String setting, String inSync, String topic, String effect) {
    private static final int WANTED = 3;

    static final List<Copies> ALL = List.of(
            new Copies(
                    "transaction.state.log.replication.factor",
                    "transaction.state.log.min.isr",
                    "__transaction_state",
                    "no processor can begin a transaction, so nothing is decided"),
            new Copies(
                    "offsets.topic.replication.factor",
                    "offsets.topic.min.isr",
                    "__consumer_offsets",
                    "no processor, relay or projector can join its group"),
            new Copies(
                    "share.coordinator.state.topic.replication.factor",
                    "share.coordinator.state.topic.min.isr",
                    "__share_group_state",
                    "no worker can take a job"));

    /**
     * What the doctor says.
     *
     * @param brokers how many there are
     * @param config of one of them
     * @param existing copies that the topic has; empty if it is not made yet
     */
    Finding judge(int brokers, Config config, Optional<Integer> existing) {
        int wanted = Math.min(WANTED, brokers);
        int copies = existing.orElseGet(() -> number(config, setting, WANTED));
        int needed = number(config, inSync, 1);
        String what = topic + ": " + copies + " copies" + (existing.isPresent() ? "" : " once it is made")
                + ", of which " + needed + " must be in sync";
        if (existing.isEmpty() && copies > brokers) {
            return new Finding(
                    Weight.BREAKS,
                    what + ", but there are " + brokers + " broker(s)",
                    "it cannot be made: " + effect,
                    inFile(setting, wanted));
        }
        if (needed > copies) {
            return new Finding(Weight.BREAKS, what, effect, inFile(inSync, Math.max(1, copies - 1)));
        }
        if (copies < wanted || (brokers >= WANTED && needed == copies)) {
            return new Finding(
                    Weight.COSTS,
                    what + ", wanted: " + wanted + " copies, " + (wanted - 1) + " in sync",
                    "while one broker is down, " + effect,
                    more(existing.isPresent(), wanted));
        }
        return Finding.good(what);
    }

    private String more(boolean exists, int wanted) {
        return exists
                ? "kafka-reassign-partitions.sh with " + wanted + " replicas for each partition of " + topic
                : inFile(setting, wanted);
    }

    private static String inFile(String setting, int value) {
        return setting + "=" + value + " in the server.properties of every broker, then restart one after the other";
    }

    private static int number(Config config, String setting, int otherwise) {
        ConfigEntry entry = config.get(setting);
        return entry == null || entry.value() == null ? otherwise : Integer.parseInt(entry.value());
    }
}
