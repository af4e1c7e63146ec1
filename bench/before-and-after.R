# The estimates of before and after once more, by R's own regressions, of changes that others have published.
# Makes tests/golden/interventions/in-r.csv. From the root of the repository: Rscript bench/before-and-after.R
library(nlme)

confidence <- 0.98
folder <- "tests/golden/interventions/"
figures <- function(name) read.csv(paste0(folder, name, ".csv"))
sicily <- figures("sicily-admissions")
nile <- figures("nile-flow")$flow
boston <- figures("boston-homicides")$homicides
ozone <- figures("los-angeles-ozone")$ozone
belts <- function(name) as.numeric(Seatbelts[, name])

# `before`: figures before the change; a plain season was found in those with one
all <- list(
  list(name = "drivers", values = belts("drivers"), before = 169, season = TRUE),
  list(name = "front", values = belts("front"), before = 169, season = TRUE),
  list(name = "rear", values = belts("rear"), before = 169, season = TRUE),
  list(name = "sicily-admissions", values = sicily$admissions / sicily$people * 1e5, before = 36, season = TRUE),
  list(name = "nile-flow", values = nile, before = 28, season = FALSE),
  list(name = "boston-homicides", values = boston, before = 53, season = FALSE),
  list(name = "los-angeles-ozone", values = ozone, before = 60, season = TRUE)
)

# the rule of docs/calculations.md, written anew
likeness_of <- function(residuals) {
  n <- length(residuals)
  r <- (sum(residuals[-1] * residuals[-n]) / sum(residuals^2) + 4 / n) / (1 - 8 / n)
  likeness <- max(0, r + 1.5 * sqrt(max(0.5, 1 - r^2) / n))
  if (likeness < min(0.6, n / 100)) likeness else 0.99
}

interval <- function(size, error, freedom) size + c(0, -1, 1) * qt(1 - (1 - confidence) / 2, freedom) * error

estimate <- function(one) {
  rows <- max(1, one$before - 59):min(length(one$values), one$before + 60)
  d <- data.frame(y = one$values[rows], since = rows - one$before - 1, month = factor(rows %% 12))
  d$step <- as.numeric(d$since >= 0)
  d$more <- pmax(0, d$since)
  model <- if (one$season) y ~ since + step + more + month else y ~ since + step + more
  plain <- lm(model, d)
  alike <- gls(model, d, correlation = corAR1(form = ~1))
  likeness <- likeness_of(residuals(plain))
  same <- gls(model, d, correlation = corAR1(likeness, form = ~1, fixed = TRUE))
  of <- function(fit) interval(coef(fit)["step"], sqrt(diag(vcov(fit)))["step"], plain$df.residual)
  round(c(of(plain), of(alike), coef(alike$modelStruct$corStruct, unconstrained = FALSE), of(same), likeness), 6)
}

result <- as.data.frame(t(sapply(all, estimate)))
names(result) <- c(
  paste0("plain_", c("size", "lower", "upper")), paste0("alike_", c("size", "lower", "upper")), "alike_likeness",
  paste0("same_", c("size", "lower", "upper")), "same_likeness"
)
write.csv(cbind(series = sapply(all, `[[`, "name"), result), paste0(folder, "in-r.csv"), row.names = FALSE, quote = FALSE)

# What was published, from the same figures by the publications' own models
month <- (seq_along(sicily$admissions) - 1) %% 12 + 1
time <- seq_along(month)
ban <- as.numeric(time > 36)
waves <- sapply(1:2, function(k) cbind(sin(2 * pi * k * month / 12), cos(2 * pi * k * month / 12)), simplify = FALSE)
waves <- do.call(cbind, waves)
sicilian <- glm(admissions ~ offset(log(people)) + ban + time + waves, quasipoisson, sicily)
cat("Sicily, rate ratio\n")
print(exp(c(coef(sicilian)["ban"], confint.default(sicilian)["ban", ])))
cat("Nile, two levels\n")
print(c(before = mean(nile[1:28]), after = mean(nile[29:100])))
after <- seq_along(boston) > 53
cat("Boston, two levels, and their ratio by Poisson regression without and with lines before and after\n")
print(c(before = mean(boston[!after]), after = mean(boston[after])))
since <- seq_along(boston) - 54
two <- glm(boston ~ after, family = poisson)
lines <- glm(boston ~ since + after + pmax(0, since), family = poisson)
for (fit in list(two, lines)) print(exp(c(coef(fit)["afterTRUE"], confint.default(fit)["afterTRUE", ])))
year <- 1955 + (seq_along(ozone) - 1) %/% 12
month <- (seq_along(ozone) - 1) %% 12 + 1
summer <- cumsum(tapply(year > 1965, year, any))[as.character(year)] * (month > 5 & month < 11)
winter <- cumsum(tapply(year > 1965, year, any))[as.character(year)] * !(month > 5 & month < 11)
los_angeles <- arima(
  ts(ozone, start = 1955, frequency = 12),
  order = c(0, 0, 1), seasonal = c(0, 1, 1), method = "ML",
  xreg = cbind(from1960 = as.numeric(year >= 1960), summer, winter)
)
cat("Los Angeles\n")
print(los_angeles)
