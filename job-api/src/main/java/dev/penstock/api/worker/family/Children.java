package dev.penstock.api.worker.family;

import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * How a job's children stand when it is called back (S1.16, S1.17).
 *
 * <p>The dispatch carries the counts and the news as far as they fit into 64 KB; what does not fit is read from the log.
 */
public final class Children {
    /** Reads every end so far, oldest first, from the log; the stream is closed by its reader. */
    @FunctionalInterface
    public interface Log {
        Stream<ChildEnd> ends();
    }

    private final ChildrenNews news;
    private final List<ChildEnd> ended;
    private final Log log;

    public Children(ChildrenNews news, Log log) {
        this(news, log, (child, result) -> result);
    }

    /** With what opens the result of a child. */
    public Children(ChildrenNews news, Log log, BiFunction<JobId, Json, Json> opening) {
        this.news = news;
        this.ended = news.ended().stream()
                .map(ChildEnd::of)
                .map(end -> end.opened(opening))
                .toList();
        this.log = () -> log.ends().map(end -> end.opened(opening));
    }

    /** Children so far. */
    public int total() {
        return news.total();
    }

    /** Children that have not ended, stopped ones among them. */
    public int open() {
        return news.open();
    }

    /** Children that ended FAILED or ABORTED. */
    public int failed() {
        return news.failed();
    }

    /** Children that have ended since the last call, oldest first, as many as the dispatch could carry. */
    public List<ChildEnd> ended() {
        return ended;
    }

    /** Whether {@link #ended} lists all that have ended since the last call; else {@link #news} does. */
    public boolean isWhole() {
        return news.whole();
    }

    /**
     * Every child that has ended since the last call, oldest first. Close it: it may be reading the log.
     *
     * @throws IllegalStateException while it is read, if the log does not answer within a minute
     */
    public Stream<ChildEnd> news() {
        return news.whole() ? ended.stream() : log.ends().skip(news.told());
    }

    /**
     * Every child that has ended up to this call, oldest first, from the log; one that was retried and ended again comes
     * twice. Close it.
     *
     * @throws IllegalStateException while it is read, if the log does not answer within a minute
     */
    public Stream<ChildEnd> all() {
        return news.whole() && news.told() == 0 ? ended.stream() : log.ends();
    }
}
