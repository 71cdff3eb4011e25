package dev.penstock.processor.kin;

import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.dispatch.ChildrenNews.Ended;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Calls;
import dev.penstock.api.lifecycle.Job;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How children ended, until their parent has been told (S1.16): results as far as they fit into a call, then only that there are more. */
public final class NewsBook {
    /** Results that a call brings along. */
    private static final int MOST_NEWS = 64 * 1024;
    /** A larger result is read from the log. */
    private static final int MOST_RESULT = 16 * 1024;

    private static final int FIXED = 200;

    private final KinStore store;

    NewsBook(KinStore store) {
        this.store = store;
    }

    /** Keeps how a child ended, until its parent has been told. */
    public void ended(Job parent, Job child) {
        String key = key(parent.id());
        Kin kin = store.at(key);
        List<Kin.News> news = new ArrayList<>(kin.news() == null ? List.of() : kin.news());
        Ended ended = ended(child);
        int size = news.stream().mapToInt(n -> size(n.ended())).sum();
        boolean fits = size + size(ended) <= MOST_NEWS;
        if (fits) {
            news.add(new Kin.News(parent.children().callsOrFirst().ends() + 1, ended));
        }
        boolean kept = fits && (child.result() == null || ended.result() != null);
        if (fits || kin.missing() == 0) {
            store.keep(key, Kin.of(news, kin.missing() + (kept ? 0 : 1)));
        }
    }

    /** A child ended while its parent had ended: if that is called again, it has to read the log to know. */
    public void missed(Job parent) {
        Kin kin = store.at(key(parent.id()));
        if (kin.missing() == 0) {
            store.keep(key(parent.id()), Kin.of(kin.news() == null ? List.of() : kin.news(), 1));
        }
    }

    private static Ended ended(Job child) {
        Json result = child.result();
        List<Failure> errors = child.errors();
        String name = child.birth() == null ? "" : child.birth().name();
        return new Ended(
                child.id(),
                name,
                child.spec().type(),
                child.status(),
                result == null || result.exceeds(MOST_RESULT) ? null : result,
                errors.isEmpty() || child.status() == Status.COMPLETED
                        ? null
                        : errors.get(errors.size() - 1).message());
    }

    private static int size(Ended ended) {
        return FIXED
                + (ended.result() == null ? 0 : ended.result().text().length())
                + (ended.error() == null ? 0 : ended.error().length());
    }

    /** What a call tells the parent; null if it is not one of those that are called. */
    public @Nullable ChildrenNews of(Job parent) {
        Calls calls = parent.children().calls();
        if (calls == null || calls.await() == null) {
            return null;
        }
        Kin kin = store.at(key(parent.id()));
        List<Ended> ended = kin.news() == null
                ? List.of()
                : kin.news().stream().map(Kin.News::ended).toList();
        // Counted too: an end that found no room while the last call ran is no longer known to be missing.
        boolean whole = kin.missing() == 0 && ended.size() == calls.news();
        return new ChildrenNews(
                parent.children().total(),
                parent.children().open(),
                parent.children().failed(),
                ended,
                whole,
                parent.times().createdAt(),
                calls.told());
    }

    void forget(@Nullable Job before, @Nullable Job after) {
        Calls was = before == null ? null : before.children().calls();
        if (was == null || before == null) {
            return;
        }
        String key = key(before.id());
        Calls is = after == null || after.status().isEnd()
                ? null
                : after.children().calls();
        if (is == null) {
            if (!store.at(key).isNobody()) {
                store.put(key, null);
            }
        } else if (is.told() > was.told()) {
            List<Kin.News> news = store.at(key).news();
            List<Kin.News> left = news == null
                    ? List.of()
                    : news.stream().filter(n -> n.number() > is.told()).toList();
            store.keep(key, Kin.of(left, 0));
        }
    }

    private static String key(JobId parent) {
        return "n/" + parent;
    }
}
