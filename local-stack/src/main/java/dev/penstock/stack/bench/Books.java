package dev.penstock.stack.bench;

import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.history.Balance;
import dev.penstock.stack.history.Ledger;
import dev.penstock.stack.history.LogReader;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The books of each phase, from the log: whether they close, and what was accepted twice. */
final class Books {
    private final Map<String, Object> client;
    private final TopicNames topics;
    private final Consumer<String> say;
    private long duplicates;

    Books(Map<String, Object> client, TopicNames topics, Consumer<String> say) {
        this.client = client;
        this.topics = topics;
        this.say = say;
    }

    /** Where a phase begins. */
    Map<TopicPartition, Long> mark() {
        try (LogReader reader = new LogReader(client)) {
            return reader.end(Ledger.topics(topics));
        }
    }

    /** Adds up the phase that began there. */
    void count(Map<TopicPartition, Long> mark) {
        Balance balance = Ledger.balance(client, topics, mark);
        duplicates += balance.faults().duplicates();
        if (!balance.closes()) {
            say.accept("The books of this phase do not close: " + balance.objections());
        }
    }

    /** Completions accepted twice, in all phases. */
    long duplicates() {
        return duplicates;
    }
}
