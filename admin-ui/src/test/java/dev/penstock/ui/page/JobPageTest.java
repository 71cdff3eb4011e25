package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class JobPageTest {
    @TestHTTPResource
    URI base;

    private Form form;

    @BeforeAll
    static void jobs() {
        Rows rows = new Rows(Installation.current().model());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 1; i <= 3; i++) {
            rows.job(Histories.queued(
                    "way" + i + ".0", now.minusSeconds(100 - i), "\"type\":\"way.send\",\"queue\":\"way\""));
            rows.job(Histories.queued(
                    "other" + i + ".0", now.minusSeconds(100 - i), "\"type\":\"way.other\",\"queue\":\"way\""));
        }
    }

    @BeforeEach
    void open() {
        form = new Form(base);
    }

    @Test
    void fromAListOneGoesOnToTheJobsBeforeAndAfterInThatList() {
        Document list = form.page("/jobs?q=type:way.send");
        String newest = list.selectFirst("tbody .job a").attr("href");
        Document job = form.page(newest);
        assertThat(newest).startsWith("/jobs/way3.0?in=");
        assertThat(job.select("a[rel=prev]")).isEmpty();
        assertThat(job.selectFirst(".crumbs a").attr("href")).isEqualTo("/jobs?q=type:way.send");

        Document next = form.page(job.selectFirst("a[rel=next]").attr("href"));
        assertThat(next.selectFirst(".job-line code").text()).isEqualTo("way2.0");
        assertThat(next.selectFirst("a[rel=prev]").attr("href")).isEqualTo(newest);
        Document last = form.page(next.selectFirst("a[rel=next]").attr("href"));
        assertThat(last.selectFirst(".job-line code").text()).isEqualTo("way1.0");
        assertThat(last.select("a[rel=next]")).isEmpty();
    }

    @Test
    void whoComesFromNoListHasNoNeighbours() {
        assertThat(form.page("/jobs/way2.0").select("a[rel=prev], a[rel=next]")).isEmpty();
        assertThat(form.page("/jobs/way2.0?in=colour:red").select("a[rel=prev], a[rel=next]"))
                .isEmpty();
        assertThat(form.page("/jobs/way2.0?in=*").select("a[rel=prev], a[rel=next]"))
                .hasSize(2);
    }

    @Test
    void theDemosBurstIsAskedForByTheServer() {
        Document page = form.page("/");
        assertThat(page.selectFirst("form[action=/burst]").text()).matches("Burst of 2\\h000 jobs");
        Document after = form.follow(form.send(page, "/burst", java.util.Map.of()));
        assertThat(after.selectFirst("#flash").text()).contains("2000 jobs");
        assertThat(Installation.current().asked()).contains("POST /burst?n=2000");
    }
}
