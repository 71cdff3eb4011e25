package dev.penstock.stack.program;

import dev.penstock.stack.process.OwnerOnly;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The configuration of one program: a properties file, which only its owner can read because it may hold passwords. */
public final class ProgramSettings {
    /**
     * Above what is in the program's jar (250). Environment variables (300) win over a program that somebody starts alone; in a
     * stack, whose ports and addresses belong together, they do not.
     */
    private static final int ORDINAL_ALONE = 275;

    private static final int ORDINAL_IN_STACK = 350;

    private final Map<String, String> values = new TreeMap<>();

    public ProgramSettings put(String name, String value) {
        values.put(name, value);
        return this;
    }

    public ProgramSettings putAll(Map<String, String> more) {
        values.putAll(more);
        return this;
    }

    /** Adds a file of the user's; what it says wins over what was said before. */
    public ProgramSettings putFile(Path file) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration file " + file + " cannot be read", e);
        }
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return this;
    }

    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** These settings without the secrets of other programs. */
    ProgramSettings onlyFor(Program program) {
        ProgramSettings own = new ProgramSettings();
        values.forEach((name, value) -> {
            if (program.mayKnow(name)) {
                own.put(name, value);
            }
        });
        return own;
    }

    ProgramSettings write(Path file, boolean inStack) {
        Properties properties = new Properties();
        properties.putAll(values);
        properties.setProperty("config_ordinal", Integer.toString(inStack ? ORDINAL_IN_STACK : ORDINAL_ALONE));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "Written at every start of the program; changes here are lost.");
            OwnerOnly.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration file " + file + " cannot be written", e);
        }
        return this;
    }
}
