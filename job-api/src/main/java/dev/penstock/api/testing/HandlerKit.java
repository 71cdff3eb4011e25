package dev.penstock.api.testing;

import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.JobSubmitter;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.FailureRules;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.family.ChildEnd;
import dev.penstock.api.worker.outcome.AbortJob;
import dev.penstock.api.worker.outcome.SnoozeJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a handler inline, without Kafka, and says what it did:
 * {@snippet :
 * HandlerRun run = new HandlerKit().run(new SendEmailHandler(smtp), new SendEmail("ana@example.org"));
 * assertThat(run.isDone()).isTrue();
 * }
 * Payload and result pass through JSON as they do in a worker, so a record that does not survive that fails here.
 */
public final class HandlerKit {
    private final SettableClock clock;
    private final Map<String, Setting.Template> templates = new HashMap<>();
    private final List<JobSpec> enqueued = new ArrayList<>();
    private FailureRules rules = FailureRules.DEFAULT;
    private int attempt = 1;
    private boolean stop;
    private @Nullable Json checkpoint;
    private @Nullable Long fencingToken;
    private @Nullable ChildrenNews children;
    private KitContext.@Nullable Who who;

    /** A kit whose clock stands at the beginning of 2026. */
    public HandlerKit() {
        this(new SettableClock(Instant.parse("2026-01-01T00:00:00Z")));
    }

    public HandlerKit(SettableClock clock) {
        this.clock = clock;
    }

    /** The kit's clock, for handlers that take one. */
    public SettableClock clock() {
        return clock;
    }

    /** For handlers that enqueue other jobs; what they submit is in {@link HandlerRun#enqueued}. */
    public JobSubmitter submitter() {
        return new JobSubmitter() {
            @Override
            public JobHandle submit(NewJob job) {
                enqueued.add(job.spec(clock.instant()));
                return new JobHandle("c-" + enqueued.size(), JobId.of("enqueued-" + enqueued.size(), "0"), false);
            }

            @Override
            public List<JobHandle> submitAll(Iterable<NewJob> jobs) {
                List<JobHandle> handles = new ArrayList<>();
                jobs.forEach(job -> handles.add(submit(job)));
                return handles;
            }
        };
    }

    /**
     * The runs are of this job; of one that the kit makes up by default.
     *
     * @param runBy who submitted it; null: nobody in person
     */
    public HandlerKit job(JobId job, int round, Instant createdAt, @Nullable String runBy, String tenant) {
        who = new KitContext.Who(job, round, createdAt, runBy, tenant);
        return this;
    }

    /** The next run is this attempt; the first by default. */
    public HandlerKit attempt(int number) {
        attempt = number;
        return this;
    }

    /** The next run finds this state. */
    public HandlerKit checkpoint(Object state) {
        checkpoint = new Json(Wire.text(state));
        return this;
    }

    /** The next run is asked to stop from its beginning on. */
    public HandlerKit stopRequested() {
        stop = true;
        return this;
    }

    /** The next run was claimed first, and has this fencing token. */
    public HandlerKit fencingToken(long token) {
        fencingToken = token;
        return this;
    }

    /** The next run is called back after all its children, these, have ended. */
    public HandlerKit childrenEnded(ChildEnd... ends) {
        List<ChildrenNews.Ended> ended = new ArrayList<>();
        int failed = 0;
        for (ChildEnd end : ends) {
            ended.add(
                    new ChildrenNews.Ended(end.job(), end.name(), end.type(), end.status(), end.result(), end.error()));
            failed += end.isCompleted() ? 0 : 1;
        }
        return children(new ChildrenNews(ended.size(), 0, failed, ended, true, clock.instant(), 0));
    }

    /** The next run is called back with these news, which must be whole. */
    public HandlerKit children(ChildrenNews news) {
        children = news;
        return this;
    }

    /** A child that completed, for {@link #childrenEnded}. */
    public static ChildEnd completed(String name, String type, @Nullable Object result) {
        Json json = result == null ? null : new Json(Wire.text(result));
        return new ChildEnd(JobId.of("kit", name.hashCode() + "c"), name, type, Status.COMPLETED, json, null);
    }

    /** A child that failed, for {@link #childrenEnded}. */
    public static ChildEnd failed(String name, String type, String error) {
        return new ChildEnd(JobId.of("kit", name.hashCode() + "c"), name, type, Status.FAILED, null, error);
    }

    /** A template that handlers find. */
    public HandlerKit template(Setting.Template template) {
        templates.put(template.name(), template);
        return this;
    }

    /** Which exceptions count as transient; the worker's defaults, if not set. */
    public HandlerKit failures(FailureRules own) {
        rules = own;
        return this;
    }

    /** Runs one attempt of a job with this payload. Failures are in what it returns; nothing is thrown. */
    public <P extends Record> HandlerRun run(JobHandler<P> handler, P payload) {
        enqueued.clear();
        KitContext context = new KitContext(
                new KitContext.Given(named(payload), who(), attempt, clock, templates, fencingToken, children),
                checkpoint,
                stop);
        stop = false;
        children = null;
        try {
            Object value = handler.run(throughJson(payload), context);
            Json result = value == null ? null : new Json(Wire.text(value));
            return HandlerRun.of(context, enqueued, result, null);
        } catch (SnoozeJob snooze) {
            return HandlerRun.of(context, enqueued, null, null).snoozing(snooze.delay());
        } catch (AbortJob abort) {
            return HandlerRun.of(context, enqueued, null, rules.failure(abort)).aborting();
        } catch (Throwable thrown) { // an Error fails an attempt too
            return HandlerRun.of(context, enqueued, null, rules.failure(thrown));
        }
    }

    private KitContext.Who who() {
        return who == null ? new KitContext.Who(JobId.of("kit", "0"), 1, clock.instant(), null, "default") : who;
    }

    private static TypeDeclaration<?> named(Record payload) {
        return TypeDeclaration.of(payload.getClass());
    }

    private static <P extends Record> P throughJson(P payload) throws UndecodableException {
        @SuppressWarnings("unchecked") // a record's class is final
        Class<P> type = (Class<P>) payload.getClass();
        return Wire.read(Wire.write(payload), type);
    }
}
