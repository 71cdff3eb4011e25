package dev.penstock.processor.handlers.material;

import java.util.List;
import java.util.SplittableRandom;

/** Sentences about water, enough of them for pages. */
final class Prose {
    private static final List<String> WHO =
            List.of("The miller", "A keeper", "The engineer", "Each sluice", "The old gate", "A pump", "The council");
    private static final List<String> DOES =
            List.of("measures", "repairs", "opens", "watches over", "describes", "pays for", "inherits", "forgets");
    private static final List<String> WHAT = List.of(
            "the penstock",
            "a turbine",
            "the weir",
            "two valves",
            "the reservoir",
            "a leat",
            "the tailrace",
            "an intake");
    private static final List<String> WHEN = List.of(
            "before the flood", "every spring", "at low water", "for the archive", "with great care", "without delay");

    private Prose() {}

    static String title(SplittableRandom random) {
        String what = one(WHAT, random);
        return "On " + what + " " + one(WHEN, random);
    }

    static String sentence(SplittableRandom random) {
        return one(WHO, random) + " " + one(DOES, random) + " " + one(WHAT, random) + " " + one(WHEN, random) + ".";
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
