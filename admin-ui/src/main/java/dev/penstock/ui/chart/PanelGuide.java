package dev.penstock.ui.chart;

import static dev.penstock.ui.tongue.Tongue.say;

import java.util.List;

/** A picture for each thing that a user can do in the panel of their own jobs (S4.19), drawn as the panel looks. */
public final class PanelGuide {
    private static final int HEIGHT = 72;

    private PanelGuide() {}

    /**
     * One thing to do.
     *
     * @param svg the picture
     */
    public record Lesson(String title, String text, String svg) {}

    /** All of them, in the order of the panel from top to bottom. */
    public static List<Lesson> lessons() {
        return List.of(
                lesson(
                        say("User or system generated"),
                        say("Jobs that you have started, or those that the system has started and that name you."),
                        say("My jobs"),
                        "",
                        say("System generated")),
                lesson(
                        say("Filter"),
                        say("Only jobs in one state: Created, In progress, Failed, Completed, Expired or Stopped."),
                        say("All · Created · In progress"),
                        "",
                        say("Completed")),
                lesson(
                        say("Next 15"),
                        say("A page shows 15 jobs, the newest first."),
                        say("‹ previous 15"),
                        "",
                        say("next 15 ›")),
                lesson(
                        say("Download"),
                        say("Once it is completed. The file is kept for 24 hours; then the job is Expired."),
                        say("Report export"),
                        say("done 10:01"),
                        say("Download")),
                lesson(
                        say("Stop process"),
                        say(
                                "Only while it runs, and only exports, converters, previews and cleaning. You are asked first: a stopped job cannot be restarted."),
                        say("Run converters"),
                        say("412 of 900"),
                        say("Stop process")),
                lesson(
                        say("Delete"),
                        say(
                                "When it is completed, failed, expired or stopped. You are asked first. Jobs that the system generated are deleted by administrators."),
                        say("Bulk download"),
                        say("expired"),
                        say("Delete")),
                lesson(
                        say("Open Module"),
                        say("After an import or a bulk change: a search of the items of that batch."),
                        say("Bulk edit"),
                        say("4 items"),
                        say("Open Module")),
                lesson(
                        say("Open Item"),
                        say("Leads to the item that the job worked on."),
                        say("Import inputs"),
                        say("done"),
                        say("Open Item")),
                lesson(
                        say("Open Creative Automation Studio"),
                        say("Leads to the step of the wizard that the job belongs to."),
                        say("Generate outputs"),
                        say("done"),
                        say("Open Studio")));
    }

    private static Lesson lesson(String title, String text, String name, String state, String button) {
        return new Lesson(title, text, svg(title, name, state, button));
    }

    private static String svg(String title, String name, String state, String button) {
        return """
                <svg viewBox="0 0 420 %1$d" width="100%%" role="img" aria-label="%2$s" fill="none" stroke="currentColor">\
                <rect x="1" y="1" width="418" height="%3$d" rx="8" opacity="0.4"/>\
                <text x="16" y="32" font-size="14" fill="currentColor" stroke="none">%4$s</text>\
                <text x="16" y="52" font-size="12" fill="currentColor" stroke="none">%5$s</text>\
                <rect x="252" y="18" width="152" height="34" rx="6" stroke-width="2.5"/>\
                <text x="328" y="40" font-size="14" text-anchor="middle" fill="currentColor" stroke="none">%6$s</text>\
                <path d="M214 35h30m-8-7 8 7-8 7" stroke-width="2.5"/></svg>""".formatted(HEIGHT, say("{1}: where to press", title), HEIGHT - 2, name, state, button);
    }
}
