package io.github.eratosthenes.benchmarks.compare;

/** Reads the threshold: a share such as 0.02, or a percentage such as 2 %. */
final class Threshold {

    private static final String PERCENT = "%";

    private Threshold() {}

    /**
     * Returns the share.
     *
     * @throws IllegalArgumentException if the text is not a number, or if the share is not from 0 to less than 1
     */
    static double parse(String text) {
        String stripped = text.strip();
        boolean isPercentage = stripped.endsWith(PERCENT);
        String number = isPercentage
                ? stripped.substring(0, stripped.length() - PERCENT.length()).strip()
                : stripped;
        double share = number(number) / (isPercentage ? 100 : 1);
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("--threshold " + text
                    + " is not a share from 0 to less than 1, such as 0.02, or a percentage below 100, such as 2 %");
        }
        return share;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
