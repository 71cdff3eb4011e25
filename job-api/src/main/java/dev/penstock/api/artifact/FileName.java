package dev.penstock.api.artifact;

import java.util.regex.Pattern;

/**
 * A file name that is nothing but a name, on any system: no folders, no control characters, none of the characters and names
 * that Windows keeps for itself, not hidden, of at most 150 characters.
 */
public final class FileName {
    private static final int LONGEST = 150;
    private static final int LONGEST_IN_FOLDER = 200;
    private static final char DELETE = 0x7f;
    private static final int LONGEST_ENDING = 20;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}<>:\"|?*]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Pattern RESERVED =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** What remains of a name when it is made safe; {@code file} if nothing does. */
    public static String safe(String name) {
        String bare = FOLDERS.matcher(name).replaceFirst("");
        String clean = EDGES.matcher(UNSAFE.matcher(bare).replaceAll("_")).replaceAll("");
        String whole = clean.isEmpty() || clean.endsWith(".part") ? clean + "file" : clean;
        String own = RESERVED.matcher(whole).matches() ? "_" + whole : whole;
        return own.length() <= LONGEST ? own : shortened(own);
    }

    /**
     * The name of the file in a folder: a process that was started without a locale knows no file names but ASCII ones. What a
     * user sees is the name itself.
     */
    static String inFolder(String safe) {
        StringBuilder ascii = new StringBuilder();
        safe.codePoints().forEach(c -> {
            if (c >= ' ' && c < DELETE && c != '%') {
                ascii.appendCodePoint(c);
            } else {
                ascii.append('%').append(Integer.toHexString(c)).append('%');
            }
        });
        return ascii.length() <= LONGEST_IN_FOLDER
                ? ascii.toString()
                : ascii.substring(0, LONGEST) + '%' + Integer.toHexString(safe.hashCode());
    }

    /** Keeps the ending, which says what the file is. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
        return name.substring(0, LONGEST - ending.length()) + ending;
    }
}
