package io.github.eratosthenes.cluster;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a whole number from 0 to 2^63 − 1 as people write one: {@code 1000}, {@code 1_000}, {@code 1e11}, {@code 10^11},
 * and sums and differences of those, {@code 10^15+10^10} or {@code 2^63-1}. Exact: no floating point.
 */
final class WholeNumber implements ITypeConverter<Long> {

    private static final BigInteger HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);

    private static final String TERM = "(\\d[\\d_]*(?:\\.\\d+)?)(?:(?:[eE]\\+?|(\\^))(\\d+))?";
    private static final Pattern SUM = Pattern.compile(TERM + "(?:[+-]" + TERM + ")*");
    private static final Pattern SIGNED_TERM = Pattern.compile("([+-]?)" + TERM);

    /** More than the bound can have, and little enough to compute. */
    private static final int HIGHEST_EXPONENT = 1000;

    @Override
    public Long convert(String text) {
        if (!SUM.matcher(text).matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not a whole number; write 1000, 1_000, 1e11, 10^11 or 10^15+10^10");
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher term = SIGNED_TERM.matcher(text);
        while (term.find()) {
            BigDecimal value = value(text, term);
            sum = term.group(1).equals("-") ? sum.subtract(value) : sum.add(value);
        }
        return bounded(text, sum);
    }

    private static BigDecimal value(String text, Matcher term) {
        BigDecimal number = new BigDecimal(term.group(2).replace("_", ""));
        String exponentDigits = term.group(4);
        if (exponentDigits == null) {
            return number;
        }
        int exponent = exponentDigits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(exponentDigits);
        if (exponent > HIGHEST_EXPONENT) {
            throw new TypeConversionException("'" + text + "' has the exponent " + exponentDigits + ", above "
                    + HIGHEST_EXPONENT + ", the highest allowed");
        }
        return term.group(3) == null ? number.scaleByPowerOfTen(exponent) : number.pow(exponent);
    }

    private static Long bounded(String text, BigDecimal value) {
        BigInteger whole;
        try {
            whole = value.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is not whole");
        }
        if (whole.signum() < 0) {
            throw new TypeConversionException(whole + " is below 0, the lowest allowed");
        }
        if (whole.compareTo(HIGHEST) > 0) {
            throw new TypeConversionException("'" + text + "' is above " + HIGHEST + ", the highest allowed");
        }
        return whole.longValueExact();
    }
}
