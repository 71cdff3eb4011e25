package dev.penstock.ui.right;

/** What somebody may be allowed to do. */
public enum Permission {
    /** See and end their own jobs, download their files; change how pages look and their own password. */
    MINE("see their own jobs"),
    /** See everything but masked contents. */
    READ("look at everything"),
    /** Create jobs. */
    SUBMIT("create jobs"),
    /** Act on jobs, queues and schedules. */
    ACT("act on jobs, queues and schedules"),
    /** Change settings and users, free leases, delete system jobs. */
    ADMINISTER("change settings and users"),
    /** See what is masked; each time is written down. */
    REVEAL("see masked contents");

    private final String phrase;

    Permission(String phrase) {
        this.phrase = phrase;
    }

    /** As it stands after "may". */
    public String phrase() {
        return phrase;
    }
}
