package dev.penstock.projector.analyst.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a term looks at: the word before the colon. Those that the pages have too mean the same there. */
enum Key {
    JOB(Kind.WORD, Of.EVENT),
    ID(Kind.BEGINNING, Of.EVENT),
    FAMILY(Kind.WORD, Of.JOB),
    QUEUE(Kind.WORD, Of.JOB),
    TYPE(Kind.WORD, Of.JOB),
    STATUS(Kind.STATUS, Of.JOB),
    BY(Kind.WORD, Of.EVENT),
    EVENT(Kind.EVENT, Of.EVENT_ALONE),
    AT(Kind.TIME, Of.EVENT_ALONE),
    CREATED(Kind.TIME, Of.JOB),
    STARTED(Kind.TIME, Of.JOB),
    FINISHED(Kind.TIME, Of.JOB),
    ATTEMPT(Kind.NUMBER, Of.JOB),
    ERROR(Kind.INSIDE, Of.JOB),
    TAG(Kind.WORD, Of.JOB),
    PRIORITY(Kind.WORD, Of.JOB),
    ORIGIN(Kind.WORD, Of.JOB),
    INSTANCE(Kind.WORD, Of.JOB),
    BATCH(Kind.WORD, Of.JOB),
    PARENT(Kind.WORD, Of.JOB),
    SYSTEM(Kind.WORD, Of.JOB),
    TEXT(Kind.INSIDE, Of.JOB);

    /** What the pages know from their read model, and the log does not. */
    private static final List<String> ONLY_ON_PAGES = List.of("failure", "log");

    /** What values a key takes, and how a word is compared. */
    enum Kind {
        WORD,
        /** The beginning is always enough. */
        BEGINNING,
        /** Anywhere in the text is enough. */
        INSIDE,
        STATUS,
        EVENT,
        TIME,
        NUMBER
    }

    private enum Of {
        /** The event says it; of a job alone its last state does. */
        EVENT,
        /** Jobs and attempts do not have it. */
        EVENT_ALONE,
        /** The job's earlier events have to be known. */
        JOB
    }

    private final Kind kind;
    private final Of of;

    Key(Kind kind, Of of) {
        this.kind = kind;
        this.of = of;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the event alone does not say it: the job's earlier events have to be known. */
    boolean needsJob() {
        return of == Of.JOB;
    }

    /** Whether jobs have it too. */
    boolean isOfJob() {
        return of != Of.EVENT_ALONE;
    }

    /** The key of that word; null if there is none. */
    static @Nullable Key named(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(key -> key.words().anyMatch(wanted::equals))
                .findFirst()
                .orElse(null);
    }

    /** Whether the pages have a key of that word, of which no event tells. */
    static boolean isOnlyOnPages(String word) {
        return ONLY_ON_PAGES.contains(word.toLowerCase(Locale.ROOT));
    }

    static String all() {
        return Arrays.stream(values()).flatMap(Key::words).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Stream<String> words() {
        return this == FAMILY ? Stream.of(word(), "root") : Stream.of(word());
    }
}
