package dev.penstock.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.client.JobSubmitter;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandlerKitTest {
    @JobType(name = "page.import", queue = "content")
    record ImportPages(int pages, String mood) {}

    @JobType(name = "page.index", queue = "indexing")
    record IndexPage(int page) {}

    record Point(int page) {}

    /** Imports pages one by one and enqueues the indexing of each. */
    private record Importer(JobSubmitter jobs, InstantSource clock) implements JobHandler<ImportPages> {
        @Override
        public @Nullable Object run(ImportPages work, JobContext context) throws Exception {
            if (work.mood().equals("down")) {
                throw new IOException("no answer");
            }
            int page = context.checkpoint(Point.class).orElse(new Point(0)).page();
            while (page < work.pages()) {
                if (context.stopRequested()) {
                    return null;
                }
                page++;
                jobs.submit(NewJob.of(new IndexPage(page)).runAt(clock.instant().plusSeconds(60)));
                context.progress(page, work.pages());
                context.checkpoint(new Point(page));
            }
            context.log(context.template("done").body());
            return page + " pages";
        }
    }

    private final HandlerKit kit = new HandlerKit().template(new Setting.Template("done", "", "all in"));
    private final Importer importer = new Importer(kit.submitter(), kit.clock());

    @Test
    void a_run_shows_what_was_returned_enqueued_logged_told_and_kept() {
        kit.clock().advance(Duration.ofHours(1));
        HandlerRun run = kit.run(importer, new ImportPages(2, "fine"));
        assertThat(run.isDone()).isTrue();
        assertThat(run.result(String.class)).isEqualTo("2 pages");
        assertThat(run.enqueued()).extracting(JobSpec::type).containsExactly("page.index", "page.index");
        assertThat(run.enqueued().getFirst().runAt()).isEqualTo("2026-01-01T01:01:00Z");
        assertThat(run.log()).extracting(LogLine::message).containsExactly("all in");
        assertThat(run.progress()).extracting(p -> p.percent()).containsExactly(50, 100);
        assertThat(run.checkpoint(Point.class)).isEqualTo(new Point(2));
    }

    @Test
    void a_run_begins_at_a_checkpoint_and_obeys_a_stop() {
        HandlerRun resumed = kit.checkpoint(new Point(1)).attempt(2).run(importer, new ImportPages(2, "fine"));
        assertThat(resumed.enqueued()).hasSize(1);
        HandlerRun stopped = kit.stopRequested().run(importer, new ImportPages(5, "fine"));
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.isDone()).isFalse();
    }

    @Test
    void a_failure_is_what_the_worker_would_report() {
        HandlerRun run = kit.run(importer, new ImportPages(1, "down"));
        assertThat(run.isTransient()).isTrue();
        assertThat(run.failure()).isNotNull().extracting(Failure::message).isEqualTo("no answer");
        assertThatThrownBy(() -> run.result(String.class)).isInstanceOf(AssertionError.class);
        HandlerRun lacking = new HandlerKit().run(importer, new ImportPages(0, "fine"));
        assertThat(lacking.failure()).isNotNull().extracting(Failure::kind).isEqualTo(Failure.Kind.PERMANENT);
    }
}
