package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.artifact.FolderArtifacts;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AttachTest {
    @RegisterExtension
    static final WorkerFixture world = new WorkerFixture();

    @Test
    @DisplayName("S4.14: a file that a handler attaches is in the folder and in the log before the job ends")
    void a_file_is_attached(@TempDir Path folder) throws Exception {
        Path made = Files.writeString(folder.resolve("mails.csv"), "ana;sent");
        world.start(world.builder()
                .artifacts(new FolderArtifacts(folder.resolve("artifacts"), 100))
                .handler(SendEmail.class, (mail, context) -> {
                    if (mail.to().equals("large")) {
                        Files.writeString(made, "x".repeat(101));
                    }
                    return context.attach(made).location();
                }));
        WorkOrder order = world.dispatch();
        world.processor().report(order, Report.Succeeded.class);
        Artifact artifact = ((Report.Attach) world.processor().about(order).get(1)).artifact();
        assertThat(artifact.name()).isEqualTo("mails.csv");
        assertThat(artifact.contentType()).isEqualTo("text/csv");
        assertThat(artifact.size()).isEqualTo(8);
        assertThat(folder.resolve("artifacts").resolve(artifact.location())).hasContent("ana;sent");
        WorkOrder large = world.dispatch("large");
        Failure failure = world.processor().report(large, Report.Failed.class).failure();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.PERMANENT);
        assertThat(failure.message()).contains("more than 100 bytes");
    }

    @Test
    void a_worker_without_a_store_says_how_to_get_one() {
        world.start((mail, context) -> context.attach(Path.of("pom.xml")).name());
        WorkOrder order = world.dispatch();
        assertThat(world.processor()
                        .report(order, Report.Failed.class)
                        .failure()
                        .message())
                .contains("builder.artifacts(");
    }
}
