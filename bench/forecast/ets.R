# Automatic exponential smoothing (R package forecast, Hyndman and others, GPL-3) as it comes, for the comparison in
# docs/calculations.md#how-well-it-does. Reads series from a file of JSON lines, one array each with null where a month
# is missing (crossed by the package's own na.interp, since ets drops what lies before a gap), and writes one line each:
# median, lower 80, upper 80, lower 95 and upper 95 of six months ahead.
suppressMessages(library(forecast))
paths <- commandArgs(trailingOnly = TRUE)
output <- file(paths[2], "w")
for (line in readLines(paths[1])) {
  values <- as.numeric(strsplit(gsub("null", "NA", gsub("\\[|\\]", "", line)), ",")[[1]])
  series <- ts(values, frequency = 12)
  if (anyNA(series)) series <- na.interp(series)
  ahead <- forecast(suppressWarnings(ets(series)), h = 6, level = c(80, 95))
  rows <- cbind(ahead$mean, ahead$lower[, 1], ahead$upper[, 1], ahead$lower[, 2], ahead$upper[, 2])
  writeLines(paste0("[[", paste(apply(rows, 1, paste, collapse = ","), collapse = "],["), "]]"), output)
}
close(output)
