package dev.penstock.ui.right;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

/** What somebody may be allowed to do. */
public enum Permission {
    /** See and end their own jobs, download their files; change how pages look and their own password. */
    MINE(english("see their own jobs")),
    /** See everything but masked contents. */
    READ(english("look at everything")),
    /** Ask the log in SQL; each question is written down. */
    QUERY(english("ask the log in SQL")),
    /** Create jobs. */
    SUBMIT(english("create jobs")),
    /** Act on jobs, queues and schedules. */
    ACT(english("act on jobs, queues and schedules")),
    /** Change settings and users, free leases, delete system jobs. */
    ADMINISTER(english("change settings and users")),
    /** See what is masked; each time is written down. */
    REVEAL(english("see masked contents"));

    private final String phrase;

    Permission(String phrase) {
        this.phrase = phrase;
    }

    /** As it stands after "may". */
    public String phrase() {
        return say(phrase);
    }
}
