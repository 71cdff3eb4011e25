package dev.penstock.stack.assembly;

import dev.penstock.stack.process.OwnerOnly;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may ask the admin UI of a stack: its own tools by a token, and in a demo a user of each role by a password that is printed.
 * Outside of a demo nobody has a password until the first administrator has used the link in the data folder.
 */
public final class SignIn {
    private static final String TOKEN = "penstock.ui.local-token";
    private static final String PASSWORD = "penstock.ui.demo-password";
    private static final int LETTERS = 12;

    private SignIn() {}

    /** Settings of the admin UI; the secrets are in files of the data folder that only its owner can read. */
    static Map<String, String> settings(DataFolder data, boolean demo) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(TOKEN, OwnerOnly.secret(data.top().resolve("ui.token")));
        if (demo) {
            String secret = OwnerOnly.secret(data.top().resolve("demo.password"));
            settings.put(PASSWORD, secret.substring(0, LETTERS).replaceAll("(....)(?=.)", "$1-"));
        }
        return settings;
    }

    /** With which this stack's tools ask its admin UI. */
    public static String token(Map<String, String> settings) {
        return settings.getOrDefault(TOKEN, "");
    }

    /** What a person needs to know to sign in. */
    public static List<String> told(Map<String, String> settings, DataFolder data) {
        String password = settings.get(PASSWORD);
        return password == null
                ? List.of("If nobody can sign in yet: the link in " + data.top().resolve("set-up-link")
                        + " makes the first administrator. Only you can read it.")
                : List.of("Sign in as administrator, operator, viewer or user; in this demo each has the password "
                        + password);
    }
}
