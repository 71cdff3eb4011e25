package dev.penstock.processor.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.payload.JobType;
import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.api.worker.around.LoggingContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Here, because the logging of this program keeps a context; that of the library's own tests does not. */
class LoggingContextTest {
    @JobType(name = "page.index", queue = "indexing")
    record Index(int page) {}

    record Names(Map<String, String> names) {}

    @Test
    void lines_logged_while_a_job_runs_name_the_job_and_those_before_and_after_do_not() {
        MDC.put("mine", "kept");
        HandlerRun run = new HandlerKit()
                .attempt(3)
                .run(
                        (work, context) ->
                                new LoggingContext().around(context, () -> new Names(MDC.getCopyOfContextMap())),
                        new Index(1));
        assertThat(run.result(Names.class).names())
                .containsEntry("job", "kit.0")
                .containsEntry("type", "page.index")
                .containsEntry("queue", "indexing")
                .containsEntry("round", "1")
                .containsEntry("attempt", "3")
                .containsEntry("tenant", "default");
        assertThat(MDC.getCopyOfContextMap()).containsExactlyEntriesOf(Map.of("mine", "kept"));
        MDC.clear();
    }
}
