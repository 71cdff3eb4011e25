package dev.penstock.ui.page.demo;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.present.Links;
import dev.penstock.ui.send.DemoCatalogue.Item;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.demo.ItemsView;
import dev.penstock.ui.view.demo.ItemsView.Card;
import dev.penstock.ui.view.demo.ItemsView.Fact;
import dev.penstock.ui.view.demo.ItemsView.Step;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cards of the demo's catalogue, ready for its pages. */
final class ItemViews {
    private static final List<String> MODULES = List.of("brochures", "labels", "campaigns");
    private static final Map<String, String> STEPS =
            Map.of("inputs", english("1. Inputs"), "outputs", english("2. Outputs"), "review", english("3. Review"));
    private static final List<String> ORDER = List.of("inputs", "outputs", "review");
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "gif", "image/gif", "bmp", "image/bmp", "pdf", "application/pdf");

    private ItemViews() {}

    static ItemsView.Search search(Shell shell, List<Item> items, String batch, String module) {
        boolean all = batch.isEmpty() && module.isEmpty();
        String where = batch.isEmpty()
                ? (module.isEmpty() ? "" : " " + say("in {1}", module))
                : " " + say("of batch {1}", batch);
        return new ItemsView.Search(
                shell,
                counted(items.size(), "{1} item", "{1} items") + where,
                batch,
                MODULES.stream()
                        .map(name -> new Link(name, "/demo/items?module=" + name))
                        .toList(),
                items.stream().map(ItemViews::card).toList(),
                all ? null : new Link(say("All items"), "/demo/items"));
    }

    static ItemsView.One item(Shell shell, Item item) {
        return one(shell, item, List.of(), "", file -> true);
    }

    /** A step that there is not is the first. */
    static ItemsView.One studio(Shell shell, Item item, String asked) {
        String step = STEPS.containsKey(asked) ? asked : ORDER.getFirst();
        List<Step> steps = ORDER.stream()
                .map(name -> new Step(
                        say(STEPS.getOrDefault(name, name)), studio(item) + "?step=" + name, name.equals(step)))
                .toList();
        return one(shell, item, steps, step, file -> file.startsWith("output-"));
    }

    private static ItemsView.One one(Shell shell, Item item, List<Step> steps, String step, Predicate<String> shown) {
        boolean inputs = !step.equals("outputs");
        boolean outputs = !step.equals("inputs");
        return new ItemsView.One(
                shell,
                card(item),
                steps,
                inputs
                        ? item.fields().entrySet().stream()
                                .map(field -> new Fact(field.getKey(), field.getValue()))
                                .toList()
                        : List.of(),
                outputs
                        ? item.files().stream()
                                .filter(shown)
                                .map(file -> new Link(file, file(item, file)))
                                .toList()
                        : List.of(),
                new Link(say("Open Creative Automation Studio"), studio(item)));
    }

    private static Card card(Item item) {
        List<Link> batches = item.batches().stream()
                .map(batch -> new Link(batch, "/jobs?q=batch:" + Links.encoded(batch)))
                .toList();
        @Nullable String picture = item.files().contains("preview.png") ? "preview.png" : null;
        return new Card(
                new Link(item.id(), "/demo/items/" + Links.encoded(item.id())),
                item.module(),
                item.name(),
                item.status(),
                batches,
                picture == null ? null : file(item, picture));
    }

    private static String file(Item item, String name) {
        return "/demo/items/" + Links.encoded(item.id()) + "/files/" + Links.encoded(name);
    }

    private static String studio(Item item) {
        return "/demo/studio/" + Links.encoded(item.id());
    }

    static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM);
    }
}
