package dev.penstock.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page.
 *
 * @param title of the document, state first
 * @param path this page's own address, with query; its live region asks for it again
 * @param nav the rail
 * @param lag how far the page is behind the log
 * @param environment name of the installation, such as "prod"; empty if it has none
 * @param assets names of the built files
 * @param look how the reader wants it
 * @param token stands in forms against forged requests
 * @param key names this page's forms: one that is sent twice acts once
 * @param flash outcome of the last act; null if there was none
 * @param live what the page listens to: "jobs", or a job's id; empty if it does not refresh itself
 * @param fragment only the live region is asked for, not the whole page
 * @param now the server's clock, UTC
 * @param zone in which times are shown
 * @param failed number of failed jobs, in the rail and for the announcer
 * @param me who looks
 */
public record Shell(
        String title,
        String path,
        List<NavItem> nav,
        Lag lag,
        String environment,
        Assets assets,
        Look look,
        String token,
        String key,
        @Nullable Flash flash,
        String live,
        boolean fragment,
        String now,
        String zone,
        String failed,
        Me me) {

    /**
     * Who looks.
     *
     * @param name empty: nobody has signed in
     * @param role what they are, in a word
     * @param noActs why they may not act on jobs, queues and schedules; empty: they may
     * @param noAdministering why they may not change settings and users; empty: they may
     * @param demo whether this is a demo, whose password everybody knows
     */
    public record Me(String name, String role, String noActs, String noAdministering, boolean demo) {
        public boolean acts() {
            return noActs.isEmpty();
        }

        public boolean administers() {
            return noAdministering.isEmpty();
        }
    }

    /** An entry of the rail; {@code key} goes there after a "g". */
    public record NavItem(String text, String href, String icon, String key, boolean current, String count) {}

    /** How far the page is behind the log: a text, a hue if that needs attention, and the offsets it shows. */
    public record Lag(String text, String hue, String full, String asOf) {}

    /** Names of the built files; there is no script if it was built without Node.js. */
    public record Assets(@Nullable String script, String style) {}

    /** Theme ({@code auto, light, dark}), density ({@code comfortable, compact}) and whether single keys act. */
    public record Look(String theme, String density, boolean keys) {
        public static final Look DEFAULT = new Look("auto", "comfortable", true);

        public String otherTheme() {
            return theme.equals("dark") ? "light" : "dark";
        }
    }

    /** The outcome of an act in a sentence, with a link to what it was about. */
    public record Flash(String hue, String text, @Nullable Link link) {}
}
