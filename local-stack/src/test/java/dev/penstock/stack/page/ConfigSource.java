package dev.penstock.stack.page;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings that a {@code @ConfigMapping} interface declares, named as SmallRye Config names them. */
final class ConfigSource {
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("String", "text"),
            Map.entry("Path", "file"),
            Map.entry("Duration", "time"),
            Map.entry("int", "number"),
            Map.entry("long", "number"),
            Map.entry("double", "number"),
            Map.entry("boolean", "`true` or `false`"),
            Map.entry("URI", "address"),
            Map.entry("List<String>", "list"));

    /** Several of a kind, under names that the user chooses. */
    private static final String NAMED = "Map<String, ";

    private final JavaSource source;
    private final List<Entry> entries = new ArrayList<>();

    private ConfigSource(JavaSource source) {
        this.source = source;
    }

    static List<Entry> read(Path file) {
        ConfigSource config = new ConfigSource(JavaSource.read(file));
        config.walk(config.source.top(), "penstock.");
        return List.copyOf(config.entries);
    }

    private void walk(ClassTree type, String prefix) {
        for (JavaSource.Method method : source.methods(type)) {
            if (method.tree().getBody() != null) {
                continue;
            }
            boolean named = method.type().startsWith(NAMED);
            String one = named
                    ? method.type().substring(NAMED.length(), method.type().length() - 1)
                    : method.type();
            String name = prefix
                    + method.annotation("WithName").orElseGet(() -> kebab(method.name()))
                    + (named ? ".<name>" : "");
            ClassTree group = source.nested(one).orElse(null);
            if (group != null && !constants(group).isEmpty()) {
                entries.add(entry(name, method, String.join(", ", constants(group))));
            } else if (group != null) {
                walk(group, name + ".");
            } else {
                entries.add(entry(name, method, form(one)));
            }
        }
    }

    private static Entry entry(String name, JavaSource.Method method, String form) {
        return new Entry(name, form, method.annotation("WithDefault").orElse(""), method.comment());
    }

    private static String form(String type) {
        String bare = type.replaceAll("^Optional<(.*)>$", "$1");
        String form = FORMS.get(bare);
        if (form == null) {
            throw new IllegalStateException("How is a " + type + " written? Say so in " + ConfigSource.class);
        }
        return form;
    }

    /** The words of an enum, as people write them. */
    private static List<String> constants(ClassTree type) {
        if (type.getKind() != com.sun.source.tree.Tree.Kind.ENUM) {
            return List.of();
        }
        return type.getMembers().stream()
                .filter(member -> !(member instanceof MethodTree))
                .map(member -> ((com.sun.source.tree.VariableTree) member).getName())
                .map(name -> "`" + name.toString().toLowerCase(Locale.ROOT) + "`")
                .collect(Collectors.toList());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
