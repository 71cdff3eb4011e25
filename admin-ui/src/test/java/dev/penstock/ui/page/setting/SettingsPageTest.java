package dev.penstock.ui.page.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Forms as a browser without script sends them; what they became is read from the real topic. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class SettingsPageTest {
    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    private Form form;

    @BeforeAll
    static void declare() {
        new Rows(Installation.current().model())
                .setting(new Setting.Type("form.send", "Sends", "forms", JobPolicy.DEFAULT, Map.of()))
                .setting(new Setting.Type("form.stale", "Sends", "forms", JobPolicy.DEFAULT, Map.of()))
                .setting(new Setting.Type("form.ends", "Ends", "forms", JobPolicy.DEFAULT, Map.of()))
                .setting(new Setting.Template("form.mail", "Hello", "Your code is {code}.\n"))
                .setting(new Setting.Template("form.stale", "Hello", "Hello"));
    }

    @BeforeEach
    void open() {
        form = new Form(base);
    }

    @Test
    @DisplayName(
            "S0.25: time-out, attempts and back-off of a type are changed in a form, by a command, and shown at once")
    void aPolicyIsChanged() {
        Document page = form.page("/settings");
        assertThat(page.selectFirst("#type-form.send summary, [id=type-form.send] summary")
                        .text())
                .contains("5 attempts · waits 1 s, 4 s, 16 s, 1 m 4 s", "no time-out");

        Http.Answer saved = form.send(
                page,
                "/settings/types/form.send",
                Map.of("timeout", "90 s", "maxAttempts", "3", "first", "2s", "jitter", "7", "reason", "too slow"));
        assertThat(saved.code()).isEqualTo(303);
        CommandMessage heard = other.heard().getLast();
        JobPolicy policy = ((SettingCommand.PutPolicy) heard.body()).type().policy();
        assertThat(policy.maxAttempts()).isEqualTo(3);
        assertThat(policy.timeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(policy.backoff().first()).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.backoff().jitter()).isEqualTo(0.07);
        assertThat(policy.version()).isEqualTo(1);
        assertThat(heard.reason()).isEqualTo("too slow");

        Document after = form.follow(saved);
        assertThat(after.selectFirst("#flash").text()).contains("in force from the next attempt");
        Element shown = after.selectFirst("[id=type-form.send]");
        assertThat(shown.hasAttr("open")).isTrue();
        assertThat(shown.selectFirst("summary").text()).contains("3 attempts · waits 2 s, 8 s", "time-out 1 m 30 s");
        assertThat(shown.selectFirst("[name=timeout]").val()).isEqualTo("90 s");
        assertThat(shown.selectFirst("[name=jitter]").val()).isEqualTo("7");
        assertThat(shown.selectFirst("[name=version]").val()).isEqualTo("1");
    }

    @Test
    @DisplayName(
            "S0.25, S1.21, S1.23, S3.16, S3.17, S4.15: what becomes of a type's jobs is set in the form: exhausted, lost,"
                    + " with a failed child, how long they and their files are kept; what may be done to them is told")
    void whatBecomesOfItIsChanged() {
        Document page = form.page("/settings?type=form.ends");
        Element shown = page.selectFirst("[id=type-form.ends]");
        assertThat(shown.select("select option[selected]").eachAttr("value"))
                .containsExactly("FAILED", "RETRY", "FAIL");
        assertThat(shown.selectFirst(".capabilities").text())
                .contains("stoppable yes Stop asks a running job", "restartable no A completed job is not run again");

        Http.Answer saved = form.send(
                page,
                "/settings/types/form.ends",
                Map.of(
                        "onExhausted", "ABORTED",
                        "onLeaseLost", "FAIL",
                        "onChildFailed", "CONTINUE",
                        "deleteAfter", "400 d",
                        "artifactRetention", "2 h"));
        assertThat(saved.code()).isEqualTo(303);
        JobPolicy policy = ((SettingCommand.PutPolicy) other.heard().getLast().body())
                .type()
                .policy();
        assertThat(policy)
                .isEqualTo(new JobPolicy(
                        1,
                        JobPolicy.DEFAULT.capabilities(),
                        5,
                        JobPolicy.DEFAULT.backoff(),
                        null,
                        JobPolicy.OnExhausted.ABORTED,
                        JobPolicy.OnLeaseLost.FAIL,
                        JobPolicy.OnChildFailed.CONTINUE,
                        Duration.ofDays(400),
                        Duration.ofHours(2)));
        assertThat(form.follow(saved)
                        .select("[id=type-form.ends] select option[selected]")
                        .eachAttr("value"))
                .containsExactly("ABORTED", "FAIL", "CONTINUE");
    }

    @Test
    @DisplayName("S0.25: what does not pass is said in the form, and what was typed stays")
    void whatIsWrongIsSaidInTheForm() {
        Document page = form.page("/settings");
        for (Map.Entry<String, String> wrong : Map.of(
                        "timeout", "30 parsecs",
                        "maxAttempts", "0",
                        "factor", "NaN",
                        "max", "99999999999999999999d",
                        "onExhausted", "BURNT",
                        "deleteAfter", "9999 d",
                        "jitter", "101")
                .entrySet()) {
            Http.Answer answer = form.send(
                    page, "/settings/types/form.send", Map.of(wrong.getKey(), wrong.getValue(), "reason", "x<y"));
            assertThat(answer.code()).as(wrong.toString()).isEqualTo(400);
            Element again = Form.parse(answer).selectFirst("[id=type-form.send]");
            assertThat(again.hasAttr("open")).isTrue();
            assertThat(again.selectFirst("[role=alert]").text()).isNotBlank();
            Element field = again.selectFirst("[aria-invalid]");
            assertThat(field.attr("name")).isEqualTo(wrong.getKey());
            if (!field.is("select")) {
                assertThat(field.val()).isEqualTo(wrong.getValue());
            }
            assertThat(again.selectFirst("[name=reason]").val()).isEqualTo("x<y");
        }
    }

    @Test
    @DisplayName("S0.25: a change made on what is no longer so is refused, and what was typed stays")
    void aStalePolicyIsRefused() {
        Document page = form.page("/settings");
        assertThat(form.send(page, "/settings/types/form.stale", Map.of("maxAttempts", "7"))
                        .code())
                .isEqualTo(303);
        Http.Answer late = form.send(page, "/settings/types/form.stale", Map.of("maxAttempts", "9"));
        assertThat(late.code()).isEqualTo(409);
        Element again = Form.parse(late).selectFirst("[id=type-form.stale]");
        assertThat(again.selectFirst("[role=alert]").text()).contains("has changed since you looked");
        assertThat(again.selectFirst("summary").text()).contains("7 attempts");
        assertThat(again.selectFirst("[name=maxAttempts]").val()).isEqualTo("9");
        assertThat(form.send(page, "/settings/types/form.nobody", "/settings/types/form.stale", Map.of())
                        .code())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("S0.25: the connections are shown with their state, secrets masked, and cannot be changed")
    void connections() {
        Element section = form.page("/settings").selectFirst("section[aria-labelledby=connections-title]");
        assertThat(section.select("h3").eachText()).containsExactly("Kafka", "PostgreSQL");
        assertThat(section.text()).contains("bootstrap.servers", "answers", "••••");
        assertThat(section.text()).doesNotContain(Installation.current().model().reader() + "_");
        assertThat(section.select("input, form")).isEmpty();
    }

    @Test
    @DisplayName("S0.26: a template is edited in a form, and the next e-mail uses it")
    void aTemplateIsChanged() {
        Document page = form.page("/settings/templates");
        Http.Answer saved = form.send(
                page,
                "/settings/templates/form.mail",
                Map.of("subject", "Hi {name}", "body", "Code:\r\n\r\n{code}\r\n", "reason", "shorter"));
        assertThat(saved.code()).isEqualTo(303);
        Setting.Template template =
                ((SettingCommand.PutTemplate) other.heard().getLast().body()).template();
        assertThat(template).isEqualTo(new Setting.Template("form.mail", "Hi {name}", "Code:\n\n{code}\n"));
        Document after = form.follow(saved);
        assertThat(after.selectFirst("#flash").text()).contains("The next e-mail", "asks for {name}");
        assertThat(after.selectFirst("[id=form.mail-subject]").val()).isEqualTo("Hi {name}");
        assertThat(Form.text(after.selectFirst("[id=form.mail-body]"))).isEqualTo("Code:\n\n{code}\n");
    }

    @Test
    @DisplayName("S0.26: an empty or stale text is refused in the form, and what was typed stays")
    void aWrongTemplateIsRefused() {
        Document page = form.page("/settings/templates");
        Http.Answer empty = form.send(page, "/settings/templates/form.stale", Map.of("subject", " ", "body", "kept"));
        assertThat(empty.code()).isEqualTo(400);
        Element again = Form.parse(empty).selectFirst("[id=template-form.stale]");
        assertThat(again.selectFirst("[role=alert]").text()).contains("needs a subject");
        assertThat(Form.text(again.selectFirst("textarea"))).isEqualTo("kept");

        assertThat(form.send(page, "/settings/templates/form.stale", Map.of("body", "first"))
                        .code())
                .isEqualTo(303);
        Http.Answer late = form.send(page, "/settings/templates/form.stale", Map.of("body", "second"));
        assertThat(late.code()).isEqualTo(409);
        assertThat(Form.text(Form.parse(late).selectFirst("[id=form.stale-body]")))
                .isEqualTo("second");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        Document page = form.page("/settings");
        page.select("[name=csrf]").forEach(field -> field.val("forged"));
        assertThat(form.send(page, "/settings/types/form.send", Map.of()).code())
                .isEqualTo(403);
    }
}
