package dev.penstock.projector.project;

import dev.penstock.api.job.Failure;
import java.util.regex.Pattern;

/** The same cause gives the same value: class and message of a failure without what differs from job to job. */
public final class Fingerprint {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|`[^`]*`");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w.-]+|\\w+://\\S+");
    private static final Pattern NUMBERED = Pattern.compile("\\b[\\w.:-]*\\d[\\w.:-]*\\b");
    private static final int READ = 512;

    private Fingerprint() {}

    /** 32 hexadecimal digits. */
    public static String of(Failure failure) {
        return Discretion.hash(failure.error() + '\n' + shape(failure.message()));
    }

    /** The message with {@code <>} for each quotation, address and word with digits in it. */
    public static String shape(String message) {
        String text = message.length() > READ ? message.substring(0, READ) : message;
        text = QUOTED.matcher(text).replaceAll("<>");
        text = ADDRESS.matcher(text).replaceAll("<>");
        return NUMBERED.matcher(text).replaceAll("<>");
    }
}
