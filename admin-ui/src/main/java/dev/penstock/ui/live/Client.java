package dev.penstock.ui.live;

import dev.penstock.ui.tongue.Language;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** An open page. It is told of a change at once, but at most once a second: what comes sooner waits until then. */
final class Client {
    static final Duration PAUSE = Duration.ofSeconds(1);

    private final Change.Topic topic;
    private final Language language;
    private final BiConsumer<String, String> send;
    private long sentAt;
    private boolean waiting;

    /** {@code send} takes the name and the data of an event and never blocks. */
    Client(Change.Topic topic, Language language, BiConsumer<String, String> send, long nanos) {
        this.topic = topic;
        this.language = language;
        this.send = send;
        this.sentAt = nanos - PAUSE.toNanos();
    }

    synchronized void changed(Change change, String token, long nanos) {
        waiting |= change.touches(topic);
        due(token, nanos);
    }

    /** Sends what has waited long enough. */
    synchronized void due(String token, long nanos) {
        if (waiting && nanos - sentAt >= PAUSE.toNanos()) {
            waiting = false;
            sentAt = nanos;
            send.accept("changed", token);
        }
    }

    synchronized void lag(Function<Language, String> words) {
        send.accept("lag", words.apply(language));
    }
}
