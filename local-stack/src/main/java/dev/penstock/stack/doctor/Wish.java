package dev.penstock.stack.doctor;

import dev.penstock.stack.doctor.Finding.Weight;
import java.util.List;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.jspecify.annotations.Nullable;

/**
 * A broker setting that Penstock wants, and what its absence costs.
 *
 * @param setting name of the broker setting
 * @param relation how its value shall stand to {@code value}
 * @param value the wanted one, or the bound
 * @param weight of its absence
 * @param effect of its absence, for a person who has to decide whether to change it
 */
record Wish(String setting, Relation relation, String value, Weight weight, String effect) {
    /** How a value shall stand to the wanted one. */
    enum Relation {
        IS,
        AT_MOST,
        AT_LEAST
    }

    static final List<Wish> ALL = List.of(
            new Wish(
                    "unclean.leader.election.enable",
                    Relation.IS,
                    "false",
                    Weight.BREAKS,
                    "jobs that were acknowledged can be lost when a broker fails"),
            new Wish(
                    "message.max.bytes",
                    Relation.AT_LEAST,
                    "1048588",
                    Weight.BREAKS,
                    "events and dead letters of up to 900 KB are refused by the broker, and their partition stops"),
            new Wish(
                    "group.min.session.timeout.ms",
                    Relation.AT_MOST,
                    "6000",
                    Weight.BREAKS,
                    "processors ask for a session of 6 s and are refused"),
            new Wish(
                    "group.consumer.session.timeout.ms",
                    Relation.AT_MOST,
                    "6000",
                    Weight.COSTS,
                    "when a relay dies, the delays of its partitions stand still for that long"),
            new Wish(
                    "group.share.min.record.lock.duration.ms",
                    Relation.AT_MOST,
                    "5000",
                    Weight.COSTS,
                    "a frozen worker holds what it took for 15 s instead of 5 s: running elsewhere within 20 s, not 10 s"),
            new Wish(
                    "group.share.heartbeat.interval.ms",
                    Relation.AT_MOST,
                    "500",
                    Weight.COSTS,
                    "the first job after a worker's start comes after 6 to 7 s instead of 1 to 3 s"),
            new Wish(
                    "group.share.session.timeout.ms",
                    Relation.AT_MOST,
                    "6000",
                    Weight.COSTS,
                    "the partitions of a worker that vanished are given to others only after that time"),
            new Wish(
                    "group.initial.rebalance.delay.ms",
                    Relation.AT_MOST,
                    "0",
                    Weight.COSTS,
                    "processors and projectors start working that much later"),
            new Wish(
                    "add.partitions.to.txn.retry.backoff.ms",
                    Relation.AT_MOST,
                    "5",
                    Weight.COSTS,
                    "each transaction of a processor starts up to 20 ms late; under load about a quarter of the throughput"),
            new Wish(
                    "transaction.abort.timed.out.transaction.cleanup.interval.ms",
                    Relation.AT_MOST,
                    "1000",
                    Weight.COSTS,
                    "a hung transaction that no processor fences blocks its partition for up to 10 s longer"),
            new Wish(
                    "auto.create.topics.enable",
                    Relation.IS,
                    "false",
                    Weight.COSTS,
                    "a typing error in a producer's topic name makes a topic, and the producer never hears of it"));

    /** What the doctor says about the present value; null means that the broker does not tell. */
    Finding judge(@Nullable ConfigEntry present) {
        if (present == null || present.value() == null) {
            return new Finding(
                    Weight.COSTS,
                    setting + " is not shown by this broker",
                    "wanted: " + wanted() + "; if it is not so: " + effect,
                    inFile());
        }
        String what = setting + " = " + present.value();
        return holds(present.value())
                ? Finding.good(what)
                : new Finding(weight, what + ", wanted: " + wanted(), effect, command(present));
    }

    /** Some settings can be changed while a broker runs; the broker itself says which. */
    private String command(ConfigEntry present) {
        return present.isReadOnly()
                ? inFile()
                : "kafka-configs.sh --bootstrap-server HOST:PORT --alter --entity-type brokers --entity-default"
                        + " --add-config " + setting + "=" + value;
    }

    private String inFile() {
        return setting + "=" + value + " in the server.properties of every broker, then restart one after the other";
    }

    private String wanted() {
        return switch (relation) {
            case IS -> value;
            case AT_MOST -> "at most " + value;
            case AT_LEAST -> "at least " + value;
        };
    }

    private boolean holds(String present) {
        return switch (relation) {
            case IS -> present.equals(value);
            case AT_MOST -> Long.parseLong(present) <= Long.parseLong(value);
            case AT_LEAST -> Long.parseLong(present) >= Long.parseLong(value);
        };
    }
}
