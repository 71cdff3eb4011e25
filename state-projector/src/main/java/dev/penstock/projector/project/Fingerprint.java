package dev.penstock.projector.project;

import dev.penstock.api.job.Failure;
import dev.penstock.api.lifecycle.ShortHash;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same cause gives the same value: class, message and topmost frames of a failure, without what differs from job to
 * job or from build to build.
 */
public final class Fingerprint {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|`[^`]*`");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w.-]+|\\w+://\\S+");
    private static final Pattern NUMBERED = Pattern.compile("\\b[\\w.:-]*\\d[\\w.:-]*\\b");
    private static final Pattern FRAME = Pattern.compile("^\\s*at ([^(\\n]{1,300})\\(", Pattern.MULTILINE);
    /** Names that the virtual machine makes up: of lambdas, proxies and accessors. */
    private static final Pattern MADE_UP = Pattern.compile("\\$\\$Lambda[^.]*|0x[0-9a-f]+|\\d+");

    private static final int READ = 512;
    private static final int STACK_READ = 4_096;
    private static final int FRAMES = 3;

    private Fingerprint() {}

    /** 32 hexadecimal digits. */
    public static String of(Failure failure) {
        return ShortHash.of(failure.error() + '\n' + shape(failure.message()) + frames(failure.stack()));
    }

    /** The message with {@code <>} for each quotation, address and word with digits in it. */
    public static String shape(String message) {
        String text = message.length() > READ ? message.substring(0, READ) : message;
        text = QUOTED.matcher(text).replaceAll("<>");
        text = ADDRESS.matcher(text).replaceAll("<>");
        return NUMBERED.matcher(text).replaceAll("<>");
    }

    /** The three topmost frames, without files and lines: those change with each build. */
    private static String frames(String stack) {
        String top = stack.length() > STACK_READ ? stack.substring(0, STACK_READ) : stack;
        Matcher frame = FRAME.matcher(top);
        StringBuilder frames = new StringBuilder();
        for (int i = 0; i < FRAMES && frame.find(); i++) {
            frames.append('\n').append(MADE_UP.matcher(frame.group(1)).replaceAll(""));
        }
        return frames.toString();
    }
}
