package dev.penstock.ui.tongue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordingTest {
    @AfterEach
    void forget() {
        Tongue.learn(Map.of(), () -> Language.ENGLISH);
    }

    @Test
    void aTextIsWhatStandsBetweenTwoTags() {
        assertThat(Wording.keys(
                        "<h1>Jobs</h1>\n<p class=\"x\">All of them,\n  newest first</p>{#if a}no{#else}yes{/if}"))
                .containsExactly("Jobs", "All of them, newest first", "no", "yes");
    }

    @Test
    void valuesAndLinksArePartsOfTheirSentence() {
        assertThat(Wording.keys("<p>Last changed {#ago at /} by {who}, see <a href=\"{x}\">the log</a>.</p>"))
                .containsExactly("Last changed {1} by {2}, see <3>the log</3>.");
    }

    @Test
    void linksBesideEachOtherAreTextsOfTheirOwn() {
        assertThat(Wording.keys("<p><a href=\"/users\">Users</a> · <a href=\"/tokens\">API tokens</a></p>"))
                .containsExactly("Users", "API tokens");
    }

    @Test
    void whatIsReadAloudIsText() {
        assertThat(Wording.keys("<input placeholder=\"Search\" value=\"en\" aria-label=\"Search {what}\">"
                        + "{#field form=\"edit\" label=\"Reason\" ghost='kept' value=x /}"))
                .containsExactly("Search", "Search {1}", "Reason", "kept");
    }

    @Test
    void valuesNamesAndWhatIsNotToBeTranslatedAreNone() {
        assertThat(
                        Wording.keys(
                                "<p>{x.y}</p><b>Penstock</b><i>· 12 &nbsp;</i><button lang=\"de\" translate=\"no\">Deutsch</button>"))
                .isEmpty();
    }

    @Test
    void aTemplateChoosesByTheReadersLanguage() {
        Tongue.learn(
                Map.of(
                        Language.GERMAN,
                        new Catalogue(Map.of("by {1} in <2>{3}</2>", List.of("in <2>{3}</2> von {1}")))),
                () -> Language.ENGLISH);
        assertThat(Wording.inAllLanguages("<p> by {who} in <a href=\"/q\">{queue}</a></p>"))
                .startsWith("<p> {#if in:german}in <a href=\"/q\">{queue}</a> von {who}{#else if in:pseudo}[")
                .endsWith("{#else}by {who} in <a href=\"/q\">{queue}</a>{/if}</p>");
    }

    @Test
    void aSentenceIsSaidInTheReadersLanguageWithItsPlural() {
        Tongue.learn(Map.of(Language.GERMAN, Catalogue.of("""
                                msgid ""
                                msgstr "Language: de\\n"

                                # a comment
                                msgid "{1} job of {2}"
                                msgid_plural "{1} jobs of {2}"
                                msgstr[0] "{1} Job von {2}"
                                msgstr[1] ""
                                "{1} Jobs "
                                "von {2}"
                                """)), () -> Language.GERMAN);
        assertThat(Tongue.counted(1, "{1} job of {2}", "{1} jobs of {2}", "ana"))
                .isEqualTo("1 Job von ana");
        assertThat(Tongue.counted(1_200, "{1} job of {2}", "{1} jobs of {2}", "{1}"))
                .isEqualTo("1\u202f200 Jobs von {1}");
        assertThat(Tongue.say("Not translated: {1}", 7)).isEqualTo("Not translated: 7");
        assertThat(Tongue.as(Language.PSEUDO, () -> Tongue.say("Not at {1}", 7)))
                .isEqualTo("[Ñööţ ààţ 7]");
        assertThat(Tongue.as(Language.ENGLISH, () -> Tongue.counted(2, "{1} job of {2}", "{1} jobs of {2}", "x")))
                .isEqualTo("2 jobs of x");
    }

    @Test
    void aBrowsersWishIsTheFirstLanguageThatThereIs() {
        assertThat(Language.accepted("fr-CH, fr;q=0.9, de-AT;q=0.8, en;q=0.7")).isEqualTo(Language.GERMAN);
        assertThat(Language.accepted("en-US,en;q=0.5")).isEqualTo(Language.ENGLISH);
        assertThat(Language.accepted("en-XA")).isEqualTo(Language.PSEUDO);
        assertThat(Language.accepted("fr")).isEqualTo(Language.ENGLISH);
        assertThat(Language.accepted("*")).isEqualTo(Language.ENGLISH);
        assertThat(Language.accepted(";;")).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aTextThatIsThereTwiceIsAnError() {
        assertThatThrownBy(() -> Catalogue.of("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"\n"))
                .hasMessage("The catalogue holds this twice: a");
    }
}
