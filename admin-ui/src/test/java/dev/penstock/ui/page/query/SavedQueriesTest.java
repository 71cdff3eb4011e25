package dev.penstock.ui.page.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.page.Form;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Role;
import dev.penstock.ui.saved.SavedQueries;
import dev.penstock.ui.saved.SavedViews;
import dev.penstock.ui.trouble.Trouble;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries that people keep: long ones, as many as they may have, and those that cannot be kept. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class SavedQueriesTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    SavedQueries queries;

    @Inject
    SavedViews views;

    private Http http;
    private Form form;

    @BeforeEach
    void open() {
        http = new Http(base);
        form = new Form(http);
    }

    @Test
    void aLongQueryIsOpenedAgainFromItsLink() {
        String sql = "select 1 -- " + "long ".repeat(2_000) + "end";
        Http.Answer saved =
                form.send(form.page("/sql"), "/sql/queries", "/sql", Map.of("sql", sql, "name", "a long one"));
        assertThat(saved.code()).as(saved.body()).isEqualTo(303);
        assertThat(Form.text(form.follow(saved).selectFirst("#sql"))).isEqualTo(sql);
        String link = form.page("/sql").select("aside a:contains(a long one)").attr("href");
        assertThat(Form.text(form.page(link).selectFirst("#sql"))).isEqualTo(sql);
        assertThat(http.get("/sql?saved=999999999").code()).isEqualTo(404);
    }

    @Test
    void aRefusedNameIsSaidAtItsFieldAndKept() {
        Http.Answer refused =
                form.send(form.page("/sql"), "/sql/queries", "/sql", Map.of("sql", "select 1", "name", "n".repeat(61)));
        assertThat(refused.code()).isEqualTo(400);
        Document page = Form.parse(refused);
        assertThat(page.select("#sql").hasAttr("aria-invalid")).isFalse();
        assertThat(page.select("#sql-name").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#sql-name").val()).hasSize(61);
        assertThat(page.select("#" + page.select("#sql-name").attr("aria-errormessage"))
                        .text())
                .startsWith("A query has a name of at most 60 characters.");
        assertThat(page.select("#keep").hasAttr("open")).isTrue();
    }

    @Test
    void whoHasAsManyAsTheyMayStillChangesThem() {
        Caller many = Caller.person("many-queries", Role.VIEWER, null);
        for (int i = 0; i < 100; i++) {
            queries.save(many, "query " + i, "select " + i, false);
        }
        assertThat(queries.save(many, "query 7", "select 'changed'", false).sql())
                .isEqualTo("select 'changed'");
        assertThatThrownBy(() -> queries.save(many, "one more", "select 1", false))
                .isInstanceOf(Trouble.class);
        for (int i = 0; i < 50; i++) {
            views.save(many, "view " + i, "type:t" + i, false);
        }
        assertThat(views.save(many, "view 7", "type:changed", false).filter()).isEqualTo("type:changed");
        assertThatThrownBy(() -> views.save(many, "one more", "type:t", false)).isInstanceOf(Trouble.class);
    }

    @Test
    void anEmptyBodyIsABadRequest() {
        assertThat(http.post("/api/v1/sql", "").code()).isEqualTo(400);
        assertThat(http.post("/api/v1/sql/queries", "").code()).isEqualTo(400);
    }
}
