package dev.penstock.stack.page;

import com.sun.source.tree.ClassTree;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What a program that embeds job-api can set: methods of builders, attributes of annotations. */
final class Library {
    private Library() {}

    /** The public methods of a type that give back that type or {@code result}, so that calls can be chained. */
    static List<List<String>> chained(Path file) {
        JavaSource source = JavaSource.read(file);
        String self = source.top().getSimpleName().toString();
        return source.methods(source.top()).stream()
                .filter(method -> method.type().equals(self)
                        && method.tree().getModifiers().getFlags().contains(Modifier.PUBLIC))
                .map(method -> List.of("`" + method.name() + "(" + parameters(method) + ")`", method.comment()))
                .toList();
    }

    /** The attributes of an annotation; {@code nested} names a type inside it, or is empty. */
    static List<List<String>> attributes(Path file, String nested) {
        JavaSource source = JavaSource.read(file);
        ClassTree type = source.nested(nested).orElseGet(source::top);
        return source.methods(type).stream()
                .map(method -> List.of("`" + method.name() + "`", preset(method), method.comment()))
                .toList();
    }

    private static String preset(JavaSource.Method method) {
        if (method.tree().getDefaultValue() == null) {
            return "must be given";
        }
        String value = method.tree().getDefaultValue().toString().replaceAll("^\"\"$", "");
        return value.isEmpty() || value.startsWith("@") ? "" : "`" + value.replaceAll("^.*\\.(?=[A-Z])", "") + "`";
    }

    private static String parameters(JavaSource.Method method) {
        return method.tree().getParameters().stream()
                .map(parameter -> parameter.getType() + " " + parameter.getName())
                .map(text -> text.replaceAll("@\\w+ ", ""))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
