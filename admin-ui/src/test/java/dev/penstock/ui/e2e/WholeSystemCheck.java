package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.penstock.stack.process.Await;
import dev.penstock.ui.fixture.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A browser against the whole system as {@code ./penstock demo} starts it: broker, PostgreSQL, processor, worker, projector,
 * UI and the demo's load, each a process of its own. {@code ./penstock test} runs it once the programs are packaged.
 */
class WholeSystemCheck extends DemoStack {
    /** A burst of another test may lie before a job of this one. */
    private static final double PATIENCE = 240_000;

    @Test
    @DisplayName("S0.13, S0.17, S0.18: a failing job appears by itself; Retry sends it on, and Delete removes it")
    void aFailedJobIsRetriedAndDeleted() {
        Page page = chromium.open(base + "jobs?q=by:whole-one");
        assertThat(page.locator(".live-switch")).hasText("Live", patient());
        String id = submit("gone-whole", "whole-one");
        Locator row = page.locator("tbody tr");
        assertThat(row).containsText("Failed", contains());
        assertThat(row).containsText("no such mailbox", contains());

        row.locator(".job a").first().click();
        assertThat(page.locator(".job-title")).containsText("Failed", contains());
        page.locator("[data-act=retry]").click();
        assertThat(page.locator(".job-title")).containsText("round 2", contains());
        // The mailbox is still gone: the second round fails as the first did.
        assertThat(page.locator(".job-title")).containsText("Failed", contains());
        assertThat(page.locator("#history")).containsText("Requeued", contains());
        assertThat(page.locator("#attempts details.attempt")).hasCount(2, count());

        page.locator("[data-act=delete]").click();
        page.locator("dialog").getByText("Delete", exactly()).click();
        awaitTrue(() -> http.get("/api/v1/jobs/" + id).code() == 404);
        page.navigate(base + "jobs?q=by:whole-one");
        assertThat(page.locator("tbody tr")).hasCount(0, count());
    }

    @Test
    @DisplayName("S0.26: a template is edited in the browser, and the next e-mail is written with it")
    void theNextMailUsesTheEditedTemplate() {
        Page page = chromium.open(base + "settings/templates");
        page.locator("[id=template-licence-key] summary").click();
        page.locator("[id=licence-key-subject]").fill("A key of {product} for the whole system");
        page.getByText("Save licence-key").click();
        awaitTrue(() -> settings().findValuesAsText("subject").contains("A key of {product} for the whole system"));
        // The worker hears of it by a way of its own, so a mail may still be written with the template as it was.
        awaitSent(() -> {
            awaitStatus(submit("reader-whole", "whole-two"), "COMPLETED");
            return mails().anyMatch(mail -> mail.contains("reader-whole@example.com")
                    && mail.contains("Subject: A key of Penstock for the whole system"));
        });
    }

    @Test
    @DisplayName("S0.25: attempts are changed in the browser, and the next job has no more than those")
    void theNextAttemptKeepsToTheChangedPolicy() {
        Page page = chromium.open(base + "settings?type=email.send");
        page.locator("[id='email.send-maxAttempts']").fill("2");
        page.locator("[id='email.send-first']").fill("100 ms");
        page.getByText("Save email.send").click();
        awaitTrue(() -> settings().path("types").valueStream().anyMatch(WholeSystemCheck::hasTwoAttempts));
        page.navigate(base + "settings?type=email.send");
        assertThat(page.locator("[id='type-email.send'] summary")).containsText("2 attempts · waits 100 ms");
        AtomicReference<String> id = new AtomicReference<>("");
        awaitSent(() -> {
            id.set(submit("full-whole", "whole-three"));
            awaitStatus(id.get(), "FAILED");
            return job(id.get()).at("/tries/total").asInt() == 2;
        });
        page.navigate(base + "jobs/" + id.get());
        assertThat(page.locator(".job-line")).containsText("attempt 2 of 2");
    }

    @Test
    void tickedJobsAreDeletedAndTheOthersStay() {
        for (int i = 0; i < 3; i++) {
            awaitStatus(submit("gone-bulk-" + i, "whole-four"), "FAILED");
        }
        Page page = chromium.open(base + "jobs?q=by:whole-four");
        assertThat(page.locator("tbody tr")).hasCount(3, count());
        page.locator("tbody .tick input").nth(0).check();
        page.locator("tbody .tick input").nth(2).check();
        page.getByText("Delete selected 2").click();
        assertThat(page.locator("h1")).hasText("Delete 2 jobs?");
        page.locator("main button.button-danger").click();
        assertThat(page.locator("h1")).not().hasText("Delete 2 jobs?");
        page.navigate(base + "jobs?q=by:whole-four");
        assertThat(page.locator("tbody tr")).hasCount(1, count());
    }

    @Test
    void theBurstButtonSubmitsABurst() {
        Page page = chromium.open(base);
        page.locator("form[action='/burst'] button").click();
        assertThat(page.locator("#flash")).containsText("2000 jobs", contains());
        awaitTrue(() -> matches("type:email.send") >= 2_000);
    }

    private static long matches(String filter) {
        return http.get("/api/v1/jobs?q=" + filter).json().at("/matches/count").asLong();
    }

    private static String submit(String to, String by) {
        Http.Answer answer = http.post("/api/v1/jobs", """
                {"type":"email.send","runBy":"%s","payload":{"template":"licence-key","to":"%s@example.com",
                 "values":{"product":"Penstock","order":"7","key":"K-1"}}}
                """.formatted(by, to));
        assertThat(answer.code()).as(answer.body()).isBetween(200, 202);
        return answer.json().path("job").asText();
    }

    private static void awaitStatus(String job, String status) {
        assertThat(Await.until(
                        Duration.ofMillis((long) PATIENCE), () -> status(job).equals(status)))
                .as("%s is %s, not %s", job, status(job), status)
                .isTrue();
    }

    private static JsonNode settings() {
        return http.get("/api/v1/settings").json();
    }

    private static boolean hasTwoAttempts(JsonNode type) {
        return type.at("/value/name").asText().equals("email.send")
                && type.at("/value/policy/maxAttempts").asInt() == 2;
    }

    /** Sends, and sends again until the effect is there. */
    private static void awaitSent(BooleanSupplier sent) {
        assertThat(Await.until(Duration.ofMillis((long) PATIENCE), Duration.ofSeconds(2), sent))
                .isTrue();
    }

    /** On a busy machine an act is accepted before its outcome can be seen; so these wait for what they shall lead to. */
    private static void awaitTrue(BooleanSupplier condition) {
        assertThat(Await.until(Duration.ofMillis((long) PATIENCE), condition)).isTrue();
    }

    private static String status(String job) {
        return job(job).path("status").asText("unknown");
    }

    private static JsonNode job(String job) {
        return http.get("/api/v1/jobs/" + job).json().at("/job/job");
    }

    private static Stream<String> mails() {
        try (Stream<Path> files = Files.list(data.resolve("demo/mailbox"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).map(WholeSystemCheck::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasCountOptions count() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
