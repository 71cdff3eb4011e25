package dev.penstock.api.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a route lives in: murmur2 of its bytes, as Java's producer does by default.
 *
 * <p>kcat and librdkafka place a key by CRC32 unless told otherwise ({@code partitioner=murmur2_random}); a submission
 * that lands in the wrong partition is forwarded to this one (failure scenario A7).
 */
public final class Partition {
    private Partition() {}

    /** The partition of {@code route} in a topic of {@code partitions}. */
    public static int of(String route, int partitions) {
        return Utils.toPositive(Utils.murmur2(route.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
