package dev.penstock.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report.Await;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.family.ChildEnd;
import dev.penstock.api.worker.family.Children;
import dev.penstock.api.worker.outcome.AbortJob;
import dev.penstock.api.worker.outcome.SnoozeJob;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FamilyKitTest {
    @JobType(name = "media.publish", queue = "content")
    record Publish(int pages, String mood) {}

    @JobType(name = "media.thumbnail", queue = "content")
    record Thumbnail(int page) {}

    @JobType(name = "search.index", queue = "indexing")
    record Index(int thumbnails) {}

    /** Thumbnails, then the index of them, then the end: three calls of one handler. */
    private static final class Publisher implements JobHandler<Publish> {
        @Override
        public @Nullable Object run(Publish work, JobContext context) {
            if (work.mood().equals("early")) {
                throw new SnoozeJob(Duration.ofMinutes(5));
            }
            Optional<Children> children = context.children();
            if (children.isEmpty()) {
                for (int page = 1; page <= work.pages(); page++) {
                    context.spawn("thumbnail-" + page, NewJob.of(new Thumbnail(page)));
                }
                context.awaitChildren(Await.ALL);
                return null;
            }
            if (children.get().failed() > 0) {
                throw new AbortJob("nothing to publish: "
                        + children.get().ended().getFirst().error());
            }
            return next(context, children.get());
        }

        private static @Nullable Object next(JobContext context, Children children) {
            ChildEnd last = children.ended().getLast();
            if (last.type().equals("search.index")) {
                context.spawn(NewJob.of("notify", "all"));
                context.leaveChildren();
                return "published as " + last.result(String.class);
            }
            int bytes = children.news()
                    .mapToInt(child -> child.result(Integer.class))
                    .sum();
            context.spawn(NewJob.of(new Index(bytes)));
            context.awaitChildren(Await.ALL);
            return null;
        }
    }

    private final HandlerKit kit = new HandlerKit();
    private final Publisher publisher = new Publisher();

    @Test
    @DisplayName("S1.17: steps in order, by the calls of one handler")
    void a_family_step_by_step() {
        HandlerRun first = kit.run(publisher, new Publish(2, "fine"));
        assertThat(first.spawned().keySet()).containsExactly("thumbnail-1", "thumbnail-2");
        assertThat(first.family().awaited()).isEqualTo(Await.ALL);
        assertThat(first.isDone()).isFalse();

        HandlerRun second = kit.childrenEnded(
                        HandlerKit.completed("thumbnail-1", "media.thumbnail", 40),
                        HandlerKit.completed("thumbnail-2", "media.thumbnail", 2))
                .run(publisher, new Publish(2, "fine"));
        assertThat(second.family().jobs()).extracting(JobSpec::type).containsExactly("search.index");
        assertThat(second.family().jobs().getFirst().payload().text()).contains("42");

        HandlerRun third = kit.childrenEnded(HandlerKit.completed("search.index@0#1", "search.index", "doc-7"))
                .run(publisher, new Publish(2, "fine"));
        assertThat(third.isDone()).isTrue();
        assertThat(third.family().left()).isTrue();
        assertThat(third.result(String.class)).isEqualTo("published as doc-7");
    }

    @Test
    void a_run_may_be_put_off_or_given_up() {
        HandlerRun early = kit.run(publisher, new Publish(1, "early"));
        assertThat(early.snoozed()).isEqualTo(Duration.ofMinutes(5));
        assertThat(early.isDone()).isFalse();
        assertThat(early.failure()).isNull();
        HandlerRun given = kit.childrenEnded(HandlerKit.failed("thumbnail-1", "media.thumbnail", "disk full"))
                .run(publisher, new Publish(1, "fine"));
        assertThat(given.aborted()).isTrue();
        assertThat(given.isTransient()).isFalse();
        assertThat(given.failure()).isNotNull();
        assertThat(java.util.Objects.requireNonNull(given.failure()).message())
                .isEqualTo("nothing to publish: disk full");
    }
}
