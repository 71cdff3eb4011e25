package dev.penstock.ui.page.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where the links of the demo's jobs lead. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class ItemsPageTest {
    @TestHTTPResource
    URI base;

    @Test
    @DisplayName("S4.17: Open Module leads to a search of items by BatchID, and from there to the job of the batch")
    void searchedByBatch() {
        Document page = new Form(base).page("/demo/items?batch=B-7");
        assertThat(page.selectFirst("h1").text()).isEqualTo("1 item of batch B-7");
        assertThat(page.select("main a[href=/demo/items/labels-2]")).isNotEmpty();
        assertThat(page.selectFirst("main .lede a").attr("href")).isEqualTo("/jobs?q=batch:B-7");
    }

    @Test
    @DisplayName("S4.18: Open Item leads to the item, Open Creative Automation Studio to the wizard's step with it")
    void itemAndStudio() {
        Form form = new Form(base);
        Document item = form.page("/demo/items/labels-2");
        assertThat(item.select("main").text()).contains("On a weir", "Open the gate", "output-A4.pdf", "source.png");
        Document inputs = form.page("/demo/studio/labels-2?step=inputs");
        assertThat(inputs.selectFirst("main [aria-current=step]").text()).isEqualTo("1. Inputs");
        assertThat(inputs.select("main").text()).contains("Open the gate").doesNotContain("output-A4.pdf");
        Document outputs = form.page("/demo/studio/labels-2?step=outputs");
        assertThat(outputs.select("main").text()).contains("output-A4.pdf").doesNotContain("source.png");
    }

    @Test
    @DisplayName("An item that there is not is said to be missing, with what to do")
    void missing() {
        Http.Answer answer = new Http(base).get("/demo/items/none-1");
        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.body()).contains("start it with ./penstock demo");
    }
}
