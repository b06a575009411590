namespace Portal.Rules.TenantPolicies;

/// <summary>
/// Which values of a tenant's policies protect less than others (ADMIN-3, ADMIN-11). Values go by their path in the
/// profile, such as "password.minimumLength".
/// </summary>
public static class PolicyStrength
{
    private const int Never = int.MaxValue;

    private static readonly Strength.Number More = new(true, 0);
    private static readonly Strength.Number Less = new(false, Never);
    private static readonly Strength.Steps Switch = new("false", "true");
    private static readonly Strength.Steps Way = new("true", "false");

    // Ways back in: a site without such a part has none of them, which is as strong as it gets.
    private static readonly string[] Roads = ["temporaryPassword", "recovery"];

    private static readonly Dictionary<string, Strength> Known = new()
    {
        ["password.minimumLength"] = More,
        ["password.maximumLength"] = More,
        ["password.characters"] =
            new Strength.Steps("lettersAndDigits", "lettersDigitsAndListedSymbols", "lettersDigitsAndSymbols", "any"),
        ["password.requires"] = new Strength.Protections(),
        ["password.differsFrom"] = new Strength.Protections(),
        ["password.refuses"] = new Strength.Protections(),
        ["password.historyDepth"] = More,
        ["password.minimumStrength"] = More,
        ["password.maximumAgeDays"] = Less,
        ["password.changeAfterMovingIn"] = Switch,
        ["lockout.limit"] = Less,
        ["lockout.ends"] = new Strength.Steps("timed", "untilReleased", "void"),
        ["lockout.minutes"] = new Strength.Number(true, Never),
        ["lockout.doubles"] = Switch,
        ["lockout.maximumMinutes"] = new Strength.Number(true, 24 * 60),
        ["lockout.repeatedGuessCountsOnce"] = new Strength.Steps("true", "false"),
        ["lockout.releasedBy"] = new Strength.Ways(),
        ["temporaryPassword.hours"] = Less,
        ["temporaryPassword.tries"] = Less,
        ["temporaryPassword.byMail"] = Way,
        ["temporaryPassword.byManager"] = Way,
        ["temporaryPassword.byStaff"] = Way,
        ["temporaryPassword.byPhone"] = Way,
        ["temporaryPassword.confirmByMail"] = Switch,
        ["recovery.method"] = new Strength.Steps("keyword", "link"),
        ["recovery.mismatchLimit"] = Less,
        ["recovery.blockMinutes"] = More,
        ["recovery.requestsPerHour"] = Less,
        ["recovery.linkMinutes"] = Less,
        ["recovery.pauseHoursAfterReset"] = More,
        ["secondFactor.mode"] = new Strength.Steps("off", "optional", "requiredForManagers", "required"),
        ["secondFactor.methods"] = new Strength.Ways("app", "passkey", "recoveryCode"),
        ["secondFactor.codeMinutes"] = Less,
        ["secondFactor.codeTries"] = Less,
        ["secondFactor.resendSeconds"] = More,
        ["secondFactor.codesPerHour"] = Less,
        ["secondFactor.failuresPerHour"] = Less,
        ["secondFactor.trustBrowserDays"] = new Strength.Number(false, 0),
        ["session.idleMinutes"] = Less,
        ["session.absoluteHours"] = Less,
        ["session.perAccount"] = Less,
        ["signInNotice"] = new Strength.Steps("off", "newBrowser", "always"),
        ["emailChange.start"] = new Strength.Steps("proof", "oldAddress"),
        ["emailChange.managersOnly"] = Switch,
        ["historyDays"] = More,
        ["operators.dormantDays"] = Less,
        ["operators.disableDormant"] = Switch,
        ["approval.acts"] = new Strength.Protections(),
    };

    /// <summary>Whether a value protects less than another; false also where nobody can say.</summary>
    /// <param name="path">In the profile.</param>
    /// <param name="value">As the profile has it.</param>
    /// <param name="other">Likewise.</param>
    public static bool IsWeaker(string path, string? value, string? other) =>
        Known.TryGetValue(path, out var strength) && strength.IsWeaker(value, other);

    /// <summary>
    /// Whether a value says nothing, because another one does not let it: how long a lock lasts that no time ends.
    /// </summary>
    /// <param name="path">In the profile.</param>
    /// <param name="values">All values, by their paths.</param>
    public static bool IsIdle(string path, IReadOnlyDictionary<string, string?> values) =>
        path is "lockout.doubles" or "lockout.maximumMinutes" or "lockout.minutes" && values.GetValueOrDefault("lockout.ends") != "timed";

    /// <summary>
    /// The values that protect less afterwards, in the order of the table; a change with none weakens nothing.
    /// </summary>
    /// <param name="before">All values, by their paths.</param>
    /// <param name="after">Likewise.</param>
    public static IReadOnlyList<string> Weaker(IReadOnlyDictionary<string, string?> before, IReadOnlyDictionary<string, string?> after)
    {
        var (closed, opened) = (Roads.Where(road => !Has(after, road)).ToList(), Roads.Where(road => !Has(before, road)).ToList());
        return
        [
            .. Known.Keys.Where(path => !closed.Contains(Group(path)) && (opened.Contains(Group(path))
                ? after.GetValueOrDefault(path) is not null
                : IsWeaker(path, after.GetValueOrDefault(path), before.GetValueOrDefault(path)))),
        ];
    }

    private static string Group(string path) => path.Split('.')[0];

    private static bool Has(IReadOnlyDictionary<string, string?> values, string group) =>
        values.Any(value => value.Value is not null && Group(value.Key) == group);
}
