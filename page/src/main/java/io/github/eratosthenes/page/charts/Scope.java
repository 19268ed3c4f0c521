package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.View;
import java.util.HashMap;
import java.util.Map;

/**
 * The conditions under which the figures of a chart hold.
 *
 * @param choice the chosen values of jdk, tier and max, as far as there is a choice
 * @param circumstances all conditions in words, except machine and date
 */
record Scope(Map<String, String> choice, String circumstances) {

    static Scope of(Study study, View view) {
        return new Scope(Map.of("jdk", view.jdk(), "tier", view.tier()), view + ", " + rounds(study));
    }

    static Scope of(Study study, Setting setting) {
        return of(study, setting.view()).at(setting.size().max());
    }

    static Scope ofJdk(Study study, String jdk) {
        return new Scope(Map.of("jdk", jdk), "JDK " + jdk + ", " + rounds(study));
    }

    static Scope ofTier(Study study, String tier) {
        return new Scope(Map.of("tier", tier), tier + ", " + rounds(study));
    }

    private static String rounds(Study study) {
        return study.rounds() + " rounds, 95 % t intervals";
    }

    /** Returns the scope at one max. */
    Scope at(long max) {
        Map<String, String> all = new HashMap<>(choice);
        all.put("max", String.valueOf(max));
        return new Scope(Map.copyOf(all), "max " + Text.count(max) + ", " + circumstances);
    }

    /** Returns the scope with more words at the end. */
    Scope with(String words) {
        return new Scope(choice, circumstances + words);
    }
}
