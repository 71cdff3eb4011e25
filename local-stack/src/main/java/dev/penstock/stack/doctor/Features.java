package dev.penstock.stack.doctor;

import dev.penstock.stack.doctor.Finding.Weight;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/**
 * A feature of the cluster that must have a certain level. Kafka does not tell the version of its brokers; the levels say what they
 * can do and have been allowed to do.
 *
 * @param name of the feature
 * @param level the least that will do
 * @param meaning what that level is, for people
 * @param weight of its absence
 * @param effect of its absence
 * @param mend what gives the cluster that level
 */
record Features(String name, int level, String meaning, Weight weight, String effect, String mend) {
    private static final String UPGRADE = "kafka-features.sh --bootstrap-server HOST:PORT upgrade ";

    static final List<Features> ALL = List.of(
            new Features(
                    "metadata.version",
                    30,
                    "Kafka 4.3",
                    Weight.COSTS,
                    "Penstock is tested with Kafka 4.3 only; below 4.2 share groups are not there at all",
                    "install Kafka 4.3 or newer on every broker, then " + UPGRADE + "--release-version 4.3"),
            new Features(
                    "share.version",
                    1,
                    "share groups, KIP-932",
                    Weight.BREAKS,
                    "no worker can take a job",
                    UPGRADE + "--feature share.version=1 (Kafka 4.2 or newer)"),
            new Features(
                    "group.version",
                    1,
                    "the consumer protocol, KIP-848",
                    Weight.BREAKS,
                    "the relays cannot join their group: no delay and no retry ends",
                    UPGRADE + "--feature group.version=1"),
            new Features(
                    "transaction.version",
                    2,
                    "transactions that know late writes, KIP-890",
                    Weight.COSTS,
                    "a late write of a dead processor can hang a transaction, and its partition stands still until it is fenced",
                    UPGRADE + "--feature transaction.version=2"));

    /** What the doctor says about the cluster's levels. */
    Finding judge(Map<String, FinalizedVersionRange> levels) {
        FinalizedVersionRange found = levels.get(name);
        int present = found == null ? 0 : found.maxVersionLevel();
        String what = name + " = " + present + " (" + meaning + ")";
        return present >= level
                ? Finding.good(what)
                : new Finding(
                        weight,
                        name + " = " + present + ", wanted: at least " + level + " (" + meaning + ")",
                        effect,
                        mend);
    }
}
