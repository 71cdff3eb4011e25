package dev.penstock.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OverviewTemplateTest {
    private final Document busy = page(false);
    private final Document calm = page(true);

    @Test
    @DisplayName("S0.1, S0.2: the page is called Background Jobs and says what it is for")
    void thePageSaysWhatItIsFor() {
        assertThat(busy.select("h1").eachText()).containsExactly("Background Jobs");
        assertThat(busy.selectFirst(".lede").text()).contains("monitor the health of the queues", "troubleshoot");
    }

    @Test
    @DisplayName("S0.4, S0.5, S0.6, S0.7: the figures stand first, each with its name and linked to its list")
    void theFiguresStandFirst() {
        Element first = busy.selectFirst("#live section");
        assertThat(first.select(".tile .label").eachText())
                .containsExactly("Running / Queued", "Failed jobs", "Active queues", "Wait p95", "Oldest lock");
        assertThat(first.selectFirst(".tile .figure").text()).isEqualTo("42 / 1 204");
        assertThat(first.select("a.tile[href]")).hasSize(5);
    }

    @Test
    @DisplayName("S0.8, S0.9, S0.10, S0.11: ten active jobs with status, attempts and relative time")
    void tenActiveJobs() {
        assertThat(busy.select("tr[id^=active-]")).hasSize(10);
        Element queued = busy.select("tr[id^=active-]").get(4);
        assertThat(queued.selectFirst(".status").text()).isEqualTo("Queued");
        assertThat(queued.selectFirst(".status svg[aria-hidden=true] path, .status svg circle"))
                .isNotNull();
        assertThat(queued.selectFirst("[data-label=Attempts]").text()).isEqualTo("0 of 5");
        assertThat(queued.selectFirst("[data-label=Created] time[datetime]").text())
                .isEqualTo("21 s ago");
    }

    @Test
    @DisplayName("S0.13, S0.14, S0.15, S0.16: a failed job shows its cut exception, its whole trace and its connection")
    void aFailedJobShowsItsException() {
        Element failed = busy.selectFirst("tr[id^=failed-]");
        Element button = failed.selectFirst("job-stack > button");
        assertThat(button.text())
                .startsWith("MailRefused: 550 5.1.1 <nobody@example.invalid>")
                .hasSizeLessThan(180);
        Element popover = failed.selectFirst("[popover]");
        assertThat(button.attr("popovertarget")).isEqualTo(popover.id());
        assertThat(popover.selectFirst("pre").wholeText()).isEqualTo(Facts.TRACE);
        assertThat(failed.text()).contains("kafka · jobs.work.emails.normal · partition 0 · offset 952");
    }

    @Test
    @DisplayName("S0.17, S0.18: a failed job can be retried at once and deleted after a question, without script too")
    void aFailedJobCanBeRetriedAndDeleted() {
        Element failed = busy.selectFirst("tr[id^=failed-]");
        Element retry = failed.selectFirst("form[method=post][action$=/retry]");
        assertThat(retry.select("input[name=csrf]").val()).isEqualTo("token");
        assertThat(retry.select("input[name=version]").val()).isEqualTo("7");
        assertThat(retry.selectFirst("button").attr("aria-label")).startsWith("Retry email.send");
        assertThat(failed.selectFirst("a[data-dialog]").attr("href")).contains("/delete");
    }

    @Test
    @DisplayName("S0.19: the kinds of work are named, each with its job types")
    void theKindsOfWork() {
        assertThat(busy.select(".categories th[scope=row]").eachText())
                .containsExactly("Email Delivery", "Telemetry", "Webhooks", "Bulk Operations", "Sync Jobs");
        assertThat(busy.select(".categories a.chip")).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    @DisplayName("S0.20: a queue with waiting jobs and no live worker says so, with the command that starts one")
    void aQueueWithoutWorkerSaysSo() {
        Element note = busy.selectFirst(".notes .note");
        assertThat(note.text()).contains("No worker for the queue emails", "312 jobs wait");
        assertThat(note.selectFirst("code").text()).isEqualTo("./penstock worker --queues emails");
        assertThat(calm.select(".notes")).isEmpty();
    }

    @Test
    @DisplayName("S0.20, S0.21, S0.22, S0.23: what to do when something is wrong")
    void whatToDo() {
        String help = busy.selectFirst(".help-cards").text();
        assertThat(help)
                .contains(
                        "worker for their queue is running",
                        "expired API tokens",
                        "third parties",
                        "healthy, fast queues");
        assertThat(calm.text()).contains("Nothing is running or waiting", "network time-out", "invalid API key");
    }

    @Test
    @DisplayName("S0.24, S0.25, S0.26: logs and settings are one step away")
    void relatedPages() {
        assertThat(busy.select(".rail a").eachAttr("href")).contains("/logs", "/settings", "/help");
    }

    private static Document page(boolean calm) {
        Shell shell = Facts.shell("Background Jobs", "", Shell.Look.DEFAULT, new Shell.Assets("app.js", "app.css"));
        return Jsoup.parse(new TemplateEngine().render("pages/overview", OverviewFixtures.overview(shell, calm)));
    }
}
