package io.github.eratosthenes.results.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arguments that someone typed as one string, such as the value of a Maven property. */
public final class Arguments {

    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final String MORE = "--args=";

    private Arguments() {}

    /** Splits the text at its spaces into arguments; an argument in single or double quotes may contain spaces. */
    public static List<String> split(String arguments) {
        List<String> split = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(arguments);
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    split.add(matcher.group(group));
                }
            }
        }
        return split;
    }

    /** Returns the arguments, with each {@code --args="…"} replaced by the arguments inside its quotes. */
    public static String[] expanded(String[] arguments) {
        List<String> expanded = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith(MORE)) {
                expanded.addAll(split(argument.substring(MORE.length())));
            } else {
                expanded.add(argument);
            }
        }
        return expanded.toArray(String[]::new);
    }
}
