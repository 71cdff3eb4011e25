package dev.penstock.ui.read.stored;

import dev.penstock.api.job.Delivery;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Where a worker read a dispatch (S0.16), as four columns. */
@Embeddable
@Immutable
class StoredDelivery {
    @Column(name = "delivery_topic")
    @Nullable
    String topic;

    @Column(name = "delivery_partition")
    @Nullable
    Integer partition;

    @Column(name = "delivery_offset")
    @Nullable
    Long offset;

    @Column(name = "delivery_count")
    @Nullable
    Integer count;

    /** Hibernate makes none where all columns are null. */
    static @Nullable Delivery of(@Nullable StoredDelivery d) {
        return d == null || d.topic == null || d.partition == null || d.offset == null
                ? null
                : new Delivery(d.topic, d.partition, d.offset, d.count == null ? 1 : d.count);
    }
}
