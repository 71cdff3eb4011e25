package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.penstock.api.artifact.ArtifactStore.Making;
import dev.penstock.api.artifact.HttpArtifacts;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.key.UploadToken;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way of a file to its user's disk, through the browser. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class DownloadTest {
    private static final String WORKER = "down-1-4f7q0m2z";
    private static final String NAME = "Zoë's rows.bin";

    @RegisterExtension
    final Chromium chromium = new Chromium("");

    @TestHTTPResource("/")
    URI base;

    @Test
    @DisplayName("S4.14: whoever clicks Download on My jobs has the file, byte for byte and by its name")
    void aClickOnDownloadBringsTheFile() throws IOException {
        byte[] content = new byte[300_000];
        new Random(14).nextBytes(content);
        JobId job = new JobId("down1.0");
        UploadToken tokens = new UploadToken(
                new KeysFile(Installation.current().keys()).read().artifacts());
        Artifact kept = new HttpArtifacts(base)
                .keep(
                        new Making(job, 0, NAME, "application/octet-stream", tokens.issue(job, 0)),
                        new ByteArrayInputStream(content));
        new Rows(Installation.current().model())
                .job(Histories.queued(
                                job.value(),
                                Instant.now(),
                                "\"type\":\"module.export\",\"queue\":\"downloads\",\"runBy\":\"operator\"")
                        .started(WORKER)
                        .completed(WORKER, kept));
        new People(base);

        Page page = chromium.open(base + "sign-in");
        // Not the user whose panel other tests count.
        page.locator("#door-name").fill("operator");
        page.locator("#door-password").fill(People.PASSWORD);
        page.locator("form.panel button").click();
        assertThat(page.locator("#door-name")).hasCount(0);
        page.navigate(base + "mine");
        assertThat(page.locator("h1")).hasText("My jobs");
        Download file = page.waitForDownload(
                () -> page.locator("#job-down1\\.0").getByText("Download").click());

        assertThat(file.suggestedFilename()).isEqualTo(NAME);
        assertThat(file.failure()).isNull();
        assertThat(Files.readAllBytes(file.path())).isEqualTo(content);
    }
}
