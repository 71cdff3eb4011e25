package dev.penstock.ui.filter;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a term looks at: the word before the colon. */
public enum Key {
    STATUS(
            Kind.STATUS,
            english("where the job stands, in any of the usual words: failed, pending, in-progress, active")),
    TYPE(Kind.WORD, english("job type; email.* for all that begin so")),
    QUEUE(Kind.WORD, english("queue")),
    ID(Kind.WORD, english("job id, or its beginning")),
    BY(Kind.OPTIONAL_WORD, english("who triggered it; \"\" for nobody")),
    ORIGIN(Kind.ORIGIN, english("user or system")),
    TAG(Kind.OPTIONAL_WORD, english("one of its tags; \"\" for none")),
    CREATED(Kind.TIME, english("when it was created: -24h, 2026-03-01, 2026-03-01..2026-03-07, >2026-03-01T10:00Z")),
    STARTED(Kind.TIME, english("when its round's first attempt started")),
    FINISHED(Kind.TIME, english("when it ended")),
    ERROR(Kind.OPTIONAL_WORD, english("text in its last error; \"\" for none")),
    FAILURE(Kind.OPTIONAL_WORD, english("fingerprint of a failure group; * for any")),
    LOG(
            Kind.WORD,
            english("words in a row in one line of its log: \"550 mailbox\", mailb*; slow if many lines have them")),
    ATTEMPT(Kind.NUMBER, english("attempts begun: 3, >3, 2..5")),
    PRIORITY(Kind.PRIORITY, english("high, normal or low")),
    INSTANCE(Kind.OPTIONAL_WORD, english("instance number; * for any")),
    BATCH(Kind.OPTIONAL_WORD, english("BatchID; * for any")),
    PARENT(Kind.OPTIONAL_WORD, english("id of its parent; none for jobs without one")),
    ROOT(Kind.WORD, english("id of the first job of its family")),
    SYSTEM(Kind.YES_OR_NO, english("yes for the system's own jobs, no for the others")),
    TEXT(Kind.WORD, english("text in type, error or the beginning of the id; a bare word means this"));

    /** What values a key takes. */
    public enum Kind {
        STATUS,
        WORD,
        /** A word that some jobs do not have: {@code ""} finds those, {@code *} the others. */
        OPTIONAL_WORD,
        ORIGIN,
        YES_OR_NO,
        PRIORITY,
        NUMBER,
        TIME
    }

    private final Kind kind;
    private final String meaning;
    private final String word = name().toLowerCase(Locale.ROOT);

    Key(Kind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    public Kind kind() {
        return kind;
    }

    /** For the filter's help page. */
    public String meaning() {
        return say(meaning);
    }

    /** As it is written before the colon. */
    public String word() {
        return word;
    }

    static @Nullable Key named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(key -> key.word.equals(wanted))
                .findFirst()
                .orElse(null);
    }

    static String all() {
        return Arrays.stream(values()).map(Key::word).collect(Collectors.joining(", "));
    }
}
