package dev.penstock.api.seal;

import org.jspecify.annotations.Nullable;

/**
 * Where the keys of subjects are kept. {@link KafkaSubjectKeys} keeps them in a topic; another store, such as a key management
 * service, keeps these laws: a key that {@link #current} has given is found by everybody until it is erased, and by nobody after.
 */
public interface SubjectKeys extends AutoCloseable {
    /**
     * The name of a person in records: the same for the same person and tenant, and not to be guessed without the master key.
     * 22 letters, digits, {@code _} and {@code -}.
     */
    String pseudonym(String tenant, String person);

    /**
     * The key to seal with; made, and durable, if there is none.
     *
     * @param subject pseudonym
     */
    DataKey current(String subject);

    /** The key that something was sealed with; null if it was erased, or never was. Waits for what is on its way. */
    @Nullable
    DataKey find(String subject, String key);

    @Override
    void close();
}
