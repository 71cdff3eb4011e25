package dev.penstock.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the help says to do when something is wrong. */
class HelpTemplateTest {
    private static final Shell SHELL = Facts.shell("Help", "help", Shell.Look.DEFAULT, new Shell.Assets("", "app.css"));

    private final Elements cards = Jsoup.parse(new TemplateEngine().render("pages/help", PageFixtures.help(SHELL)))
            .select("#trouble .help-cards > div");

    @Test
    @DisplayName("S2.28: the help says what a rise of the average waiting time points to, and where it is seen")
    void waitingLonger() {
        Element card = cards.select(":contains(Jobs wait longer)").first();
        assertThat(card.text()).contains("average waiting time rises", "Perhaps more workers are needed");
        assertThat(card.selectFirst("a").attr("href")).isEqualTo("/stats#waiting");
    }

    @Test
    @DisplayName("S4.20: each text about a trouble says when it was checked last")
    void checked() {
        assertThat(cards).hasSizeGreaterThan(7);
        assertThat(cards).allSatisfy(card -> {
            String on = card.select("time").attr("datetime");
            assertThat(card.text()).endsWith("Last checked on " + on);
            assertThat(LocalDate.parse(on)).isAfter(LocalDate.of(2025, 12, 31));
        });
    }
}
