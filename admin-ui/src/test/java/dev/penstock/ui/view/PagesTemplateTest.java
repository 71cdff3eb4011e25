package dev.penstock.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PagesTemplateTest {
    private static final Shell.Assets ASSETS = new Shell.Assets("app.js", "app.css");

    private final TemplateEngine engine = new TemplateEngine();

    @Test
    void everyPageHasOneHeadingLandmarksASkipLinkAndNoIdTwice() {
        for (Map.Entry<String, Document> page : all().entrySet()) {
            Document html = page.getValue();
            assertThat(html.select("h1")).as(page.getKey()).hasSize(1);
            assertThat(html.select("header.topbar, nav#rail, main#main"))
                    .as(page.getKey())
                    .hasSize(3);
            assertThat(html.selectFirst("body > a.skip").attr("href")).isEqualTo("#main");
            assertThat(html.select("#announcer[role=status]")).hasSize(1);
            assertThat(html.select("[id]").eachAttr("id")).as(page.getKey()).doesNotHaveDuplicates();
            assertThat(html.select("script:not([src])")).isEmpty();
        }
    }

    @Test
    void whatComesFromJobsIsTextNotMarkup() {
        Document job = render("pages/job", JobPageFixtures.job(shell()));
        assertThat(job.selectFirst("#data-1").wholeText()).contains("Zoë <script>");
        assertThat(job.select("#live script")).isEmpty();
    }

    @Test
    @DisplayName("S1.25: a job's page shows its way, attempts, data, log lines and history")
    void aJobsPage() {
        Document job = render("pages/job", JobPageFixtures.job(shell()));
        assertThat(job.select(".path .stop").eachText())
                .containsExactly("Queued", "Running", "Retrying", "Running", "Failed", "Queued may follow");
        assertThat(job.selectFirst(".path [aria-current=step]").text()).contains("Failed");
        assertThat(job.select("#attempts details.attempt")).hasSize(3);
        assertThat(job.selectFirst("#attempt-1-3 pre").wholeText()).isEqualTo(Facts.TRACE);
        assertThat(job.select(".events > li")).hasSize(5);
        assertThat(job.select("#log .lines > li")).hasSize(3);
    }

    @Test
    @DisplayName("S0.24: log lines lead to their job, and the job's page to the logs")
    void logsAndJobsAreLinked() {
        assertThat(render("pages/logs", PageFixtures.logs(shell())).select(".lines a[href^=/jobs/]"))
                .isNotEmpty();
        assertThat(render("pages/job", JobPageFixtures.job(shell())).select("#log a[href$=/log]"))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "S0.25: settings show the policy of a type in a form, what may be done to its jobs, and connections with masked secrets")
    void settings() {
        Document page = render("pages/settings", PageFixtures.settings(shell()));
        Element form = page.selectFirst("form[action=/settings/types/email.send]");
        assertThat(form.select("input[name]").eachAttr("name"))
                .contains("csrf", "version", "timeout", "maxAttempts", "first", "factor", "max", "jitter", "reason");
        assertThat(form.select("select[name]").eachAttr("name"))
                .containsExactly("onExhausted", "onLeaseLost", "onChildFailed");
        assertThat(page.selectFirst(".capabilities dt").text()).isEqualTo("stoppable yes");
        assertThat(form.selectFirst("[role=alert]").text()).contains("not a span of time");
        assertThat(page.text()).contains("bootstrap.servers", "••••");
    }

    @Test
    @DisplayName("S0.26: each e-mail template has a form with subject and text")
    void templates() {
        Document page = render("pages/emails", PageFixtures.templates(shell()));
        assertThat(page.select("form textarea[name=body]")).hasSize(3);
        assertThat(page.selectFirst("#licence-key-subject").val()).isEqualTo("Your licence key for {product}");
    }

    @Test
    @DisplayName("S1.22, S1.35: the help says what repeated failures point to, and how a backlog is kept from growing")
    void advice() {
        String advice = render("pages/help", PageFixtures.help(shell()))
                .selectFirst("#trouble")
                .text();
        assertThat(advice)
                .contains(
                        "a storage that is set up wrongly, a service that cannot be reached, a bug. Find it before you"
                                + " retry.",
                        "Expire stuck jobs and clear stale locks early");
    }

    @Test
    @DisplayName("S3.7, S3.8: the help draws the way of a job through the programs, and says what the agents do")
    void architecture() {
        Element picture = render("pages/help", PageFixtures.help(shell())).selectFirst("#architecture");
        assertThat(picture.select(".stop").eachText())
                .containsExactly(
                        "Producer",
                        "Processor: decides",
                        "Workers: run",
                        "Processor: records",
                        "Projector: folds",
                        "This page");
        assertThat(picture.select("svg[role=img] .name").eachText())
                .containsExactly("Producers", "Processor", "Workers", "Projector", "PostgreSQL", "Admin UI");
        assertThat(picture.text()).contains("each runs many jobs at a time, on as many machines as you like");
    }

    @Test
    @DisplayName("S1.8: the help says for each status what happens next")
    void help() {
        Document page = render("pages/help", PageFixtures.help(shell()));
        assertThat(page.select("tr[id^=status-]")).hasSize(11);
        assertThat(page.select("tr[id^=status-] td:nth-child(3)").eachText()).doesNotContain("");
    }

    @Test
    @DisplayName(
            "S3.18, S4.19: the help draws the statuses with the ways between them, and a picture for each act of the panel")
    void pictures() {
        Document page = render("pages/help", PageFixtures.help(shell()));
        assertThat(page.select("#states svg text").eachText()).hasSize(11).contains("Waiting for children");
        assertThat(page.select("#panel h3").eachText())
                .contains("Stop process", "Delete", "Download", "Open Module", "Open Item");
        assertThat(page.select("#panel svg[role=img]"))
                .hasSize(page.select("#panel h3").size());
    }

    @Test
    void aFragmentIsTheLiveRegionWithTheBadgeAndTheRailBesideIt() {
        Shell shell = shell();
        Shell fragment = new Shell(
                shell.title(),
                shell.path(),
                shell.nav(),
                shell.lag(),
                "",
                ASSETS,
                shell.look(),
                "t",
                "key",
                new Shell.Flash("green", "email.send is queued again", null),
                "jobs",
                true,
                shell.now(),
                shell.zone(),
                "353",
                shell.me());
        String html = engine.render("pages/overview", OverviewFixtures.overview(fragment, false));
        assertThat(html).doesNotContain("<!doctype", "<main").contains("<h1>Background Jobs</h1>");
        Document parsed = Jsoup.parse(html);
        assertThat(parsed.select("hx-partial").eachAttr("hx-target")).containsExactly("#lag", "#rail", "#flash");
    }

    @Test
    void withoutScriptsThePageSaysSo() {
        Shell plain = Facts.shell("Jobs", "jobs", Shell.Look.DEFAULT, new Shell.Assets(null, "app.css"));
        Document page = render("pages/jobs", JobListFixtures.jobs(plain, false));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.selectFirst(".foot").text()).contains("without scripts", "Refresh");
    }

    @Test
    void fiftyRowsAreSmall() {
        String html = engine.render("pages/jobs", JobListFixtures.jobs(shell(), false));
        int rows = Jsoup.parse(html).select("tbody tr").size();
        assertThat(html.length() / rows * 50).isLessThan(150_000);
    }

    private Map<String, Document> all() {
        Map<String, Document> pages = new LinkedHashMap<>();
        pages.put("overview", render("pages/overview", OverviewFixtures.overview(shell(), false)));
        pages.put("jobs", render("pages/jobs", JobListFixtures.jobs(shell(), false)));
        pages.put("no jobs", render("pages/jobs", JobListFixtures.jobs(shell(), true)));
        pages.put("job", render("pages/job", JobPageFixtures.job(shell())));
        pages.put("logs", render("pages/logs", PageFixtures.logs(shell())));
        pages.put("settings", render("pages/settings", PageFixtures.settings(shell())));
        pages.put("templates", render("pages/emails", PageFixtures.templates(shell())));
        pages.put("help", render("pages/help", PageFixtures.help(shell())));
        pages.put(
                "confirm",
                render(
                        "pages/confirm",
                        new PlainView.Confirm(
                                shell(),
                                "Delete email.send 9f31?",
                                "It leaves every view.",
                                JobFixtures.failed().getFirst().job().acts().getLast(),
                                "/jobs")));
        var row = JobFixtures.failed().getFirst().job();
        pages.put(
                "bulk",
                render(
                        "pages/bulk",
                        new BulkView.Question(
                                shell(),
                                "Delete 1 job?",
                                "It leaves every view.",
                                "delete",
                                "Delete 1 job",
                                true,
                                List.of(new BulkView.Ticked(row.id() + "@4", row, "it runs")),
                                "/jobs")));
        pages.put(
                "answer",
                render(
                        "pages/answer",
                        new BulkView.Answer(
                                shell(),
                                "0 of 1 job deleted",
                                List.of(new BulkView.Left("9f31", "/jobs/9f31", "red", "Refused", "It runs.")),
                                "/jobs")));
        pages.put(
                "problem",
                render(
                        "pages/problem",
                        new PlainView.Problem(
                                shell(), 404, "There is no such job", "It may have been deleted.", null)));
        return pages;
    }

    private static Shell shell() {
        return Facts.shell("Jobs", "jobs", Shell.Look.DEFAULT, ASSETS);
    }

    private Document render(String template, Object view) {
        return Jsoup.parse(engine.render(template, view));
    }
}
