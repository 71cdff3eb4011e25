package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.stack.process.Await;
import dev.penstock.ui.fixture.Http;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What people come to the pages for, from the first click to its effect in the log, against the whole system. The views that one
 * saves are {@link ListHeadTest}'s, a single retry is {@link WholeSystemCheck}'s.
 */
class JourneysSystemCheck extends DemoStack {
    private static final double PATIENCE = 240_000;

    private static JobWorker walker;

    @BeforeAll
    static void open() {
        walker = Walker.start(stack, data);
        // What it declares is an event like any other, and takes its way through the log.
        await("the walker's queue", () -> http.get("/api/v1/queues").body().contains("\"journey\""));
    }

    @AfterAll
    static void close() {
        walker.close();
    }

    @Test
    @DisplayName("Journey: find a job by its id and walk the lists, with the keyboard alone")
    void findWithTheKeyboard() {
        String id = submit("fails", "journey-find");
        awaitStatus(id, "FAILED");
        Page page = chromium.open(base);
        page.keyboard().press("/");
        page.keyboard().type(id);
        page.keyboard().press("Enter");
        assertThat(page.locator(".job-title")).containsText("Failed", contains());
        page.keyboard().press("g");
        page.keyboard().press("j");
        assertThat(page).hasURL(Pattern.compile(".*/jobs.*"));
        page.navigate(base + "jobs?q=by:journey-find");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("tbody .tick input").first()).isChecked();
        assertThat(page.getByText("Retry selected 1")).isEnabled();
    }

    @Test
    @DisplayName("Journey: a filter is typed, stands in the address, and a part of it is dropped")
    void filter() {
        awaitStatus(submit("rings", "journey-filter"), "COMPLETED");
        Page page = chromium.open(base + "jobs");
        page.locator("#f-q").fill("by:journey-filter status:failed");
        page.locator("#f-q").press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(0, count());
        assertThat(page).hasURL(Pattern.compile(".*journey-filter.*"));
        page.locator("#f-q").fill("by:journey-filter status:completed");
        page.locator("#f-q").press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1, count());
        page.reload();
        assertThat(page.locator("tbody tr")).hasCount(1, count());
    }

    @Test
    @DisplayName("Journey: all that match a filter are retried, and one that came after the question is left alone")
    void bulkWithALateArrival() {
        String[] early = {submit("fails", "journey-bulk"), submit("fails", "journey-bulk")};
        for (String id : early) {
            awaitStatus(id, "FAILED");
        }
        Page page = chromium.open(base + "jobs?q=by:journey-bulk");
        page.locator("#all-acts summary").click();
        page.locator("#all-acts button[value=retry]").click();
        assertThat(page.locator("h1")).containsText("2", contains());
        String late = submit("fails", "journey-bulk");
        awaitStatus(late, "FAILED");
        page.locator("form[action$='/start'] button.button-main").click();
        for (String id : early) {
            await("round 2 of " + id, () -> round(id) == 2);
        }
        assertThat(page.locator("table a[href='/jobs/" + early[0] + "']")).hasCount(1, count());
        assertThat(page.locator("table a[href='/jobs/" + late + "']")).hasCount(0);
        assertThat(round(late)).as("late").isEqualTo(1);
    }

    @Test
    @DisplayName("Journey: a running job is stopped after a question, and resumed from where it was")
    void stopAndResume() {
        String id = submit("holds", "journey-stop");
        awaitStatus(id, "RUNNING");
        Page page = chromium.open(base + "jobs/" + id);
        page.locator("[data-act=stop]").click();
        page.locator("dialog button.button-main").click();
        assertThat(page.locator(".job-title")).containsText("Stopped", contains());
        page.locator("[data-act=resume]").click();
        assertThat(page.locator(".job-title")).containsText("Completed", contains());
        assertThat(http.get("/api/v1/jobs/" + id).body()).contains("from its checkpoint");
    }

    @Test
    @DisplayName("Journey: a lock is expired on the workers' page, and the job begins again")
    void expireALock() {
        String id = submit("holds", "journey-lock");
        awaitStatus(id, "RUNNING");
        Page page = chromium.open(base + "jobs/" + id);
        page.locator("[data-act=expire-lease]").click();
        page.locator("dialog button.button-main").click();
        assertThat(page.locator("#attempts")).containsText("Attempt 2", contains());
        await("a second attempt", () -> job(id).at("/tries/total").asInt() == 2);
        assertThat(http.post("/api/v1/jobs/" + id + "/stop", "{}").code()).isBetween(200, 202);
        awaitStatus(id, "STOPPED");
    }

    @Test
    @DisplayName("Journey: a file is downloaded, and when its time is over the job has expired and the file is gone")
    void downloadAndExpiry() {
        String id = submit("file", "journey-file");
        awaitStatus(id, "COMPLETED");
        Page page = chromium.open(base + "jobs/" + id);
        Locator link = page.locator("a[download]").first();
        String address = base + link.getAttribute("href").substring(1);
        assertThat(page.request().get(address).text()).isEqualTo(Walker.FILE);
        assertThat(page.locator(".job-title")).containsText("Expired", contains());
        assertThat(page.locator("a[download]")).hasCount(0, count());
        assertThat(page.request().get(address).status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    @DisplayName("Journey: from a parent to a child and back up, by the tree and the crumbs")
    void family() {
        String id = submit("family", "journey-family");
        awaitStatus(id, "COMPLETED");
        Page page = chromium.open(base + "jobs/" + id + "/family");
        Locator children = page.locator(".kin-tree ul a");
        assertThat(children).hasCount(2, count());
        children.first().click();
        assertThat(page.locator(".job-title")).containsText("Completed", contains());
        page.locator(".crumbs a[href='/jobs/" + id + "']").click();
        assertThat(page).hasURL(base + "jobs/" + id);
    }

    @Test
    @DisplayName("Journey: a job is looked at as it was at each of its events")
    void timeTravel() {
        String id = submit("rings", "journey-time");
        awaitStatus(id, "COMPLETED");
        Page page = chromium.open(base + "jobs/" + id + "/history");
        page.locator(".events a[aria-label^='The job as of']").first().click();
        assertThat(page.locator("#past .status")).hasText("Queued");
        page.locator("#past a[rel=next]").click();
        assertThat(page.locator("#past .status")).hasText("Running");
        page.locator("#past a[rel=next]").click();
        assertThat(page.locator("#past .status")).hasText("Completed");
    }

    @Test
    @DisplayName("Journey: without JavaScript a failed job is found, retried and deleted")
    void withoutScript() {
        String id = submit("fails", "journey-plain");
        awaitStatus(id, "FAILED");
        Page page = chromium.open(base + "jobs?q=by:journey-plain", Chromium.Window.USUAL.withoutScript());
        page.locator("tbody .job a").first().click();
        page.locator("[data-act=retry]").click();
        await("round 2", () -> round(id) == 2);
        awaitStatus(id, "FAILED");
        page.navigate(base + "jobs/" + id);
        page.locator("[data-act=delete]").click();
        page.locator("#confirm button.button-main").click();
        await("deleted", () -> http.get("/api/v1/jobs/" + id).code() == 404);
    }

    private static String submit(String how, String by) {
        Http.Answer answer = http.post("/api/v1/jobs", """
                {"type":"journey.walk","queue":"journey","runBy":"%s","payload":{"how":"%s"}}
                """.formatted(by, how));
        assertThat(answer.code()).as(answer.body()).isBetween(200, 202);
        return answer.json().path("job").asText();
    }

    private static JsonNode job(String id) {
        return http.get("/api/v1/jobs/" + id).json().at("/job/job");
    }

    private static int round(String id) {
        return job(id).at("/tries/round").asInt();
    }

    private static void awaitStatus(String id, String status) {
        await(id + " " + status, () -> job(id).path("status").asText().equals(status));
    }

    private static void await(String what, BooleanSupplier condition) {
        assertThat(Await.until(Duration.ofMillis((long) PATIENCE), condition))
                .as(what)
                .isTrue();
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasCountOptions count() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
    }
}
