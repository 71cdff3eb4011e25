package dev.penstock.ui.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.artifact.ArtifactRefused;
import dev.penstock.api.artifact.ArtifactStore.Making;
import dev.penstock.api.artifact.HttpArtifacts;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.key.UploadToken;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class ArtifactsTest {
    private static final String WORKER = "files-1-4f7q0m2z";
    private static final byte[] CONTENT = "a;b\n1;2\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/")
    URI base;

    @Inject
    ArtifactFolder folder;

    @Inject
    ArtifactSweep sweep;

    private Http http;
    private UploadToken tokens;

    @BeforeEach
    void open() {
        http = new Http(base);
        tokens = new UploadToken(
                new KeysFile(Installation.current().keys()).read().artifacts());
    }

    @Test
    @DisplayName("S4.14: a worker uploads a file with its dispatch's token, and whoever may see the job downloads it")
    void uploadedAndDownloaded() throws IOException {
        JobId job = new JobId("files1.0");
        Artifact kept = upload(job, 0, tokens.issue(job, 0), "Zoë's rows.csv");
        new Rows(Installation.current().model()).job(job(job).completed(WORKER, kept));

        Http.Answer answer = http.get("/api/v1/jobs/files1.0/files/Zo%C3%AB%27s%20rows.csv");
        assertThat(answer.code()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(new String(CONTENT, StandardCharsets.UTF_8));
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment; filename=\"Zo_")
                .contains("filename*=UTF-8''Zo%C3%AB");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(http.get("/api/v1/jobs/files1.0/files/none.csv").code()).isEqualTo(404);
    }

    @Test
    void anUploadWithoutTheTokenOfItsDispatchIsRefused() {
        JobId job = new JobId("files2.0");
        assertThatThrownBy(() -> upload(job, 1, tokens.issue(job, 0), "x.csv"))
                .isInstanceOf(ArtifactRefused.class)
                .hasMessageContaining("401");
        Http.Answer damaged = http.send(
                "PUT",
                "/internal/artifacts/files2.0/0/x.csv",
                "other bytes",
                "Authorization",
                "Bearer " + tokens.issue(job, 0),
                "Content-Digest",
                "sha-256=:AAAA:");
        assertThat(damaged.code()).isEqualTo(422);
        assertThat(folder.path().resolve("files2.0/0/x.csv")).doesNotExist();
    }

    @Test
    void aFileOfAJobThatHasNotCompletedCannotBeHad() throws IOException {
        JobId job = new JobId("files3.0");
        Artifact kept = upload(job, 0, tokens.issue(job, 0), "x.csv");
        new Rows(Installation.current().model()).job(job(job).attached(WORKER, kept));
        Http.Answer answer = http.get("/api/v1/jobs/files3.0/files/x.csv");
        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.json().path("detail").asText()).contains("once it is COMPLETED");
    }

    @Test
    @DisplayName(
            "S4.15, S4.16: when a job has expired its file is gone and says so; files of deleted and of unknown jobs go too")
    void swept() throws IOException {
        Rows rows = new Rows(Installation.current().model());
        JobId expired = new JobId("files4.0");
        rows.job(job(expired)
                .completed(WORKER, upload(expired, 0, tokens.issue(expired, 0), "x.csv"))
                .expired());
        JobId kept = new JobId("files5.0");
        rows.job(job(kept).completed(WORKER, upload(kept, 0, tokens.issue(kept, 0), "x.csv")));
        JobId deleted = new JobId("files6.0");
        upload(deleted, 0, tokens.issue(deleted, 0), "x.csv");
        rows.event(job(deleted).deleted());
        JobId unknown = new JobId("files7.0");
        upload(unknown, 0, tokens.issue(unknown, 0), "x.csv");

        sweep.sweep(Instant.now());
        assertThat(place(expired)).doesNotExist();
        assertThat(place(deleted)).doesNotExist();
        assertThat(place(kept)).exists();
        assertThat(place(unknown)).as("may not be known yet").exists();
        assertThat(http.get("/api/v1/jobs/files4.0/files/x.csv").code()).isEqualTo(410);

        Installation.current().model().upToDate();
        sweep.sweep(Instant.now().plus(Duration.ofHours(25)));
        assertThat(place(unknown)).doesNotExist();
        assertThat(place(kept)).exists();
    }

    private Path place(JobId job) {
        return folder.path().resolve(job.value());
    }

    private static Histories job(JobId id) {
        return Histories.queued(id.value(), Instant.now(), "\"type\":\"files.make\",\"queue\":\"files\"")
                .started(WORKER);
    }

    private Artifact upload(JobId job, long lease, String token, String name) throws IOException {
        return new HttpArtifacts(base)
                .keep(new Making(job, lease, name, "text/csv", token), new ByteArrayInputStream(CONTENT));
    }
}
