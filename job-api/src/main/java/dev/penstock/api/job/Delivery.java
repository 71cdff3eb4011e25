package dev.penstock.api.job;

/**
 * Where a worker read a dispatch: the connection details of S0.16.
 *
 * @param topic name of the work topic
 * @param partition partition of it
 * @param offset offset in that partition
 * @param count how often the share group has handed the record out; a hint, it begins at 1 again when the partition's
 *     leader changes (failure scenario A5)
 */
public record Delivery(String topic, int partition, long offset, int count) {
    @Override
    public String toString() {
        return "kafka · " + topic + " · partition " + partition + " · offset " + offset;
    }
}
