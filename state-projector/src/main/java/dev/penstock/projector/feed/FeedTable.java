package dev.penstock.projector.feed;

import dev.penstock.api.wire.UndecodableException;
import dev.penstock.projector.table.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A topic's rows. */
interface FeedTable {
    /** Name of the topic. */
    String topic();

    /** The tables it fills. */
    Set<String> tables();

    /** What a record says; null if it says nothing. */
    @Nullable
    Object read(ConsumerRecord<String, byte[]> record) throws UndecodableException;

    /** Writes what records say. */
    void write(Session session, List<Said> said) throws SQLException;

    /** A record and what it says. */
    record Said(ConsumerRecord<String, byte[]> record, Object what) {}
}
